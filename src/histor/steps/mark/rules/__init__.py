"""A tagger made of rules and word lists."""
