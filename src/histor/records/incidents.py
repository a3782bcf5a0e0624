"""Incidents: one happening that events of one or more reports speak of, the bonds that tie them, and who says what."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from histor.records.answer import EventRow
from histor.records.claims import SpeakerKind, Stance
from histor.records.dataset import dataset_of
from histor.records.decisions import Decision
from histor.records.events import EventType, PlacePrecision, Status
from histor.records.made import identify
from histor.records.measures import Day, Span

SUMS_UP = "sums up many"  # said of words that tell many happenings or a lasting state, and no single one
Basis = Literal["own", "sentence", "paragraph", "title", "report", "published"]
Sums = Literal["without", "only"]  # which incidents are asked for: those that tell one happening, or those that do not
Field = Literal["happened", "what", "when", "where", "who", "whom", "target", "count"]
Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
About = Literal["whether it happened", "who did it", "how many", "on which day", "where"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where an event may have happened, and which words say so."""

    name: str
    ref: str | None
    latitude: float | None  # degrees, WGS 84
    longitude: float | None
    country: str | None
    admin1: str | None
    precision: PlacePrecision | None
    basis: Basis  # own: the event's own words


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days on which an event may have happened, both ends included, and which words say so."""

    start: Day
    end: Day
    basis: Basis
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody on whose word something stands."""

    name: str | None  # None: nobody is named
    ref: str | None
    kind: SpeakerKind
    owner: str | None = None  # ref of whom it belongs to, all the way up; None: nobody known


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around an event in its report and is needed to compare it with others."""

    event: str  # id
    stance: Stance | None  # of the claim that it stands in; None: the report's own statement
    voices: tuple[Voice, ...]  # from the outlet inward
    spots: tuple[Spot, ...]  # best first; empty: no place known
    days: Stretch | None
    sentence: Span
    ways: tuple[str, ...] = ()  # how it was done, by the nearest words that say so
    things: tuple[str, ...] = ()  # what was there: a market, a convoy …
    summary: tuple[str, ...] = ()  # why it is read as many happenings or a lasting state; empty: it tells one happening


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one report tells it."""

    row: EventRow
    setting: Setting
    copy_of: str = ""  # id of the first report with the same words; empty: its own words
    position: int = 0  # among the acts that its report tells, in the order of their words

    @property
    def id(self) -> str:
        """The event's id."""
        return self.row.event.id

    @property
    def type(self) -> EventType:
        """The kind of act."""
        return self.row.event.type

    @property
    def status(self) -> Status:
        """What kind of act the words describe."""
        return self.row.event.status

    @property
    def days(self) -> Stretch | None:
        """The days on which it may have been."""
        return self.setting.days

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places where it may have been."""
        return self.setting.spots

    @property
    def dataset(self) -> str | None:
        """The event table whose row it is; None: a report tells it."""
        return dataset_of(self.row.source.key)

    @property
    def killed(self) -> tuple[int, ...]:
        """The least numbers of people killed that it tells."""
        counts = self.row.event.quantities
        return tuple(each.low for each in counts if each.what == "killed" and each.low is not None)


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that share words."""

    one: str  # id of the report that was published first
    other: str
    kind: Literal["copy", "cut", "quotation"]  # the same words; most of one within the other; some of them
    share: float  # of the words of the one that says less, 0 to 1


class Reason(NamedTuple):
    """One thing that speaks for or against two events being one happening."""

    what: str  # a stable word, such as `same-day`
    words: str  # for a person
    weight: float  # added to the score's log odds; negative: against


@dataclass(frozen=True, slots=True)
class Bond:
    """Two events that speak of one happening, and why that is thought; nothing is deleted by it."""

    one: str  # event id; the lesser of the two
    other: str
    score: float  # how probable it is that both speak of one happening
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source, whichever and however many outlets carry it."""

    key: str
    name: str
    named: bool  # a voice without a name is never the second origin
    tellings: tuple[str, ...]  # event ids
    outlets: tuple[str, ...]  # that carry it
    party: bool = False  # it is said to be the doer, and says so itself


@dataclass(frozen=True, slots=True)
class Value:
    """One answer to what, when, where, who or how many, and who gives it."""

    field: Field
    text: str
    origins: tuple[str, ...]  # keys
    tellings: tuple[str, ...]  # event ids
    what: str = ""  # of counts: killed, wounded …
    low: int | None = None
    high: int | None = None
    around: bool = False  # a place or day that no telling gives in its own words: those around one do

    @property
    def told(self) -> str:
        """The text, with a question mark after what is told only around a telling."""
        return f"{self.text} ?" if self.around else self.text


@dataclass(frozen=True, slots=True)
class Toll:
    """How a number moved over time."""

    what: str  # killed, wounded …
    low: int | None  # the least that anybody says; None: no lower bound said
    high: int | None  # the most that anybody says; None: somebody says "or more"
    course: tuple[tuple[Day | None, str, str], ...]  # day of publication, number, event id; the last is the latest


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two events that cannot both be so; or, if `revision`, a later word of one origin that replaces an earlier one."""

    about: About
    one: str  # event id
    other: str
    one_says: str
    other_says: str
    revision: bool = False
    decided: Decision | None = None  # by whom it was confirmed; None: by nobody yet

    @property
    def id(self) -> str:
        """The id by which a person confirms or rejects it: the same two events and question, the same id."""
        return identify("x", self.about, *sorted((self.one, self.other)))


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening, as all who speak of it have it."""

    id: str
    tellings: tuple[Telling, ...]  # in order of publication
    bonds: tuple[Bond, ...]
    origins: tuple[Origin, ...]
    values: tuple[Value, ...]
    tolls: tuple[Toll, ...]
    contradictions: tuple[Contradiction, ...]
    contested: tuple[str, ...]  # names of fields
    grade: Grade
    why: str  # the grade's rule, in words
    decided: tuple[Decision, ...] = ()  # by people, on the incident itself: merged, split, confirmed, rejected, noted

    @property
    def is_summary(self) -> bool:
        """Whether all that tell it sum up many happenings or a lasting state: it is then no one that can be counted."""
        return all(each.setting.summary for each in self.tellings)

    def suits(self, sums: Sums | None) -> bool:
        """Tell whether it is asked for: single happenings, or what sums up many; None: both are."""
        return sums is None or self.is_summary == (sums == "only")

    @property
    def leading(self) -> tuple[Bond, ...]:
        """Give the strongest bond of each telling, each once, in the order of the tellings."""
        strongest: dict[str, Bond] = {}
        for bond in self.bonds:
            for end in (bond.one, bond.other):
                if end not in strongest or bond.score > strongest[end].score:
                    strongest[end] = bond
        return tuple(dict.fromkeys(strongest[each.id] for each in self.tellings if each.id in strongest))


@dataclass(frozen=True, slots=True)
class Beside:
    """Another incident that may be the same happening: bound to this one, and not joined with it."""

    incident: Incident
    bond: Bond  # the strongest between an event of each
    here: str  # id of the bound event of this one
    there: Telling  # that of the other
