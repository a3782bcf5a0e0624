"""A board in, the states on it out: what has one, which, by what rule, and the rows and words that it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from histor.monitors.alerting.known import day_of
from histor.records.alerts import AlertRow
from histor.records.board_form import AnyBoard
from histor.records.boards import PostureBoard, TalksBoard, TruceBoard
from histor.records.heard import Deed, Line
from histor.records.watch import Board


@dataclass(frozen=True, slots=True)
class Standing:
    """How something stands."""

    state: str
    why: str
    rows: tuple[AlertRow, ...]


def standings(board: AnyBoard, deeds: Iterable[Deed]) -> Mapping[str, Standing]:
    """Give the states of a board by what has them; `deeds` are those that it counts."""
    known = {deed.id: deed for deed in deeds}
    if isinstance(board, TruceBoard):
        return {"the ceasefire": _truce(board, known)}
    if isinstance(board, PostureBoard):
        return dict(_promises(board))
    return dict(_rounds(board)) if isinstance(board, TalksBoard) else dict(_claims(board, known))


def row_of(deed: Deed) -> AlertRow:
    """Give the row of a happening with the words of all who tell of it."""
    return AlertRow(deed.id, day_of(deed), deed.place or deed.admin1, deed.lines)


def _truce(board: TruceBoard, known: Mapping[str, Deed]) -> Standing:
    deeds = board.courses[-1].deeds if board.courses else ()
    said = tuple(_said(line) for line in board.said) if not deeds else ()
    rows = (row_of(known[each]) for each in dict.fromkeys(deeds) if each in known)
    return Standing(board.state, board.rule, (*rows, *said))


def _promises(board: PostureBoard) -> Iterator[tuple[str, Standing]]:
    for promise in board.promises:
        moves = (*promise.moves, *(move for _, move in promise.reports))
        named = f"the promise to {promise.kind}" + (f" at {promise.site}" if promise.site else "")
        yield named, Standing(promise.state, promise.rule, tuple(_said(move.line) for move in moves))


def _rounds(board: TalksBoard) -> Iterator[tuple[str, Standing]]:
    for each in board.rounds:
        rows = tuple(_said(meeting.line) for meeting in each.meetings)
        yield f"the round of {each.opened}", Standing(each.state, "what was told of it last", rows)


def _claims(board: Board, known: Mapping[str, Deed]) -> Iterator[tuple[str, Standing]]:
    ids = [row for window in board.windows for row in window.tally.rows]
    rows = tuple(row_of(known[each]) for each in ids if each in known)
    for finding in board.findings:
        yield f"the claim that {finding.says}", Standing(finding.verdict, finding.reason, rows)
    for test in board.tempo:
        yield f"the level at the {test.at}", Standing(test.verdict, test.reason, rows)


def _said(line: Line) -> AlertRow:
    return AlertRow(None, line.first or line.published, None, (line,))
