"""Plain text in, its paragraphs out: where each begins and ends, and how much empty space stands before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

# Lines filled by a program are at most this long: 72 to 80 by convention, 100 in wide settings.
WIDEST_FILLED_LINE = 100
ITEM = re.compile(r"\s*(?:[-*•–·▪◦]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without the white space around it."""

    start: int
    end: int
    gap: int  # blank lines before it
    indent: int = 0  # white space before its first word on that line

    def words(self, text: str) -> str:
        """Give its words as they stand in the text."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    words: str
    gap: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Cut a text at blank lines, and at those line ends that a program that fills lines did not make."""
    rows = tuple(_lines(text))
    width = max((len(row.words) for row in rows if len(row.words) <= WIDEST_FILLED_LINE), default=0)
    found: list[Paragraph] = []
    for group in _groups(rows):
        filled = _is_filled(group, width)
        for row in group:
            start, end = row.start + _indent(row.words), row.start + len(row.words.rstrip())
            if filled and row is not group[0] and not ITEM.match(row.words):
                found[-1] = replace(found[-1], end=end)
            else:
                found.append(Paragraph(start, end, row.gap, _indent(row.words)))
    return tuple(found)


def _lines(text: str) -> Iterator[_Line]:
    start = gap = 0
    for words in text.split("\n"):
        if words.strip():
            yield _Line(start, words, gap)
            gap = 0
        else:
            gap += 1
        start += len(words) + 1


def _groups(rows: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Put together the lines that no blank line parts."""
    group: list[_Line] = []
    for row in rows:
        if row.gap and group:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _is_filled(group: Sequence[_Line], width: int) -> bool:
    """Tell whether a program broke these lines: no next word would have fitted, and some line ends in mid-sentence."""
    pairs = [
        (row.words.rstrip(), following.words) for row, following in pairwise(group) if not ITEM.match(following.words)
    ]
    full = all(
        len(words) <= WIDEST_FILLED_LINE and len(words) + 1 + len(following.split()[0]) > width
        for words, following in pairs
    )
    return bool(pairs) and full and any(not _SENTENCE_END.search(words) for words, _ in pairs)


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip())
