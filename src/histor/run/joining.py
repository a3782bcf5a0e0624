"""A ledger in, its events joined; and questions about incidents in, incidents and contradictions out.

Joining asks for readings that have not been joined, finds the neighbours of their events, weighs each pair and keeps
the bonds. Incidents are worked out from the bonds when they are asked for, so no late report can leave a stale one.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from histor.records.dataset import dataset_of
from histor.records.decisions import Verdict
from histor.records.incidents import Bond, Contradiction, Copy, Incident, Telling
from histor.records.measures import Day, Days
from histor.records.question import Question
from histor.records.register import Actor, Register, Site
from histor.run.collecting import seldom_collected
from histor.run.depending import groups_around
from histor.run.register import known_by, register_of
from histor.steps.copies.comparing import FEWEST, compare, first_of_copies
from histor.steps.copies.sampling import sample
from histor.steps.gather import gather
from histor.steps.gather.disputes import judged, other_day
from histor.steps.join import JOINER
from histor.steps.join.bonding import bond_of
from histor.steps.join.keys import kept_under, sought_under
from histor.steps.join.retold import REACH
from histor.steps.join.setting import settings_of
from histor.steps.join.telling import tellings_of
from histor.steps.join.traits import Traits
from histor.steps.join.voices import outlets_by_name
from histor.store import incidents as kept
from histor.store import joining as store
from histor.store.decisions import verdicts
from histor.store.ledger import PATIENCE, Ledger, open_to_read, open_to_write

BATCH = 100  # readings; one transaction each for placing and for keeping
HELD = 20_000  # events, some 10 kB each with all that they are compared by, held between batches
COPY_DAYS = 10  # a copy follows within them; later, the same words are a standing text and no news


@dataclass(frozen=True, slots=True)
class Joined:
    """What one run of joining did."""

    readings: int = 0
    bonds: int = 0  # that are new


def join(ledger: Ledger, register: Register, *, recorded: str, as_of: str | None = None) -> Joined:
    """Join the readings that have not been joined yet with all that the ledger holds; `recorded` is this run's instant.

    With `as_of`, those that counted then too: one that another took the place of may not have been joined before.
    Raises LedgerError.
    """
    known = _Known(register)
    with seldom_collected():
        done = _join_from(ledger, known, recorded, store.joined_until(ledger, JOINER), None)
        if as_of is None:
            return done
        then = _join_from(ledger, known, recorded, 0, as_of)
    return Joined(done.readings + then.readings, done.bonds + then.bonds)


def waiting(ledger: Ledger, *, as_of: str | None = None) -> bool:
    """Tell whether a ledger holds readings that count, or counted then, and have not been joined."""
    if not kept.holds_joins(ledger):
        return True
    after = store.joined_until(ledger, JOINER)
    new = bool(store.pending(ledger, JOINER, 1, after=after))
    return new or (as_of is not None and bool(store.pending(ledger, JOINER, 1, as_of=as_of)))


def join_waiting(path: str, *, recorded: str, as_of: str | None = None, patience: float = PATIENCE) -> Joined | None:
    """Join what waits in the ledger at this path, with the names that it knows; None: nothing waits.

    `patience` is how many seconds to wait for another writer. Raises LedgerError if there is no ledger, or it stays
    locked.
    """
    with open_to_read(path) as ledger:
        if not waiting(ledger, as_of=as_of):
            return None
    with open_to_write(path, patience=patience) as ledger:
        return join(ledger, register_of(known_by(path)), recorded=recorded, as_of=as_of)


def incidents(ledger: Ledger, question: Question, days: Days = (None, None)) -> tuple[Incident, ...]:
    """Give the incidents of which the question asks for at least one event, in order of the day first told.

    Of these, those of which one event may have been between these days, both included, or is a row of an event table.
    Values are as people decided them; with the question's `as_of`, as the ledger stood then.
    """
    return held_with(ledger, kept.found_by(ledger, JOINER, question, days), as_of=question.as_of)


def incident(ledger: Ledger, sought: str, *, as_of: str | None = None) -> Incident:
    """Give the incident with this id, or the one that holds this event, now or then; a prefix will do.

    Raises NotFoundError, and UsageError naming the candidates if several fit.
    """
    return held_with(ledger, [kept.named(ledger, JOINER, sought, as_of=as_of)], as_of=as_of)[0]


def held_with(ledger: Ledger, events: Sequence[int], *, as_of: str | None = None) -> tuple[Incident, ...]:
    """Give the incidents that hold these events, by the numbers of their rows, in order of the day first told."""
    grouped = groups_around(ledger, events, as_of=as_of)
    tied = kept.told(ledger, JOINER, grouped.numbers, as_of=as_of)
    firsts = first_of_copies(tied.copies, tied.order)
    tellings = {
        event: replace(telling, copy_of=firsts.get(telling.row.source.report_id, ""))
        for event, telling in tied.tellings.items()
    }
    words = (*verdicts(ledger, "contradiction", as_of=as_of), *verdicts(ledger, "incident", as_of=as_of))
    return gather(tellings, tied.bonds, grouped.rulings, words, grouped.groups)


def contradictions(
    found: Sequence[Incident], verdicts: Sequence[Verdict] = ()
) -> Iterator[tuple[Contradiction, Telling, Telling]]:
    """Give what cannot both be so: within each incident, then between those of one place on two days running.

    `verdicts` are people's words on contradictions; those within incidents are judged already.
    """
    for each in found:
        by_id = {telling.id: telling for telling in each.tellings}
        for dispute in each.contradictions:
            yield dispute, by_id[dispute.one], by_id[dispute.other]
    for dispute, one, other in _between(found):
        stands = judged([dispute], verdicts)
        if stands:
            yield stands, one, other


class _Known:
    """What settings are worked out with, and the events that were looked up last."""

    def __init__(self, register: Register) -> None:
        self.actors: Mapping[str, Actor] = register.refs
        self.outlets = outlets_by_name(register.refs)
        self.sites: Mapping[str, Site] = {site.ref: site for sites in register.sites.values() for site in sites}
        self._held: dict[int, Traits] = {}

    def hold(self, batch: Sequence[store.Pending], placed: Sequence[store.Placed]) -> dict[int, Traits]:
        """Give the new events as they are compared, by the numbers of their rows; they are held for those to come."""
        if len(self._held) > HELD:
            self._held.clear()
        new = {number: traits for pair in zip(batch, placed, strict=True) for number, traits in _traits_of(*pair)}
        self._held |= new
        return new

    def traits(self, ledger: Ledger, events: Collection[int]) -> dict[int, Traits]:
        """Give events as they are compared; those of batches before are held, for news of one day comes together."""
        missing = sorted(set(events) - self._held.keys())
        found = kept.tellings(ledger, JOINER, missing)
        self._held.update((number, Traits(telling)) for number, telling in found.items())
        return {number: self._held[number] for number in events}


def _traits_of(one: store.Pending, placed: store.Placed) -> Iterator[tuple[int, Traits]]:
    told = tellings_of(one.record, (setting for _, setting, _ in placed.settings), recorded=one.recorded)
    yield from ((number, Traits(telling)) for (number, _, _), telling in zip(placed.settings, told, strict=True))


def _join_from(ledger: Ledger, known: _Known, recorded: str, after: int, as_of: str | None) -> Joined:
    done = Joined()
    while batch := store.pending(ledger, JOINER, BATCH, after=after, as_of=as_of):
        bonds = _join_batch(ledger, batch, known, recorded)
        done = Joined(done.readings + len(batch), done.bonds + bonds)
        after = batch[-1].reading
    return done


def _join_batch(ledger: Ledger, batch: Sequence[store.Pending], known: _Known, recorded: str) -> int:
    placed = [_placed(one, known) for one in batch]
    store.place(ledger, JOINER, placed)
    retold = [pair for each in placed for pair in _retold([number for number, _, _ in each.settings])]
    bonds = _bonds(ledger, known.hold(batch, placed), retold, known)
    copies = [copy for one, each in zip(batch, placed, strict=True) for copy in _copies(ledger, one, each)]
    return store.keep(ledger, JOINER, [one.reading for one in batch], bonds, copies, recorded=recorded)


def _placed(one: store.Pending, known: _Known) -> store.Placed:
    report, events = one.record.report, {event.id: event for event in one.record.events}
    settings = settings_of(one.record, one.sentences, known.sites, known.actors, known.outlets)
    rows = [(one.numbers[each.event], each, kept_under(events[each.event], each)) for each in settings]
    # Rows of an event table are written alike by rule: that is no copying.
    words = sample(report.text) if dataset_of(report.key) is None else frozenset[int]()
    return store.Placed(one.reading, rows, words, _ordinal(report.published.start))


def _ordinal(day: Day | None) -> int:
    return datetime.date.fromisoformat(day).toordinal() if day else store.NO_DAY


def _retold(acts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the pairs of acts of one reading of which the later may tell the earlier again."""
    for place, one in enumerate(acts):
        yield from ((min(one, other), max(one, other)) for other in acts[place + 1 : place + 1 + REACH])


def _bonds(
    ledger: Ledger, new: Mapping[int, Traits], retold: Iterable[tuple[int, int]], known: _Known
) -> list[tuple[int, int, Bond]]:
    """Weigh each new event against those under its keys, and against those that its own report tells beside it.

    By the numbers of rows, not by ids: two readings of one report may hold one event, each with its own values.
    """
    sought = {number: sought_under(each.event, each.setting) for number, each in new.items()}
    near = store.neighbours(ledger, JOINER, sought)
    found = {(min(one, other), max(one, other)) for one, others in near.items() for other in others - {one}}
    pairs = sorted(found.union(retold))
    told = known.traits(ledger, {number for pair in pairs for number in pair})
    weighed = ((one, other, bond_of(told[one], told[other])) for one, other in pairs)
    return [
        (one, other, each) if each.one == told[one].id else (other, one, each) for one, other, each in weighed if each
    ]


def _copies(ledger: Ledger, one: store.Pending, placed: store.Placed) -> Iterator[tuple[int, int, Copy]]:
    report = one.record.report
    if len(placed.sample) < FEWEST:
        return
    for other in store.sharing(ledger, JOINER, placed, fewest=FEWEST, within=COPY_DAYS):
        if other.report == report.id:
            continue
        mine = (report.published.start or "9999", report.id, one.reading, len(placed.sample))
        first, second = sorted((mine, (other.published or "9999", other.report, other.reading, other.size)))
        copy = compare(first[1], second[1], shared=other.shared, sizes=(first[3], second[3]))
        if copy:
            yield first[2], second[2], copy


def _between(found: Sequence[Incident]) -> Iterator[tuple[Contradiction, Telling, Telling]]:
    """Compare incidents of one place and kind whose days follow on one another."""
    placed = sorted((_place_of(each), each.id, each) for each in found if _place_of(each)[0])
    for _, group in groupby(placed, key=lambda entry: entry[0]):
        near = [each for _, _, each in group]
        for number, one in enumerate(near):
            for other in near[number + 1 :]:
                yield from _other_day(one, other)


def _place_of(each: Incident) -> tuple[str, str]:
    refs = [spot.ref for telling in each.tellings for spot in telling.setting.spots[:1] if spot.ref]
    return (min(refs) if refs else "", each.tellings[0].row.event.type)


def _other_day(one: Incident, other: Incident) -> Iterator[tuple[Contradiction, Telling, Telling]]:
    for mine in one.tellings:
        for theirs in other.tellings:
            dispute = other_day(mine, theirs)
            if dispute:
                yield dispute, mine, theirs
                return
