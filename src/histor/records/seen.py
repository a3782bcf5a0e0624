"""An incident as one row of an overview: what it is narrowed and counted by, and what is shown of it."""

from dataclasses import asdict, dataclass
from typing import Any

from histor.records.claims import Stance
from histor.records.events import EventType, PlacePrecision, Status
from histor.records.form import Form
from histor.records.incidents import Grade
from histor.records.measures import Day


@dataclass(frozen=True, slots=True)
class Member:
    """One telling of an incident, by what it is asked for."""

    event: int  # number of its row
    type: EventType
    status: Status
    target: str | None
    stance: Stance | None  # of the claim that it stands in; None: the report's own statement


@dataclass(frozen=True, slots=True)
class Seat:
    """Where an incident is drawn: the finest place that a telling gives, with how fine it is."""

    name: str | None  # None: no telling gives a place
    latitude: float | None  # degrees, WGS 84; None: known by name only
    longitude: float | None
    country: str | None
    precision: PlacePrecision | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of an incident: the range of what is said, and an event whose words give the latest."""

    what: str
    low: int | None
    high: int | None
    event: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader is shown of an incident in a list."""

    title: str
    kind: str
    happened: str
    where: str
    who: str
    whom: str
    figures: tuple[Figure, ...]
    why: str  # the grade's rule, in words
    contested: tuple[str, ...]
    told_by: str | None  # the outlet that told it first
    told_on: Day | None


@dataclass(frozen=True, slots=True)
class Seen:
    """An incident as one row."""

    id: str
    day: Day | None  # the first on which it may have been, else the day on which it was first told
    exact: bool  # one happening of which a telling gives the days, three at most
    seat: Seat | None  # None: no telling gives a place
    grade: Grade
    claims: int
    reports: int
    origins: tuple[str, ...]  # keys
    members: tuple[Member, ...]
    shown: Shown
    summary: bool = False  # all that tells it sums up many happenings or a lasting state


def form_of_shown(shown: Shown) -> Form:
    """Give the JSON of what is shown."""
    return asdict(shown)


def shown_of(form: dict[str, Any]) -> Shown:
    """Read what is shown from its JSON."""
    figures = tuple(Figure(**each) for each in form["figures"])
    return Shown(**{**form, "figures": figures, "contested": tuple(form["contested"])})
