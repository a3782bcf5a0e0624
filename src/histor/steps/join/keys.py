"""An event's setting in, the keys under which others that may be the same happening are found out.

Two events are compared only if they share a key: kind of act, day, and piece of the map or name. A key holds as many
events as one place sees in one day, however many years the ledger holds, so that the work grows with the ledger and
not with its square.
"""

import datetime
from collections.abc import Iterable, Iterator
from functools import lru_cache

from histor.records.events import EXACT, Event
from histor.records.incidents import Setting, Spot, Stretch
from histor.records.register import fold_name
from histor.steps.join.identity import pinned, telling_tolls, words_of

CELL = 0.25  # degrees, some 25 km: about as far as two spellings of one place are pinned apart
EDGE = 0.06  # degrees; a place so near the border of its cell is kept in the next one too
NAME_WORDS = 3  # of a place that no list knows, by which it is found
LONGEST = 4  # days; what took longer is told as a whole and is no one happening
REMEMBERED = 20_000  # places on the map
AROUND = 1  # days added on either side of an approximate day


def kept_under(event: Event, setting: Setting) -> frozenset[str]:
    """Give the keys under which an event is found; none if its place or day is not known well enough."""
    return _keys(event, setting, (*(area for spot in setting.spots for area in _kept(spot)), *_tolls(event)))


def sought_under(event: Event, setting: Setting) -> frozenset[str]:
    """Give the keys under which others are found that may be the same happening.

    Two towns of one region are not compared: only a region is compared with the places in it.
    """
    return _keys(event, setting, (*(area for spot in setting.spots for area in _sought(spot)), *_tolls(event)))


def _tolls(event: Event) -> Iterator[str]:
    """Give the numbers by which an event without a place is found."""
    killed = (count.low for count in event.quantities if count.what == "killed" and count.low is not None)
    yield from (f"killed {low}" for low in sorted(telling_tolls(killed)))


def _keys(event: Event, setting: Setting, areas: Iterable[str]) -> frozenset[str]:
    days = tuple(_days(setting.days)) if setting.days else ()
    return frozenset(f"{event.type}|{day}|{area}" for area in areas for day in days)


def _days(stretch: Stretch) -> Iterator[str]:
    pad = datetime.timedelta(days=AROUND if stretch.approximate else 0)
    first = datetime.date.fromisoformat(stretch.start) - pad
    last = datetime.date.fromisoformat(stretch.end) + pad
    if (last - first).days >= LONGEST:
        return
    for number in range((last - first).days + 1):
        yield (first + datetime.timedelta(days=number)).isoformat()


def _kept(spot: Spot) -> Iterator[str]:
    yield from _cells(spot)
    yield from _named("unknown" if spot.ref is None else "known", spot)
    if spot.admin1:
        yield _region("whole" if spot.precision == "region" else "within", spot)


def _sought(spot: Spot) -> Iterator[str]:
    yield from _cells(spot)
    yield from _named("unknown", spot)
    if spot.ref is None:
        yield from _named("known", spot)
    if spot.admin1:
        yield _region("whole", spot)
        if spot.precision == "region":
            yield _region("within", spot)


def _named(whose: str, spot: Spot) -> Iterator[str]:
    """Give the words of a place's name: one that no list knows is found by a word that it shares with another."""
    if spot.precision in (None, *EXACT) or spot.ref is None:
        yield from (f"{whose} {word}" for word in words_of(spot.name)[:NAME_WORDS])


def _region(part: str, spot: Spot) -> str:
    return f"{part} {spot.country} {fold_name(spot.admin1 or '')}"


def _cells(spot: Spot) -> Iterator[str]:
    """Give the pieces of the map that a place lies in or near."""
    if pinned(spot) and spot.latitude is not None and spot.longitude is not None:
        yield from _cells_around(spot.latitude, spot.longitude)


@lru_cache(maxsize=REMEMBERED)
def _cells_around(latitude: float, longitude: float) -> tuple[str, ...]:
    return tuple(sorted({_cell(latitude + up, longitude + right) for up, right in _EDGES}))


def _cell(latitude: float, longitude: float) -> str:
    return f"{int(latitude // CELL)} {int(longitude // CELL)}"


_EDGES = tuple((up, right) for up in (-EDGE, 0.0, EDGE) for right in (-EDGE, 0.0, EDGE))
