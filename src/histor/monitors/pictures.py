"""A board in, pictures out as SVG text: the strip, the level with its intervals, the mix."""

from collections.abc import Callable, Iterator
from datetime import date

from histor.monitors.drawing import (
    ALLEGED,
    BAND,
    BOTTOM,
    FIRM,
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
    point,
    round_up,
    stroke,
    words,
)
from histor.monitors.outlook.picture import draw_outlook
from histor.records.measures import Day
from histor.records.watch import Board, Interval

_COLOURS = ("#1f4e79", "#9c3d1f", "#4d7c2f", "#6b4a8a", "#a67c00", "#3a7d7c")


def pictures(board: Board) -> dict[str, str]:
    """Give the pictures of a board by name; a board without groups has no picture of the mix."""
    drawn = {"strip": strip(board), "tempo": tempo(board)}
    if any(window.groups for window in board.windows):
        drawn["mix"] = mix(board)
    if board.outlook and board.outlook.weeks:
        drawn["outlook"] = draw_outlook(f"{board.name}: the next four weeks", board.outlook)
    return drawn


def strip(board: Board) -> str:
    """Draw each step's count: light what is alleged, dark what is corroborated, grey where nobody was heard."""
    most = round_up(max([day.tally.count for day in board.days] + [1.0]))
    across, up = _across(board), _up(most)
    wide = max(1.0, (WIDTH - LEFT - RIGHT) / len(board.days) - 1)
    parts = []
    for day in board.days:
        told = f"{day.day}: {day.tally.count:g} alleged, {day.tally.corroborated:g} corroborated"
        if day.heard == 0:
            parts.append(bar(across(day.day), TOP, wide, HEIGHT - TOP - BOTTOM, SILENT, f"{day.day}: nobody heard"))
        for count, colour in ((day.tally.count, ALLEGED), (day.tally.corroborated, FIRM)):
            if count:
                top = up(count)
                parts.append(bar(across(day.day), top, wide, HEIGHT - BOTTOM - top, colour, told))
    note = f"a {board.per}: light alleged, dark corroborated, grey no row of anybody"
    return _framed(board, note, [*_scale(most, up), *parts, *_dates(board, across)])


def tempo(board: Board) -> str:
    """Draw the level of each window as a line with its 95 % interval as a band, and the breaks that were found."""
    most = round_up(max([min(w.rate.high, 3 * w.rate.value + 1) for w in board.windows] + [1.0]))
    across, up = _across(board), _up(most)
    parts = []
    for window in board.windows:
        left, right = across(window.first), across(window.last)
        low, high = up(max(0.0, window.rate.low)), up(min(most, window.rate.high))
        told = f"{window.first} to {window.last}: {_told(window.rate)} a day"
        parts.append(bar(left, high, right - left, low - high, BAND, told))
        parts.append(stroke(left, up(window.rate.value), right, up(window.rate.value), LINE, 2.5))
        parts.append(words((left + right) / 2, up(window.rate.value) - 5, f"{window.rate.value:.2f}", LINE))
    for change in board.changes:
        parts.append(bar(across(change.first), HEIGHT - BOTTOM - 5, across(change.last) - across(change.first) + 2, 5,
                          FIRM, f"break found: {change.day}, 95 % {change.first} to {change.last}"))  # fmt: skip
    note = "rate a day with 95 % intervals; red at the foot: breaks found without a date"
    return _framed(board, note, [*_scale(most, up), *parts, *_dates(board, across)])


def mix(board: Board) -> str:
    """Draw each group's share in each window as a point with its 95 % interval."""
    up = _up(1.0)
    slot = (WIDTH - LEFT - RIGHT) / len(board.windows)
    parts = list(_scale(1.0, up, percent=True))
    for place, window in enumerate(board.windows):
        middle = LEFT + slot * (place + 0.5)
        parts.append(words(middle, HEIGHT - BOTTOM + 16, f"{window.first} to {window.last}", QUIET))
        for row, share in enumerate(window.groups):
            if share.share is None:
                continue
            across, colour = middle + 16 * (row - (len(window.groups) - 1) / 2), _COLOURS[row % len(_COLOURS)]
            if share.interval:
                parts.append(stroke(across, up(share.interval.low), across, up(share.interval.high), colour, 2))
            parts.append(point(across, up(share.share), colour, f"{share.name}: {100 * share.share:.0f} %"))
            parts.append(words(across + 22, up(share.share) + 4, f"{100 * share.share:.0f} %", colour))
    for row, share in enumerate(board.windows[0].groups):
        parts.append(words(LEFT + 8, TOP + 14 + 15 * row, share.name, _COLOURS[row % len(_COLOURS)], "start"))
    return _framed(board, "share of each group with 95 % intervals, days resampled", parts)


def _framed(board: Board, note: str, parts: list[str]) -> str:
    return picture(board.name, f"{board.speaker}, {note}", parts)


def _across(board: Board) -> Callable[[Day], float]:
    first, last = (date.fromisoformat(day) for day in (board.windows[0].first, board.windows[-1].last))
    step = (WIDTH - LEFT - RIGHT) / ((last - first).days + 1)
    return lambda day: LEFT + (date.fromisoformat(day) - first).days * step


def _up(most: float) -> Callable[[float], float]:
    return lambda value: HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM)


def _scale(most: float, up: Callable[[float], float], *, percent: bool = False) -> Iterator[str]:
    for part in (0.0, 0.5, 1.0):
        value = most * part
        yield stroke(LEFT, up(value), WIDTH - RIGHT, up(value), "#ddd", 1)
        yield words(LEFT - 6, up(value) + 4, f"{100 * value:.0f} %" if percent else f"{value:.3g}", QUIET, "end")


def _dates(board: Board, across: Callable[[Day], float]) -> Iterator[str]:
    for test in board.tempo:
        yield stroke(across(test.day), TOP, across(test.day), HEIGHT - BOTTOM, QUIET, 1)
        yield words(across(test.day) + 3, HEIGHT - BOTTOM + 30, test.at, QUIET, "start")
    for window in board.windows:
        yield words(across(window.first), HEIGHT - BOTTOM + 15, window.first, QUIET, "start")


def _told(found: Interval) -> str:
    return f"{found.value:.2f} ({found.low:.2f} to {found.high:.2f})"
