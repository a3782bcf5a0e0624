"""Spans of words, and days and counts as ranges; a point is a range whose ends agree."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Day = str  # ISO 8601, `2016-02-27`: kept as text so that no time zone can move it
Days = tuple[Day | None, Day | None]  # from and to, both included; None: without an end on that side


class Span(NamedTuple):
    """Code points of a report's text, start included, end excluded."""

    start: int
    end: int


Spans = tuple[Span, ...]
Precision = Literal["day", "week", "month", "year", "unknown"]
What = Literal[
    "killed", "wounded", "captured", "displaced", "strikes", "troops", "aircraft", "vehicles", "vessels", "missiles",
    "weapons", "prisoners", "people", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """The days that an expression allows, both ends included."""

    span: Span | None  # the words; None: said elsewhere, see `basis`
    start: Day | None = None  # None: not worked out
    end: Day | None = None
    precision: Precision = "unknown"
    approximate: bool = False  # "about", "nearly", "around"


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as a range; both ends None: the text says that the number is not known or not given."""

    what: What
    span: Span
    low: int | None = None  # None: no lower bound said
    high: int | None = None  # None: no upper bound said
    approximate: bool = False


def count_days(first: Day | None, last: Day | None) -> int:
    """Count the days from the first to the last, both included; 0: an end is not known."""
    if first is None or last is None:
        return 0
    return 1 if first == last else (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def range_in_words(low: int | None, high: int | None, *, approximate: bool = False, gap: str = "") -> str:
    """Give a range of numbers: `15`, `≥15`, `≤20`, `12–15`, `~40`, or `unknown` if neither end is known.

    `gap` stands between a sign and its number.
    """
    about = "~" if approximate else ""
    if low is None and high is None:
        return "unknown"
    if high is None:
        return f"{about}≥{gap}{low:,}"
    if low is None:
        return f"{about}≤{gap}{high:,}"
    return f"{about}{low:,}" if low == high else f"{about}{low:,}–{high:,}"
