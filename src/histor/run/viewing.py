"""A ledger in, its overview of incidents brought up to its end out; and the overview as it was at an instant.

Only what may have changed is gathered again: the incidents of events that were read, read anew, copied or decided on
since, and those that these take from or give to. So a report that comes in costs what its own incidents cost.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from histor.records.incidents import Incident, Spot, Telling
from histor.records.measures import count_days
from histor.records.seen import Figure, Member, Seat, Seen, Shown
from histor.run import joining
from histor.run.depending import groups_around
from histor.steps.join import JOINER
from histor.store import viewing as store
from histor.store.ledger import Ledger
from histor.store.view_columns import Overview, laid_over, load
from histor.store.view_snapshot import is_stale, keep_snapshot, kept_snapshot
from histor.store.viewing import Marks

CHUNK = 400  # events gathered at a time, one transaction each, so that other writers are let in between
EXACT_DAYS = 3  # days an incident may span and still be drawn as known to the day
_FINEST = ("site", "town", "district", "region", "country", None)


@dataclass(frozen=True, slots=True)
class Change:
    """What a part of the ledger changes in the overview."""

    gone: frozenset[int]  # numbers of incidents of the overview
    seen: tuple[Seen, ...]


def refresh(ledger: Ledger) -> int:
    """Bring the overview up to the last joined reading; give how many incidents were gathered.

    A large one is kept in one piece now and then, so that it is there at once when a reading room opens.
    Raises LedgerError if the ledger cannot be written. Another process that does the same is let go first.
    """
    gathered = _follow(ledger)
    if is_stale(ledger, JOINER):
        keep_snapshot(ledger, JOINER, overview(ledger))
    return gathered


def _follow(ledger: Ledger) -> int:
    found = store.marks(ledger, JOINER)
    upto = store.reached(ledger, JOINER, found)
    if found.version and (found.reading, found.decision) == (upto.reading, upto.decision):
        return 0
    left = list(store.touched_between(ledger, JOINER, found, upto))
    held, gathered = {*left}, 0
    while left:
        chunk, left = left[:CHUNK], left[CHUNK:]
        change, looked_at = changed(ledger, [event for event in chunk if event in held])
        held -= looked_at
        kept = replace(found, version=found.version + 1)
        if not store.keep(ledger, JOINER, change.seen, gone=change.gone, found=found, upto=kept):
            return gathered
        found, gathered = kept, gathered + len(change.seen)
    store.keep(ledger, JOINER, (), gone=(), found=found, upto=replace(upto, version=found.version + 1))
    return gathered


def changed(ledger: Ledger, events: Iterable[int], *, as_of: str | None = None) -> tuple[Change, frozenset[int]]:
    """Gather the incidents that events stand in, now or then, with all that the overview has to give up for them.

    The second is every event that was looked at.
    """
    ahead = {*events}
    if not ahead:
        return Change(frozenset(), ()), frozenset()
    gone: set[int] = set()
    looked: set[int] = set()
    with ledger.reading():
        while ahead:
            looked |= ahead
            seen = store.seen_with(ledger, ahead)
            gone |= seen.keys()
            looked |= {event for held in seen.values() for event in held}
            alive = store.counting(ledger, JOINER, looked, as_of=as_of)
            around = groups_around(ledger, alive, as_of=as_of).numbers
            ahead = {*around} - looked
        found = joining.held_with(ledger, alive, as_of=as_of) if alive else ()
        numbers = store.numbers_of(ledger, around) if alive else {}
    return Change(frozenset(gone), tuple(seen_of(each, numbers) for each in found)), frozenset(looked)


def differing(ledger: Ledger, as_of: str) -> Change:
    """Give what was otherwise in the overview at an instant."""
    return changed(ledger, store.touched_after(ledger, JOINER, as_of), as_of=as_of)[0]


def overview(ledger: Ledger, held: Overview | None = None) -> Overview:
    """Give the overview as it is built; one that is held already is brought up to it."""
    return load(ledger, JOINER, held or kept_snapshot(ledger, JOINER))


def overview_at(ledger: Ledger, now: Overview, as_of: str) -> Overview:
    """Give the overview as it was at an instant: the one of now, with what was otherwise then."""
    change = differing(ledger, as_of)
    return laid_over(now, change.gone, change.seen) if change.gone or change.seen else now


def behind(ledger: Ledger) -> int:
    """Tell how many readings and decisions the overview does not know of yet."""
    known, there = store.marks(ledger, JOINER), store.ends(ledger)
    return max(0, there.reading - known.reading) + max(0, there.decision - known.decision)


def built(ledger: Ledger) -> Marks:
    """Tell how far the overview is built."""
    return store.marks(ledger, JOINER)


def seen_of(each: Incident, numbers: Mapping[str, int]) -> Seen:
    """Make the row of an incident; `numbers` are those of its events."""
    first = each.tellings[0].row
    days = sorted(telling.days.start for telling in each.tellings if telling.days)
    return Seen(
        id=each.id,
        day=days[0] if days else first.source.published.start,
        exact=not each.is_summary and any(_is_exact(telling) for telling in each.tellings),
        seat=seat_of(each.tellings),
        grade=each.grade,
        claims=len({claim for telling in each.tellings if (claim := telling.row.event.claim)}),
        reports=len({telling.row.source.report_id for telling in each.tellings}),
        origins=tuple(origin.key for origin in each.origins),
        members=tuple(_member(telling, numbers[telling.id]) for telling in each.tellings),
        shown=_shown(each),
        summary=each.is_summary,
    )


def _member(telling: Telling, number: int) -> Member:
    event = telling.row.event
    return Member(number, event.type, event.status, event.target, telling.setting.stance)


def _shown(each: Incident) -> Shown:
    first = each.tellings[0].row
    figures = (Figure(toll.what, toll.low, toll.high, toll.course[-1][2]) for toll in each.tolls)
    return Shown(
        title=" ".join(first.sentence.split()),
        kind=" / ".join(text.lower().replace("/", " · ") for text in _texts(each, "what")),
        happened=" / ".join(_texts(each, "happened")),
        where=" / ".join(_texts(each, "where")),
        who=" / ".join(_texts(each, "who")),
        whom=" / ".join(_texts(each, "whom")),
        figures=tuple(figures),
        why=each.why,
        contested=each.contested,
        told_by=first.source.outlet,
        told_on=first.source.published.start,
    )


def _texts(each: Incident, field: str) -> Sequence[str]:
    return list(dict.fromkeys(value.told for value in each.values if value.field == field))


def _is_exact(telling: Telling) -> bool:
    days = telling.days
    if days is None or days.basis == "published":
        return False
    return count_days(days.start, days.end) <= EXACT_DAYS


def seat_of(tellings: Iterable[Telling]) -> Seat | None:
    """Choose the finest place that a telling gives, the first told of those: it is drawn no finer than it is known.

    One that the words around a telling name counts where none names a place of its own.
    """
    spots = list(_spots(tellings))
    spots = [spot for spot in spots if spot.basis == "own"] or spots
    if not spots:
        return None
    best = min(spots, key=lambda spot: (spot.latitude is None, _FINEST.index(spot.precision)))
    return Seat(best.name, best.latitude, best.longitude, best.country, best.precision)


def _spots(tellings: Iterable[Telling]) -> Iterator[Spot]:
    return (spot for telling in tellings for spot in telling.spots[:1])
