"""Names, days and numbers of a text in, things that can be counted out."""
