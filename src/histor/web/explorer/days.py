"""Days of incidents in, the bars of a histogram out: a day, week or month each, so that they are wide enough to see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from histor.store.view_columns import Overview, day_of
from histor.store.view_worked import CONTESTED, EXACT, Mask, day_keys
from histor.web import wording

WIDTH, HEIGHT, FOOT = 640, 72, 16  # of the drawing, and of the line with days below it
_MOST = {"day": 130, "week": 900}  # days up to which a bar is a day, a week; more: a month
_USUAL, _FAR = 10.0, 8.0  # days from the middle that are usual at least, and how many times as far is far
_FEW = 0.1  # share of incidents that may lie far and are then counted, not drawn
_TICKS = 5
_TOP = 13  # room above the highest bar
_GAP = 0.6  # between bars
_RULE = 2  # height of the mark of contested days


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, week or month."""

    first: str
    last: str
    all: int
    exact: int  # of them, known to the day
    contested: int
    x: float
    width: float

    @property
    def label(self) -> str:
        """Say what it stands for."""
        disputed = f", {self.contested} contested" if self.contested else ""
        loose = f", {self.all - self.exact} known to a longer time only" if self.exact < self.all else ""
        return (
            f"{wording.span_of_days(self.first, self.last)}: {wording.several(self.all, 'incident')}{disputed}{loose}"
        )


@dataclass(frozen=True, slots=True)
class Strip:
    """A histogram."""

    unit: Literal["day", "week", "month"]
    bars: tuple[Bar, ...]
    first: str
    last: str
    most: int
    loose: str  # the bars as one path: all incidents
    exact: str  # of them, known to the day
    contested: str
    ticks: tuple[tuple[float, str], ...]  # where, and the day
    beyond: int  # incidents on days that are not drawn, for they lie far from the others

    def at(self, day: str) -> float:
        """Give where a day begins."""
        return _at(np.datetime64(day), self.bars)

    def after(self, day: str) -> float:
        """Give where a day ends."""
        return _at(np.datetime64(day) + 1, self.bars)


def strip_of(overview: Overview, chosen: Mask, *, within: tuple[str, str] | None = None) -> Strip | None:
    """Draw the days of what is chosen. None: nothing chosen has a day."""
    start, every, exact, disputed = _counted(overview, chosen)
    if not every.size:
        return None
    days = _date(start) + np.arange(every.size)
    first, last = _ends(days, every) if within is None else tuple(np.datetime64(day) for day in within)
    drawn = (days >= first) & (days <= last)
    unit = _unit(_length(first, last) + 1)
    edges = _edges(first, last, unit)
    slot = np.searchsorted(edges, days[drawn], side="right") - 1
    counts = [
        np.bincount(slot, weights=held[drawn], minlength=edges.size - 1).astype(np.int64)
        for held in (every, exact, disputed)
    ]
    bars = _bars(edges, *counts)
    high = (HEIGHT - _TOP) / max(1, int(counts[0].max()))
    return Strip(
        unit, bars, bars[0].first, bars[-1].last, int(counts[0].max()),
        _path((bar.x, HEIGHT, bar.width, -bar.all * high) for bar in bars if bar.all),
        _path((bar.x, HEIGHT, bar.width, -bar.exact * high) for bar in bars if bar.exact),
        _path((bar.x, HEIGHT + 1, bar.width, _RULE) for bar in bars if bar.contested),
        _ticks(bars), int(every[~drawn].sum()),
    )  # fmt: skip


def _counted(overview: Overview, chosen: Mask) -> tuple[int, NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Give the first day of what is chosen and, from it to the last, how many a day: all, exact, contested."""
    keys = day_keys(overview)
    counted = np.bincount(keys.of_each[chosen], minlength=keys.days * 4 + 4).reshape(-1, 4)[: keys.days]
    every = counted.sum(axis=1)
    there = np.flatnonzero(every)
    if not there.size:
        return 0, every[:0], every[:0], every[:0]
    held = slice(int(there[0]), int(there[-1]) + 1)
    counted = counted[held]
    exact, disputed = counted[:, [EXACT, EXACT + CONTESTED]], counted[:, [CONTESTED, EXACT + CONTESTED]]
    return keys.first + int(there[0]), every[held], exact.sum(axis=1), disputed.sum(axis=1)


def _path(boxes: Iterable[tuple[float, float, float, float]]) -> str:
    """Write boxes as one path: x, y, width, height."""
    return "".join(
        f"M{x} {y}h{max(width - _GAP, _GAP):.2f}v{height:.1f}h-{max(width - _GAP, _GAP):.2f}z"
        for x, y, width, height in boxes
    )


def _ends(days: NDArray[np.datetime64], every: NDArray[np.intp]) -> tuple[np.datetime64, np.datetime64]:
    """Give the first and last day to draw: a few far days shall not press all others into one bar."""
    place = np.arange(every.size)
    middle = _median(place, every)
    away = np.abs(place - middle)
    usual = max(_USUAL, _median(np.sort(away), every[np.argsort(away, kind="stable")]))
    near = (every > 0) & (away <= _FAR * usual)
    if every[near].sum() < every.sum() * (1 - _FEW):
        near = every > 0
    held = days[near]
    return held[0], held[-1]


def _median(values: NDArray[np.int64], times: NDArray[np.intp]) -> float:
    """Give the middle of values in order, each counted so many times."""
    reached = np.cumsum(times)
    return float(values[np.searchsorted(reached, reached[-1] / 2)])


def _unit(length: int) -> Literal["day", "week", "month"]:
    return "day" if length <= _MOST["day"] else "week" if length <= _MOST["week"] else "month"


def _edges(first: np.datetime64, last: np.datetime64, unit: str) -> NDArray[np.datetime64]:
    if unit == "day":
        return np.arange(first, last + 2)
    if unit == "week":
        monday = first - (first.astype(int) + 3) % 7  # 1 January 1970 was a Thursday
        return np.arange(monday, last + 8, 7)
    month = np.arange(first.astype("M8[M]"), last.astype("M8[M]") + 2)
    return month.astype("M8[D]")


def _bars(
    edges: NDArray[np.datetime64], every: NDArray[np.intp], exact: NDArray[np.intp], contested: NDArray[np.intp]
) -> tuple[Bar, ...]:
    whole = _length(edges[0], edges[-1])
    left = (edges - edges[0]).astype(int) / whole * WIDTH
    firsts, lasts = edges[:-1].astype(str).tolist(), (edges[1:] - 1).astype(str).tolist()
    places, widths = np.round(left[:-1], 2).tolist(), np.round(np.diff(left), 2).tolist()
    counts = (every.tolist(), exact.tolist(), contested.tolist())
    return tuple(map(Bar, firsts, lasts, *counts, places, widths))


def _ticks(bars: tuple[Bar, ...]) -> tuple[tuple[float, str], ...]:
    step = max(1, -(-len(bars) // _TICKS))
    return tuple((bar.x, wording.day(bar.first)) for bar in bars[::step])


def _at(day: np.datetime64, bars: tuple[Bar, ...]) -> float:
    first, last = np.datetime64(bars[0].first), np.datetime64(bars[-1].last)
    share = _length(first, day) / (_length(first, last) + 1)
    return round(float(min(1.0, max(0.0, share)) * WIDTH), 2)


def _length(first: np.datetime64, last: np.datetime64) -> int:
    """Count the days from one to another."""
    return int((last - first) / np.timedelta64(1, "D"))


def _date(number: int) -> np.datetime64:
    return np.datetime64(day_of(number))
