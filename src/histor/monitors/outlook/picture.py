"""An outlook in, its picture out as SVG text: the weeks behind as bars, the weeks ahead as bands with their middle."""

from collections.abc import Iterator

from histor.monitors.drawing import (
    BAND,
    BOTTOM,
    HEIGHT,
    LEFT,
    LINE,
    QUIET,
    RIGHT,
    SILENT,
    TOP,
    WIDTH,
    bar,
    picture,
    round_up,
    stroke,
    words,
)
from histor.monitors.outlook.scoring import worth_of
from histor.records.outlook import Ahead, Outlook

_BEHIND, _INNER = "#9fb3c8", "#1f4e7966"


def draw_outlook(name: str, outlook: Outlook) -> str:
    """Draw the weeks behind and ahead on one scale."""
    most = round_up(max([count for _, count in outlook.past] + [week.high for week in outlook.weeks] + [1.0]))
    number = len(outlook.past) + len(outlook.weeks)
    step = (WIDTH - LEFT - RIGHT) / number
    parts = list(_scale(most))
    for place, (day, count) in enumerate(outlook.past):
        parts.append(_box(LEFT + place * step, step, 0, count, most, _BEHIND, f"week of {day}: {count:g}"))
    for place, week in enumerate(outlook.weeks, len(outlook.past)):
        parts += _ahead(week, LEFT + place * step, step, most)
    parts += _days(outlook, step)
    return picture(name, f"counts a week; ahead 95 % and 50 % bands. {worth_of(outlook.shown)}.", parts)


def _ahead(week: Ahead, left: float, step: float, most: float) -> Iterator[str]:
    told = f"{week.first} to {week.last}: {week.middle:g}, 95 % {week.low:g} to {week.high:g}"
    yield _box(left, step, week.low, week.high, most, BAND, told)
    yield _box(left, step, week.quarter, week.three_quarters, most, _INNER, told)
    yield stroke(left, _up(week.middle, most), left + step - 2, _up(week.middle, most), LINE, 2.5)
    yield words(left + step / 2 - 1, _up(week.high, most) - 5, f"{week.middle:g}", LINE)


def _box(left: float, step: float, low: float, high: float, most: float, colour: str, told: str) -> str:
    top = _up(high, most)
    return bar(left, top, max(1.0, step - 2), _up(low, most) - top, colour, told)


def _days(outlook: Outlook, step: float) -> Iterator[str]:
    first = outlook.weeks[0].first
    start = LEFT + len(outlook.past) * step
    yield stroke(start - 1, TOP, start - 1, HEIGHT - BOTTOM, QUIET, 1)
    yield words(LEFT, HEIGHT - BOTTOM + 16, f"week of {outlook.past[0][0]}", QUIET, "start")
    yield words(start + 1, HEIGHT - BOTTOM + 16, f"from {first}", QUIET, "start")


def _scale(most: float) -> Iterator[str]:
    for part in (0.0, 0.5, 1.0):
        yield stroke(LEFT, _up(most * part, most), WIDTH - RIGHT, _up(most * part, most), SILENT, 1)
        yield words(LEFT - 6, _up(most * part, most) + 4, f"{most * part:.3g}", QUIET, "end")


def _up(value: float, most: float) -> float:
    return HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM)
