"""An id in, the way from that record down to the words, the report and the bytes it was read from out."""

import sqlite3
from typing import Literal

from histor.records.answer import Quoted, RecordKind, Trace, TraceStep
from histor.records.claims import Claim
from histor.records.decisions import Decision, in_order
from histor.records.events import Event
from histor.records.measures import Spans, When
from histor.records.text import quote
from histor.store import rebuild
from histor.store.as_of import then
from histor.store.context import Context
from histor.store.decisions import marks_among
from histor.store.finding import Found, find
from histor.store.ledger import Ledger
from histor.store.packing import unpacked
from histor.store.words import quoted


def trace(ledger: Ledger, sought: str, *, as_of: str | None = None) -> Trace:
    """Walk from a report, claim, event, mention or problem down to the bytes; a unique prefix of its id will do.

    With `as_of`, as the ledger stood then.
    Raises NotFoundError, and UsageError naming the candidates if several records fit.
    """
    with ledger.reading() as connection:
        found = find(connection, sought, as_of=as_of)
        if not found.reading:
            return _trace_input(connection, found)
        return _Walk(connection, found, then(as_of)).trace()


class _Walk:
    """One walk down; holds what its steps share."""

    def __init__(self, connection: sqlite3.Connection, found: Found, as_of: str) -> None:
        self._as_of = as_of
        self._connection = connection
        self._found = found
        self._context = Context(connection, found.reading)

    def trace(self) -> Trace:
        first, claim_id = self._first_step()
        claims = self._outward(claim_id)
        raw = self._connection.execute("SELECT * FROM raw WHERE sha256 = ?", (self._context.sha256,)).fetchone()
        newer = self._connection.execute(
            "SELECT 1 FROM superseded WHERE older = ? AND recorded <= ?", (self._found.reading, self._as_of)
        ).fetchone()
        return Trace(
            steps=(*first, *(self._claim_step(claim) for claim in claims)),
            source=self._context.source,
            chain=self._context.chain(claims[0] if claims else None),
            sha256=self._context.sha256,
            bytes_hold=None if raw is None else unpacked(raw) is not None,
            made_by=rebuild.made_by_of(self._connection, self._found.reading),
            superseded=newer is not None,
            decided=self._decided([claim.id for claim in claims]),
        )

    def _first_step(self) -> tuple[tuple[TraceStep, ...], str | None]:
        """Tell the record asked for, unless it is a claim, and the claim that it stands in."""
        match self._found.kind:
            case "claim":
                return (), self._found.id
            case "event":
                events = rebuild.events_of(self._connection, self._found.reading)
                event = next(one for one in events if one.id == self._found.id)
                return (self._event_step(event),), event.claim
            case "mention":
                return (self._mention_step(),), None
            case "problem":
                return (self._problem_step(),), None
            case "report":
                says = self._context.source.title or self._context.source.key
                return (TraceStep("report", self._found.id, says, ()),), None

    def _decided(self, claims: list[str]) -> tuple[Decision, ...]:
        """Give what people decided on the record asked for or on a claim that it stands in, undone or not yet."""
        kinds: tuple[tuple[Literal["claim", "event"], list[str]], ...] = (
            ("event", [self._found.id]),
            ("claim", claims),
        )
        found = {}
        for item, ids in kinds:
            numbers = [
                row["number"]
                for identity in ids
                for row in self._connection.execute(f"SELECT number FROM {item}s WHERE id = ?", (identity,))
            ]
            for decisions in marks_among(self._connection, item, numbers, as_of=self._as_of).values():
                found.update({decision.id: decision for decision in decisions})
        return tuple(sorted(found.values(), key=in_order))

    def _outward(self, claim_id: str | None) -> list[Claim]:
        claims: list[Claim] = []
        while claim_id is not None and (claim := self._context.claims[claim_id]) not in claims:
            claims.append(claim)
            claim_id = claim.parent
        return claims

    def _claim_step(self, claim: Claim) -> TraceStep:
        speaker = (
            claim.speaker.name if claim.speaker and claim.speaker.name else quote(self._context.text, claim.source)
        )
        slots: list[tuple[str, Spans]] = [("source", claim.source), ("cue", claim.cue), ("content", claim.content)]
        slots += _of_when("said", claim.said)
        return self._step("claim", claim.id, f"{speaker or 'unnamed'} {claim.stance}", slots)

    def _event_step(self, event: Event) -> TraceStep:
        kind = f"{event.type}/{event.mode}" if event.mode else event.type
        slots: list[tuple[str, Spans]] = [("trigger", (event.trigger,))]
        slots += [("actors", party.spans) for party in event.actors]
        slots += [("recipients", party.spans) for party in event.recipients]
        slots += [("place", (event.place.span,))] if event.place else []
        slots += _of_when("when", event.when)
        slots += [(count.what, (count.span,)) for count in event.quantities]
        return self._step("event", event.id, f"{kind}, {event.status}, {event.certainty}", slots)

    def _mention_step(self) -> TraceStep:
        mentions = rebuild.mentions_of(self._connection, self._found.reading)
        mention = next(one for one in mentions if one.id == self._found.id)
        says = f"{mention.kind} {mention.ref}" if mention.ref else mention.kind
        return self._step("mention", mention.id, says, [("span", (mention.span,))])

    def _problem_step(self) -> TraceStep:
        row = self._connection.execute("SELECT * FROM problems WHERE number = ?", (self._found.number,)).fetchone()
        problem = rebuild.problem_of(row)
        slots: list[tuple[str, Spans]] = [("span", (problem.span,))] if problem.span else []
        return self._step("problem", self._found.id, f"{problem.code}: {problem.message}", slots)

    def _step(self, kind: RecordKind, identity: str, says: str, slots: list[tuple[str, Spans]]) -> TraceStep:
        return TraceStep(kind, identity, says, tuple(self._quoted(slot, spans) for slot, spans in slots if spans))

    def _quoted(self, slot: str, spans: Spans) -> Quoted:
        return quoted(slot, spans, self._context.text, self._context.blocks)


def _of_when(slot: str, when: When | None) -> list[tuple[str, Spans]]:
    return [(slot, (when.span,))] if when and when.span else []


def _trace_input(connection: sqlite3.Connection, found: Found) -> Trace:
    """Tell of a problem of an input that gave no report: there is nothing below it."""
    row = connection.execute("SELECT * FROM problems WHERE number = ?", (found.number,)).fetchone()
    problem = rebuild.problem_of(row)
    says = f"{problem.code}: {problem.message}"
    if problem.key:
        says = f"{problem.key}: {says}"
    step = TraceStep("problem", found.id, says, ())
    return Trace(steps=(step,), source=None, chain=(), sha256=None, bytes_hold=None, made_by=(), superseded=False)
