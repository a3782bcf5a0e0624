"""A tagger made of rules and word lists: a report in, tags out, and the same tags every time."""
