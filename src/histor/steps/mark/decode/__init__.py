"""A trained marker's numbers in, tags out."""
