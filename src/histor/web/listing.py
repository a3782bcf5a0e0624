"""What every list of the reading room is made of: how its rows are asked for, and how one is written in each format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar

from histor.records.form import Form
from histor.web.room import Room
from histor.web.state import State

Row = TypeVar("Row")
SCREEN = 50  # rows of a page
Cell = str | int | float | None
Flat = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Rows(Generic[Row]):
    """Some rows of a list, and where the next ones begin."""

    items: tuple[Row, ...]
    next: str | None = None  # hand it back as `after`; None: that was all
    total: int = 0  # of all rows, whatever the limit


class Point(NamedTuple):
    """Where a row is known to be, no finer than its precision."""

    longitude: float  # degrees, WGS 84
    latitude: float
    precision: str  # site, town, district, region, country


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """One kind of row."""

    name: str  # as in the address
    noun: str  # one of them, for people
    told: str  # what the list holds, in a sentence for the documentation
    ask: Callable[[Room, State], Rows[Row]]  # with the state's limit and place; no limit: all that is left
    form: Callable[[Row], Form]  # one row's JSON
    flat: Callable[[Row], Flat]  # one row of a table; every row has the same names
    count: Callable[[Room, State], int] | None = None  # of all rows, whatever the limit; None: `ask` tells the total
    whole: bool = False  # all rows are worked out whenever some are asked for: export them at once
    point: Callable[[Row], Point | None] | None = None  # None: rows of this kind have no place
    sorts: tuple[str, ...] = ()
    more: tuple[str, ...] = ()  # names that it can be asked by besides the filters
    examples: tuple[str, ...] = ("",)  # query strings; asked in the tests

    def rows(self, room: Room, state: State) -> Rows[Any]:
        """Ask for the rows of a state, and how many there are without its limit."""
        found = self.ask(room, state)
        return found if self.count is None else replace(found, total=self.count(room, state))

    def screen(self, room: Room, state: State) -> Rows[Any]:
        """Ask for as many rows as a screen shows, if the state does not say how many."""
        limit = state.question.limit or SCREEN
        return self.rows(room, replace(state, question=replace(state.question, limit=limit)))
