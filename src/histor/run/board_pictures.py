"""A board of any monitor in, its pictures by name out as SVG text."""

from histor.monitors import pictures as counted
from histor.monitors.truce import pictures as truce
from histor.records.board_form import AnyBoard
from histor.records.boards import TruceBoard
from histor.records.watch import Board


def pictures_of(board: AnyBoard) -> dict[str, str]:
    """Draw the pictures that a board has; a ledger of promises and talks are tables and have none."""
    if isinstance(board, Board):
        return counted.pictures(board)
    return truce.pictures(board) if isinstance(board, TruceBoard) else {}
