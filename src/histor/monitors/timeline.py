"""What was told and when in, lanes of signs along the days out, and the picture of them as SVG text.

A sign stands for one kind of telling in some days; its shape tells the kind, so that nothing hangs on colour alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Literal

from histor.monitors.drawing import FIRM, LINE, QUIET, bar, picture, stroke, words
from histor.records.heard import Line
from histor.records.measures import Day, count_days

Sign = Literal["open", "half", "full", "cross", "square"]
Told = tuple[str, Line]  # what the line is about, and the line

WIDTH, MARGIN = 640, 14  # units of the picture, and kept free at both sides so that no sign is cut
BINS = 36  # stretches that the days are cut into at most: a sign then has room beside its neighbour
LANE, STACK, FOOT = 46, 17, 22  # height of a lane, of each further sign in it, and of the line with days
BASE = 30  # from the top of a lane to its signs; its name stands above
RADIUS = 5.5
_TICKS = 5
_COLOURS: Mapping[Sign, str] = {"open": LINE, "half": LINE, "full": FIRM, "cross": QUIET, "square": QUIET}


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing that was told."""

    lane: str
    day: Day
    sign: Sign
    about: str
    line: Line


@dataclass(frozen=True, slots=True)
class Mark:
    """What one sign stands for."""

    lane: int
    sign: Sign
    first: Day  # of what it stands for
    last: Day
    lines: tuple[Told, ...]
    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """Days that belong together, such as a round of talks."""

    name: str
    first: Day
    last: Day
    x: float
    wide: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes of signs along the days."""

    lanes: tuple[tuple[str, float], ...]  # name, and where its signs stand
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    ticks: tuple[tuple[float, Day], ...]
    first: Day
    last: Day
    height: float  # with the line of days


def timeline(
    lanes: Sequence[str], told: Iterable[Telling], bands: Iterable[tuple[str, Day, Day]] = ()
) -> Timeline | None:
    """Put what was told into lanes; `bands` are name, first and last day. None: nothing was told."""
    known, bands = sorted(told, key=lambda each: each.day), tuple(bands)
    if not known:
        return None
    ends = [known[0].day, known[-1].day, *(day for _, first, last in bands for day in (first, last))]
    scale = _Scale.over(min(ends), max(ends))
    groups: dict[tuple[int, int, Sign], list[Telling]] = {}
    for each in known:
        groups.setdefault((lanes.index(each.lane), scale.bin(each.day), each.sign), []).append(each)
    stacks = _stacks(groups, len(lanes))
    tops = _tops([max([*stacks[place].values()], default=1) for place in range(len(lanes))])
    marks = tuple(_marks(groups, scale, tops, lanes))
    drawn = tuple(
        Band(name, first, last, scale.left(first), scale.left(last) + scale.step - scale.left(first))
        for name, first, last in bands
    )
    named = tuple(zip(lanes, (top + BASE for top in tops), strict=False))
    return Timeline(named, marks, drawn, scale.ticks(), scale.first, scale.last, tops[-1] + FOOT)


def drawn(what: Timeline, name: str, said: str, keys: Mapping[Sign, str]) -> str:
    """Draw a timeline as a picture of its own; `keys` tell what each sign means."""
    top, wider = 62, 960 / WIDTH
    parts = [
        words(56 + 150 * place, 48, f"{_SYMBOLS[sign]} {meaning}", QUIET, "start")
        for place, (sign, meaning) in enumerate(keys.items())
    ]
    for band in what.bands:
        told = f"{band.name}: {band.first} to {band.last}"
        parts.append(bar(band.x * wider, top, band.wide * wider, what.height - FOOT, "#f2efe7", told))
    for lane, y in what.lanes:
        parts.append(stroke(0, top + y, 960, top + y, "#ddd", 1))
        parts.append(words(8, top + y - 14, lane, QUIET, "start"))
    for mark in what.marks:
        parts.append(_sign(mark, mark.x * wider, top + mark.y))
    parts += [words(x * wider, top + what.height - 4, day, QUIET) for x, day in what.ticks]
    return picture(name, said, parts, height=int(top + what.height + 4))


_SYMBOLS: Mapping[Sign, str] = {"open": "○", "half": "◐", "full": "●", "cross": "✕", "square": "■"}


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days along the picture."""

    first: Day
    last: Day
    size: int  # days of a stretch
    count: int  # of stretches

    @classmethod
    def over(cls, first: Day, last: Day) -> "_Scale":
        length = count_days(first, last)
        size = -(-length // BINS)
        return cls(first, last, size, -(-length // size))

    @property
    def step(self) -> float:
        """Units of a day."""
        return (WIDTH - 2 * MARGIN) / (self.count * self.size)

    def bin(self, day: Day) -> int:
        return (date.fromisoformat(day) - date.fromisoformat(self.first)).days // self.size

    def left(self, day: Day) -> float:
        return round(MARGIN + (date.fromisoformat(day) - date.fromisoformat(self.first)).days * self.step, 1)

    def middle(self, place: int) -> float:
        return round(MARGIN + (place + 0.5) * self.size * self.step, 1)

    def ticks(self) -> tuple[tuple[float, Day], ...]:
        places = sorted({round(at * (self.count - 1) / (_TICKS - 1)) for at in range(_TICKS)})
        start = date.fromisoformat(self.first)
        return tuple((self.middle(at), (start + timedelta(days=at * self.size)).isoformat()) for at in places)


def _stacks(groups: Iterable[tuple[int, int, Sign]], lanes: int) -> list[dict[int, int]]:
    """Count how many signs stand in each stretch of each lane."""
    found: list[dict[int, int]] = [{} for _ in range(lanes)]
    for lane, place, _ in groups:
        found[lane][place] = found[lane].get(place, 0) + 1
    return found


def _tops(highest: Sequence[int]) -> list[float]:
    """Give where each lane begins, and where the last one ends."""
    tops = [0.0]
    for signs in highest:
        tops.append(tops[-1] + LANE + STACK * (signs - 1))
    return tops


def _marks(
    groups: Mapping[tuple[int, int, Sign], Sequence[Telling]],
    scale: _Scale,
    tops: Sequence[float],
    lanes: Sequence[str],
) -> Iterable[Mark]:
    seen: dict[tuple[int, int], int] = {}
    for (lane, place, sign), them in sorted(groups.items(), key=lambda each: each[0][:2]):
        below = seen.get((lane, place), 0)
        seen[lane, place] = below + 1
        first, last = them[0].day, them[-1].day
        days = first if first == last else f"{first} to {last}"
        kinds = ", ".join(dict.fromkeys(each.about for each in them))
        label = f"{days}: {kinds} ({len(them)} line{'' if len(them) == 1 else 's'}; {lanes[lane]})"
        lines = tuple((f"{each.about}, {each.day}", each.line) for each in them)
        yield Mark(lane, sign, first, last, lines, scale.middle(place), tops[lane] + BASE + below * STACK, label)


def _sign(mark: Mark, x: float, y: float) -> str:
    title = words(x, y + 4, _SYMBOLS[mark.sign], _COLOURS[mark.sign]).replace("<text ", '<text font-size="14" ', 1)
    number = words(x + 12, y + 4, str(len(mark.lines)), QUIET) if len(mark.lines) > 1 else ""
    return f"<g><title>{escape(mark.label)}</title>{title}{number}</g>"
