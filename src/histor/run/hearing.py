"""A ledger in, what monitors hear of it out: its incidents as deeds, its sentences with their names and days."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import PurePath

from histor.codebook.countries import CAPITALS
from histor.monitors.hearing.deeds import deeds_of
from histor.monitors.hearing.sides import Sides
from histor.monitors.hearing.tables import days_of_record, heard_in_table
from histor.records.claims import Claim, chain
from histor.records.dataset import Imported, ImportedEvent
from histor.records.events import Event, Party
from histor.records.heard import Deed, Heard, Line, Name, Saying, Side
from histor.records.incidents import Telling
from histor.records.measures import Day, Days, Span, When
from histor.records.question import Question
from histor.records.record import Record
from histor.records.register import Register, fold_name
from histor.records.text import Block, readable
from histor.run import joining
from histor.run.naming import naming
from histor.run.register import Known, known_by, register_of
from histor.steps.join.voices import is_own
from histor.steps.link.actors import link_actor
from histor.steps.link.scan import Hit
from histor.steps.link.setting import Setting, setting_of
from histor.steps.link.times import dated, day_of, times_of
from histor.steps.rows.wording import quiet_row_of, row_of
from histor.store import questions
from histor.store.ledger import Ledger, open_to_read
from histor.store.row_texts import row_texts, texts_of
from histor.store.words import sentence_around

Wanted = Callable[[str], bool]
Spanned = Callable[[Day | None], Days]
_AHEAD = re.compile(r"\b(?:will|shall|(?:is|are|was|were) (?:to|due|set|expected) |due to|planned for)\b")
LONGEST_LEAD = 12  # code points before a name in which "across " may stand
_WHERE = re.compile(r"\b(?:in|at|near|from|of|to|around|outside|inside|across|over|through|for)\s$")


def hear(
    path: str, *, wanted: Wanted | None = None, spanned: Spanned | None = None, recorded: str, as_of: str | None = None
) -> Heard:
    """Give all that a ledger has heard, or had heard then; readings that were not joined yet are joined first.

    Of its sentences only those that are `wanted`, and none without it; of its deeds those of the days that `spanned`
    gives for the day of the last report, and all rows of event tables; all without it. `recorded` is this instant, ISO
    8601. Raises LedgerError.
    """
    joining.join_waiting(path, recorded=recorded, as_of=as_of)
    with open_to_read(path) as opened:
        return _heard(opened, register_of(known_by(path)), wanted, spanned, as_of)


def hear_table(record: Imported) -> Heard:
    """Give what an event table has heard, its parties known by the register that comes with the program."""
    register = register_of(Known())
    sides = Sides(register)
    return replace(heard_in_table(record, cache(sides.spelt)), naming=partial(naming, register, sides))


def sayings_of(path: str, wanted: Wanted) -> tuple[Saying, ...]:
    """Give the sentences of a ledger that are wanted, in order of publication. Raises LedgerError."""
    register = register_of(known_by(path))
    with open_to_read(path) as opened:
        listed = [row.source.report_id for row in questions.reports(opened, Question()).items]
        return _sayings(opened, listed, register, wanted, None)


def _heard(
    ledger: Ledger, register: Register, wanted: Wanted | None, spanned: Spanned | None, as_of: str | None
) -> Heard:
    sides, everything = Sides(register), Question(as_of=as_of)
    rows = questions.reports(ledger, everything).items
    dated = [(row.source.published.start, row.source.outlet or PurePath(row.source.key).name) for row in rows]
    texts = row_texts(ledger)
    days = spanned(max((day for day, _ in dated if day), default=None)) if spanned else (None, None)
    deeds = deeds_of(joining.incidents(ledger, everything, days), sides, _row_in(texts))
    tables, quiet = _tables_of(deeds), []
    for row in rows:
        if told := quiet_row_of(texts.get(row.source.report_id, "")):
            quiet.append(told)
            tables.setdefault(row.source.outlet or "", []).append(told)
    dated += [each for name, held in tables.items() for each in days_of_record(held, name)]
    return Heard(
        speaker=_speaker(len(rows), tables, ledger),
        deeds=deeds,
        sayings=_sayings(ledger, [row.source.report_id for row in rows], register, wanted, as_of) if wanted else (),
        reports=tuple(sorted((day, outlet) for day, outlet in dated if day)),
        quiet=tuple(quiet),
        naming=partial(naming, register, sides),
    )


def _row_in(texts: Mapping[str, str]) -> Callable[[Telling], ImportedEvent | None]:
    """Give a function that gives the row of an event table that a telling is."""

    def find(telling: Telling) -> ImportedEvent | None:
        text, when = texts.get(telling.row.source.report_id), telling.row.event.when
        return row_of(text, when) if text is not None and when is not None else None

    return find


def _tables_of(deeds: Sequence[Deed]) -> dict[str, list[ImportedEvent]]:
    """Give the rows of each event table that was brought in, by the table's name."""
    found: dict[str, list[ImportedEvent]] = {}
    for deed in deeds:
        name = next((line.outlet for line in deed.lines if line.outlet and line.published is None), None)
        if deed.row and name:
            found.setdefault(name, []).append(deed.row)
    return found


def _speaker(reports: int, tables: Mapping[str, Sequence[ImportedEvent]], ledger: Ledger) -> str:
    """Name on whose word all stands: the tables' where nothing but tables was read."""
    if tables and reports == sum(map(len, tables.values())):
        return " and ".join(sorted(tables))
    return f"{reports} report{'' if reports == 1 else 's'} of {ledger.path}"


def _sayings(
    ledger: Ledger, listed: Sequence[str], register: Register, wanted: Wanted, as_of: str | None
) -> tuple[Saying, ...]:
    """Give the sentences that are wanted of these reports, in their order."""
    sides = Sides(register)
    found: list[Saying] = []
    telling = {report for report, text in texts_of(ledger, listed) if wanted(text)}
    for report in listed:
        if report in telling:
            record = questions.record(ledger, report, as_of=as_of)
            found.extend(_Sayings(record, register, sides).find(wanted))
    return tuple(found)


class _Sayings:
    """The sentences of one report."""

    def __init__(self, record: Record, register: Register, sides: Sides) -> None:
        self._record = record
        self._report = record.report
        self._day = day_of(record.report.published)
        self._setting: Setting = setting_of(record.report, register, self._day)
        self._times = times_of(record.report, self._day)
        self._read = {event.when.span: event.when for event in record.events if event.when and event.when.span}
        self._claims = {claim.id: claim for claim in record.claims}
        self._sides = sides

    def find(self, wanted: Wanted) -> Iterator[Saying]:
        """Give the sentences that are wanted, in order, once for each event in them and once where there is none."""
        for block in readable(self._report):
            before = ""
            for span in self._sentences(block):
                text = self._report.text[span.start : span.end]
                if wanted(text):
                    yield from self._sayings(span, before)
                before = " ".join(text.split())

    def _sentences(self, block: Block) -> Iterator[Span]:
        text, at = self._report.text, block.start
        while at < block.end:
            if text[at].isspace():
                at += 1
                continue
            span = sentence_around(text, [Span(at, at + 1)], (block,))
            yield span
            at = max(span.end, at + 1)

    def _sayings(self, span: Span, before: str) -> Iterator[Saying]:
        names, days = tuple(self._names(span)), tuple(self._days(span))
        events = [event for event in self._record.events if span.start <= event.trigger.start < span.end]
        lines = [self._line(span, event) for event in events] or [self._line(span, None)]
        for line in lines:
            yield Saying(line, names, days, before, span)

    def _line(self, span: Span, event: Event | None) -> Line:
        claim = self._claim_of(span, event)
        told_by = self._spoken(claim)
        said = Line(
            event=None,
            report=self._report.id,
            outlet=self._report.outlet,
            published=self._report.published.start,
            chain=self._chain(told_by),
            sentence=self._report.text[span.start : span.end],
            stance=claim.stance if claim else None,
            voice=self._voice(told_by),
        )
        return said if event is None else self._with_event(said, event)

    def _with_event(self, line: Line, event: Event) -> Line:
        return replace(
            line,
            event=event.id,
            status=event.status,
            actors=self._parties(event.actors),
            recipients=self._parties(event.recipients),
            violation=event.violation,
            first=event.when.start if event.when else None,
            last=event.when.end if event.when else None,
            type=event.type,
            mode=event.mode,
            posture=event.posture,
            stage=event.stage,
            numbers=event.quantities,
        )

    def _claim_of(self, span: Span, event: Event | None) -> Claim | None:
        """Give the claim that an event stands in; of a sentence without one, the claim that holds most of it."""
        if event is not None:
            return self._claims.get(event.claim) if event.claim else None
        held = [(self._share(span, claim), claim.id) for claim in self._record.claims]
        share, best = max(held, default=(0.0, ""))
        return self._claims[best] if share > 1 / 2 else None

    def _spoken(self, claim: Claim | None) -> Claim | None:
        """Give the claim of who says it: what "our base" or "our staff" says is said by whoever calls it ours."""
        while claim is not None and is_own(claim):
            claim = self._claims.get(claim.parent) if claim.parent else None
        return claim

    def _share(self, span: Span, claim: Claim) -> float:
        inside = sum(max(0, min(span.end, each.end) - max(span.start, each.start)) for each in claim.content)
        return inside / max(1, span.end - span.start)

    def _chain(self, claim: Claim | None) -> tuple[str, ...]:
        if claim is None:
            return (self._report.outlet,) if self._report.outlet else ()
        return chain(claim, self._claims, self._report.outlet)

    def _voice(self, claim: Claim | None) -> Side | None:
        speaker = claim.speaker if claim else None
        return self._sides.side(speaker.name or "unnamed", speaker.ref) if speaker else None

    def _parties(self, parties: Sequence[Party]) -> tuple[Side, ...]:
        return tuple(self._sides.side(party.name, party.ref, party.sector, party.country) for party in parties)

    def _names(self, span: Span) -> Iterator[Name]:
        for hit in self._setting.inside(span):
            stands = hit.actors or hit.nationality or self._is_seat(hit)
            linked = link_actor(hit.span, self._setting) if stands else None
            side = self._sides.side(hit.words, linked.ref, linked.sector, linked.country) if linked else Side(hit.words)
            place = hit.sites[0].name if hit.sites else None
            yield Name(Span(hit.span.start - span.start, hit.span.end - span.start), side, place)

    def _is_seat(self, hit: Hit) -> bool:
        """Tell whether a capital stands for its government: "Moscow said", and not "in Moscow"."""
        return fold_name(hit.words) in CAPITALS and not _WHERE.search(
            self._report.text[max(0, hit.span.start - LONGEST_LEAD) : hit.span.start]
        )

    def _days(self, span: Span) -> Iterator[When]:
        ahead = _AHEAD.search(self._report.text, span.start, span.end) is not None
        for known in self._times.whens:
            if known.span and span.start <= known.span.start and known.span.end <= span.end:
                when = self._read.get(known.span, known)
                if ahead and when is known:
                    when = dated(When(known.span), self._times, self._report.text, ahead=True)
                inside = Span(known.span.start - span.start, known.span.end - span.start)
                yield When(inside, when.start, when.end, when.precision, when.approximate)
