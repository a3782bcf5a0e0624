"""Two spans and the text in, whether a sentence ends between them out."""

import re

from histor.records.measures import Span

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n+")


def parted(one: Span, other: Span, text: str) -> bool:
    """Tell whether two spans stand in different sentences."""
    first, second = sorted((one, other))
    return bool(_SENTENCE_END.search(text, first.end, second.start))
