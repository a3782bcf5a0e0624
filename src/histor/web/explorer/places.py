"""Places of incidents and a stretch of the map in, the marks to draw out: no mark is finer than what is known.

A site is a dot, a town a ring, a district or region a hatched area; a country is no mark at all. What would lie upon
one another is one mark with a number, which leads to the list of what it holds.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from histor.errors import UsageError
from histor.store.view_asking import Box
from histor.store.view_columns import Overview
from histor.store.view_worked import Mask, contested, placed, points
from histor.web import wording
from histor.web.explorer.projection import NORTH, down_of, down_of_all, latitude_of

WIDTH, HEIGHT = 640, 440  # of the drawing, in its own points
_NAMES = Path(__file__).parent.parent / "static" / "basemap" / "names.json"
_NEAR = 46  # points within which marks are one
_MARGIN = 1.25  # how much wider than what is chosen the first stretch is
_LEAST, _MOST = 0.5, 360.0  # degrees of longitude across
_KILOMETRES = {"site": 0.0, "town": 4.0, "district": 20.0, "region": 60.0}  # about how far such a place reaches
_POINTS = {"site": 4.0, "town": 6.5, "district": 11.0, "region": 18.0}  # drawn no smaller
_GOOD_PART = 0.25
_ROWS = 1 << 20  # more cells than there are across or down
_LEAST_MANY, _MORE_MANY = 6.0, 1.6  # points of radius of a mark of several: at least, and more each time they double
_A_DEGREE = 111.32  # kilometres along a meridian
_NAMED = 3  # places named in a mark's label
_USUAL, _FAR = 0.5, 6.0  # degrees from the middle that are usual at least, and how many times as far is far
_WIDE_NAME = 70  # points that a country must be wide for its name to be written


Kind = Literal["site", "town", "area", "many"]


class View(NamedTuple):
    """A stretch of the map."""

    longitude: float  # of its middle
    latitude: float
    width: float  # degrees of longitude

    @property
    def written(self) -> str:
        """Write it as it stands in an address."""
        return f"{self.longitude:.3f},{self.latitude:.3f},{self.width:.3f}"


@dataclass(frozen=True, slots=True)
class Mark:
    """One or more incidents at or about one place."""

    kind: Kind
    x: float
    y: float
    radius: float
    number: int
    contested: int
    label: str
    box: str  # of all that it holds

    @property
    def is_contested(self) -> bool:
        """Tell whether a good part of what it holds is contested: in a large mark something always is."""
        return self.contested > _GOOD_PART * self.number

    @property
    def text_at(self) -> float:
        """Give where its number stands: in its middle, or at the edge of an area, in whose middle others may stand."""
        return self.y - self.radius if self.kind == "area" else self.y


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing of places."""

    view: View
    frame: tuple[float, float, float, float]  # x, y, width, height in Mercator degrees, south down
    point: float  # how many of these one point of the drawing is
    marks: tuple[Mark, ...]
    names: tuple[tuple[str, float, float], ...]
    outside: int
    placeless: int
    chosen: tuple[float, float, float, float] | None  # x, y, width, height of the stretch that is chosen

    @property
    def box(self) -> str:
        """Give the stretch of the map as a filter."""
        x, y, width, height = self.frame
        return _box(x, latitude_of(y + height), x + width, latitude_of(y))


def view_of(written: str) -> View:
    """Read a stretch of the map: longitude and latitude of its middle, degrees across. Raises UsageError."""
    try:
        view = View(*map(float, written.split(",")))
    except (ValueError, TypeError) as error:
        raise UsageError(f"map {written!r}: write longitude,latitude,degrees across") from error
    if not (abs(view.longitude) <= 180 and abs(view.latitude) <= NORTH and _LEAST / 2 <= view.width <= _MOST):
        raise UsageError(f"map {written!r} lies outside of the world")
    return view


def zoomed(view: View, factor: float) -> View:
    """Give a stretch so many times wider."""
    return View(view.longitude, view.latitude, min(_MOST, max(_LEAST, view.width * factor)))


def draw(overview: Overview, chosen: Mask, asked: View | None, box: Box | None) -> Map:
    """Draw what is chosen in a stretch of the map; if none is asked for, in one that holds nearly all of it."""
    has_place = chosen & placed(overview)
    spots = _spots(overview, has_place)
    view = asked or _fitting(spots)
    point = view.width / WIDTH
    middle = down_of(view.latitude)
    frame = (view.longitude - view.width / 2, middle - point * HEIGHT / 2, view.width, point * HEIGHT)
    inside = spots.within(frame)
    number = int(spots.number.sum())
    return Map(
        view=view,
        frame=frame,
        point=point,
        marks=tuple(_marks(overview, inside, point)),
        names=_names_in(frame, point),
        outside=number - int(inside.number.sum()),
        placeless=int(np.count_nonzero(chosen)) - number,
        chosen=_rectangle(box) if box else None,
    )


@dataclass(frozen=True, slots=True)
class Spots:
    """Points of one name and precision each, and how many incidents stand there."""

    across: NDArray[np.float64]
    down: NDArray[np.float64]
    latitude: NDArray[np.float64]
    place: NDArray[np.int32]
    precision: NDArray[np.int32]
    number: NDArray[np.int64]
    contested: NDArray[np.int64]

    def within(self, frame: tuple[float, float, float, float]) -> "Spots":
        """Keep those in a stretch of the map."""
        x, y, width, height = frame
        return self.only((self.across >= x) & (self.across <= x + width) & (self.down >= y) & (self.down <= y + height))

    def only(self, kept: NDArray[np.bool_] | NDArray[np.intp]) -> "Spots":
        """Keep some."""
        return Spots(**{name: getattr(self, name)[kept] for name in Spots.__slots__})


def _spots(overview: Overview, held: Mask) -> Spots:
    """Count incidents by where they stand: these are few, however many incidents there are."""
    there = points(overview)
    number = np.bincount(there.of_each[held], minlength=there.place.size)
    disputed = np.bincount(there.of_each[held & contested(overview)], minlength=there.place.size)
    kept = np.flatnonzero(number)
    latitude = there.latitude[kept]
    return Spots(
        there.longitude[kept], down_of_all(latitude), latitude, there.place[kept], there.precision[kept], number[kept],
        disputed[kept],
    )  # fmt: skip


def _marks(overview: Overview, spots: Spots, point: float) -> Iterator[Mark]:
    """Put together what lies near, areas and points apart; areas come first, so that they lie below."""
    if not spots.number.size:
        return
    words = overview.codes.words()
    cell = _cells(overview, spots, point)
    order = np.lexsort((-spots.number, cell))  # in each cell, that of most incidents first
    spots, cell = spots.only(order), cell[order]
    starts = np.flatnonzero(np.diff(cell, prepend=-1))
    number, contested = (np.add.reduceat(values, starts).tolist() for values in (spots.number, spots.contested))
    across, down = (
        (np.add.reduceat(values * spots.number, starts) / number).tolist() for values in (spots.across, spots.down)
    )
    edges = [
        *(np.minimum.reduceat(values, starts).tolist() for values in (spots.across, spots.latitude)),
        *(np.maximum.reduceat(values, starts).tolist() for values in (spots.across, spots.latitude)),
    ]
    place, precision, latitude = spots.place.tolist(), spots.precision[starts].tolist(), spots.latitude[starts].tolist()
    is_area = (cell[starts] < _ROWS * _ROWS).tolist()
    for at, (start, end) in enumerate(pairwise([*starts.tolist(), cell.size])):
        codes = list(dict.fromkeys(place[start:end]))
        names = tuple(str(words[code]) for code in codes[:_NAMED])
        alone = str(words[precision[at]]) if end - start == 1 else None
        lot = _Lot(names, len(codes), alone, number[at], contested[at], is_area[at])
        yield lot.mark(across[at], down[at], latitude[at], point, _box(*(edge[at] for edge in edges)))


def _cells(overview: Overview, spots: Spots, point: float) -> NDArray[np.int64]:
    """Number the cells of a grid in which marks are one; those of areas come before those of points."""
    codes = overview.codes
    is_point = (spots.precision != codes.of("district")) & (spots.precision != codes.of("region"))
    row, column = (np.floor(values / (point * _NEAR)).astype(np.int64) for values in (spots.down, spots.across))
    found: NDArray[np.int64] = (is_point * _ROWS + row - row.min()) * _ROWS + column - column.min()
    return found


@dataclass(frozen=True, slots=True)
class _Lot:
    """What one mark stands for."""

    names: tuple[str, ...]  # the first of them
    places: int  # how many names it has
    precision: str | None  # None: of several places
    number: int
    contested: int
    is_area: bool

    def mark(self, x: float, y: float, latitude: float, point: float, box: str) -> Mark:
        """Draw it."""
        radius = _radius(self.precision, latitude, point) if self.precision else 0.0
        if self.is_area:
            radius = max(radius, _POINTS["region"] * point)
        if self.number > 1:
            radius = max(radius, (_LEAST_MANY + _MORE_MANY * math.log2(self.number)) * point)
        kind: Kind = "many" if self.precision is None else "site" if self.precision == "site" else "town"
        return Mark(
            "area" if self.is_area else kind, round(x, 4), round(y, 4), round(radius, 5), self.number, self.contested,
            self.label, box,
        )  # fmt: skip

    @property
    def label(self) -> str:
        """Name the places, how finely they are known, and count what happened there."""
        more = self.places - len(self.names)
        named = ", ".join(self.names) + (f" and {wording.several(more, 'more place')}" if more > 0 else "")
        fine = f" ({self.precision})" if self.precision else ""
        disputed = f", {self.contested} contested" if self.contested else ""
        return f"{named}{fine}: {wording.several(self.number, 'incident')}{disputed}"


def _radius(precision: str, latitude: float, point: float) -> float:
    across = _KILOMETRES[precision] / _A_DEGREE / math.cos(math.radians(latitude))
    return max(across, _POINTS[precision] * point)


def _fitting(spots: Spots) -> View:
    if not spots.number.size:
        return View(25.0, 25.0, 180.0)
    (west, east), (north, south) = (_reach(values, spots.number) for values in (spots.across, spots.down))
    width = max((east - west), (south - north) * WIDTH / HEIGHT) * _MARGIN
    middle = latitude_of((north + south) / 2)
    return View(round((west + east) / 2, 3), round(middle, 3), round(min(_MOST, max(4.0, width)), 3))


def _reach(values: NDArray[np.float64], times: NDArray[np.int64]) -> tuple[float, float]:
    """Give the ends of what lies together; what lies far from nearly all else shall not make the rest small."""
    away = np.abs(values - _median(values, times))
    near = values[away <= _FAR * max(_USUAL, _median(away, times))]
    return float(near.min()), float(near.max())


def _median(values: NDArray[np.float64], times: NDArray[np.int64]) -> float:
    """Give the middle of values, each counted so many times."""
    order = np.argsort(values)
    reached = np.cumsum(times[order])
    return float(values[order][np.searchsorted(reached, reached[-1] / 2)])


def _names_in(frame: tuple[float, float, float, float], point: float) -> tuple[tuple[str, float, float], ...]:
    x, y, width, height = frame
    return tuple(
        (name, across, down)
        for name, across, down, wide in _countries()
        if x < across < x + width and y < down < y + height and wide / point > _WIDE_NAME
    )


@cache
def _countries() -> list[tuple[str, float, float, float]]:
    return [tuple(each) for each in json.loads(_NAMES.read_text(encoding="utf-8"))]


def _rectangle(box: Box) -> tuple[float, float, float, float]:
    top = down_of(box.north)
    return box.west, top, box.east - box.west, down_of(box.south) - top


def _box(west: float, south: float, east: float, north: float) -> str:
    edge = 0.0005  # degrees, so that what lies on the edge is within after rounding
    return f"{west - edge:.3f},{south - edge:.3f},{east + edge:.3f},{north + edge:.3f}"
