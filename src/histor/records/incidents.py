"""Incidents: one happening that events of one or more reports speak of, the bonds that tie them, and who says what."""

from dataclasses import dataclass
from typing import Literal

from histor.records.answer import EventRow
from histor.records.claims import SpeakerKind, Stance
from histor.records.events import PlacePrecision
from histor.records.measures import Day, Span

Basis = Literal["own", "sentence", "paragraph", "title", "report", "published"]
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


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one report tells it."""

    row: EventRow
    setting: Setting
    copy_of: str = ""  # id of the first report with the same words; empty: its own words

    @property
    def id(self) -> str:
        """The event's id."""
        return self.row.event.id


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that share words."""

    one: str  # id of the report that was published first
    other: str
    kind: Literal["copy", "cut", "quotation"]  # the same words; most of one within the other; some of them
    share: float  # of the words of the one that says less, 0 to 1


@dataclass(frozen=True, slots=True)
class Reason:
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
