"""A ceasefire's board in, what a terminal shows of it out: its state by rule, the day strip, who accuses whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from histor.cli import words
from histor.cli.board_head import head, on_whose_word, title
from histor.records.boards import Apart, Total, TruceBoard, TruceDay, TruceState, Violation
from histor.records.heard import Line

_LINE = 62  # days of the strip in one line: two months
_QUIET, _SILENT = "·", " "
_MANY = 9  # alleged on one day; more are shown as this many
_SHOWN = 12  # deeds of a part that are listed; `--rows` and JSON have all
_STYLES: Mapping[TruceState, str] = {
    "holding": "good", "extended": "good", "strained": "problem", "contested": "problem", "collapsed": "bad",
    "ended": "bad", "unknown": "quiet",
}  # fmt: skip


def shown(board: TruceBoard) -> RenderableType:
    """Lay out a ceasefire's board."""
    return Group(*_parts(board))


def groups_of(board: TruceBoard) -> Mapping[str, Sequence[tuple[str, Line]]]:
    """Give the lines of each part: what is alleged, what stands apart, what is said of it, totals and obligations."""
    return {
        "violations": [(_about(each), line) for each in board.violations for line in each.deed.lines],
        "excluded": _apart(board.excluded_strikes),
        "no party": _apart(board.others),
        "only denied": _apart(board.denials),
        "totals": [(f"{each.by}: {_number(each)}", each.line) for each in board.totals],
        "said of it": [("", line) for line in board.said],
        "obligations": [(f"{term.says}: {term.state}", line) for term in board.terms for line in term.lines],
    }


def _parts(board: TruceBoard) -> Iterator[RenderableType]:
    state = Text("State: ").append(board.state.upper(), style=_STYLES.get(board.state, "label"))
    about = (Text(words.printable(_agreed(board))), on_whose_word(board.speaker, board.until))
    yield from head(board.name, *about, state.append(f"  {board.rule}"), answer=board.answer)
    yield title("By the day: alleged, below it the state")
    yield from _strip(board.days)
    yield title("How it stood")
    yield _table(("from", "to", "state", "rule"), ((c.first, c.last, c.state, c.rule) for c in board.courses))
    yield from _violations(board)
    yield from _listed(
        "Who accuses whom", ("accuser", "accused", "deeds", "corroborated", "denied"), _accusations(board)
    )
    for titled, apart in (
        ("Strikes and fights of those left out, no violations", board.excluded_strikes),
        ("By or on somebody who is no party", board.others),
        ("Denied, and alleged by nobody in the same incident", board.denials),
    ):
        yield from _listed(titled, ("day", "place", "whom", "told", "deed"), _rows_apart(apart), len(apart))
    yield from _listed("Totals that are claimed, never added", ("by", "of", "number", "words"), _totals(board))
    yield from _listed("Obligations", ("what", "by whom", "due", "state", "lines"), _terms(board))
    yield from _listed("Outlets", ("outlet", "reports", "first", "last", "silent for"), _outlets(board))
    for why, ids in board.left_out:
        yield Text(f"Not counted: {words.several(len(ids), 'deed')}, {why}.", style="problem")


def _agreed(board: TruceBoard) -> str:
    agreed = board.agreement
    zone = f" ({agreed.time_zone})" if agreed.time_zone else ""
    parts = [f"declared {agreed.declared}" if agreed.declared else "", f"in effect {agreed.in_effect}{zone}"]
    parts += [f"to {agreed.ends}" if agreed.ends else "no end known"]
    parts += [f"brokers: {', '.join(agreed.brokers) or 'none stated'}"]
    parts += [f"parties: {', '.join(_party(each.name, each.acceded) for each in agreed.parties)}"]
    parts += [f"left out: {', '.join(agreed.excluded) or 'none stated'}"]
    parts += [f"class {agreed.truce_class}" if agreed.truce_class else ""]
    return " · ".join(filter(None, parts))


def _party(name: str, acceded: str | None) -> str:
    return f"{name} (from {acceded})" if acceded else name


def _strip(days: Sequence[TruceDay]) -> Iterator[Text]:
    for start in range(0, len(days), _LINE):
        part = days[start : start + _LINE]
        line = Text(f"  {part[0].day} ")
        for day in part:
            line.append(*_mark(day))
        yield line.append(f" {part[-1].day}")
        states = Text(" " * 13)
        for day in part:
            states.append(
                day.state[0].upper() if day.state != "in effect" else "·", style=_STYLES.get(day.state, "dim")
            )
        yield states
    told = (
        "  1–9 alleged (red: one corroborated, yellow: one denied) · quiet, with reports heard; blank: no report heard"
    )
    yield Text(told, style="quiet")


def _mark(day: TruceDay) -> tuple[str, str]:
    if not day.alleged:
        return (_QUIET, "dim") if day.heard else (_SILENT, "")
    style = "bad" if day.corroborated else "problem" if day.denied else ""
    return str(min(_MANY, len(day.alleged))), style


def _violations(board: TruceBoard) -> Iterator[RenderableType]:
    names = ("day", "place", "accused", "accused by", "why it counts", "grade", "answer", "deed")
    last = list(reversed(board.violations))
    rows = (
        (each.day, each.deed.place or words.NOTHING, ", ".join(each.accused) or "nobody named",
         ", ".join(each.accusers) or words.NOTHING, each.why, _grade(each), "denied" if each.denied else words.NOTHING,
         words.short(each.deed.id))
        for each in last[:_SHOWN]
    )  # fmt: skip
    yield from _listed("Alleged violations, the latest first", names, rows, len(last))


def _grade(each: Violation) -> str:
    return f"{each.deed.grade or 'not graded'}{' ✓' if each.corroborated else ''}"


def _accusations(board: TruceBoard) -> Iterator[Sequence[str]]:
    for each in board.accusations:
        yield each.accuser, each.accused, str(len(each.deeds)), str(each.corroborated), str(each.denied)


def _rows_apart(apart: Sequence[Apart]) -> Iterator[Sequence[str]]:
    for each in apart[:_SHOWN]:
        sentence = words.flat(each.deed.lines[0].sentence, 90)
        whom = ", ".join(each.whom) or words.NOTHING
        yield each.day, each.deed.place or words.NOTHING, whom, f"“{sentence}”", words.short(each.deed.id)


def _totals(board: TruceBoard) -> Iterator[Sequence[str]]:
    for each in board.totals:
        yield each.by, ", ".join(each.of) or words.NOTHING, _number(each), f"“{words.flat(each.line.sentence, 90)}”"


def _number(total: Total) -> str:
    return words.number(total.low, total.high) if total.is_counted else "no number"


def _terms(board: TruceBoard) -> Iterator[Sequence[str]]:
    for term in board.terms:
        yield term.says, term.by or words.NOTHING, term.due or words.NOTHING, term.state, str(len(term.lines))


def _outlets(board: TruceBoard) -> Iterator[Sequence[str]]:
    for each in board.outlets:
        yield each.name, str(each.reports), each.first, each.last, words.several(each.silent, "day")


def _apart(apart: Sequence[Apart]) -> list[tuple[str, Line]]:
    return [(f"{each.day} {', '.join(each.whom)}".strip(), line) for each in apart for line in each.deed.lines]


def _about(each: Violation) -> str:
    return f"{each.day} {each.deed.place or ''}: {', '.join(each.accused) or 'nobody named'}"


def _listed(
    heading: str, names: Sequence[str], rows: Iterable[Sequence[str]], number: int | None = None
) -> Iterator[RenderableType]:
    found = list(rows)
    if not found:
        return
    yield title(heading if number is None or number == len(found) else f"{heading}: {len(found)} of {number}")
    yield _table(names, found)


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(words.printable(cell)) for cell in row))
    return table
