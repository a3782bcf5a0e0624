"""Two events in, what makes it certain that they are two happenings out: two places, two days, two kinds of act."""

import datetime
from math import asin, cos, radians, sin, sqrt

from histor.records.events import Status
from histor.records.incidents import Spot, Stretch, Telling
from histor.records.register import fold_name
from histor.steps.join.setting import EXACT

EARTH = 6371.0  # km, mean radius
# How far from its pin a place of each precision may still be, in km: half the width of what is called so.
REACH = {"site": 3.0, "district": 5.0, "town": 6.0}
_SPOKEN = ("denied", "occurred", "ongoing")


def apart(one: Telling, other: Telling) -> str | None:
    """Say why two events cannot be one happening; None: they can."""
    mine, theirs = one.row.event, other.row.event
    if mine.type != theirs.type:
        return f"one is {mine.type}, the other {theirs.type}"
    if _stage(mine.status) != _stage(theirs.status):
        return f"one is {mine.status}, the other {theirs.status}"
    if days_apart(one.setting.days, other.setting.days):
        return "they are on different days"
    if not any(meet(spot, against) for spot in one.setting.spots for against in other.setting.spots):
        return "they are in different places" if one.setting.spots and other.setting.spots else "no place is known"
    return None


def days_apart(one: Stretch | None, other: Stretch | None) -> int:
    """Count the days between two stretches; 0 if they touch or one is not known."""
    if one is None or other is None:
        return 0
    gap = _number(max(one.start, other.start)) - _number(min(one.end, other.end))
    return max(0, gap - (one.approximate or other.approximate))


def meet(one: Spot, other: Spot) -> bool:
    """Tell whether two places can be one: the same, or one within the reach of the other.

    Two towns are two places, however near. A region holds the places of its own area.
    """
    if one.ref is not None and one.ref == other.ref:
        return True
    if one.precision in EXACT and other.precision in EXACT:
        return one.precision != other.precision and _near(one, other)
    if "region" in (one.precision, other.precision) and None not in (one.admin1, other.admin1):
        return (one.country, one.admin1) == (other.country, other.admin1)
    return fold_name(one.name) == fold_name(other.name)


def distance(one: Spot, other: Spot) -> float | None:
    """Give the distance between two pins in km; None if one has none."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    up, right = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    chord = sin(up / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(right / 2) ** 2
    return 2 * EARTH * asin(sqrt(chord))


def _near(one: Spot, other: Spot) -> bool:
    far = distance(one, other)
    return far is not None and far <= REACH[one.precision or "town"] + REACH[other.precision or "town"]


def _stage(status: Status) -> str:
    return "spoken of as past" if status in _SPOKEN else status


def _number(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()
