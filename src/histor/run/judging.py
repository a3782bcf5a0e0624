"""A person's word on a claim, event, incident or contradiction in, kept in the ledger; before and after out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from histor.errors import NotFoundError, UsageError
from histor.records.anchoring import anchor_of_claim, anchor_of_event
from histor.records.answer import Quoted
from histor.records.claims import Claim
from histor.records.decisions import Anchor, Decision, DecisionKind, Side, TargetKind, identified
from histor.records.edits import field_of, judged_of
from histor.records.events import Event
from histor.records.incidents import Contradiction, Incident, Telling
from histor.records.measures import Span
from histor.records.question import Question, instant
from histor.records.record import Record
from histor.run import joining
from histor.run.edits import Typed
from histor.steps.gather.rulings import overruled
from histor.store.decisions import Listed, all_rulings, decide, decision, decisions, verdicts
from histor.store.finding import find
from histor.store.ledger import Ledger
from histor.store.rebuild import record_of
from histor.store.words import quoted, sentence_around

__all__ = ("Done", "Hand", "Listed", "edit", "give_verdict", "list_all", "merge", "split", "undo")


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, when, and why."""

    who: str
    recorded: str  # instant, ISO 8601
    why: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What was decided, the words that it stands on, and what they are read as before and after."""

    decisions: tuple[Decision, ...]  # that are new; empty: it was decided so already
    quoted: tuple[Quoted, ...]
    before: Claim | Event | None = None  # None: it is no claim or event that was judged
    after: Claim | Event | None = None  # None: it counts no longer
    incidents_before: tuple[str, ...] = ()  # ids
    incidents_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A claim or event with the record that it stands in, as it was read last."""

    one: Claim | Event
    record: Record

    def sentence(self) -> Span:
        spans = (self.one.trigger,) if isinstance(self.one, Event) else self.one.content or self.one.cue
        return sentence_around(self.record.report.text, spans, self.record.report.blocks)

    def anchor(self, side: Side = "one") -> Anchor:
        if isinstance(self.one, Event):
            return anchor_of_event(self.record, self.one, self.sentence(), side=side)
        return anchor_of_claim(self.record, self.one, self.sentence())

    def quoted(self) -> Quoted:
        event = isinstance(self.one, Event)
        spans = (self.one.trigger,) if isinstance(self.one, Event) else self.one.content or self.one.cue
        return quoted("trigger" if event else "content", spans, self.record.report.text, self.record.report.blocks)

    @property
    def kind(self) -> TargetKind:
        return "event" if isinstance(self.one, Event) else "claim"


def list_all(ledger: Ledger, *, as_of: str | None = None) -> tuple[Listed, ...]:
    """Give all decisions made by then, in their order, with what became of each."""
    lost = overruled(all_rulings(ledger, as_of=as_of))
    return tuple(replace(each, overruled=each.decision.id in lost) for each in decisions(ledger, as_of=as_of))


def give_verdict(ledger: Ledger, sought: str, kind: DecisionKind, hand: Hand) -> Done:
    """Confirm, reject or note a claim (c-…), event (e-…), incident (i-…) or contradiction (x-…); a prefix will do.

    Raises NotFoundError, UsageError.
    """
    if sought.startswith("i-"):
        first = joining.incident(ledger, sought).tellings[0]
        return _kept(ledger, [_made(kind, "incident", [_anchored(ledger, first)], hand)], (first,))
    if sought.startswith("x-"):
        found, one, other = _contradiction(ledger, sought)
        anchors = [_anchored(ledger, one), _anchored(ledger, other, side="other")]
        return _kept(ledger, [_made(kind, "contradiction", anchors, hand, field=found.about)], (one, other))
    read = _read(ledger, sought)
    judged = judged_of(read.one) if kind != "note" else ""
    return _on_item(ledger, read, [_made(kind, read.kind, [read.anchor()], hand, before=judged)])


def edit(ledger: Ledger, sought: str, typed: Mapping[str, str], hand: Hand) -> Done:
    """Set fields of a claim or event, as typed; each is a decision of its own. A prefix of the id will do.

    Raises NotFoundError, and UsageError for a field or value that cannot be.
    """
    read = _read(ledger, sought)
    report = read.record.report
    values = Typed(report.text, read.sentence(), ledger.path, day=report.published.start).edits(read.one, typed)
    made = [
        _made("edit", read.kind, [read.anchor()], hand, field=field, before=field_of(read.one, field), after=after)
        for field, after in values.items()
    ]
    return _on_item(ledger, read, [each for each in made if each.before != each.after])


def merge(ledger: Ledger, one: str, other: str, hand: Hand) -> Done:
    """Hold two incidents together: each by its id or one of its events. Raises NotFoundError, UsageError."""
    found = [joining.incident(ledger, sought) for sought in (one, other)]
    if found[0].id == found[1].id:
        raise UsageError(f"{one} and {other} are in one incident already: {found[0].id}")
    first, second = (_telling_of(each, sought) for each, sought in zip(found, (one, other), strict=True))
    anchors = [_anchored(ledger, first), _anchored(ledger, second, side="other")]
    return _kept(ledger, [_made("merge", "incident", anchors, hand)], (first, second))


def split(ledger: Ledger, events: Sequence[str], hand: Hand) -> Done:
    """Take events out of the incident that holds them; they stay apart from all that it held besides.

    Raises NotFoundError, and UsageError if they are not in one incident or are all of it.
    """
    found = {each.id: each for each in (joining.incident(ledger, sought) for sought in events)}
    if len(found) != 1:
        raise UsageError(f"these events are in {len(found)} incidents: {', '.join(found)}; split one at a time")
    (whole,) = found.values()
    out = {_telling_of(whole, sought).id for sought in events}
    leaving = [each for each in whole.tellings if each.id in out]
    staying = [each for each in whole.tellings if each.id not in out]
    if not staying:
        raise UsageError(f"{whole.id} holds nothing else to split from: it has {len(leaving)} of its events named")
    anchors = [_anchored(ledger, each) for each in leaving] + [_anchored(ledger, x, side="other") for x in staying]
    return _kept(ledger, [_made("split", "incident", anchors, hand)], (*leaving, staying[0]))


def undo(ledger: Ledger, sought: str, hand: Hand) -> Done:
    """Take a decision back; nothing is deleted. Raises NotFoundError, and UsageError if it is undone or an undo."""
    listed = decision(ledger, sought)
    undone = listed.decision
    if undone.kind == "undo":
        raise UsageError(f"{undone.id} is itself an undo; decide anew what it took back ({undone.undoes})")
    if listed.undone_by:
        raise UsageError(f"{undone.id} is undone already, by {listed.undone_by}")
    made = _made("undo", "decision", undone.anchors, hand, undoes=undone.id, before=undone.after, after=undone.before)
    return Done(decide(ledger, [made]), tuple(_words(anchor) for anchor in undone.anchors[:1]))


def _made(
    kind: DecisionKind,
    target: TargetKind,
    anchors: Sequence[Anchor],
    hand: Hand,
    *,
    field: str = "",
    before: str = "",
    after: str = "",
    undoes: str | None = None,
) -> Decision:
    if not hand.who.strip():
        raise UsageError("a decision needs a name: say whose it is")
    facts = ("", kind, target, tuple(anchors), hand.who.strip(), instant(hand.recorded), hand.why.strip())
    return identified(Decision(*facts, field, before, after, undoes))


def _on_item(ledger: Ledger, read: _Read, made: Sequence[Decision]) -> Done:
    new = decide(ledger, made)
    return Done(new, (read.quoted(),), before=read.one, after=_now(ledger, read))


def _kept(ledger: Ledger, made: Sequence[Decision], tellings: Sequence[Telling]) -> Done:
    """Keep decisions on incidents; tell which incidents held these events before, and which do now."""
    before = _holding(ledger, tellings)
    new = decide(ledger, made)
    words = tuple(_read(ledger, each.id).quoted() for each in tellings)
    return Done(new, words, incidents_before=before, incidents_after=_holding(ledger, tellings))


def _holding(ledger: Ledger, tellings: Sequence[Telling]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(joining.incident(ledger, each.id).id for each in tellings))


def _read(ledger: Ledger, sought: str) -> _Read:
    """Find a claim or event as it was read last, rejected or not."""
    with ledger.reading() as connection:
        found = find(connection, sought, kinds=("claim", "event"))
        record = record_of(connection, found.reading)
    held: Sequence[Claim | Event] = record.events if found.kind == "event" else record.claims
    return _Read(next(each for each in held if each.id == found.id), record)


def _now(ledger: Ledger, read: _Read) -> Claim | Event | None:
    """Give what counts now of a claim or event; None if it is rejected."""
    with ledger.reading() as connection:
        found = find(connection, read.record.report.id, kinds=("report",))
        record = record_of(connection, found.reading)
    held: Sequence[Claim | Event] = record.events if isinstance(read.one, Event) else record.claims
    return next((each for each in held if each.id == read.one.id), None)


def _anchored(ledger: Ledger, telling: Telling, *, side: Side = "one") -> Anchor:
    return _read(ledger, telling.id).anchor(side)


def _telling_of(incident: Incident, sought: str) -> Telling:
    """Give the event that is named, or the first telling where the incident is."""
    return next((each for each in incident.tellings if each.id.startswith(sought)), incident.tellings[0])


def _contradiction(ledger: Ledger, sought: str) -> tuple[Contradiction, Telling, Telling]:
    everything = joining.incidents(ledger, Question())
    known = verdicts(ledger, "contradiction", as_of=None)
    fitting = [each for each in joining.contradictions(everything, known) if each[0].id.startswith(sought)]
    if not fitting:
        raise NotFoundError(f"no contradiction has the id {sought!r}; `histor contradictions` shows them")
    if len({each[0].id for each in fitting}) > 1:
        raise UsageError(f"{sought!r} fits several: {', '.join(each[0].id for each in fitting)}; give more of the id")
    return fitting[0]


def _words(anchor: Anchor) -> Quoted:
    return Quoted("words", anchor.spans, anchor.words, anchor.sentence, "", "")
