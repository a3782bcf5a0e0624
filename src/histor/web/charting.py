"""A board in, the lanes of signs that its page draws out; boards that count have a strip of days instead."""

from collections.abc import Mapping
from dataclasses import dataclass

from histor.monitors.posture import pictures as posture
from histor.monitors.talks import pictures as talks
from histor.monitors.timeline import RADIUS, WIDTH, Sign, Timeline
from histor.records.board_form import AnyBoard
from histor.records.boards import PostureBoard, TalksBoard


@dataclass(frozen=True, slots=True)
class Chart:
    """A timeline with what its signs mean."""

    lines: Timeline
    keys: Mapping[Sign, str]
    note: str  # by which days it is drawn, and what is not drawn
    wide: int = WIDTH
    radius: float = RADIUS


def chart_of(board: AnyBoard) -> Chart | None:
    """Give the chart of a board of posture or talks; None: it has none, or no day is told."""
    if isinstance(board, PostureBoard):
        found = posture.timeline_of(board)
        return Chart(found, posture.KEYS, "By the day on which it was told.") if found else None
    if isinstance(board, TalksBoard):
        found, left = talks.timeline_of(board), talks.undated(board)
        note = "By the day of the act" + (f"; {left} told without a day are in the lists only." if left else ".")
        return Chart(found, talks.KEYS, note) if found else None
    return None


def key_of(place: int) -> str:
    """Give the key that the link of a sign has, by its place among the signs."""
    return f"sign-{place}"
