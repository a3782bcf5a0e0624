"""A record and the decisions on it in, the record as people have it out, and where each decision stands in it.

Decisions are applied in the order in which they were made, so that the later one wins. What is rejected is left out,
with all that stands on its word; what no longer applies becomes a problem that says what to do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from histor.records.anchoring import find_claim, find_event, located
from histor.records.claims import Claim
from histor.records.decisions import Anchor, Decision, Pin, in_order
from histor.records.edits import claim_with, event_with, judged_of
from histor.records.events import Event
from histor.records.made import Problem, Step, identify
from histor.records.record import Record

JUDGE = "judge"  # name of the step whose version names the decisions


@dataclass(frozen=True, slots=True)
class Judged:
    """A record as people have it."""

    record: Record
    pins: tuple[Pin, ...]


def judge(record: Record, rulings: Iterable[tuple[Decision, Sequence[int]]]) -> Judged:
    """Apply decisions to a record; each comes with the positions of its anchors that stand in this report."""
    desk = _Desk(record)
    for decision, positions in sorted(rulings, key=lambda each: in_order(each[0])):
        for position in positions:
            desk.take(decision, position)
    return desk.judged()


def judging_step(decisions: Iterable[str]) -> Step:
    """Name the step that applies these decisions, so that other decisions are another version of it."""
    return Step(JUDGE, identify(JUDGE, *sorted(decisions)).rpartition("-")[2])


@dataclass(slots=True)
class _Desk:
    """The claims and events of a record while decisions are applied to them."""

    record: Record
    claims: dict[str, Claim] = field(init=False)
    events: dict[str, Event] = field(init=False)
    rejected: set[str] = field(default_factory=set)
    pins: list[Pin] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.claims = {claim.id: claim for claim in self.record.claims}
        self.events = {event.id: event for event in self.record.events}

    def take(self, decision: Decision, position: int) -> None:
        """Apply a decision at one of its anchors."""
        anchor = decision.anchors[position]
        found = find_event(anchor, self.record) if anchor.item == "event" else find_claim(anchor, self.record)
        if found is None:
            self.pins.append(Pin(decision.id, position, None, "lost"))
            self.problems.append(_lost(decision, anchor, self.record))
            return
        state = self._applied(decision, found.id) if decision.target in ("claim", "event") else "held"
        self.pins.append(Pin(decision.id, position, found.id, "held" if state == "held" else "changed"))
        if state != "held":
            self.problems.append(_changed(decision, anchor, state, self.record))

    def judged(self) -> Judged:
        """Give the record as it stands now."""
        gone = self._gone()
        claims = tuple(claim for claim in self.claims.values() if claim.id not in gone)
        events = tuple(event for event in self.events.values() if event.id not in gone)
        problems = (*self.record.problems, *dict.fromkeys(self.problems))
        return Judged(replace(self.record, claims=claims, events=events, problems=problems), tuple(self.pins))

    def _applied(self, decision: Decision, identity: str) -> str:
        """Apply a decision to a claim or event; give `held`, or what is read there now if that is something else."""
        one = self.events.get(identity) or self.claims[identity]
        if decision.kind == "edit":
            self._edit(one, decision)
        elif decision.kind in ("confirm", "reject"):
            now = judged_of(one)
            if decision.before not in ("", now):
                return now
            (self.rejected.add if decision.kind == "reject" else self.rejected.discard)(identity)
        return "held"

    def _edit(self, one: Claim | Event, decision: Decision) -> None:
        if isinstance(one, Event):
            self.events[one.id] = event_with(one, decision.field, decision.after)
        else:
            self.claims[one.id] = claim_with(one, decision.field, decision.after)

    def _gone(self) -> set[str]:
        """Give what is rejected, and all that stands in a rejected claim: nobody's word is left for it."""
        gone = set(self.rejected)
        while True:
            inner = {claim.id for claim in self.claims.values() if claim.parent in gone}
            inner |= {event.id for event in self.events.values() if event.claim in gone}
            if inner <= gone:
                return gone
            gone |= inner


def _lost(decision: Decision, anchor: Anchor, record: Record) -> Problem:
    spans = located(anchor, record.report.text)
    missing = f"no {anchor.item} is read there any more" if spans else "the text no longer has their sentence"
    message = f"{_named(decision)} stands on the words “{anchor.words}”, and {missing}; {_what_to_do(decision)}"
    return Problem("decision-lost", message, spans[0] if spans else None)


def _changed(decision: Decision, anchor: Anchor, now: str, record: Record) -> Problem:
    spans = located(anchor, record.report.text)
    message = (
        f"{_named(decision)} judged {decision.before} at “{anchor.words}”, which is read as {now} now; "
        f"it does not count until somebody looks: {_what_to_do(decision)}"
    )
    return Problem("decision-changed", message, spans[0] if spans else None)


def _named(decision: Decision) -> str:
    return f"the decision {decision.id} ({decision.kind}, {decision.who}, {decision.recorded[:10]})"


def _what_to_do(decision: Decision) -> str:
    return f"decide anew, or take it back with `histor judge undo {decision.id}`"
