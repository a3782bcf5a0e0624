"""A listing and a state in, exactly the rows that the state asks for out: as JSON, as a table, as places on a map.

Each begins with a head: what was asked, as of which instant, how many rows there are, and the address that gives them
again.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from histor import __version__
from histor.records.form import Form
from histor.web.listing import Cell, Listing, Rows
from histor.web.room import Room, now
from histor.web.state import State

BATCH = 500  # rows asked for at a time, so that a long answer is never held whole
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is run by spreadsheets (OWASP, CSV injection)


@dataclass(frozen=True, slots=True)
class Export:
    """What is written: the first rows are there already, so that what cannot be asked is refused before."""

    listing: Listing[Any]
    room: Room
    state: State
    address: str
    first: Rows[Any]

    def head(self) -> Form:
        """Give what stands at the head."""
        asked = head_of(self.state, self.address)
        return {**asked, "rows_are": self.listing.told, "total": self.first.total}

    def batches(self) -> Iterator[Rows[Any]]:
        """Give batch after batch; the ledger is closed in between, for each may be sent by another thread."""
        batch, left = self.first, self.state.question.limit
        while True:
            yield batch
            left = None if left is None else left - len(batch.items)
            if batch.next is None or left == 0:
                return
            batch = self.listing.ask(self.room, _batch(self.listing, self.state, left, batch.next))


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write rows."""

    ending: str
    media: str
    write: Callable[[Export], Iterator[str]]


def export(listing: Listing[Any], room: Room, state: State, address: str) -> Export:
    """Ask for the first rows. Raises UsageError for what cannot be asked, LedgerError.

    Rows that come in several batches are asked as of one instant, which costs more: those that come at once are now's.
    """
    pinned = state.at(now())
    first = listing.rows(room, _batch(listing, state, state.question.limit, state.question.after))
    if first.next is not None and len(first.items) != state.question.limit and pinned != state:
        first = listing.rows(room, _batch(listing, pinned, state.question.limit, state.question.after))
    return Export(listing, room, pinned, address, first)


def head_of(state: State, address: str) -> Form:
    """Give what was asked, as of when, and the address that gives the same again."""
    return {
        "histor": __version__,
        "asked": {name: value for name, value in state.pairs() if name != "as_of"},
        "as_of": state.question.as_of,
        "address": f"{address}{state.query(after=state.question.after)}",
    }


def json_of(what: Export) -> Iterator[str]:
    """Write a JSON object: its head, all rows as items, and where the next ones begin."""
    yield f'{{"head": {_json(what.head())},\n "items": ['
    between, last = "\n  ", None
    for batch in what.batches():
        for row in batch.items:
            yield f"{between}{_json(what.listing.form(row))}"
            between = ",\n  "
        last = batch.next
    yield f'\n ],\n "next": {_json(last)}}}\n'


def csv_of(what: Export) -> Iterator[str]:
    """Write a table with commas: the head in lines that begin with `#`, then the names, then the rows."""
    for name, value in what.head().items():
        yield f"# {name}: {_json(value) if isinstance(value, dict) else _one_line(str(value))}\n"
    names: tuple[str, ...] = ()
    for batch in what.batches():
        for row in batch.items:
            flat = what.listing.flat(row)
            if not names:
                names = tuple(flat)
                yield _line(names)
            yield _line(_plain(flat[name]) for name in names)


def geojson_of(what: Export) -> Iterator[str]:
    """Write a feature collection: a row whose place is not known is a feature without geometry."""
    yield f'{{"type": "FeatureCollection", "head": {_json(what.head())},\n "features": ['
    between = "\n  "
    for batch in what.batches():
        for row in batch.items:
            yield f"{between}{_json(_feature(what.listing, row))}"
            between = ",\n  "
    yield "\n ]}\n"


FORMATS: Mapping[str, Format] = {
    each.ending: each
    for each in (
        Format("json", "application/json", json_of),
        Format("csv", "text/csv; charset=utf-8", csv_of),
        Format("geojson", "application/geo+json", geojson_of),
    )
}


def formats_of(listing: Listing[Any]) -> tuple[str, ...]:
    """Name the formats that a listing's rows can be had in."""
    return tuple(ending for ending in FORMATS if ending != "geojson" or listing.point is not None)


def _batch(listing: Listing[Any], state: State, left: int | None, after: str | None) -> State:
    limit = left if listing.whole else BATCH if left is None else min(BATCH, left)
    return replace(state, question=replace(state.question, limit=limit, after=after))


def _feature(listing: Listing[Any], row: Any) -> Form:
    point = listing.point(row) if listing.point else None
    geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]} if point else None
    properties: dict[str, Cell] = {**listing.flat(row), "place_precision": point.precision if point else None}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _line(cells: Iterable[Cell]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(["" if cell is None else cell for cell in cells])
    return written.getvalue()


def _plain(cell: Cell) -> Cell:
    """Keep a spreadsheet from running words as a formula: an apostrophe goes before them."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _one_line(text: str) -> str:
    return " ".join(text.split())
