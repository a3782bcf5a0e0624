"""A claim or event of a ledger in, what a sentence may take from it out: its words, and what is known of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from histor.errors import NotFoundError, UsageError
from histor.records.answer import ClaimRow, Source
from histor.records.brief import Citation, Standing
from histor.records.claims import REFUTES, Claim, chain
from histor.records.events import HAPPENED, Event
from histor.records.measures import Span
from histor.records.record import Record
from histor.records.text import quote
from histor.steps.brief.wording import Said
from histor.store import questions
from histor.store.finding import find
from histor.store.ledger import Ledger
from histor.store.rebuild import record_of, source_of
from histor.store.words import sentence_around

_PRONOUNS = frozenset("he she it they we i you his her their the who which".split())


class Texts:
    """The records that citations are made from, each asked for once."""

    def __init__(self, ledger: Ledger, *, as_of: str | None = None) -> None:
        self._ledger = ledger
        self._as_of = as_of
        self._held: dict[str, Record] = {}

    def said_in_event(self, source: Source, identity: str) -> Said:
        """Give what a report says of an event."""
        record = self._record(source.report_id)
        event = next(each for each in record.events if each.id == identity)
        claim = next((each for each in record.claims if each.id == event.claim), None)
        counts = tuple((each.what, quote(record.report.text, (each.span,))) for each in event.quantities)
        return _said(record, claim, _citation(record, source, event, claim), counts)

    def said_in_claim(self, row: ClaimRow) -> Said:
        """Give what a report says in a claim."""
        record = self._record(row.source.report_id)
        return _said(record, row.claim, _citation(record, row.source, row.claim, row.claim), ())

    def citation(self, identity: str, number: int) -> Citation | None:
        """Give what a sentence may take from a claim or event, by its id; None if none has it."""
        try:
            with self._ledger.reading() as connection:
                found = find(connection, identity, kinds=("claim", "event"))
                record = record_of(connection, found.reading)
                row = connection.execute("SELECT * FROM readings WHERE number = ?", (found.reading,)).fetchone()
                source = source_of(row)
        except (NotFoundError, UsageError):
            return None
        held: tuple[Claim | Event, ...] = (*record.claims, *record.events)
        one = next(each for each in held if each.id == found.id)
        claim = one if isinstance(one, Claim) else next((c for c in record.claims if c.id == one.claim), None)
        return replace(_citation(record, source, one, claim), number=number)

    def _record(self, report: str) -> Record:
        if report not in self._held:
            self._held[report] = questions.record(self._ledger, report, as_of=self._as_of)
        return self._held[report]


def _citation(record: Record, source: Source, one: Claim | Event, claim: Claim | None) -> Citation:
    claims = {each.id: each for each in record.claims}
    outlet = (record.report.outlet,) if record.report.outlet else ()
    voices = chain(claim, claims, record.report.outlet) if claim else outlet
    events = [one] if isinstance(one, Event) else [each for each in record.events if each.claim == one.id]
    parties = (party.name for each in events for party in (*each.actors, *each.recipients))
    places = (each.place.name for each in events if each.place)
    days = tuple(each.when for each in events if each.when and each.when.start)
    return Citation(
        id=one.id,
        number=0,
        source=source,
        chain=voices,
        words=_words(record, one, claim),
        standing=_standing(one, claim),
        names=tuple(dict.fromkeys(name for name in (*voices, *outlet, *parties, *places) if name != "unnamed")),
        days=days,
    )


def _words(record: Record, one: Claim | Event, claim: Claim | None) -> str:
    """Give the sentences that hold the event, or the whole of the claim; both where the event stands in a claim."""
    text, blocks = record.report.text, record.report.blocks
    spans = [*((one.trigger,) if isinstance(one, Event) else ())]
    if claim and not (isinstance(one, Event) and claim.manner == "block"):
        spans += [*claim.source, *claim.cue, *claim.content]
    spans = spans or [Span(0, 1)]
    stretches = dict.fromkeys(sentence_around(text, (span,), blocks) for span in spans)
    return " ".join(" ".join(text[start:end].split()) for start, end in _merged(sorted(stretches)))


def _merged(stretches: Sequence[Span]) -> Iterator[Span]:
    last: Span | None = None
    for each in stretches:
        if last and each.start <= last.end:
            last = Span(last.start, max(last.end, each.end))
        else:
            if last:
                yield last
            last = each
    if last:
        yield last


def _standing(one: Claim | Event, claim: Claim | None) -> Standing:
    """Tell how the words have it: what somebody only says is said, whatever kind of act it is."""
    status = one.status if isinstance(one, Event) else None
    if status == "denied" or (claim and claim.stance in REFUTES):
        return "denied"
    if status in ("planned", "threatened", "hypothetical"):
        return "planned"
    return "said" if claim or status not in HAPPENED else "happened"


def _said(record: Record, claim: Claim | None, citation: Citation, counts: tuple[tuple[str, str], ...]) -> Said:
    if claim is None or claim.manner == "block":
        return Said(citation, "", counts=counts)
    text = record.report.text
    source, cue = quote(text, claim.source).strip(" ,;:"), quote(text, claim.cue)
    speaker = claim.speaker.name if claim.speaker and claim.speaker.name else source
    own = source if source and source.split()[0].casefold() not in _PRONOUNS else ""
    return Said(
        citation=citation,
        speaker=own if len(claim.source) == 1 and own else speaker,
        cue=cue,
        content=quote(text, claim.content),
        direct=claim.manner == "direct",
        straight=_is_straight(claim),
        counts=counts,
    )


def _is_straight(claim: Claim) -> bool:
    spans = (*claim.source, *claim.cue, *claim.content)
    pieces = (claim.source, claim.cue, claim.content)
    return all(len(each) == 1 for each in pieces) and list(spans) == sorted(spans)
