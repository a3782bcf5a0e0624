"""Two days in, what the ledger learnt between them out: what was added, read anew, decided, merged, split, revised.

Incidents are compared as the ledger stood before the first day and at the end of the last.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from histor.errors import UsageError
from histor.records.decisions import Decision
from histor.records.incidents import Incident, Telling
from histor.records.measures import Count, Span
from histor.records.question import instant
from histor.run import joining
from histor.steps.gather.values import number
from histor.store.changes import Kept, counting, events_touched, numbers_of, readings_kept
from histor.store.decisions import decisions
from histor.store.ledger import Ledger

ChangeKind = Literal[
    "added", "read-anew", "decided", "undone", "new-incident", "told-again", "merged", "split", "revised", "gone",
]  # fmt: skip
_Words = tuple[str, Span]  # the key of a report and a trigger: they stay when a newer version reads it


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became otherwise."""

    kind: ChangeKind
    id: str  # of the report, decision or incident
    words: str  # for a person
    at: str | None = None  # instant; None: it follows from what came in meanwhile
    before: tuple[str, ...] = ()  # ids of the incidents that it was
    after: tuple[str, ...] = ()  # ids of the incidents that it is
    decision: Decision | None = None


def window(first: str, last: str) -> tuple[str, str]:
    """Give the instant before a first day, and the end of a last one: both days are included.

    Instants are taken as they are. Raises UsageError if the first lies after the last.
    """
    start, end = instant(first), instant(last)
    if len(first) <= len("2016-02-27"):
        start = instant((datetime.date.fromisoformat(first) - datetime.timedelta(days=1)).isoformat())
    if start > end:
        raise UsageError(f"from {first} lies after to {last}: no day is between them")
    return start, end


def changes(ledger: Ledger, after: str, until: str) -> Iterator[Change]:
    """Tell what changed after one instant and up to another: reports, decisions, then incidents.

    All readings that counted at either instant must be joined. Raises LedgerError.
    """
    for kept in readings_kept(ledger, after, until):
        yield _of_reading(kept)
    for listed in decisions(ledger, as_of=until):
        if listed.decision.recorded > after:
            yield _of_decision(listed.decision)
    yield from compared(*_before_and_after(ledger, after, until))


def compared(before: Sequence[Incident], after: Sequence[Incident]) -> Iterator[Change]:
    """Compare incidents by the words that their events stand on."""
    was, now = _homes(before), _homes(after)
    for each in after:
        earlier = _ordered(was, each)
        if not earlier:
            yield Change("new-incident", each.id, _told(each), after=(each.id,))
        elif len(earlier) > 1:
            yield _moved("merged", each, [one.id for one in earlier], [each.id])
        elif len(_ordered(now, earlier[0])) == 1:
            yield from _revised(earlier[0], each)
    for each in before:
        later = _ordered(now, each)
        if not later:
            yield Change("gone", each.id, f"{_told(each)}: nothing is read there any more", before=(each.id,))
        elif len(later) > 1:
            yield _moved("split", each, [each.id], [one.id for one in later])


def _before_and_after(ledger: Ledger, after: str, until: str) -> tuple[tuple[Incident, ...], tuple[Incident, ...]]:
    """Give the incidents at both instants that hold what was touched, or what is or was in one with it."""
    touched = events_touched(ledger, after, until)
    later = joining.held_with(ledger, counting(ledger, touched, as_of=until), as_of=until)
    known = numbers_of(ledger, _ids(later), as_of=after)
    earlier = joining.held_with(ledger, sorted({*counting(ledger, touched, as_of=after), *known}), as_of=after)
    meanwhile = numbers_of(ledger, (*_ids(earlier), *_ids(later)), as_of=until)
    return earlier, joining.held_with(ledger, meanwhile, as_of=until)


def _ids(incidents: Iterable[Incident]) -> list[str]:
    return [telling.id for each in incidents for telling in each.tellings]


def _of_reading(kept: Kept) -> Change:
    source = kept.source
    title = f"{source.outlet or 'outlet unknown'}: {source.title or source.key}"
    held = f"{kept.claims} claims, {kept.events} events"
    if kept.before is None:
        return Change("added", source.report_id, f"{title} ({held})", source.recorded)
    was = f"before {kept.before[0]} claims, {kept.before[1]} events"
    return Change("read-anew", source.report_id, f"{title} ({held}; {was})", source.recorded)


def _of_decision(made: Decision) -> Change:
    quoted = "; ".join(f"“{anchor.words}”" for anchor in made.anchors)
    what = made.undoes or f"{made.target}{f' {made.field}' if made.field else ''}"
    because = f": {made.why}" if made.why else ""
    words = f"{made.kind} {what} at {quoted} by {made.who}{because}"
    return Change("undone" if made.kind == "undo" else "decided", made.id, words, made.recorded, decision=made)


def _revised(was: Incident, now: Incident) -> Iterator[Change]:
    more = len(_words_of(now) - _words_of(was))
    if more:
        by = ", ".join(sorted({_outlet(each) for each in now.tellings if _key(each) not in _words_of(was)}))
        words = f"{_told(now)}: told {more} more time{'s' if more > 1 else ''}, by {by}"
        yield Change("told-again", now.id, words, before=(was.id,), after=(now.id,))
    revised = list(_differences(was, now))
    if revised:
        words = f"{_told(now)}: {'; '.join(revised)}"
        yield Change("revised", now.id, words, before=(was.id,), after=(now.id,))


def _differences(was: Incident, now: Incident) -> Iterator[str]:
    if was.grade != now.grade:
        yield f"grade {was.grade} → {now.grade} ({now.why})"
    if was.contested != now.contested:
        yield f"contested {_listed(was.contested)} → {_listed(now.contested)}"
    tolls = {toll.what: _range(toll.low, toll.high) for toll in was.tolls}
    for toll in now.tolls:
        if tolls.get(toll.what) != _range(toll.low, toll.high):
            yield f"{toll.what} {tolls.get(toll.what, '–')} → {_range(toll.low, toll.high)}"
    for field in ("what", "when", "where", "who", "whom"):
        earlier, later = (_listed(_values(each, field)) for each in (was, now))
        if earlier != later:
            yield f"{field} {earlier} → {later}"


def _values(each: Incident, field: str) -> list[str]:
    return sorted({value.text for value in each.values if value.field == field})


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(texts) or "–"


def _range(low: int | None, high: int | None) -> str:
    return number(Count("other", Span(0, 0), low, high))


def _moved(kind: ChangeKind, each: Incident, before: Sequence[str], after: Sequence[str]) -> Change:
    words = f"{_told(each)}: {', '.join(before)} → {', '.join(after)}"
    return Change(kind, each.id, words, before=tuple(before), after=tuple(after))


def _told(each: Incident) -> str:
    return ", ".join(text for field in ("what", "where", "when") for text in _values(each, field)[:1])


def _outlet(each: Telling) -> str:
    return each.row.source.outlet or each.row.source.key


def _key(each: Telling) -> _Words:
    return each.row.source.key, each.row.event.trigger


def _words_of(each: Incident) -> set[_Words]:
    return {_key(telling) for telling in each.tellings}


def _homes(incidents: Iterable[Incident]) -> dict[_Words, Incident]:
    return {words: each for each in incidents for words in _words_of(each)}


def _ordered(homes: Mapping[_Words, Incident], each: Incident) -> list[Incident]:
    """Give the incidents that hold the words of this one, each once, in order of id."""
    found = {home.id: home for words in _words_of(each) if (home := homes.get(words))}
    return [found[identity] for identity in sorted(found)]
