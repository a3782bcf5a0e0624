"""Where and when an event stands and what it is bonded to, without its words: what grouping needs, and no more."""

from dataclasses import dataclass
from typing import Protocol

from histor.records.events import EventType, Status
from histor.records.incidents import Spot, Stretch


class Standing(Protocol):
    """Where and when an event stands, and of which kind it is: what tells one happening from another for certain."""

    @property
    def id(self) -> str:
        """The event's id."""

    @property
    def type(self) -> EventType:
        """The kind of act."""

    @property
    def status(self) -> Status:
        """What kind of act the words describe."""

    @property
    def days(self) -> Stretch | None:
        """The days on which it may have been."""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places where it may have been."""

    @property
    def dataset(self) -> str | None:
        """The event table whose row it is; None: a report tells it."""

    @property
    def killed(self) -> tuple[int, ...]:
        """The least numbers of people killed that it tells."""


class Tie(Protocol):
    """Two events that are probably one happening, and how probably."""

    @property
    def one(self) -> str:
        """Event id; the lesser of the two."""

    @property
    def other(self) -> str:
        """Event id."""

    @property
    def score(self) -> float:
        """How probable it is that both speak of one happening."""


@dataclass(frozen=True, slots=True)
class Stand:
    """An event's standing, without its words."""

    id: str
    type: EventType
    status: Status
    days: Stretch | None
    spots: tuple[Spot, ...]
    dataset: str | None = None
    killed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A bond without its reasons."""

    one: str
    other: str
    score: float
