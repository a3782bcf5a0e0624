"""A board of any monitor in, its rows as CSV text by name out: one line for each deed or sentence, ids beside words."""

import csv
import io
from collections.abc import Iterable, Sequence

from histor.monitors.truce.daily import summaries
from histor.records.board_form import AnyBoard
from histor.records.boards import PostureBoard, TalksBoard, TruceBoard
from histor.records.dataset import Imported
from histor.records.heard import Deed, Line
from histor.records.watch import Board

Cells = Sequence[object]
_LINE = ("event", "report", "outlet", "published", "voices", "sentence")


def tables_of(board: AnyBoard, record: Imported | None, deeds: Iterable[Deed]) -> dict[str, str]:
    """Give the tables of a board by name."""
    if isinstance(board, TruceBoard):
        return (
            {"deeds": _written(_DEED, _deeds(board)), "days": _written(_DAY, _days(board))}
            | _daily(board)
            | _agreement(board)
        )
    if isinstance(board, PostureBoard):
        return {"moves": _written(_MOVE, _moves(board))}
    if isinstance(board, TalksBoard):
        return {"meetings": _written(_MEETING, _meetings(board))}
    return {"rows": _written(_ROW, _rows(board, record, {deed.id: deed for deed in deeds}))}


_DEED = ("counts_as", "why", "deed", "day", "day_from", "place", "admin1", "country", "type", "mode", "accused",
         "accusers", "grade", "corroborated", "denied", *_LINE)  # fmt: skip
_DAY = ("day", "state", "alleged", "corroborated", "denied", "unattributed", "reports_heard", "outlets")
_MOVE = ("published", "day", "move", "state", "extent", "force", "site", "number", *_LINE)
_MEETING = ("round", "day", "kind", "who", "whom", "place", "brokers", "direct", *_LINE)
_ROW = ("row", "day", "last_day", "place", "admin1", "country", "attackers", "type", "grade", *_LINE)


def _deeds(board: TruceBoard) -> Iterable[Cells]:
    """Give every deed that a ceasefire's board sorts, one line for each report of it."""
    for each in board.violations:
        head = ("violation", each.why, *_deed(each.deed, each.day), _several(each.accused), _several(each.accusers))
        for line in each.deed.lines:
            yield (*head, each.deed.grade, each.corroborated, each.denied, *_line(line))
    for name, apart in (
        ("left out", board.excluded_strikes),
        ("no party", board.others),
        ("only denied", board.denials),
    ):
        for one in apart:
            for line in one.deed.lines:
                yield (
                    name,
                    _several(one.whom),
                    *_deed(one.deed, one.day),
                    "",
                    "",
                    one.deed.grade,
                    "",
                    "",
                    *_line(line),
                )


def _deed(deed: Deed, day: str) -> Cells:
    return deed.id, day, deed.day_basis, deed.place, deed.admin1, deed.country, deed.type, deed.mode


def _days(board: TruceBoard) -> Iterable[Cells]:
    for day in board.days:
        counts = [len(ids) for ids in (day.alleged, day.corroborated, day.denied, day.unattributed)]
        yield day.day, day.state, *counts, day.heard, _several(day.outlets)


def _daily(board: TruceBoard) -> dict[str, str]:
    """Write the summary of each day as the OSCE's monitors gave it, with the figures that its sentence tells."""
    head = ("day", "violations", "corroborated", "denied", "day_before", "total", "by_region", "by_means", "summary")
    rows = [
        (each.day, each.alleged, each.corroborated, each.denied, each.before, each.total, _pairs(each.by_region),
         _pairs(each.by_means), each.says)
        for each in summaries(board)
    ]  # fmt: skip
    return {"daily": _written(head, rows)}


def _pairs(counted: Iterable[tuple[str, int]]) -> str:
    return _several(f"{name} {number}" for name, number in counted)


def _agreement(board: TruceBoard) -> dict[str, str]:
    """Write one row for each declaring party, with columns named as ETH/PRIO names them; what is not known is empty."""
    agreed = board.agreement
    head = ("cf_id", "actor_name", "cf_dec", "cf_effect", "acceded", "end", "mediators", "ceasefire_class", "purpose",
            "written", "implement", "excluded_actors", "state", "as_of")  # fmt: skip
    rows = [
        (board.name, party.name, agreed.declared, agreed.in_effect, party.acceded, agreed.ends,
         _several(agreed.brokers), agreed.truce_class, agreed.purpose, agreed.written, agreed.mechanism,
         _several(agreed.excluded), board.state, board.until)
        for party in agreed.parties
    ]  # fmt: skip
    return {"eth-prio": _written(head, rows)}


def _moves(board: PostureBoard) -> Iterable[Cells]:
    for move in board.moves:
        head = (move.line.published, move.day, move.kind, move.state, move.extent, move.force, move.site, move.number)
        yield (*head, *_line(move.line))


def _meetings(board: TalksBoard) -> Iterable[Cells]:
    told = [("", meeting) for meeting in board.before]
    told += [(each.opened, meeting) for each in board.rounds for meeting in each.meetings]
    for opened, one in told:
        head = (
            opened,
            one.day,
            one.kind,
            _several(one.who),
            _several(one.whom),
            one.place,
            _several(one.brokers),
            one.direct,
        )
        yield (*head, *_line(one.line))


def _rows(board: Board, record: Imported | None, deeds: dict[str, Deed]) -> Iterable[Cells]:
    counted = {row for day in board.days for row in day.tally.rows}
    for row in record.events if record else ():
        if row.id not in counted:
            continue
        head = (
            row.id,
            row.when.start,
            row.when.end,
            row.place,
            row.admin1,
            row.country,
            _several(row.attackers),
            row.type,
        )
        if row.id in deeds:
            yield from ((*head, row.grade, *_line(line)) for line in deeds[row.id].lines)
        else:
            yield (*head, row.grade, "", "", "", "", row.source, row.words or row.url)


def _line(line: Line) -> Cells:
    return line.event, line.report, line.outlet, line.published, " < ".join(reversed(line.chain)), line.sentence


def _several(names: Iterable[str]) -> str:
    return "; ".join(names)


def _written(head: Sequence[str], rows: Iterable[Cells]) -> str:
    into = io.StringIO()
    writer = csv.writer(into, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([" ".join(cell.split()) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return into.getvalue()
