"""An event table that somebody else keeps, as values: its rows, with the dataset as their speaker."""

from dataclasses import dataclass
from typing import Literal

from histor.records.events import PlacePrecision
from histor.records.made import Problem
from histor.records.measures import When

Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]

# Two or more credible sources, or a party admits it: what counts as more than alleged (Airwars' grading).
CORROBORATED: frozenset[Grade] = frozenset({"confirmed", "fair"})

ROW_KEYS = "dataset:"  # begins the key of a report that is one row of an event table: `dataset:airwars:DEBSYR260302a`


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people, as a range."""

    low: int | None  # None: no lower bound given
    high: int | None  # None: no upper bound given


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """One row of an event table: what the dataset says happened."""

    id: str  # the dataset's own id, with `#line` where it uses one twice; `#` and a hash of the row where it gives none
    line: int  # of the file, from 1
    when: When
    attackers: tuple[str, ...] = ()  # as spelt, in the dataset's order
    recipients: tuple[str, ...] = ()
    place: str | None = None
    admin1: str | None = None  # first-order division, as spelt
    country: str | None = None  # as spelt
    latitude: float | None = None  # degrees, WGS 84
    longitude: float | None = None  # degrees, WGS 84
    precision: PlacePrecision | None = None  # None: not said
    type: str | None = None  # as spelt
    targets: tuple[str, ...] = ()  # what was struck, as spelt
    grade: Grade | None = None  # None: the dataset does not grade
    source: str | None = None  # the inner speaker: whom the dataset names as its source
    number: float = 1.0  # happenings or people that the row stands for
    killed: Toll | None = None
    injured: Toll | None = None
    words: str = ""  # the dataset's own sentence
    is_total: bool = False  # it sums up many happenings, and is not counted as one
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """An event table that was read."""

    speaker: str  # the dataset's name: one origin
    events: tuple[ImportedEvent, ...]
    problems: tuple[Problem, ...]  # lines that were left out or read in part, each with its number


def row_key(dataset: str, row: str) -> str:
    """Give the key of the report that one row of an event table is kept as."""
    return f"{ROW_KEYS}{dataset}:{row}"


def dataset_of(key: str) -> str | None:
    """Give the event table whose row a report is, by the report's key; None: it is no row of one."""
    return key.split(":", 2)[1] if key.startswith(ROW_KEYS) and key.count(":") > 1 else None
