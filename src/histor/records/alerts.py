"""Alerts as values: what to watch for and whom to tell, and what was found, with the words that it rests on."""

from dataclasses import dataclass
from typing import Literal

from histor.records.heard import Line
from histor.records.made import identify
from histor.records.measures import Day
from histor.records.question import Question

RuleKind = Literal["rise", "silence", "shift", "new actor", "dispute", "state change"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to watch for."""

    kind: RuleKind
    days: int  # of the latest stretch; of silence: the fewest
    against: int  # days before it that it is held against
    group: str | None = None  # of a shift: what the places below are called; None: every division
    admins: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mail:
    """Where alerts are mailed, and through which server."""

    to: tuple[str, ...]
    sender: str
    host: str = "localhost"
    port: int = 25
    start_tls: bool = False
    user: str | None = None  # the password stands in the environment: HISTOR_SMTP_PASSWORD


@dataclass(frozen=True, slots=True)
class Delivery:
    """Ways by which alerts go out; None: not this way."""

    file: str | None = None  # one JSON object a line, added at its end
    feed: str | None = None  # an Atom feed, written anew
    webhook: str | None = None  # an address to which each is posted
    mail: Mail | None = None

    def ways(self) -> tuple[str, ...]:
        """Name the ways that are set."""
        return tuple(name for name in ("file", "feed", "webhook", "mail") if getattr(self, name) is not None)


@dataclass(frozen=True, slots=True)
class AlertDefinition:
    """What a person wants to be told of."""

    name: str
    rules: tuple[Rule, ...]
    deliver: Delivery
    question: Question | None = None  # incidents of which at least one event fits it
    monitor: str | None = None  # a definition's file, or the name of a kept one
    view: str | None = None  # the name of a saved view


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One happening or sentence that an alert rests on."""

    id: str | None  # of the incident; None: sentences that tell of no happening
    day: Day | None
    place: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that was watched for and came."""

    alert: str  # the name it is kept under
    rule: RuleKind
    cause: str  # the same cause is told once
    day: Day  # on which it was seen
    says: str  # a sentence with its figures
    rows: tuple[AlertRow, ...]

    @property
    def id(self) -> str:
        """The id: the same alert, rule and cause give the same."""
        return identify("al", self.alert, self.rule, self.cause)
