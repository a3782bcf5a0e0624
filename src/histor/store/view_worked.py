"""An overview in, what many questions need of it out: worked out once for each snapshot, when it is first asked for."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from histor.store.view_columns import NO_DAY, Columns, Overview
from histor.store.view_remembered import remembered

Mask = NDArray[np.bool_]
EXACT, CONTESTED = 1, 2  # what a day's key says besides the day


@dataclass(frozen=True, slots=True)
class Points:
    """Where incidents stand: one entry for all of one place, position and precision."""

    of_each: NDArray[np.intp]  # for each incident, the place of its entry
    place: NDArray[np.int32]  # codes
    precision: NDArray[np.int32]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DayKeys:
    """For each incident one number that says its day, whether it is known to the day and whether it is contested."""

    first: int  # the number of the first day
    days: int  # from the first to the last
    of_each: NDArray[np.intp]  # four a day; what has no day comes after all days


@dataclass(frozen=True, slots=True)
class ByOrigin:
    """For each origin, the incidents that it tells of."""

    incident: NDArray[np.intp]  # places of incidents, those of one origin together
    starts: NDArray[np.intp]  # where those of each origin begin


def placed(overview: Overview) -> Mask:
    """Tell which incidents can be drawn: with a position, and finer than a country."""
    return remembered(overview, "placed", lambda: _placed(overview))


def contested(overview: Overview) -> Mask:
    """Tell which incidents are contested."""
    return remembered(overview, "contested", lambda: overview.columns.grade == overview.codes.of("contested"))


def points(overview: Overview) -> Points:
    """Give where incidents stand."""
    return remembered(overview, "points", lambda: _points(overview.columns))


def day_keys(overview: Overview) -> DayKeys:
    """Give the days of incidents, ready to be counted."""
    return remembered(overview, "day_keys", lambda: _day_keys(overview))


def telling_at(overview: Overview) -> NDArray[np.intp]:
    """Give, by the number of an event, which telling of the columns it is; -1: it is none."""
    return remembered(overview, "telling_at", lambda: _telling_at(overview.columns))


def by_origin(overview: Overview) -> ByOrigin:
    """Give the incidents by the origins that tell of them."""
    return remembered(overview, "by_origin", lambda: _by_origin(overview.columns))


def _placed(overview: Overview) -> Mask:
    columns = overview.columns
    country, unknown = overview.codes.of("country"), overview.codes.of(None)
    found: Mask = ~np.isnan(columns.latitude) & (columns.precision != country) & (columns.precision != unknown)
    return found


def _points(columns: Columns) -> Points:
    there = np.zeros(int(columns.spot.max(initial=-1)) + 1, dtype=np.bool_)
    there[columns.spot] = True
    of_each = (np.cumsum(there, dtype=np.intp) - 1)[columns.spot]
    first = np.empty(np.count_nonzero(there), dtype=np.intp)
    first[of_each[::-1]] = np.arange(of_each.size - 1, -1, -1)  # the first of each is written last
    return Points(
        of_each, columns.place[first], columns.precision[first], columns.latitude[first], columns.longitude[first]
    )


def _day_keys(overview: Overview) -> DayKeys:
    columns = overview.columns
    has_day = columns.day != NO_DAY
    if not has_day.any():
        return DayKeys(0, 0, np.zeros(columns.day.size, dtype=np.intp))
    first, last = int(columns.day[has_day].min()), int(columns.day[has_day].max())
    days = last - first + 1
    place = np.where(has_day, columns.day - first, days).astype(np.intp)
    return DayKeys(first, days, place * 4 + columns.exact * EXACT + contested(overview) * CONTESTED)


def _telling_at(columns: Columns) -> NDArray[np.intp]:
    found = np.full(int(columns.event.max(initial=0)) + 1, -1, dtype=np.intp)
    found[columns.event] = np.arange(columns.event.size)
    return found


def _by_origin(columns: Columns) -> ByOrigin:
    order = np.argsort(columns.pair_origin.astype(np.int32))  # in half the width, several times as fast
    starts = np.flatnonzero(np.diff(columns.pair_origin[order], prepend=-1))
    return ByOrigin(columns.pair_of[order], starts)
