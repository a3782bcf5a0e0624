"""A monitor that the reports suggest in, its fields out: each value with the sentences that it was read from."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from histor.records.drafts import Found, Given, KindDraft, Quote
from histor.records.heard import Line
from histor.records.measures import Span
from histor.run.definitions import Suggested
from histor.web.cutting import Mark, Piece, cut

_TRUCE = {
    "in_effect": "In effect from", "declared": "Agreed or announced", "ends": "Its end",
    "time_zone": "Time of its hours", "countries": "Where", "brokers": "Brokered by", "parties": "Binds",
    "excluded": "Leaves out",
}  # fmt: skip
_TITLES = {
    "ceasefire": _TRUCE,
    "posture": {"since": "From", "names": "Whose force", "sites": "Sites"},
    "talks": {"since": "From", "places": "Where", "parties": "Who talks", "brokers": "Brought together by"},
    "air": {
        "since": "From", "until": "To", "names": "Whose aircraft", "countries": "Where", "dates": "Before and after",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that gives a value."""

    line: Line
    at: Span | None  # of the report; None: not known
    pieces: tuple[Piece[str], ...]  # the words that give the value are marked
    is_published: bool  # no words give the value: it is the day on which the report was published


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the sentences that give it, one for each report."""

    found: Found
    read: tuple[Read, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A suggestion as the page shows it."""

    suggested: Suggested
    kind: str
    fields: tuple[tuple[str, tuple[Value, ...]], ...]  # title and values


def drafted(suggested: Suggested) -> Drafted:
    """Give what is shown of a suggestion."""
    kind = suggested.draft.monitor if isinstance(suggested.draft, KindDraft) else "ceasefire"
    return Drafted(suggested, kind, tuple(_fields(kind, suggested.given)))


def _fields(kind: str, given: tuple[Given, ...]) -> Iterator[tuple[str, tuple[Value, ...]]]:
    for field, values in groupby(given, key=lambda each: each.field):
        title = _TITLES[kind].get(field, field)
        yield title, tuple(_value(each) for each in values)


def _value(given: Given) -> Value:
    return Value(given.found, tuple(_read(given.found, each) for each in given.quotes))


def _read(found: Found, quote: Quote) -> Read:
    sentence = quote.line.sentence
    pieces = cut(sentence, Span(0, len(sentence)), (Mark(span, "gives") for span in quote.marks))
    return Read(quote.line, quote.at, tuple(pieces), not quote.marks and quote.line.published == found.value)
