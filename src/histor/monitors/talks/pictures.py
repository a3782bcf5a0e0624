"""A board of talks in, its timeline out: what was offered, who met, what was refused or broken off, what came of it."""

from collections.abc import Iterator, Mapping

from histor.monitors.timeline import Sign, Telling, Timeline, drawn, timeline
from histor.records.boards import Meeting, TalksBoard, TalksKind

LANES = ("offered or set", "met or spoke", "put off, refused or broken off", "outcome")
KEYS: Mapping[Sign, str] = {"open": LANES[0], "full": LANES[1], "cross": LANES[2], "square": LANES[3]}
_PLACES: Mapping[TalksKind, tuple[str, Sign]] = {
    "proposed": (LANES[0], "open"), "scheduled": (LANES[0], "open"),
    "held": (LANES[1], "full"), "call": (LANES[1], "full"),
    "refused": (LANES[2], "cross"), "walk-out": (LANES[2], "cross"), "suspended": (LANES[2], "cross"),
    "postponed": (LANES[2], "cross"),
    "outcome": (LANES[3], "square"),
}  # fmt: skip


def pictures(board: TalksBoard) -> dict[str, str]:
    """Give the pictures of a board of talks by name; none where no day is told."""
    found = timeline_of(board)
    left = f"; {undated(board)} told without a day are not drawn" if undated(board) else ""
    return (
        {"timeline": drawn(found, board.name, f"{board.speaker}, by the day of the act{left}", KEYS)} if found else {}
    )


def timeline_of(board: TalksBoard) -> Timeline | None:
    """Put what is told of talks into lanes, by the day of the act; rounds are bands. None: no day is told."""
    told = []
    for each in _meetings(board):
        lane, sign = _PLACES[each.kind]
        if each.day is not None:
            told.append(Telling(lane, each.day, sign, each.kind, each.line))
    bands = []
    for one in board.rounds:
        days = [met.day for met in one.meetings if met.day is not None]
        bands.append((f"round from {one.opened}", one.opened, max([*days, one.opened])))
    return timeline(LANES, told, bands)


def undated(board: TalksBoard) -> int:
    """Count what is told without a day."""
    return sum(1 for each in _meetings(board) if each.day is None)


def _meetings(board: TalksBoard) -> Iterator[Meeting]:
    """Give each meeting once: what comes next may stand in a round too."""
    held = (one for each in board.rounds for one in each.meetings)
    yield from dict.fromkeys((*board.before, *held, *board.next))
