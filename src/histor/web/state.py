"""A query string in, the checked state of a view out, and back: whoever has the address has the view."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import urlencode

from histor.errors import UsageError
from histor.records.question import Question

FILTERS = ("since", "until", "type", "status", "actor", "place", "speaker", "stance", "text", "as_of")
PAGING = ("limit", "after")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class State:
    """What a view shows: a question, an order and what its page adds to them."""

    question: Question = field(default_factory=Question)
    sort: str | None = None  # None: the order of the listing
    more: tuple[tuple[str, str], ...] = ()  # what the page adds, by name

    def get(self, name: str) -> str | None:
        """Give a value by its name in the address; None if it is not there."""
        if name == "sort":
            return self.sort
        if name in FILTERS or name in PAGING:
            value = getattr(self.question, name)
            return None if value is None else str(value)
        return dict(self.more).get(name)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Give names and values in the one order in which they are written."""
        found = [(name, self.get(name)) for name in (*FILTERS, "sort", *PAGING)]
        return (*((name, value) for name, value in found if value is not None), *self.more)

    def filters(self) -> tuple[tuple[str, str], ...]:
        """Give the pairs that narrow the view, without the instant and the place in the list."""
        return tuple(pair for pair in self.pairs() if pair[0] not in (*PAGING, "sort", "as_of"))

    def query(self, **changes: str | None) -> str:
        """Write the query string with some values changed; None leaves one out. It begins with `?`, or is empty.

        A changed filter begins at the first row again.
        """
        if "after" not in changes:
            changes["after"] = None
        given = {**dict(self.pairs()), **changes}
        written = urlencode([(name, value) for name, value in given.items() if value is not None])
        return f"?{written}" if written else ""

    def carried(self, **added: str) -> str:
        """Write the query string that goes along to another page: the instant, and what is added."""
        kept = {"as_of": self.question.as_of, **added}
        written = urlencode([(name, value) for name, value in kept.items() if value])
        return f"?{written}" if written else ""

    def at(self, as_of: str) -> "State":
        """Give the same state, answered as the ledger stood at an instant, if none is asked for yet."""
        if self.question.as_of is not None:
            return self
        return replace(self, question=replace(self.question, as_of=as_of))


def read_state(given: Iterable[tuple[str, str]], *, more: Iterable[str] = (), sorts: Iterable[str] = ()) -> State:
    """Read names and values of an address; empty values, as forms send them, ask for nothing.

    Raises UsageError for a name that is not known here, and for a value that cannot be.
    """
    values = _values(given, {*FILTERS, *PAGING, "sort", *more})
    sort = values.pop("sort", None)
    if sort is not None and sort not in set(sorts):
        raise UsageError(f"sort {sort!r}: known here are {', '.join(sorts) or 'no orders'}")
    asked: dict[str, Any] = {name: values.pop(name) for name in (*FILTERS, *PAGING) if name in values}
    if "limit" in asked:
        asked["limit"] = _number(asked["limit"])
    for end in ("since", "until"):
        if end in asked:
            asked[end] = _day(end, asked[end])
    if "type" in asked:
        asked["type"] = asked["type"].upper()
    return State(_in_order(Question(**asked)), sort, tuple(sorted(values.items())))


def _values(given: Iterable[tuple[str, str]], known: set[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in given:
        if name not in known:
            raise UsageError(f"{name!r} cannot be asked here; known are {', '.join(sorted(known))}")
        if name in values:
            raise UsageError(f"{name!r} is asked twice; ask it once")
        if value.strip():
            values[name] = value.strip()
    return values


def _number(written: str) -> int:
    if not written.isascii() or not written.isdigit() or len(written) > len("1000000"):
        raise UsageError(f"limit {written!r} is no number of rows")
    return int(written)


def _day(end: str, written: str) -> str:
    """Give the first day of a month for `since`, the last for `until`; a whole day stays."""
    month = _MONTH.fullmatch(written)
    if not month:
        return written
    last = calendar.monthrange(int(month[1]), int(month[2]))[1]
    return f"{written}-01" if end == "since" else f"{written}-{last}"


def _in_order(question: Question) -> Question:
    if question.since and question.until and question.since > question.until:
        raise UsageError(f"since {question.since} lies after until {question.until}: no day is in both")
    return question


assert {*FILTERS, *PAGING} == {each.name for each in fields(Question)}  # a new field of a question needs a name here
