"""What a caller says of a report in, a report with the bytes it was read from out: the two ends of this room."""

from dataclasses import dataclass

from histor.records.made import Problem
from histor.records.measures import Day
from histor.records.text import Report


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of the reports; it wins over everything that the bytes say. None: nothing said."""

    published: Day | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """A report, exactly the bytes it was read from, and what could not be told of it."""

    report: Report
    raw: bytes  # the file, the JSON line, the mail, the feed's entry, the archived answer's body
    problems: tuple[Problem, ...] = ()
