"""Work that makes many objects and no circles of them in, the same work out with Python looking for circles seldom."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 1_000_000  # new objects, between two searches for circles of them


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let Python look for circles of objects seldom: it took a tenth of the time of joining, a fifth of boards'."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
