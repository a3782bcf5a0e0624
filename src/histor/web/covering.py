"""A stretch of days in, who was heard in it out, so that the silence of sources is not taken for quiet.

Outlet and day of every reading are held in memory, and those that came in since are added: a brush asks often.
"""

import datetime
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from histor.records.board_form import AnyBoard
from histor.records.boards import PostureBoard, TalksBoard, TruceBoard
from histor.records.measures import Day
from histor.store.ledger import Ledger
from histor.store.sources import Published, last_reading, published_after, replaced_after
from histor.web.explorer.holding import holder_of
from histor.web.room import Room

QUIET_AFTER = 7  # days without a report after which a source is called silent
NAMED = 3  # silent outlets that are named
_HELD = 4  # instants whose readings are held
_NEVER = -(2**31)
_MOST_DAYS = 1 << 22  # more days than there are from the year 1 to the year 9999


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who was heard from a day to another, both included."""

    first: Day
    last: Day
    reports: int
    heard: int  # outlets
    outlets: int  # heard at any time up to the last day
    silent: tuple[tuple[str, Day], ...]  # nothing for more than a week before the last day; and when they last spoke
    days: int
    empty: int  # of the days: no report of anybody

    @property
    def named(self) -> tuple[tuple[str, Day], ...]:
        """The silent ones that are named, who spoke last first."""
        return self.silent[:NAMED]


@dataclass(slots=True)
class _Table:
    """Outlet and day of readings."""

    upto: int = 0
    names: list[str] = field(default_factory=list)
    number: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    outlet: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))  # place in `names`; -1: not known
    day: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))  # since the year 1
    ordered: "_Days | None" = None

    def follow(self, ledger: Ledger) -> None:
        """Take in what was kept since."""
        last = last_reading(ledger)
        if last == self.upto:
            return
        replaced = replaced_after(ledger, self.upto) if self.upto else ()
        if replaced:
            stays = ~np.isin(self.number, np.array(replaced))
            self.number, self.outlet, self.day = self.number[stays], self.outlet[stays], self.day[stays]
        self.add(published_after(ledger, self.upto))
        self.upto = last

    @property
    def days(self) -> "_Days":
        """Give its days in order, worked out once after something was added."""
        if self.ordered is None:
            self.ordered = _Days.of(self.outlet, self.day, len(self.names))
        return self.ordered

    def add(self, rows: Sequence[Published]) -> None:
        """Add readings."""
        self.ordered = None
        known = {name: place for place, name in enumerate(self.names)}
        codes = [-1 if row.outlet is None else known.setdefault(row.outlet, len(known)) for row in rows]
        self.names = list(known)
        self.number = np.append(self.number, np.array([row.number for row in rows], np.int64))
        self.outlet = np.append(self.outlet, np.array(codes, np.int64))
        self.day = np.append(self.day, np.array([_number(row.day) for row in rows], np.int64))


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of readings in order, so that a stretch of them is counted from its two ends."""

    every: NDArray[np.int64]  # one for each reading
    different: NDArray[np.int64]
    spoken: NDArray[np.int64]  # one for each outlet and day of it: both in one number, by outlet
    outlets: NDArray[np.int64]  # the number at which those of each outlet begin

    @classmethod
    def of(cls, outlet: NDArray[np.int64], day: NDArray[np.int64], outlets: int) -> "_Days":
        """Put the outlets and days of readings in order."""
        every, known = np.sort(day), outlet >= 0
        starts = np.arange(outlets, dtype=np.int64) * _MOST_DAYS
        spoken = np.sort(outlet[known] * _MOST_DAYS + day[known])
        return cls(every, _once_each(every), _once_each(spoken), starts)

    def spoke(self, last: int) -> NDArray[np.int64]:
        """Give the day on which each outlet spoke last, up to a day; `_NEVER`: it had not spoken."""
        place = np.searchsorted(self.spoken, self.outlets + last, side="right") - 1
        found = (self.spoken[place] if self.spoken.size else self.outlets - 1) - self.outlets
        return np.where((place >= 0) & (found >= 0), found, _NEVER)


def _once_each(ordered: NDArray[np.int64]) -> NDArray[np.int64]:
    return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]


def _between(ordered: NDArray[np.int64], first: int, last: int) -> int:
    """Count the days from one to another, both included."""
    start, end = np.searchsorted(ordered, (first, last + 1))
    return int(end - start)


class _Holder:
    """The readings of one ledger, as they are now and as they were at some instants."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.now = _Table()
        self.then: dict[tuple[str, int], _Table] = {}

    def table(self, ledger: Ledger, as_of: str | None) -> _Table:
        if as_of is None:
            self.now.follow(ledger)
            return self.now
        key = (as_of, last_reading(ledger))
        if key not in self.then:
            self.then[key] = _Table()
            self.then[key].add(published_after(ledger, 0, as_of=as_of))
            while len(self.then) > _HELD:
                del self.then[next(iter(self.then))]
        return self.then[key]


_holders: WeakKeyDictionary[Room, _Holder] = WeakKeyDictionary()
_making = threading.Lock()


def covered(room: Room, since: Day | None, until: Day | None, as_of: str | None = None) -> Coverage | None:
    """Tell who was heard from a day to another; without one, from the first report and to the last.

    None: no report with a day is held. Raises LedgerError.
    """
    with _making:
        holder = _holders.setdefault(room, _Holder())
    with holder.lock:
        return _covered(holder.table(holder_of(room).ledger(), as_of), since, until)


def stretch_of(board: AnyBoard) -> tuple[Day | None, Day | None]:
    """Give the first and last day that a board is about; None: it has no first day."""
    match board:
        case TruceBoard():
            return board.agreement.in_effect, board.until
        case PostureBoard():
            return board.since, board.until
        case TalksBoard():
            return min((each.opened for each in board.rounds), default=None), board.until
        case _:
            days = [end for window in board.windows for end in (window.first, window.last)]
            return (min(days), max(days)) if days else (None, None)


def _covered(table: _Table, since: Day | None, until: Day | None) -> Coverage | None:
    if not table.day.size:
        return None
    days = table.days
    last = _number(until) if until else int(days.every[-1])
    first = min(_number(since) if since else int(days.every[0]), last)
    spoke = days.spoke(last)
    latest = np.argsort(-spoke, kind="stable")
    silent = latest[(spoke[latest] > _NEVER) & (spoke[latest] < last - QUIET_AFTER)].tolist()
    return Coverage(
        first=_day(first),
        last=_day(last),
        reports=_between(days.every, first, last),
        heard=int(np.count_nonzero(spoke >= first)),
        outlets=int(np.count_nonzero(spoke > _NEVER)),
        silent=tuple((table.names[place], _day(int(spoke[place]))) for place in silent),
        days=last - first + 1,
        empty=last - first + 1 - _between(days.different, first, last),
    )


def _number(day: Day) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def _day(number: int) -> Day:
    return datetime.date.fromordinal(number).isoformat()
