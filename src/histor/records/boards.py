"""What the boards of a ceasefire, of posture and of talks show: every figure with the deeds and words it rests on."""

from dataclasses import dataclass
from typing import Literal

from histor.records.heard import Deed, Line
from histor.records.measures import Day
from histor.records.watch import ChangePoint, Interval, TempoVerdict

TruceState = Literal[
    "announced", "in effect", "holding", "strained", "contested", "collapsed", "expired", "extended", "ended", "unknown"
]  # fmt: skip
Why = Literal["called a violation", "between parties", "by a party", "against a party", "nobody is named"]
MoveState = Literal[
    "ordered", "announced", "begun", "observed", "claimed", "completed", "reversed", "denied", "remains"
]
MoveKind = Literal["withdraw", "deploy", "reinforce", "reposition", "rotate", "remain"]
Extent = Literal["in part", "whole", "not said"]
Bearing = Literal["bears it out", "bears it out in part", "speaks against it", "tells what stays"]
TalksKind = Literal["proposed", "scheduled", "held", "refused", "suspended", "walk-out", "outcome", "postponed", "call"]


@dataclass(frozen=True, slots=True)
class Party:
    """A party to an agreement."""

    name: str
    acceded: Day | None  # None: not told


@dataclass(frozen=True, slots=True)
class Violation:
    """A deed that counts as an alleged violation, and why."""

    deed: Deed
    day: Day
    why: Why
    accused: tuple[str, ...]  # parties; empty: nobody is named
    accusers: tuple[str, ...]  # parties, or the names of voices that are none
    corroborated: bool  # two or more independent origins, or the doer says so itself
    denied: bool  # somebody denies it, or that it was so
    answers: tuple[Line, ...]  # what the accused, or anybody, says against it


@dataclass(frozen=True, slots=True)
class Apart:
    """A deed that is no violation: a strike on an excluded group, or by or on somebody whom nothing binds."""

    deed: Deed
    day: Day
    whom: tuple[str, ...]  # the excluded groups; or those who are no party


@dataclass(frozen=True, slots=True)
class TruceDay:
    """One day of the strip; ids are of deeds."""

    day: Day
    alleged: tuple[str, ...]
    corroborated: tuple[str, ...]
    denied: tuple[str, ...]
    unattributed: tuple[str, ...]
    heard: int  # reports published on the day or the day after
    outlets: tuple[str, ...]  # of these
    state: TruceState


@dataclass(frozen=True, slots=True)
class StateCourse:
    """A state with the days on which it stood and the rule that named it."""

    state: TruceState
    first: Day
    last: Day
    rule: str
    deeds: tuple[str, ...]  # on which the rule rests, as of the last day


@dataclass(frozen=True, slots=True)
class Accusation:
    """Who accuses whom, in how many deeds."""

    accuser: str
    accused: str
    deeds: tuple[str, ...]
    corroborated: int
    denied: int


@dataclass(frozen=True, slots=True)
class Total:
    """Violations that somebody sums up for a stretch of days, mostly by a number; never added to what is counted."""

    by: str
    of: tuple[str, ...]
    low: int | None  # None as is `high`: no number is given
    high: int | None
    line: Line

    @property
    def is_counted(self) -> bool:
        """Whether a number is given: "repeatedly" gives none."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class Outlet:
    """How far one outlet was heard from."""

    name: str
    reports: int
    first: Day
    last: Day
    silent: int  # days from its last report to the last day of the board


@dataclass(frozen=True, slots=True)
class Term:
    """An obligation, and what reports say of it."""

    says: str
    by: str | None
    due: Day | None
    state: Literal["no evidence", "reported done", "reported not done", "disputed"]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The level of violence before the agreement took effect and since: deeds a day on which anything was heard."""

    days_before: int
    days_after: int
    before: float
    after: float
    ratio: Interval | None
    verdict: TempoVerdict
    reason: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed, as the definition has it."""

    declared: Day | None
    in_effect: Day
    ends: Day | None
    time_zone: str | None
    parties: tuple[Party, ...]
    excluded: tuple[str, ...]
    brokers: tuple[str, ...]
    mechanism: str | None
    truce_class: int | None  # ETH/PRIO, 1 to 3
    purpose: str | None
    written: str | None


@dataclass(frozen=True, slots=True)
class TruceBoard:
    """Whether a ceasefire holds."""

    name: str
    speaker: str
    agreement: Agreement
    until: Day  # the last day on the board
    state: TruceState
    rule: str
    set_by: str | None  # who set another state than the rule, and why; None: the rule stands
    courses: tuple[StateCourse, ...]
    answer: tuple[str, ...]
    days: tuple[TruceDay, ...]
    violations: tuple[Violation, ...]
    excluded_strikes: tuple[Apart, ...]
    others: tuple[Apart, ...]
    denials: tuple[Apart, ...]  # what parties deny and nobody in the same incident alleges
    accusations: tuple[Accusation, ...]
    totals: tuple[Total, ...]
    said: tuple[Line, ...]  # what is said of the ceasefire itself since it took effect
    terms: tuple[Term, ...]
    outlets: tuple[Outlet, ...]
    compared: Compared
    changes: tuple[ChangePoint, ...]  # of the level since it took effect, found without being told a date
    limits: tuple[str, ...]
    left_out: tuple[tuple[str, tuple[str, ...]], ...]  # why deeds were not counted, and which
    monitor: Literal["ceasefire"] = "ceasefire"


@dataclass(frozen=True, slots=True)
class Move:
    """One move of a force as one report has it."""

    day: Day | None  # of the act; None: not told
    kind: MoveKind
    state: MoveState
    extent: Extent
    force: str
    site: str | None
    number: str  # a range; "unknown, said to be unspecified"; empty: none is told
    line: Line


@dataclass(frozen=True, slots=True)
class Promise:
    """What was ordered or announced, with what has since been reported of it."""

    kind: MoveKind
    site: str | None
    moves: tuple[Move, ...]  # that promise it, in order
    reports: tuple[tuple[Bearing, Move], ...]
    state: MoveState
    rule: str


@dataclass(frozen=True, slots=True)
class PostureBoard:
    """What was promised of a force, against what was reported of it."""

    name: str
    speaker: str
    force: tuple[str, ...]
    since: Day | None
    until: Day
    answer: tuple[str, ...]
    promises: tuple[Promise, ...]
    moves: tuple[Move, ...]
    limits: tuple[str, ...]
    monitor: Literal["posture"] = "posture"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One thing that is told of talks."""

    day: Day | None
    kind: TalksKind
    who: tuple[str, ...]
    whom: tuple[str, ...]
    place: str | None
    brokers: tuple[str, ...]
    direct: Literal["direct", "indirect"] | None
    line: Line


@dataclass(frozen=True, slots=True)
class Round:
    """Meetings from one opening to the next."""

    opened: Day
    place: str | None
    state: TalksKind
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class TalksBoard:
    """Rounds of talks, who met whom, who left, what came of it, and what comes next."""

    name: str
    speaker: str
    until: Day
    answer: tuple[str, ...]
    rounds: tuple[Round, ...]
    before: tuple[Meeting, ...]  # told of no round
    next: tuple[Meeting, ...]  # what the latest reports say of the next date, the latest first
    limits: tuple[str, ...]
    monitor: Literal["talks"] = "talks"
