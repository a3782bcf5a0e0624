"""One row of an event table in, its words out, and where in them each cell stands; and the row back from its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from histor.records.dataset import Grade, ImportedEvent, Toll
from histor.records.measures import Span, When

_NAMES = "day place region country type by against hit killed wounded number source grade"
_NEXT_CELL = re.compile(rf"; (?=(?:{'|'.join(_NAMES.split())}) )")


@dataclass(frozen=True, slots=True)
class Worded:
    """A row as words: its own sentence, if it has one, then every cell that is filled, `name value; name value`."""

    text: str
    cells: dict[tuple[str, int], Span]  # name and which of several -> where the value stands

    def at(self, name: str, place: int = 0) -> Span:
        """Give where a cell stands; of one that is not there, the row's id."""
        return self.cells.get((name, place), self.cells["event", 0])


def worded(row: ImportedEvent) -> Worded:
    """Write a row as words."""
    text = f"{' '.join(row.words.split())}\n" if row.words else ""
    cells: dict[tuple[str, int], Span] = {}
    met: dict[str, int] = {}
    for name, value in _cells(row):
        text += f"{name} "
        place = met[name] = met.get(name, -1) + 1
        cells[name, place] = Span(len(text), len(text) + len(value))
        text += f"{value}; "
    return Worded(text.rstrip("; "), cells)


def quiet_row_of(words: str) -> ImportedEvent | None:
    """Give the row of number 0 that was written as these words; None: it is another, or has no day."""
    cells = _cells_in(words)
    first, _, last = cells.get("day", [""])[0].partition(" to ")
    if cells.get("number") != ["0"] or not first:
        return None
    return row_of(words, When(None, first, last or first, "unknown" if last else "day"))


def row_of(words: str, when: When) -> ImportedEvent:
    """Give the row that was written as these words, but for its line and its pin; `when` is the day of its event."""
    cells = _cells_in(words)
    single = {name: values[0] for name, values in cells.items()}
    sentence = words.rpartition("\n")[0]
    return ImportedEvent(
        id=single["event"], line=1, when=when, place=single.get("place"), admin1=single.get("region"),
        country=single.get("country"), type=single.get("type"), attackers=tuple(cells.get("by", ())),
        recipients=tuple(cells.get("against", ())), targets=tuple(cells.get("hit", ())),
        grade=next((grade for grade in get_args(Grade) if grade == single.get("grade")), None),
        source=single.get("source"), number=float(single.get("number", 1)), words=sentence,
        killed=_toll(single.get("killed")), injured=_toll(single.get("wounded")),
    )  # fmt: skip


def _cells_in(words: str) -> dict[str, list[str]]:
    cells: dict[str, list[str]] = {}
    for cell in _NEXT_CELL.split(words.rpartition("\n")[2]):
        name, _, value = cell.partition(" ")
        cells.setdefault(name, []).append(value)
    return cells


def _toll(told: str | None) -> Toll | None:
    if told is None:
        return None
    low, _, high = told.partition(" to ")
    ends = [None if end == "?" else int(end) for end in (low, high or low)]
    return Toll(*ends)


def _cells(row: ImportedEvent) -> Iterator[tuple[str, str]]:
    yield "event", row.id
    if row.when.start:
        yield "day", row.when.start if row.when.start == row.when.end else f"{row.when.start} to {row.when.end}"
    named = (("place", row.place), ("region", row.admin1), ("country", row.country), ("type", row.type))
    yield from ((name, " ".join(value.split())) for name, value in named if value)
    for name, values in (("by", row.attackers), ("against", row.recipients), ("hit", row.targets)):
        yield from ((name, " ".join(value.split())) for value in values)
    for name, toll in (("killed", row.killed), ("wounded", row.injured)):
        if toll is not None and (toll.low, toll.high) != (None, None):
            yield name, _range(toll)
    if row.number != 1:
        yield "number", f"{row.number:.15g}"
    if row.source:
        yield "source", " ".join(row.source.split())
    if row.grade:
        yield "grade", row.grade


def _range(toll: Toll) -> str:
    if toll.low == toll.high:
        return str(toll.low)
    return f"{'?' if toll.low is None else toll.low} to {'?' if toll.high is None else toll.high}"
