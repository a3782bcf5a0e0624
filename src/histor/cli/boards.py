"""A board of any monitor in, what a terminal shows of it out; and the words behind its figures, part by part."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from histor.cli import board as counted
from histor.cli import posture_board, talks_board, truce_board, words
from histor.records.board_form import AnyBoard
from histor.records.boards import PostureBoard, TalksBoard, TruceBoard
from histor.records.dataset import Imported, ImportedEvent
from histor.records.heard import Deed, Line

Told = Sequence[tuple[str, Line]]  # what the line is about, and the line


def shown(board: AnyBoard) -> RenderableType:
    """Lay out a board."""
    if isinstance(board, TruceBoard):
        return truce_board.shown(board)
    if isinstance(board, PostureBoard):
        return posture_board.shown(board)
    return talks_board.shown(board) if isinstance(board, TalksBoard) else counted.shown(board)


def behind(board: AnyBoard, record: Imported | None, deeds: Sequence[Deed]) -> RenderableType:
    """Lay out the words behind a board's figures."""
    if isinstance(board, TruceBoard | PostureBoard | TalksBoard):
        return shown_lines(groups_of(board))
    ids = {row for day in board.days for row in day.tally.rows}
    return counted_rows([row for row in record.events if row.id in ids] if record else [], deeds)


def groups_of(board: AnyBoard) -> Mapping[str, Told]:
    """Give the lines of each part of a board by the part's name."""
    if isinstance(board, TruceBoard):
        return truce_board.groups_of(board)
    if isinstance(board, PostureBoard):
        return posture_board.groups_of(board)
    return talks_board.groups_of(board) if isinstance(board, TalksBoard) else {}


def shown_lines(groups: Mapping[str, Told]) -> RenderableType:
    """Lay out lines under the names of their parts, each with its event, day, voices and words."""
    parts: list[RenderableType] = []
    for name, lines in groups.items():
        if not lines:
            continue
        parts.append(Padding(Text(f"{name} ({words.several(len(lines), 'line')})", style="label"), (1, 0, 0, 0)))
        parts.append(
            _table(("about", "told on", "by", "words", "event"), (_cells(about, line) for about, line in lines))
        )
    return Group(*parts)


def counted_rows(rows: Iterable[ImportedEvent], deeds: Sequence[Deed]) -> Table:
    """Lay out the rows of a counting board; a deed of reports has a row for each report that tells of it."""
    known = {deed.id: deed for deed in deeds}
    cells = []
    for row in rows:
        place = ", ".join(filter(None, (row.place, row.admin1, row.country)))
        head = (row.id, words.days(row.when), place, ", ".join(row.attackers), row.grade or words.NOTHING)
        told = [(_voices(line), line.sentence, line.event) for line in known[row.id].lines] if row.id in known else []
        for voice, sentence, event in told or [("", row.words or row.url or "", "")]:
            cells.append((*head, f"{voice}: {sentence}" if voice else sentence, event or ""))
    with_events = any(one[-1] for one in cells)
    names = ("id", "day", "place", "attackers", "grade", "told", "event")
    return _table(names if with_events else names[:-1], (one if with_events else one[:-1] for one in cells))


def _cells(about: str, line: Line) -> Sequence[str]:
    return about, line.published or "undated", _voices(line), f"“{' '.join(line.sentence.split())}”", line.event or "–"


def _voices(line: Line) -> str:
    return f" {words.BACK} ".join(line.chain) or line.outlet or ""


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(words.printable(cell or words.NOTHING)) for cell in row))
    return table
