"""A posture's board in, what a terminal shows of it out: each promise with what was reported of it since."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from histor.cli import words
from histor.cli.board_head import head, on_whose_word
from histor.records.boards import Move, PostureBoard, Promise
from histor.records.heard import Line

_QUOTED = 110  # characters of a sentence; `--rows` and JSON have all
_STYLES = {"reversed": "bad", "denied": "bad", "completed": "good", "remains": "good", "observed": "good"}


def shown(board: PostureBoard) -> RenderableType:
    """Lay out a posture's board."""
    return Group(*_parts(board))


def groups_of(board: PostureBoard) -> Mapping[str, Sequence[tuple[str, Line]]]:
    """Give the lines of each part: promises, what bears on them, and all moves."""
    return {
        "promises": [(_title_of(each), move.line) for each in board.promises for move in each.moves],
        "reports": [
            (f"{_title_of(each)}: {bearing}", move.line) for each in board.promises for bearing, move in each.reports
        ],
        "moves": [(f"{move.kind}, {move.state}", move.line) for move in board.moves],
    }


def _parts(board: PostureBoard) -> Iterator[RenderableType]:
    yield from head(board.name, on_whose_word(board.speaker, board.until), answer=board.answer)
    for promise in board.promises:
        named = Text(_title_of(promise), style="label").append(
            f"  {promise.state}", style=_STYLES.get(promise.state, "")
        )
        yield Padding(named, (1, 0, 0, 0))
        yield _moves([("promised", move) for move in promise.moves] + list(promise.reports))


def _title_of(promise: Promise) -> str:
    return f"to {promise.kind}{f' at {promise.site}' if promise.site else ''}"


def _moves(moves: Sequence[tuple[str, Move]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in ("told on", "bearing", "state", "extent", "number", "by", "words"):
        table.add_column(name, overflow="fold")
    for bearing, move in moves:
        voice = move.line.chain[-1] if move.line.chain else move.line.outlet or words.NOTHING
        cells = (move.line.published or "undated", bearing, move.state, move.extent, move.number or words.NOTHING,
                 voice, f"“{words.flat(move.line.sentence, _QUOTED)}”")  # fmt: skip
        table.add_row(*(Text(words.printable(cell)) for cell in cells))
    return table
