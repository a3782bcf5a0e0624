"""A stretch of a report in, whether it is part of a dateline out: the place there is the writer's, not the event's."""

import re
from collections.abc import Iterable

from histor.records.measures import Span
from histor.records.text import Block

# "ALEPPO, Syria (AP) —", "BEIRUT —", "Moscow (AFP) -": a short head of a paragraph with an agency, or all in capitals.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z’'.\- ]{2,30}(?:, [A-Z][\w.’'\- ]{1,30}){0,2}"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\([A-Z][\w./ ]{1,20}\))? ?(?:[—–]|-{1,2}(?= ))"
    r"|[A-Z][\w’'.\- ]{2,30}(?:, [A-Z][\w.’'\- ]{1,30}){0,2} "
    r"\((?:AP|AFP|Reuters|SANA|RIA|TASS|Xinhua|UPI|dpa|EFE|CNN)\)"
    r" ?(?:[—–:]|-{1,2}(?= )))"
)


# "… his deputy said. BEIRUT (Reuters) Clashes …": copy that was joined to its headline.
_JOINED = re.compile(
    r"[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+)?(?:, [A-Z][\w’'-]+)? \((?:AP|AFP|A\.P\.|[Rr]euters|REUTERS|Sputnik|SANA|RIA"
    r"|RIA Novosti|TASS|Xinhua|UPI|dpa|EFE|CNN|ARA News|Interfax)\)"
)


def in_dateline(span: Span, text: str, blocks: Iterable[Block]) -> bool:
    """Tell whether a span stands in the dateline that opens a block, or in one in capitals with its agency."""
    joined = _JOINED.match(text, span.start)
    if joined and text[span.start : span.end].isupper():
        return True
    block = next((block for block in blocks if block.start <= span.start < block.end), None)
    match = _DATELINE.match(text, block.start, block.end) if block else None
    return match is not None and span.end <= match.end()
