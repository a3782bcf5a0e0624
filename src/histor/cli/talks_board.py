"""A board of talks in, what a terminal shows of it out: rounds, who met whom, what came of it, what comes next."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from histor.cli import words
from histor.cli.board_head import head, on_whose_word, title
from histor.records.boards import Meeting, TalksBoard
from histor.records.heard import Line

_QUOTED = 110  # characters of a sentence; `--rows` and JSON have all


def shown(board: TalksBoard) -> RenderableType:
    """Lay out a board of talks."""
    return Group(*_parts(board))


def groups_of(board: TalksBoard) -> Mapping[str, Sequence[tuple[str, Line]]]:
    """Give the lines of each part: rounds by their opening, what belongs to none, and what comes next."""
    groups: dict[str, Sequence[tuple[str, Line]]] = {
        each.opened: [(meeting.kind, meeting.line) for meeting in each.meetings] for each in board.rounds
    }
    groups["of no round"] = [(meeting.kind, meeting.line) for meeting in board.before]
    groups["next"] = [(meeting.day or "no day set", meeting.line) for meeting in board.next]
    return groups


def _parts(board: TalksBoard) -> Iterator[RenderableType]:
    yield from head(board.name, on_whose_word(board.speaker, board.until), answer=board.answer)
    for each in board.rounds:
        where = f" in {each.place}" if each.place else ""
        yield title(f"Round{where}, opened {each.opened}: last told as {each.state}")
        yield _meetings(each.meetings)
    if board.before:
        yield title("Told of no round")
        yield _meetings(board.before)
    if board.next:
        yield title("What is said of the next date, the latest first")
        yield _meetings(board.next)


def _meetings(meetings: Sequence[Meeting]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in ("told on", "day", "what", "who → whom", "brokers", "by", "words"):
        table.add_column(name, overflow="fold")
    for one in meetings:
        who = f" {words.ARROW} ".join(filter(None, (", ".join(one.who), ", ".join(one.whom))))
        voice = one.line.chain[-1] if one.line.chain else one.line.outlet or words.NOTHING
        kind = f"{one.kind}, {one.direct}" if one.direct else one.kind
        cells = (one.line.published or "undated", one.day or words.NOTHING, kind, who or words.NOTHING,
                 ", ".join(one.brokers) or words.NOTHING, voice,
                 f"“{words.flat(one.line.sentence, _QUOTED)}”")  # fmt: skip
        table.add_row(*(Text(words.printable(cell)) for cell in cells))
    return table
