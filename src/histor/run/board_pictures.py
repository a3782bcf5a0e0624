"""A board of any monitor in, its pictures by name out as SVG text."""

from histor.monitors import pictures as counted
from histor.monitors.posture import pictures as posture
from histor.monitors.talks import pictures as talks
from histor.monitors.truce import pictures as truce
from histor.records.board_form import AnyBoard
from histor.records.boards import PostureBoard, TalksBoard, TruceBoard


def pictures_of(board: AnyBoard) -> dict[str, str]:
    """Draw the pictures that a board has; one of which no day is told has none."""
    match board:
        case TruceBoard():
            return truce.pictures(board)
        case PostureBoard():
            return posture.pictures(board)
        case TalksBoard():
            return talks.pictures(board)
        case _:
            return counted.pictures(board)
