"""Two events in, what makes it certain that they are two happenings out: two places, two days, two kinds of act."""

import datetime
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from math import asin, cos, radians, sin, sqrt

from histor.codebook.spelling import spelling_key
from histor.records.events import EXACT, Status
from histor.records.incidents import Spot, Stretch
from histor.records.register import fold_name
from histor.records.standing import Standing

EARTH = 6371.0  # km, mean radius
# How far from its pin a place of each precision may still be, in km: half the width of what is called so.
REACH = {"site": 3.0, "district": 5.0, "town": 6.0}
SHORTEST_WORD = 5  # letters; the consonants of a shorter word are those of many
TELLING_TOLL = 10  # killed; a smaller number is the same by chance on any day of a war
_PLAIN = frozenset(  # words of a place's name that do not tell which place it is
    "al ar as ash at az el the of de area town city village neighbourhood neighborhood district suburb "
    "countryside".split()
)
_SPOKEN = ("denied", "occurred", "ongoing")


def apart(one: Standing, other: Standing) -> str | None:
    """Say why two events cannot be one happening; None: they can."""
    if why := _of_other_kind(one, other):
        return why
    if days_apart(one.days, other.days):
        return "they are on different days"
    if any(meet(spot, against) for spot, against in _compared(one, other)):
        return None
    if (_is_placeless(one) or _is_placeless(other)) and telling_tolls(one.killed) & telling_tolls(other.killed):
        return None
    return "they are in different places" if one.spots and other.spots else "no place is known"


def barred(one: Standing, other: Standing) -> str | None:
    """Say why two events stand in no incident together, whatever the others in it; None: they may.

    Two towns, or two days, that their own words name are two happenings. Where one is told by other words, or by a name
    that no list knows, it may be misread: that speaks against two being one (`apart`), and does not forbid it.
    """
    if why := _of_other_kind(one, other):
        return why
    towns, days = (_own_town(one), _own_town(other)), (_own_day(one), _own_day(other))
    if towns[0] and towns[1] and not meet(towns[0], towns[1]):
        return f"one is at {towns[0].name}, the other at {towns[1].name}"
    return "they are on different days" if days_apart(*days) else None


def _of_other_kind(one: Standing, other: Standing) -> str | None:
    if one.type != other.type:
        return f"one is {one.type}, the other {other.type}"
    if one.dataset is not None and one.dataset == other.dataset:
        return f"{one.dataset} has them in two rows"
    if _stage(one.status) != _stage(other.status):
        return f"one is {one.status}, the other {other.status}"
    return None


def _own_town(event: Standing) -> Spot | None:
    """Give the exact place, known to a list, that an event's own words name."""
    first = event.spots[0] if event.spots else None
    return first if first and first.basis == "own" and first.ref and first.precision in EXACT else None


def _own_day(event: Standing) -> Stretch | None:
    """Give the one day that an event's own sentence names."""
    days = event.days
    exact = days and days.basis in ("own", "sentence") and days.start == days.end and not days.approximate
    return days if exact else None


def days_apart(one: Stretch | None, other: Stretch | None) -> int:
    """Count the days between two stretches; 0 if they touch or one is not known."""
    if one is None or other is None:
        return 0
    first, last = max(one.start, other.start), min(one.end, other.end)
    if first <= last:  # they touch; days as they are written are in the order of time
        return 0
    gap = _number(first) - _number(last)
    return max(0, gap - (one.approximate or other.approximate))


def meet(one: Spot, other: Spot) -> bool:
    """Tell whether two places can be one: the same, or one within the reach of the other.

    Two towns that are known are two places, however near; a place that no list knows is where its pin is. A region
    holds the places of its own area.
    """
    if one.ref is not None and one.ref == other.ref:
        return True
    if pinned(one) and pinned(other) and None in (one.ref, other.ref):
        return _near(one, other)
    if one.precision in EXACT and other.precision in EXACT:
        return one.precision != other.precision and _near(one, other)
    if "region" in (one.precision, other.precision) and None not in (one.admin1, other.admin1):
        return (one.country, one.admin1) == (other.country, other.admin1)
    return _named_alike(one, other)


def _compared(one: Standing, other: Standing) -> Iterator[tuple[Spot, Spot]]:
    """Give the places to compare: where both name one of their own, those that are told around them do not count."""
    last = 1 if _names_its_own(one) and _names_its_own(other) else None
    return product(one.spots[:last], other.spots[:last])


def _names_its_own(event: Standing) -> bool:
    """Tell whether an event's own words name an exact place, or one that no list knows."""
    first = event.spots[0] if event.spots else None
    return first is not None and first.basis == "own" and (first.precision in EXACT or _is_unlisted(first))


def _is_unlisted(spot: Spot) -> bool:
    return spot.ref is None and spot.precision is None


def _named_alike(one: Spot, other: Spot) -> bool:
    """Tell whether two names are one, or that of a place no list knows holds the other's: "Inkhel police station"."""
    mine, theirs = words_of(one.name), words_of(other.name)
    if mine == theirs:
        return True
    inner, outer = (one, other) if len(mine) < len(theirs) else (other, one)
    return (
        outer.ref is None and inner.precision in (None, *EXACT) and _holds(words_of(outer.name), words_of(inner.name))
    )


@lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a place's name by their sound: "Enkhil" and "Inkhel" are one."""
    folded = fold_name(name).split()
    words = [word for word in folded if word not in _PLAIN] or folded
    return tuple(spelling_key(word) or word if len(word) >= SHORTEST_WORD else word for word in words)


def _holds(outer: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    return any(outer[start : start + len(inner)] == inner for start in range(len(outer) - len(inner) + 1))


def pinned(spot: Spot) -> bool:
    """Tell whether a place has a pin that stands for the place itself, and not for the middle of a wide area."""
    return spot.precision in (None, *EXACT) and spot.latitude is not None and spot.longitude is not None


def distance(one: Spot, other: Spot) -> float | None:
    """Give the distance between two pins in km; None if one has none."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    up, right = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    chord = sin(up / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(right / 2) ** 2
    return 2 * EARTH * asin(sqrt(chord))


def telling_tolls(killed: Iterable[int]) -> frozenset[int]:
    """Give the numbers of people killed that are telling: the same one in two reports is hardly chance."""
    return frozenset(low for low in killed if low >= TELLING_TOLL)


def _is_placeless(event: Standing) -> bool:
    """Tell whether no place of an event is known: a country, or words such as "the north", are none."""
    return all(spot.precision == "country" or (spot.precision == "region" and spot.ref is None) for spot in event.spots)


def _near(one: Spot, other: Spot) -> bool:
    far = distance(one, other)
    return far is not None and far <= REACH[one.precision or "town"] + REACH[other.precision or "town"]


def _stage(status: Status) -> str:
    return "spoken of as past" if status in _SPOKEN else status


def _number(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()
