"""A ceasefire's board in, the picture of its day strip out as SVG text."""

from datetime import date

from histor.monitors.drawing import (
    ALLEGED,
    DENIED,
    FIRM,
    LEFT,
    QUIET,
    RIGHT,
    SILENT,
    TOP,
    WIDTH,
    bar,
    picture,
    stroke,
    words,
)
from histor.records.boards import TruceBoard, TruceDay, TruceState
from histor.records.measures import count_days

HEIGHT = 260  # units of the picture
_FOOT, _BAND = 180, 14  # where the bars stand; how high the band of states is
STATE_COLOURS: dict[TruceState, str] = {
    "announced": "#c7d7e8", "in effect": "#a9c1da", "holding": "#4d7c2f", "strained": "#a67c00", "contested": "#6b4a8a",
    "collapsed": "#9c3d1f", "expired": "#888", "extended": "#3a7d7c", "ended": "#444", "unknown": "#e6e6e6",
}  # fmt: skip


def pictures(board: TruceBoard) -> dict[str, str]:
    """Give the pictures of a ceasefire's board by name."""
    return {"strip": strip(board)}


def strip(board: TruceBoard) -> str:
    """Draw each day's alleged violations, those denied and corroborated among them, and its state below.

    Grey: no report was heard, which is not calm. A short stroke at the foot: a quiet day with reports.
    """
    step = (WIDTH - LEFT - RIGHT) / len(board.days)
    most = max([len(day.alleged) for day in board.days] + [1])
    parts = list(_scale(most))
    for place, day in enumerate(board.days):
        parts += _day(day, LEFT + place * step, max(1.0, step - 1), most)
    parts += _states(board, step)
    parts += _dates(board, step)
    note = "a day: light alleged, yellow denied, dark corroborated, grey no report; below, its state by rule"
    return picture(board.name, f"{board.speaker}, {note}", parts, height=HEIGHT)


def _day(day: TruceDay, left: float, wide: float, most: int) -> list[str]:
    told = (
        f"{day.day}: {len(day.alleged)} alleged, {len(day.corroborated)} corroborated, {len(day.denied)} denied, "
        f"{day.heard} reports heard"
    )
    if not day.alleged:
        if day.heard:
            return [bar(left, _FOOT - 2, wide, 2, QUIET, told)]
        return [bar(left, TOP, wide, _FOOT - TOP, SILENT, f"{day.day}: no report heard")]
    parts, foot = [], float(_FOOT)
    firm = set(day.corroborated)
    denied = set(day.denied) - firm
    rest = set(day.alleged) - firm - denied
    for ids, colour in ((firm, FIRM), (denied, DENIED), (rest, ALLEGED)):
        high = len(ids) / most * (_FOOT - TOP)
        if ids:
            parts.append(bar(left, foot - high, wide, high, colour, told))
        foot -= high
    return parts


def _scale(most: int) -> list[str]:
    return [
        piece
        for value in sorted({0, most})
        for piece in (
            stroke(LEFT, _up(value, most), WIDTH - RIGHT, _up(value, most), "#ddd", 1),
            words(LEFT - 6, _up(value, most) + 4, str(value), QUIET, "end"),
        )
    ]


def _up(value: int, most: int) -> float:
    return _FOOT - value / most * (_FOOT - TOP)


def _states(board: TruceBoard, step: float) -> list[str]:
    first = date.fromisoformat(board.agreement.in_effect)
    parts = []
    for course in board.courses:
        left = LEFT + (date.fromisoformat(course.first) - first).days * step
        days = count_days(course.first, course.last)
        told = f"{course.first} to {course.last}: {course.state} ({course.rule})"
        parts.append(bar(left, _FOOT + 6, days * step, _BAND, STATE_COLOURS[course.state], told))
        if days * step > 7 * len(course.state):
            parts.append(words(left + 2, _FOOT + 17, course.state, "white", "start"))
    return parts


def _dates(board: TruceBoard, step: float) -> list[str]:
    last = LEFT + len(board.days) * step
    return [
        words(LEFT, _FOOT + 36, board.days[0].day, QUIET, "start"),
        words(last, _FOOT + 36, board.days[-1].day, QUIET, "end"),
        words(LEFT, _FOOT + 56, f"On {board.until}: {board.state}. {board.rule}", QUIET, "start"),
    ]
