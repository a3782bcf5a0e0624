"""What a monitor shows: windows, tests, breaks and findings, every figure with the rows it rests on."""

from dataclasses import dataclass
from typing import Literal

from histor.records.measures import Day
from histor.records.outlook import Outlook

TempoVerdict = Literal["fall", "rise", "no change visible", "too little data"]
FindingVerdict = Literal["borne out", "not borne out", "contradicted", "cannot tell"]
MonitorKind = Literal["air", "tempo"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with the ends of its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tally:
    """How many, as a range, and the rows counted."""

    count: float  # all that is alleged
    corroborated: float  # of these, graded fair or confirmed by the dataset; 0 where it does not grade
    rows: tuple[str, ...]  # ids, in order of day


@dataclass(frozen=True, slots=True)
class Share:
    """One group's or class's part of a window."""

    name: str
    tally: Tally
    share: float | None  # of the window's count, 0 to 1; None: the window is empty
    interval: Interval | None = None  # of the share, days resampled; None: too little data, or not worked out


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days between two reference dates."""

    first: Day  # included
    last: Day  # included
    days: int  # that were counted
    silent: int  # days on which the dataset has no row of anybody: nothing was heard, which is not nothing happened
    tally: Tally
    rate: Interval  # a day
    groups: tuple[Share, ...]
    targets: tuple[Share, ...]
    grades: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Tempo:
    """Whether the level changed at a date: rate after over rate before."""

    at: str  # name of the reference date
    day: Day
    before: float  # a day
    after: float  # a day
    ratio: Interval | None  # None: too little data
    dispersion: float | None  # variance over mean within the windows, at least 1; None: too little data
    dependence: float  # factor for days that follow their neighbours; 1: none was found
    verdict: TempoVerdict
    reason: str  # the rule that named the verdict
    heard_only: TempoVerdict  # the verdict with silent days left out
    against_volume: Interval | None  # ratio over the ratio of everybody else's rows; None: too few of these


@dataclass(frozen=True, slots=True)
class Mix:
    """Whether a group's share changed at a date."""

    at: str
    day: Day
    group: str
    before: float | None
    after: float | None
    change: Interval | None  # of the share, in points from -1 to 1; None: too little data
    verdict: TempoVerdict
    reason: str


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """A day from which the level differs, found without being told a date."""

    day: Day  # first day of the new level
    first: Day  # 95 % range of that day, both ends included
    last: Day
    before: float  # a day
    after: float  # a day
    chance: float  # share of shuffled series with as strong a break


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record says about one claim."""

    by: str
    says: str
    verdict: FindingVerdict
    reason: str  # with the figures


@dataclass(frozen=True, slots=True)
class DayCount:
    """One step of the strip: a day, or a week from `day` on."""

    day: Day  # a step's first
    tally: Tally
    heard: int  # rows of anybody in it: 0 is silence


@dataclass(frozen=True, slots=True)
class Witness:
    """The same windows and dates in another record, as a control or a second witness."""

    name: str
    role: Literal["control", "witness"]
    speaker: str
    windows: tuple[Window, ...]
    tempo: tuple[Tempo, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """The same question counted another way."""

    name: str
    windows: tuple[Window, ...]
    tempo: tuple[Tempo, ...]
    mix: tuple[Mix, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A monitor's answer."""

    monitor: MonitorKind
    name: str
    speaker: str  # the dataset on whose word everything here stands
    windows: tuple[Window, ...]
    tempo: tuple[Tempo, ...]
    mix: tuple[Mix, ...]
    changes: tuple[ChangePoint, ...]
    findings: tuple[Finding, ...]
    answer: tuple[str, ...]  # in words, one sentence each: the claims first, what the record cannot show last
    limits: tuple[str, ...]  # what this record cannot show
    days: tuple[DayCount, ...]
    variants: tuple[Variant, ...]
    witnesses: tuple[Witness, ...]
    left_out: tuple[tuple[str, int], ...]  # why rows were not counted, and how many
    totals: tuple[str, ...]  # ids of rows that sum up many happenings, none of which counts as one
    per: Literal["day", "week"] = "day"  # the step of the strip
    outlook: Outlook | None = None  # of the four weeks after the last day; None: not worked out
