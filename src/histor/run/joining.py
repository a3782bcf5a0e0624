"""A ledger in, its events joined; and questions about incidents in, incidents and contradictions out.

Joining asks for readings that have not been joined, finds the neighbours of their events, weighs each pair and keeps
the bonds. Incidents are worked out from the bonds when they are asked for, so no late report can leave a stale one.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from histor.records.incidents import Bond, Contradiction, Copy, Incident, Telling
from histor.records.measures import Day
from histor.records.question import Question
from histor.records.register import Actor, Register, Site
from histor.steps.copies.comparing import FEWEST, compare, first_of_copies
from histor.steps.copies.sampling import sample
from histor.steps.gather import gather
from histor.steps.gather.disputes import other_day
from histor.steps.join import JOINER
from histor.steps.join.bonding import bonds_among
from histor.steps.join.keys import kept_under, sought_under
from histor.steps.join.setting import settings_of
from histor.store import incidents as kept
from histor.store import joining as store
from histor.store.ledger import Ledger

BATCH = 100  # readings; one transaction each for placing and for keeping
COPY_DAYS = 10  # a copy follows within them; later, the same words are a standing text and no news


@dataclass(frozen=True, slots=True)
class Joined:
    """What one run of joining did."""

    readings: int = 0
    bonds: int = 0  # that are new


def join(ledger: Ledger, register: Register, *, recorded: str) -> Joined:
    """Join the readings that have not been joined yet with all that the ledger holds; `recorded` is this run's instant.

    Raises LedgerError.
    """
    known = _Known(register)
    done = Joined()
    while batch := store.pending(ledger, JOINER, BATCH):
        bonds = _join_batch(ledger, batch, known, recorded)
        done = Joined(done.readings + len(batch), done.bonds + bonds)
    return done


def waiting(ledger: Ledger) -> bool:
    """Tell whether a ledger holds readings that have not been joined."""
    return not kept.holds_joins(ledger) or bool(store.pending(ledger, JOINER, 1))


def incidents(ledger: Ledger, question: Question) -> tuple[Incident, ...]:
    """Give the incidents of which the question asks for at least one event, in order of the day first told."""
    asked = kept.found_by(ledger, JOINER, question)
    numbers = kept.hanging_together(ledger, JOINER, asked)
    tied = kept.told(ledger, JOINER, numbers)
    wanted = kept.told(ledger, JOINER, asked).tellings.keys() if len(asked) < len(numbers) else tied.tellings.keys()
    return tuple(each for each in _gathered(tied) if any(telling.id in wanted for telling in each.tellings))


def incident(ledger: Ledger, sought: str) -> Incident:
    """Give the incident with this id, or the one that holds this event; a prefix will do.

    Raises NotFoundError, and UsageError naming the candidates if several fit.
    """
    number = kept.named(ledger, JOINER, sought)
    tied = kept.told(ledger, JOINER, kept.hanging_together(ledger, JOINER, [number]))
    (event,) = kept.told(ledger, JOINER, [number]).tellings
    return next(each for each in _gathered(tied) if any(telling.id == event for telling in each.tellings))


def contradictions(found: Sequence[Incident]) -> Iterator[tuple[Contradiction, Telling, Telling]]:
    """Give what cannot both be so: within each incident, then between those of one place on two days running."""
    for each in found:
        by_id = {telling.id: telling for telling in each.tellings}
        for dispute in each.contradictions:
            yield dispute, by_id[dispute.one], by_id[dispute.other]
    yield from _between(found)


class _Known:
    """The register by ref, as settings are worked out with it."""

    def __init__(self, register: Register) -> None:
        self.actors: Mapping[str, Actor] = register.refs
        self.sites: Mapping[str, Site] = {site.ref: site for sites in register.sites.values() for site in sites}


def _join_batch(ledger: Ledger, batch: Sequence[store.Pending], known: _Known, recorded: str) -> int:
    placed = [_placed(one, known) for one in batch]
    store.place(ledger, JOINER, placed)
    bonds = _bonds(ledger, placed)
    copies = [copy for one, each in zip(batch, placed, strict=True) for copy in _copies(ledger, one, each)]
    return store.keep(ledger, JOINER, [one.reading for one in batch], bonds, copies, recorded=recorded)


def _placed(one: store.Pending, known: _Known) -> store.Placed:
    events = {event.id: event for event in one.record.events}
    settings = settings_of(one.record, one.sentences, known.sites, known.actors)
    rows = [(one.numbers[each.event], each, kept_under(events[each.event], each)) for each in settings]
    return store.Placed(one.reading, rows, sample(one.record.report.text))


def _bonds(ledger: Ledger, placed: Sequence[store.Placed]) -> list[tuple[int, int, Bond]]:
    """Weigh each new event against those under its keys."""
    new = {number for one in placed for number, _, _ in one.settings}
    mine = kept.told(ledger, JOINER, sorted(new))
    near = {
        event: store.neighbours(ledger, JOINER, sought_under(telling.row.event, telling.setting))
        for event, telling in mine.tellings.items()
    }
    theirs = kept.told(ledger, JOINER, sorted({number for numbers in near.values() for number in numbers}))
    by_number = {theirs.numbers[event]: telling for event, telling in theirs.tellings.items()}
    pairs = [(mine.tellings[event], by_number[number]) for event, numbers in near.items() for number in numbers]
    numbers = {**mine.numbers, **theirs.numbers}
    return [(numbers[each.one], numbers[each.other], each) for each in bonds_among(pairs)]


def _copies(ledger: Ledger, one: store.Pending, placed: store.Placed) -> Iterator[tuple[int, int, Copy]]:
    report = one.record.report
    for other in store.sharing(ledger, JOINER, placed.sample, fewest=FEWEST):
        if other.report == report.id or not _near(report.published.start, other.published):
            continue
        mine = (report.published.start or "9999", report.id, one.reading, len(placed.sample))
        first, second = sorted((mine, (other.published or "9999", other.report, other.reading, other.size)))
        copy = compare(first[1], second[1], shared=other.shared, sizes=(first[3], second[3]))
        if copy:
            yield first[2], second[2], copy


def _near(one: Day | None, other: Day | None) -> bool:
    if one is None or other is None:
        return True
    apart = datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)
    return abs(apart.days) <= COPY_DAYS


def _gathered(tied: kept.Tied) -> tuple[Incident, ...]:
    firsts = first_of_copies(tied.copies, tied.order)
    tellings = {
        event: replace(telling, copy_of=firsts.get(telling.row.source.report_id, ""))
        for event, telling in tied.tellings.items()
    }
    return gather(tellings, tied.bonds)


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
