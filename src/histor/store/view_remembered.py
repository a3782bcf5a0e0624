"""An overview and a question of it in, its answer out: worked out once, and given again while that overview stands."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

import numpy as np

from histor.store.view_columns import Overview

Some = TypeVar("Some")
_MOST = 128  # answers that are held of one overview: some megabytes


class _Memory:
    """Answers about one overview; many threads may use it."""

    def __init__(self) -> None:
        self.held: OrderedDict[Hashable, Any] = OrderedDict()
        self.lock = threading.Lock()


def remembered(overview: Overview, key: Hashable, work: Callable[[], Some]) -> Some:
    """Give what was worked out under this key; the first one who asks works it out."""
    memory: _Memory = overview.worked.setdefault("remembered", _Memory())
    with memory.lock:
        if key in memory.held:
            memory.held.move_to_end(key)
            return cast(Some, memory.held[key])
    found = work()  # twice, if two ask at once: both get the same
    if isinstance(found, np.ndarray):
        found.setflags(write=False)
    with memory.lock:
        memory.held[key] = found
        while len(memory.held) > _MOST:
            memory.held.popitem(last=False)
    return found
