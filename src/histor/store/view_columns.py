"""The overview's rows in, columns of numbers held in memory out: a snapshot that never changes and is cheap to follow.

A hundred thousand incidents are some megabytes. Whatever is asked of them is then a few passes over arrays, which take
milliseconds and need neither the file nor its lock.
"""

import datetime
import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from histor.records.made import Step
from histor.records.seen import Seat, Seen, Shown, shown_of
from histor.store.ledger import Ledger
from histor.store.viewing import Marks, marks

Numbers: TypeAlias = NDArray[np.int32]
Places: TypeAlias = NDArray[np.float64]
_FEW = 1000  # pieces; to copy more, one after another, takes longer than to look at each entry
NO_DAY = np.iinfo(np.int32).max  # sorts what has no day last


class Row(NamedTuple):
    """An incident, as it becomes one entry of each column."""

    number: int
    day: str | None
    exact: int
    place: str | None
    latitude: float | None
    longitude: float | None
    country: str | None
    precision: str | None
    grade: str
    summary: int
    claims: int
    reports: int
    origins: str  # JSON


class Codes:
    """Words and the small numbers that stand for them in a column; it only grows, and many threads may use it."""

    def __init__(self, words: Iterable[str | None] = ()) -> None:
        self._numbers: dict[str | None, int] = {word: number for number, word in enumerate(words)}
        self._words: tuple[str | None, ...] = ()
        self._growing = threading.Lock()

    def of(self, word: str | None) -> int:
        """Give the number of a word, a new one if it has none."""
        found = self._numbers.get(word)
        if found is not None:
            return found
        with self._growing:
            return self._numbers.setdefault(word, len(self._numbers))

    def __len__(self) -> int:
        """Count the words."""
        return len(self._numbers)

    def words(self) -> tuple[str | None, ...]:
        """Give the words in the order of their numbers."""
        if len(self._words) < len(self._numbers):  # they are many, and asked for more often than they grow
            with self._growing:
                self._words = tuple(self._numbers)
        return self._words


@dataclass(frozen=True, slots=True)
class Columns:
    """Incidents and their tellings, one array a column; incidents in the order in which they were built."""

    number: NDArray[np.int64]
    day: Numbers  # days since 1 January of the year 1; NO_DAY: none
    exact: NDArray[np.bool_]
    place: Numbers
    spot: Numbers  # one number for all that are drawn at one point with one precision and name
    latitude: Places  # not a number: not known
    longitude: Places
    country: Numbers
    precision: Numbers
    grade: Numbers
    summary: NDArray[np.bool_]
    claims: Numbers
    reports: Numbers
    origins: Numbers  # how many
    pair_of: NDArray[np.intp]  # for each incident and origin: the place of the incident
    pair_origin: NDArray[np.intp]
    event: NDArray[np.int64]  # numbers of events
    event_of: NDArray[np.intp]  # the place of the incident
    type: Numbers
    status: Numbers
    target: Numbers
    stance: Numbers


@dataclass(frozen=True, slots=True)
class Overview:
    """A snapshot of the overview."""

    marks: Marks
    columns: Columns
    codes: Codes
    worked: dict[str, Any] = field(default_factory=dict, compare=False)  # what histor.store.view_remembered holds
    laid: tuple[Seen, ...] = ()  # incidents that are no rows of the ledger: the first has the number -1, and so on


def load(ledger: Ledger, joiner: Step, held: Overview | None = None) -> Overview:
    """Give the overview as it is now; one that is held already is followed by what has changed only."""
    with ledger.reading() as connection:
        there = marks(ledger, joiner)
        if held is None or held.marks.version > there.version:
            held = Overview(Marks(), _columns((), (), Codes()), Codes())
        if held.marks == there:
            return held
        since = {"since": held.marks.version}
        gone = connection.execute("SELECT number FROM view_incidents WHERE version > :since AND gone", since)
        left = {row["number"] for row in gone}
        wanted = ", ".join(Row._fields)
        newer = "FROM view_incidents WHERE version > :since AND NOT gone"
        rows = connection.execute(f"SELECT {wanted} {newer} ORDER BY number", since)
        members = connection.execute(
            "SELECT event, incident, type, status, target, stance FROM view_members"
            f" WHERE incident IN (SELECT number {newer}) ORDER BY incident",
            since,
        )
        added = _columns((Row(*row) for row in rows), members, held.codes)
    return Overview(there, joined(without(held.columns, left), added), held.codes)


def laid_over(overview: Overview, gone: Iterable[int], seen: Iterable[Seen]) -> Overview:
    """Give an overview with other incidents in the place of some: these have numbers below zero."""
    laid = tuple(seen)
    placed = list(enumerate(laid, start=1))
    rows = (_row_of(-number, each) for number, each in placed)
    members = [
        (one.event, -number, one.type, one.status, one.target, one.stance)
        for number, each in placed
        for one in each.members
    ]
    added = _columns(rows, members, overview.codes)
    return Overview(overview.marks, joined(without(overview.columns, gone), added), overview.codes, laid=laid)


def shown_among(ledger: Ledger, overview: Overview, numbers: Iterable[int]) -> dict[int, tuple[str, Shown]]:
    """Give what is shown of incidents, by number: id and the rest; one that has gone meanwhile is left out."""
    asked = list(numbers)
    found = {number: (each.id, each.shown) for number in asked if number < 0 for each in (overview.laid[-number - 1],)}
    if len(found) == len(asked):
        return found
    with ledger.reading() as connection:
        of_them = "number IN (SELECT value FROM json_each(?))"
        command = f"SELECT number, id, shown FROM view_incidents WHERE {of_them} AND NOT gone"
        rows = connection.execute(command, (json.dumps(asked),)).fetchall()
        return found | {row["number"]: (row["id"], shown_of(json.loads(row["shown"]))) for row in rows}


def without(columns: Columns, numbers: Iterable[int]) -> Columns:
    """Leave incidents out."""
    left = np.fromiter(numbers, dtype=np.int64)
    if not left.size:
        return columns
    go = np.isin(columns.number, left)
    place = np.cumsum(~go, dtype=np.intp) - 1
    each, of_pair, of_event = (np.flatnonzero(these) for these in (go, go[columns.pair_of], go[columns.event_of]))
    made: dict[str, Any] = {}
    for name in Columns.__slots__:
        lost = of_event if name in _OF_EVENTS else of_pair if name in _OF_PAIRS else each
        made[name] = _without(getattr(columns, name), lost)
    made["pair_of"], made["event_of"] = place[made["pair_of"]], place[made["event_of"]]
    return Columns(**made)


def joined(one: Columns, other: Columns) -> Columns:
    """Put the incidents of two snapshots together."""
    made = {name: np.concatenate((getattr(one, name), getattr(other, name))) for name in Columns.__slots__}
    for name in ("pair_of", "event_of"):
        made[name][getattr(one, name).size :] += one.number.size
    return Columns(**made)


def day_number(day: str | None) -> int:
    """Give the number of a day."""
    return NO_DAY if day is None else datetime.date.fromisoformat(day).toordinal()


def day_of(number: int) -> str:
    """Give the day of a number."""
    return datetime.date.fromordinal(number).isoformat()


_OF_PAIRS = frozenset({"pair_of", "pair_origin"})
_OF_EVENTS = frozenset({"event", "event_of", "type", "status", "target", "stance"})


def _columns(rows: Iterable[Row], members: Iterable[Any], codes: Codes) -> Columns:
    """Make columns of rows; members come in the order of the rows."""
    held = list(rows)
    place = {row.number: at for at, row in enumerate(held)}
    origins = [_origins(row.origins, codes) for row in held]
    pairs = [(at, code) for at, keys in enumerate(origins) for code in keys]
    of_words = _Memory(codes)
    events = [(event, place[incident], *of_words[tuple(words)]) for event, incident, *words in members]
    of_pair = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    of_event = np.array(events, dtype=np.int64).reshape(-1, 6)
    of_each = dict(zip(("type", "status", "target", "stance"), of_event[:, 2:].astype(np.int32).T.copy(), strict=True))
    return Columns(
        number=np.array([row.number for row in held], dtype=np.int64),
        day=_small(day_number(row.day) for row in held),
        exact=np.array([bool(row.exact) for row in held], dtype=np.bool_),
        **_where(held, codes),
        grade=_small(codes.of(row.grade) for row in held),
        summary=np.array([bool(row.summary) for row in held], dtype=np.bool_),
        claims=_small(row.claims for row in held),
        reports=_small(row.reports for row in held),
        origins=_small(len(keys) for keys in origins),
        pair_of=of_pair[:, 0].copy(),
        pair_origin=of_pair[:, 1].copy(),
        event=of_event[:, 0].copy(),
        event_of=of_event[:, 1].astype(np.intp),
        **of_each,
    )


def _where(held: Sequence[Row], codes: Codes) -> dict[str, Any]:
    """Make the columns of places."""
    return {
        "place": _small(codes.of(row.place) for row in held),
        "spot": _small(codes.of(f"spot {row.place} {row.latitude} {row.longitude} {row.precision}") for row in held),
        "latitude": _measured(row.latitude for row in held),
        "longitude": _measured(row.longitude for row in held),
        "country": _small(codes.of(row.country) for row in held),
        "precision": _small(codes.of(row.precision) for row in held),
    }


class _Memory(dict[tuple[str | None, ...], tuple[int, ...]]):
    """The codes of words that come together: there are few such, and many rows."""

    def __init__(self, codes: Codes) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, words: tuple[str | None, ...]) -> tuple[int, ...]:
        self[words] = found = tuple(map(self._codes.of, words))
        return found


def _origins(written: str, codes: Codes) -> list[int]:
    return [codes.of(f"origin {origin}") for origin in json.loads(written)]


def _row_of(number: int, each: Seen) -> Row:
    seat = each.seat or Seat(None, None, None, None, None)
    where = (seat.name, seat.latitude, seat.longitude, seat.country, seat.precision)
    told = (each.grade, each.summary, each.claims, each.reports, json.dumps(each.origins))
    return Row(number, each.day, each.exact, *where, *told)


def _without(column: NDArray[Any], lost: NDArray[np.intp]) -> NDArray[Any]:
    """Leave out the entries at some places, in order; between a few, what stays is copied in long pieces."""
    if lost.size > _FEW:
        return np.delete(column, lost)
    return np.concatenate([column[start + 1 : end] for start, end in pairwise((-1, *lost.tolist(), column.size))])


def _small(values: Iterator[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int32)


def _measured(values: Iterator[float | None]) -> Places:
    return np.fromiter((np.nan if value is None else value for value in values), dtype=np.float64)
