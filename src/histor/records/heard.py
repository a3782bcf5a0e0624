"""What a ledger or an event table has heard, as monitors take it: deeds, sentences, and who was heard on which day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from histor.records.claims import Stance
from histor.records.dataset import Grade, ImportedEvent
from histor.records.events import Posture, Stage, Status
from histor.records.measures import Count, Day, Span, When, count_days

ONLY_SUMMED_UP = "told only in words that sum up many happenings or a lasting state"  # why a deed is not counted
NEWS_DAYS = 3  # days that news without a day of its own may be of: that of publication and two before it
DayBasis = Literal["own", "nearby", "published", "row"]


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody who does, suffers or says something, with all that he can be known by."""

    name: str  # as the words have it
    ref: str | None = None  # key of the register; None: none fits
    sector: str | None = None  # PLOVER agent code
    country: str | None = None  # ISO 3166 alpha-3
    keys: frozenset[str] = frozenset()  # folded names and refs of it and of those that it belongs to
    of_state: bool = False  # a state, or something that belongs to one

    def __hash__(self) -> int:
        """Give the hash of what it is named and linked to: sides are looked up by the hundred thousand."""
        return hash((self.name, self.ref, self.sector))


Sought = Callable[[Side], bool]
NamesIn = Callable[[str], tuple[Side, ...]]
Naming = Callable[[Sought], NamesIn]


@dataclass(frozen=True, slots=True)
class Line:
    """The words that something rests on: one event in one report, a sentence of a report, or a row of a table."""

    event: str | None  # id of the event, or of the row; None: a sentence in which no event was read
    report: str  # id of the report, or the name of the table
    outlet: str | None
    published: Day | None
    chain: tuple[str, ...]  # voices from the outlet inward
    sentence: str
    status: Status | None = None
    stance: Stance | None = None
    voice: Side | None = None  # the innermost voice; None: nobody is told
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    violation: bool = False  # the text calls it a breach of a ceasefire, truce or agreement
    first: Day | None = None  # days of this event, both ends included; None: not told
    last: Day | None = None
    counted: tuple[int | None, int | None] | None = None  # how many such acts it tells of at once; None: one
    type: str | None = None  # PLOVER type of the event
    mode: str | None = None
    posture: Posture | None = None
    stage: Stage | None = None
    numbers: tuple[Count, ...] = ()  # spans are of the report
    summary: tuple[str, ...] = ()  # why its words are read as many happenings or a lasting state; empty: one happening

    @property
    def is_total(self) -> bool:
        """It sums up many acts: its words do, or it gives a number of violations, or of acts on many days.

        Of many are more than news is of.
        """
        counted = self.counted is not None and (self.violation or count_days(self.first, self.last) > NEWS_DAYS)
        return counted or bool(self.summary)


@dataclass(frozen=True, slots=True)
class Deed:
    """One happening: an incident gathered from reports, or a row of an event table."""

    id: str
    type: str  # PLOVER type, or the table's own word
    mode: str | None
    first: Day | None  # both ends included; None: no day is known
    last: Day | None
    day_basis: DayBasis
    approximate: bool
    place: str | None  # as the register or the table has it
    places: frozenset[str]  # folded names and refs of where it may have been
    admin1: str | None
    country: str | None  # ISO 3166 alpha-3, or as the table spells it
    latitude: float | None
    longitude: float | None
    lines: tuple[Line, ...]  # in order of publication
    grade: Grade | None
    why: str  # the grade's rule, in words
    origins: tuple[str, ...]  # names of the independent origins that have one
    from_air: bool = False
    target: str | None = None
    posture: Posture | None = None
    stage: Stage | None = None
    tolls: tuple[tuple[str, int | None, int | None], ...] = ()  # what, from, to
    row: ImportedEvent | None = None  # of an event table that was brought in, if one tells it: as the table has it

    @property
    def is_total(self) -> bool:
        """All that tells it sums up many acts: it is then no one happening, and is not counted as one."""
        return bool(self.lines) and all(line.is_total for line in self.lines)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence."""

    span: Span  # of the sentence
    side: Side
    place: str | None = None  # it names a place as well: the register's spelling


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence as a report has it, with the names and days in it."""

    line: Line
    names: tuple[Name, ...]
    days: tuple[When, ...]  # spans are of the sentence
    before: str  # the sentence before it in the same block; empty: there is none
    at: Span | None = None  # where it stands in the report; None: not known


def _naming_nobody(_: Sought) -> NamesIn:
    return lambda _: ()


@dataclass(frozen=True, slots=True)
class Heard:
    """All that a monitor can ask about."""

    speaker: str  # on whose word all of it stands
    deeds: tuple[Deed, ...]
    sayings: tuple[Saying, ...] = ()  # none of an event table
    reports: tuple[tuple[Day, str], ...] = ()  # day of publication and outlet of each report, in order
    quiet: tuple[ImportedEvent, ...] = ()  # rows of number 0, of tables that were brought in: days heard from
    # Gives a function that names whom the register knows in a sentence, of those that are sought.
    naming: Naming = field(default=_naming_nobody, compare=False, repr=False)
