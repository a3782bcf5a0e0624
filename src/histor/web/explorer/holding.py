"""A reading room in, the overview of its incidents out: held in memory, followed as the ledger grows, never waited for.

Whoever comes first after something was added has it joined and the overview built on, beside the server where that has
a process for it; everyone is shown what is built already, and how much is still to come.
"""

import threading
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from histor.errors import LedgerError
from histor.records.question import Question
from histor.run import viewing
from histor.store.ledger import Ledger, open_to_read
from histor.store.view_asking import events_asked, last_event
from histor.store.view_columns import Overview
from histor.web.room import Room

FIRST_PATIENCE = 5.0  # seconds that a first visitor waits for an overview that is not built at all
PATIENCE = 0.1  # seconds that a later one waits for what was just added
REST = 2.0  # times as long as it took, until it is done again: a busy writer shall not keep this busy too
_MOST_NAMES = 128  # names and words asked for that are held
_MOST_INSTANTS = 4  # overviews as of earlier instants that are held


@dataclass(frozen=True, slots=True)
class Look:
    """What a visitor is shown."""

    overview: Overview
    behind: int  # reports and decisions that it does not hold yet


@dataclass(frozen=True, slots=True)
class _Named:
    """The events that bear names and words."""

    version: int  # of the overview for which they were sought
    last: int  # number of the last event among which they were sought
    events: tuple[NDArray[np.int64], ...]


class Holder:
    """The overview of one reading room."""

    def __init__(self, room: Room) -> None:
        self._path = room.path
        self._build_on = room.build
        self._mine = threading.local()
        self._lock = threading.Lock()
        self._now: Overview | None = None
        self._then: OrderedDict[tuple[str, int], Overview] = OrderedDict()
        self._named: OrderedDict[tuple[object, ...], _Named] = OrderedDict()
        self._worker: threading.Thread | None = None
        self._rested = 0.0

    def look(self, as_of: str | None) -> Look:
        """Give the overview, now or as it was. Raises LedgerError."""
        ledger = self.ledger()
        change = ledger.change()
        if as_of is None and self._mine.seen and self._mine.seen[0] == change:
            return cast(Look, self._mine.seen[1])
        behind = viewing.behind(ledger)
        if behind:
            self._catch_up(PATIENCE if viewing.built(ledger).version else FIRST_PATIENCE)
        with self._lock:
            now = self._now = viewing.overview(ledger, self._now)
        if as_of is not None:
            return Look(self._at(ledger, now, as_of), 0)
        look = Look(now, viewing.behind(ledger) if behind else 0)
        self._mine.seen = None if look.behind else (change, look)  # this thread's: the mark is its connection's
        return look

    def _at(self, ledger: Ledger, now: Overview, as_of: str) -> Overview:
        """Give the overview as it was at an instant; nobody who asks for another waits meanwhile."""
        key = (as_of, now.marks.version)
        with self._lock:
            found = self._then.get(key)
        if found is None:
            found = viewing.overview_at(ledger, now, as_of)
            with self._lock:
                self._then[key] = found
                while len(self._then) > _MOST_INSTANTS:
                    self._then.popitem(last=False)
        return found

    def events(self, question: Question, version: int) -> tuple[NDArray[np.int64], ...]:
        """Give the events that bear names and words asked for; of what was asked lately, only new ones are sought."""
        key = (question.actor, question.place, question.speaker, question.text)
        if key == (None, None, None, None):
            return ()
        with self._lock:
            held = self._named.get(key)
        if held is None or held.version != version:
            held = self._followed(held, question, version)
            with self._lock:
                self._named[key] = held
                self._named.move_to_end(key)
                while len(self._named) > _MOST_NAMES:
                    self._named.popitem(last=False)
        return held.events

    def _followed(self, held: "_Named | None", question: Question, version: int) -> "_Named":
        ledger = self.ledger()
        with ledger.reading():
            last = last_event(ledger)
            newer = events_asked(ledger, question, after=held.last if held else 0)
        if held is None:
            return _Named(version, last, newer)
        return _Named(version, last, tuple(map(_joined, held.events, newer)))

    def ledger(self) -> Ledger:
        """Give this thread's ledger, open for reading: to open one costs more than to ask it. Raises LedgerError."""
        file = Path(self._path).stat().st_ino if Path(self._path).exists() else None
        if getattr(self._mine, "file", None) != file or file is None:
            self._mine.ledger, self._mine.file, self._mine.seen = open_to_read(self._path), file, None
        ledger: Ledger = self._mine.ledger
        return ledger

    def _catch_up(self, patience: float) -> None:
        with self._lock:
            if self._worker and self._worker.is_alive():
                worker = self._worker if patience > PATIENCE else None
            elif time.monotonic() < self._rested:
                worker = None
            else:
                worker = self._worker = threading.Thread(target=self._build, daemon=True)
                worker.start()
        if worker:
            worker.join(patience)

    def _build(self) -> None:
        """Join what waits and build on the overview; a ledger that cannot be written is shown as it is built."""
        begin = time.monotonic()
        with suppress(LedgerError):
            self._build_on()
        self._rested = time.monotonic() + REST * (time.monotonic() - begin)


def _joined(held: NDArray[np.int64], newer: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate((held, newer)) if newer.size else held


_holders: WeakKeyDictionary[Room, Holder] = WeakKeyDictionary()
_making = threading.Lock()


def holder_of(room: Room) -> Holder:
    """Give the holder of a reading room's overview, one for all its threads."""
    with _making:
        holder = _holders.get(room)
        if holder is None:
            holder = _holders[room] = Holder(room)
    return holder
