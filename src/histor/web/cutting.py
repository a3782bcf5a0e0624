"""A text and marks on it in, the text cut at every end of a mark out; each piece knows which marks it stands in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from histor.records.measures import Span

What = TypeVar("What")


class Mark(NamedTuple, Generic[What]):
    """A stretch of the text that is something."""

    span: Span
    what: What


@dataclass(frozen=True, slots=True)
class Piece(Generic[What]):
    """Some words, and what they are: the marks in the order in which they were given."""

    text: str
    start: int  # code points into the whole text
    marks: tuple[What, ...]


def cut(text: str, within: Span, marks: Iterable[Mark[What]]) -> Iterator[Piece[What]]:
    """Cut a stretch of a text; what stands outside of it is left out, and nothing within is lost."""
    held = [mark for mark in marks if mark.span.start < within.end and mark.span.end > within.start]
    ends = {within.start, within.end}
    for mark in held:
        ends |= {max(mark.span.start, within.start), min(mark.span.end, within.end)}
    order = sorted(ends)
    for start, end in pairwise(order):
        inside = tuple(mark.what for mark in held if mark.span.start <= start and end <= mark.span.end)
        yield Piece(text[start:end], start, inside)
