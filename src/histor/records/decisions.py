"""What people decide: who decided what, when and why, about which words; and the ids of decisions."""

from dataclasses import astuple, dataclass
from typing import Literal

from histor.records.made import identify
from histor.records.measures import Day, Spans

DecisionKind = Literal["confirm", "reject", "edit", "note", "merge", "split", "undo"]
TargetKind = Literal["claim", "event", "incident", "contradiction", "decision"]
Side = Literal["one", "other"]
PinState = Literal["held", "changed", "lost"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a decision stands on: they stay when a newer version reads the report again."""

    item: Literal["claim", "event"]
    text: str  # sha256 of the report's text
    key: str  # of the report
    outlet: str | None  # of the report
    day: Day | None  # of publication; None: unknown
    spans: Spans  # an event's trigger, a claim's content
    words: str  # that the spans point at
    sentence: str  # around them; finds them again where the text has moved
    sentence_start: int  # code points
    ordinal: int = 0  # among the events of this trigger, or claims of this content, in the record's order
    side: Side = "one"  # the sides of a merge, split or contradiction: what is merged, split off, or said first


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person decided; it outranks the machine, and an undo takes it back. Nothing is deleted."""

    id: str
    kind: DecisionKind
    target: TargetKind
    anchors: tuple[Anchor, ...]
    who: str
    recorded: str  # instant, ISO 8601, UTC
    why: str  # empty: not said
    field: str = ""  # of an edit: the contract's name; of a contradiction: what it is about
    before: str = ""  # JSON of the field, or of what was judged; empty: nothing to compare
    after: str = ""  # JSON of the field; empty: not an edit
    undoes: str | None = None  # id of a decision


@dataclass(frozen=True, slots=True)
class Ruling:
    """Two events that a person holds together or apart, whatever the machine thinks."""

    together: bool
    one: str  # event id; the lesser of the two
    other: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's word on a contradiction or an incident, at the events that it is pinned to."""

    decision: Decision
    events: tuple[str, ...]  # ids; of a contradiction both, of an incident one that it holds


@dataclass(frozen=True, slots=True)
class Pin:
    """Where one anchor of a decision stands in one reading."""

    decision: str  # id
    position: int  # of the anchor
    item: str | None  # id of the claim or event, rejected or not; None: it is lost
    state: PinState  # changed: something else is read there now than what was judged; lost: nothing is


def identified(decision: Decision) -> Decision:
    """Give the decision with the id that its content gives it."""
    content = (part for place, part in enumerate(astuple(decision)) if place > 0)
    return Decision(identify("d", *content), *(getattr(decision, name) for name in decision.__slots__[1:]))


def in_order(decision: Decision) -> tuple[str, str]:
    """Give what decisions are put in order by: the instant, then the id; the later one wins."""
    return decision.recorded, decision.id
