"""A text and words of it in, where they first stand out."""

from histor.records.measures import Span


def spot(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
