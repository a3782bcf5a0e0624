"""A board in, pictures out as SVG text: the strip, the level with its intervals, the mix."""

from collections.abc import Callable, Iterator
from datetime import date
from html import escape

from histor.records.measures import Day
from histor.records.watch import Board, Interval

WIDTH, HEIGHT = 960, 320  # units of the picture
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 40, 48  # units kept free for words
_ALLEGED, _FIRM, _LINE, _BAND, _QUIET, _SILENT = "#c9a08a", "#9c3d1f", "#1f4e79", "#1f4e7933", "#666", "#e6e6e6"
_COLOURS = ("#1f4e79", "#9c3d1f", "#4d7c2f", "#6b4a8a", "#a67c00", "#3a7d7c")


def pictures(board: Board) -> dict[str, str]:
    """Give the pictures of a board by name; a board without groups has no picture of the mix."""
    drawn = {"strip": strip(board), "tempo": tempo(board)}
    return {**drawn, "mix": mix(board)} if any(window.groups for window in board.windows) else drawn


def strip(board: Board) -> str:
    """Draw each step's count: light what is alleged, dark what is corroborated, grey where nobody was heard."""
    most = max([day.tally.count for day in board.days] + [1.0])
    across, up = _across(board), _up(most)
    wide = max(1.0, (WIDTH - LEFT - RIGHT) / len(board.days) - 1)
    parts = []
    for day in board.days:
        told = f"{day.day}: {day.tally.count:g} alleged, {day.tally.corroborated:g} corroborated"
        if day.heard == 0:
            parts.append(_bar(across(day.day), TOP, wide, HEIGHT - TOP - BOTTOM, _SILENT, f"{day.day}: nobody heard"))
        for count, colour in ((day.tally.count, _ALLEGED), (day.tally.corroborated, _FIRM)):
            if count:
                top = up(count)
                parts.append(_bar(across(day.day), top, wide, HEIGHT - BOTTOM - top, colour, told))
    note = f"a {board.per}: light alleged, dark corroborated, grey no row of anybody"
    return _picture(board, note, [*_scale(most, up), *parts, *_dates(board, across)])


def tempo(board: Board) -> str:
    """Draw the level of each window as a line with its 95 % interval as a band, and the breaks that were found."""
    most = max([min(w.rate.high, 3 * w.rate.value + 1) for w in board.windows] + [1.0])
    across, up = _across(board), _up(most)
    parts = []
    for window in board.windows:
        left, right = across(window.first), across(window.last)
        low, high = up(max(0.0, window.rate.low)), up(min(most, window.rate.high))
        told = f"{window.first} to {window.last}: {_told(window.rate)} a day"
        parts.append(_bar(left, high, right - left, low - high, _BAND, told))
        parts.append(_stroke(left, up(window.rate.value), right, up(window.rate.value), _LINE, 2.5))
        parts.append(_words((left + right) / 2, up(window.rate.value) - 5, f"{window.rate.value:.2f}", _LINE))
    for change in board.changes:
        parts.append(_bar(across(change.first), HEIGHT - BOTTOM - 5, across(change.last) - across(change.first) + 2, 5,
                          _FIRM, f"break found: {change.day}, 95 % {change.first} to {change.last}"))  # fmt: skip
    note = "rate a day with 95 % intervals; red at the foot: breaks found without a date"
    return _picture(board, note, [*_scale(most, up), *parts, *_dates(board, across)])


def mix(board: Board) -> str:
    """Draw each group's share in each window as a point with its 95 % interval."""
    up = _up(1.0)
    slot = (WIDTH - LEFT - RIGHT) / len(board.windows)
    parts = list(_scale(1.0, up, percent=True))
    for place, window in enumerate(board.windows):
        middle = LEFT + slot * (place + 0.5)
        parts.append(_words(middle, HEIGHT - BOTTOM + 16, f"{window.first} – {window.last}", _QUIET))
        for row, share in enumerate(window.groups):
            if share.share is None:
                continue
            across, colour = middle + 16 * (row - (len(window.groups) - 1) / 2), _COLOURS[row % len(_COLOURS)]
            if share.interval:
                parts.append(_stroke(across, up(share.interval.low), across, up(share.interval.high), colour, 2))
            parts.append(_point(across, up(share.share), colour, f"{share.name}: {100 * share.share:.0f} %"))
            parts.append(_words(across + 22, up(share.share) + 4, f"{100 * share.share:.0f} %", colour))
    for row, share in enumerate(board.windows[0].groups):
        parts.append(_words(LEFT + 8, TOP + 14 + 15 * row, share.name, _COLOURS[row % len(_COLOURS)], "start"))
    return _picture(board, "share of each group with 95 % intervals, days resampled", parts)


def _picture(board: Board, note: str, parts: list[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="11"><title>{escape(board.name)}</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
    )
    title = f'<text x="{LEFT}" y="15" font-size="13" font-weight="bold">{escape(board.name)}</text>'
    said = _words(LEFT, 30, f"{board.speaker}, {note}", _QUIET, "start")
    return "\n".join([head, title, said, *parts, "</svg>", ""])


def _across(board: Board) -> Callable[[Day], float]:
    first, last = (date.fromisoformat(day) for day in (board.windows[0].first, board.windows[-1].last))
    step = (WIDTH - LEFT - RIGHT) / ((last - first).days + 1)
    return lambda day: LEFT + (date.fromisoformat(day) - first).days * step


def _up(most: float) -> Callable[[float], float]:
    return lambda value: HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM)


def _scale(most: float, up: Callable[[float], float], *, percent: bool = False) -> Iterator[str]:
    for part in (0.0, 0.5, 1.0):
        value = most * part
        yield _stroke(LEFT, up(value), WIDTH - RIGHT, up(value), "#ddd", 1)
        yield _words(LEFT - 6, up(value) + 4, f"{100 * value:.0f} %" if percent else f"{value:.3g}", _QUIET, "end")


def _dates(board: Board, across: Callable[[Day], float]) -> Iterator[str]:
    for test in board.tempo:
        yield _stroke(across(test.day), TOP, across(test.day), HEIGHT - BOTTOM, _QUIET, 1)
        yield _words(across(test.day) + 3, HEIGHT - BOTTOM + 30, test.at, _QUIET, "start")
    for window in board.windows:
        yield _words(across(window.first), HEIGHT - BOTTOM + 15, window.first, _QUIET, "start")


def _told(found: Interval) -> str:
    return f"{found.value:.2f} ({found.low:.2f} to {found.high:.2f})"


def _bar(left: float, top: float, wide: float, high: float, colour: str, told: str) -> str:
    place = f'x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    return f'<rect {place} fill="{colour}"><title>{escape(told)}</title></rect>'


def _point(across: float, down: float, colour: str, told: str) -> str:
    place = f'cx="{across:.1f}" cy="{down:.1f}" r="4"'
    return f'<circle {place} fill="{colour}"><title>{escape(told)}</title></circle>'


def _stroke(left: float, top: float, right: float, bottom: float, colour: str, wide: float) -> str:
    place = f'x1="{left:.1f}" y1="{top:.1f}" x2="{right:.1f}" y2="{bottom:.1f}"'
    return f'<line {place} stroke="{colour}" stroke-width="{wide:g}"/>'


def _words(across: float, down: float, words: str, colour: str, anchor: str = "middle") -> str:
    return f'<text x="{across:.1f}" y="{down:.1f}" fill="{colour}" text-anchor="{anchor}">{escape(words)}</text>'
