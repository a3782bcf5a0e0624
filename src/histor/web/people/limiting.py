"""Names and addresses in, whether they may try another password out: after a few wrong ones they wait."""

import threading
import time
from collections import deque
from collections.abc import Callable

MOST = {"name": 5, "address": 25}  # wrong passwords within the time; an office may share one address
WITHIN = 15 * 60.0  # seconds
_REMEMBERED = 10_000  # keys, so that made-up names do not fill the memory


class Attempts:
    """Wrong passwords of late; it may be used by many threads at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: dict[tuple[str, str], deque[float]] = {}
        self._lock = threading.Lock()

    def waits(self, name: str, address: str) -> bool:
        """Tell whether this name or address has to wait."""
        with self._lock:
            return any(len(self._of(key)) >= MOST[key[0]] for key in _keys(name, address))

    def failed(self, name: str, address: str) -> None:
        """Count a wrong password."""
        with self._lock:
            for key in _keys(name, address):
                self._of(key).append(self._clock())

    def _of(self, key: tuple[str, str]) -> deque[float]:
        if len(self._held) > _REMEMBERED:
            self._held.clear()
        times = self._held.setdefault(key, deque())
        while times and times[0] < self._clock() - WITHIN:
            times.popleft()
        return times


def _keys(name: str, address: str) -> tuple[tuple[str, str], ...]:
    return ("name", name.strip().casefold()), ("address", address)
