"""What a person wants watched, as values: whose strikes, where, around which dates, in which groups and classes."""

from dataclasses import dataclass
from typing import Literal

from histor.records.measures import Day
from histor.records.watch import MonitorKind

Named = Literal["first", "any", "alone"]
Silent = Literal["count", "leave-out"]


@dataclass(frozen=True, slots=True)
class Who:
    """Rows of these attackers; no names: of anybody."""

    names: tuple[str, ...] = ()
    named: Named = "any"  # first: as the row's first attacker; alone: as its only one


@dataclass(frozen=True, slots=True)
class Area:
    """Rows of these countries, first-order divisions or places; nothing given: of anywhere."""

    countries: tuple[str, ...] = ()
    admins: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A day on which something may have changed; it is the first day of the window after it."""

    name: str
    day: Day
    says: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A set of divisions and places that stands for those who hold them."""

    name: str
    admins: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    stands_for: str = ""
    since: Day | None = None  # held from here, included; None: always
    until: Day | None = None  # to here, included; None: to the end


@dataclass(frozen=True, slots=True)
class Expectation:
    """A claim, and what the record would show if it were so."""

    by: str
    says: str
    test: Literal["tempo", "mix"]
    at: str  # name of a reference date
    direction: Literal["rise", "fall"]
    group: str | None = None  # of a test of the mix


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The same question counted another way; None: as in the definition."""

    name: str
    named: Named | None = None
    groups: tuple[Group, ...] | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Another record to put beside this one."""

    key: str  # by which its file is given
    name: str
    role: Literal["control", "witness"]
    profile: str
    attackers: Who = Who()
    area: Area = Area()
    count: Literal["rows", "number"] = "rows"
    silent_days: Silent = "count"
    types: tuple[str, ...] = ()  # kinds of act, as the record spells them; none: every row
    mapping: str | None = None  # of a generic profile: a mapping file, from the definition's folder


@dataclass(frozen=True, slots=True)
class Definition:
    """One monitor."""

    monitor: MonitorKind
    name: str
    since: Day  # included
    until: Day  # included
    attackers: Who = Who()
    area: Area = Area()
    dates: tuple[Reference, ...] = ()
    groups: tuple[Group, ...] = ()
    targets: tuple[tuple[str, tuple[str, ...]], ...] = ()  # class -> words of the dataset
    claims: tuple[Expectation, ...] = ()
    variants: tuple[Otherwise, ...] = ()
    witnesses: tuple[Beside, ...] = ()
    limits: tuple[str, ...] = ()
    count: Literal["rows", "number"] = "rows"
    silent_days: Silent = "count"
    types: tuple[str, ...] = ()  # kinds of act, as the record spells them; none: every violent one
    per: Literal["day", "week"] = "day"  # of the strip and the picture
    seed: int = 20160314
