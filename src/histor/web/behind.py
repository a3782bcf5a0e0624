"""A board in, the rows behind each of its figures out: what is told, and the words of the reports that tell it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from histor.records.board_form import AnyBoard
from histor.records.boards import Apart, PostureBoard, TalksBoard, TruceBoard, Violation
from histor.records.dataset import CORROBORATED
from histor.records.heard import ONLY_SUMMED_UP, Deed, Line
from histor.records.watch import Board
from histor.run.monitoring import Watched
from histor.web.charting import chart_of, key_of


@dataclass(frozen=True, slots=True)
class Behind:
    """The rows behind one figure."""

    title: str
    lines: tuple[tuple[str, Line], ...]  # what each is about, and its words


def behind(watched: Watched) -> Mapping[str, Behind]:
    """Give the rows of every figure, by the key that its link has."""
    board = watched.board
    if isinstance(board, TruceBoard):
        return dict(_truce(board, {deed.id: deed for deed in watched.deeds}))
    if isinstance(board, PostureBoard):
        return dict((*_posture(board), *_signs(board)))
    if isinstance(board, TalksBoard):
        return dict((*_talks(board), *_signs(board)))
    return dict(_counted(board, {deed.id: deed for deed in watched.deeds}))


def _truce(board: TruceBoard, heard: Mapping[str, Deed]) -> Iterator[tuple[str, Behind]]:
    apart = (*board.excluded_strikes, *board.others, *board.denials)
    held = (*(each.deed for each in board.violations), *(each.deed for each in apart))
    deeds = {deed.id: deed for deed in held}
    alleged: dict[str, Sequence[Violation]] = {
        "alleged": board.violations,
        "corroborated": [each for each in board.violations if each.corroborated],
        "denied": [each for each in board.violations if each.denied],
        "unattributed": [each for each in board.violations if not each.accused],
    }
    for name, those in alleged.items():
        yield name, Behind(f"Violations, {name}", tuple(_of_deeds(each.deed for each in those)))
    for day in board.days:
        yield f"day-{day.day}", Behind(f"Alleged on {day.day}", tuple(_known(deeds, day.alleged)))
    for number, course in enumerate(board.courses):
        title = f"{course.state}, {course.first} to {course.last}: {course.rule}"
        yield f"state-{number}", Behind(title, tuple(_known(deeds, course.deeds)))
    for number, each in enumerate(board.accusations):
        yield f"accusation-{number}", Behind(f"{each.accuser} accuses {each.accused}", tuple(_known(deeds, each.deeds)))
    yield "excluded", Behind("Strikes on those left out", tuple(_apart(board.excluded_strikes)))
    yield "others", Behind("By or on somebody who is no party", tuple(_apart(board.others)))
    yield "denials", Behind("Denied, and alleged by nobody", tuple(_apart(board.denials)))
    yield "said", Behind("Said of the ceasefire itself", tuple(("", line) for line in board.said))
    for number, term in enumerate(board.terms):
        yield f"term-{number}", Behind(f"{term.says}: {term.state}", tuple(("", line) for line in term.lines))
    for number, total in enumerate(board.totals):
        yield f"total-{number}", Behind(f"A total that {total.by} gives", (("", total.line),))
    for number, (why, ids) in enumerate(board.left_out):
        yield f"left-{number}", Behind(f"Not counted: {why}", tuple(_known(heard, ids)))


def _posture(board: PostureBoard) -> Iterator[tuple[str, Behind]]:
    yield "moves", Behind("All moves", tuple((f"{move.kind}, {move.state}", move.line) for move in board.moves))
    for number, promise in enumerate(board.promises):
        lines = [(f"{move.kind}, {move.state}", move.line) for move in promise.moves]
        lines += [(bearing, move.line) for bearing, move in promise.reports]
        yield f"promise-{number}", Behind(f"Promise: {promise.kind}: {promise.rule}", tuple(lines))


def _talks(board: TalksBoard) -> Iterator[tuple[str, Behind]]:
    for number, each in enumerate(board.rounds):
        lines = tuple((f"{one.day or 'day unknown'}, {one.kind}", one.line) for one in each.meetings)
        yield f"round-{number}", Behind(f"Round from {each.opened}", lines)
    yield "before", Behind("Told of no round", tuple((one.kind, one.line) for one in board.before))
    yield "next", Behind("What comes next", tuple((f"{one.day or ''} {one.kind}", one.line) for one in board.next))


def _signs(board: AnyBoard) -> Iterator[tuple[str, Behind]]:
    chart = chart_of(board)
    for place, mark in enumerate(chart.lines.marks if chart else ()):
        yield key_of(place), Behind(mark.label, mark.lines)


def _counted(board: Board, deeds: Mapping[str, Deed]) -> Iterator[tuple[str, Behind]]:
    yield "totals", Behind(f"Not counted: {ONLY_SUMMED_UP}", tuple(_known(deeds, board.totals)))
    for number, window in enumerate(board.windows):
        title = f"{window.first} to {window.last}"
        yield f"window-{number}", Behind(title, tuple(_known(deeds, window.tally.rows)))
        borne = [each for each in window.tally.rows if each in deeds and deeds[each].grade in CORROBORATED]
        yield f"borne-{number}", Behind(f"Borne out, {title}", tuple(_known(deeds, borne)))
        for kind, shares in (("group", window.groups), ("target", window.targets), ("grade", window.grades)):
            for place, share in enumerate(shares):
                behind_it = Behind(f"{share.name}, {title}", tuple(_known(deeds, share.tally.rows)))
                yield f"{kind}-{number}-{place}", behind_it
    for day in board.days:
        yield f"day-{day.day}", Behind(f"The {board.per} of {day.day}", tuple(_known(deeds, day.tally.rows)))


def _known(deeds: Mapping[str, Deed], ids: Iterable[str]) -> Iterator[tuple[str, Line]]:
    return _of_deeds(deeds[each] for each in dict.fromkeys(ids) if each in deeds)


def _apart(those: Iterable[Apart]) -> Iterator[tuple[str, Line]]:
    return _of_deeds(each.deed for each in those)


def _of_deeds(deeds: Iterable[Deed]) -> Iterator[tuple[str, Line]]:
    for deed in deeds:
        for line in deed.lines:
            yield (
                f"{deed.first or 'day unknown'} · {deed.place or 'place unknown'} · {deed.grade or 'not graded'}",
                line,
            )
