"""Phrases in, one pattern that finds any of them as whole words out, in small letters or capitals."""

import re


def one_of(*phrases: str) -> re.Pattern[str]:
    """Give the pattern; a phrase may be a regular expression, and begins and ends where a word does."""
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)
