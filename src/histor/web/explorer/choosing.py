"""The state of an address in, which incidents of the overview it asks for out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from histor.errors import UsageError
from histor.records.events import Target
from histor.records.incidents import Grade, Sums
from histor.records.seen import Shown
from histor.store import view_asking
from histor.store.view_asking import NO_PLACE, Chosen, Wanted, box_of
from histor.store.view_columns import NO_DAY, Overview, day_of, shown_among
from histor.web.explorer.holding import Look, holder_of
from histor.web.room import Room
from histor.web.state import State

MORE = ("grade", "sums", "target", "box", "map", "lines")
SORTS = view_asking.SORTS


@dataclass(frozen=True, slots=True)
class Line:
    """An incident in the list."""

    id: str
    day: str | None
    grade: str
    summary: bool
    place: str | None
    precision: str | None
    latitude: float | None
    longitude: float | None
    claims: int
    reports: int
    origins: int
    shown: Shown


@dataclass(frozen=True, slots=True)
class Found:
    """What a state asks for."""

    look: Look
    chosen: Chosen
    order: NDArray[np.intp]  # of the incidents in the list

    @property
    def overview(self) -> Overview:
        """The overview that was asked."""
        return self.look.overview


def find(room: Room, state: State) -> Found:
    """Ask the overview. Raises UsageError for what cannot be asked."""
    wanted = _wanted(state)
    holder = holder_of(room)
    seen = holder.look(state.question.as_of)
    events = holder.events(state.question, seen.overview.marks.version)
    chosen = view_asking.choose(seen.overview, wanted, events)
    return Found(seen, chosen, view_asking.in_order(seen.overview, chosen.all, state.sort or SORTS[0]))


def lines(room: Room, found: Found, places: Sequence[int] | NDArray[np.intp]) -> tuple[Line, ...]:
    """Give the incidents at these places of the overview."""
    columns, words = found.overview.columns, found.overview.codes.words()
    numbers = (int(columns.number[at]) for at in places)
    shown = shown_among(holder_of(room).ledger(), found.overview, numbers)
    made = []
    for at in places:
        number = int(columns.number[at])
        if number in shown:
            made.append(
                Line(
                    id=shown[number][0],
                    day=None if columns.day[at] == NO_DAY else day_of(int(columns.day[at])),
                    grade=str(words[columns.grade[at]]),
                    summary=bool(columns.summary[at]),
                    place=words[columns.place[at]],
                    precision=words[columns.precision[at]],
                    latitude=None if np.isnan(columns.latitude[at]) else float(columns.latitude[at]),
                    longitude=None if np.isnan(columns.longitude[at]) else float(columns.longitude[at]),
                    claims=int(columns.claims[at]),
                    reports=int(columns.reports[at]),
                    origins=int(columns.origins[at]),
                    shown=shown[number][1],
                )
            )
    return tuple(made)


def start_of(state: State, total: int) -> tuple[int, int]:
    """Give which rows of the list a state asks for: the first, and the one after the last."""
    after = state.question.after or "0"
    if not after.isascii() or not after.isdigit():
        raise UsageError(f"after {after!r}: hand back the `next` of the page before")
    limit = state.question.limit
    return int(after), total if limit is None else min(total, int(after) + limit)


def _wanted(state: State) -> Wanted:
    grade, target, box = chosen(state, "grade", Grade), chosen(state, "target", Target), state.get("box")
    stretch = None if box is None or box == NO_PLACE else box_of(box)
    return Wanted(state.question, grade, target, stretch, box == NO_PLACE, chosen(state, "sums", Sums))


def chosen(state: State, name: str, known: Any) -> Any:
    """Give what a state asks for by this name; None: anything. Raises UsageError for a word that none of them is."""
    word = state.get(name)
    if word is not None and word not in get_args(known):
        raise UsageError(f"{name} {word!r}: it is one of {', '.join(get_args(known))}")
    return word
