"""Work that makes many objects and no circles of them in, the same work out with Python looking for circles seldom."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

SELDOM = 1_000_000  # new objects, between two searches for circles of them


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let Python look for circles of objects seldom: it took a tenth of the time of joining, a fifth of boards'.

    Works that run side by side, in threads, share it: the last to end sets it back as the first found it.
    """
    _UNDER_WAY.begin()
    try:
        yield
    finally:
        _UNDER_WAY.end()


class _UnderWay:
    """How many works are under way, and how often Python looked before the first of them."""

    def __init__(self) -> None:
        self._lock, self._works, self._before = Lock(), 0, gc.get_threshold()

    def begin(self) -> None:
        with self._lock:
            if self._works == 0:
                self._before = gc.get_threshold()
                gc.set_threshold(SELDOM, *self._before[1:])
            self._works += 1

    def end(self) -> None:
        with self._lock:
            self._works -= 1
            if self._works == 0:
                gc.set_threshold(*self._before)


_UNDER_WAY = _UnderWay()
