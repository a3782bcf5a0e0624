"""Items in, their results out in the same order: worked out here, and by several processes when there are many.

Workers decide; they touch no ledger. The first items are done in this process, so that a small run pays for no start,
and never more than a bounded number is under way.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

ALONE = 48  # reports done in this process before others are started: a start costs about as much (benchmarks/speed.py)
BATCH = 12  # reports handed to a process at a time
AHEAD = 3  # batches under way for each process


def spread(work: Callable[[Item], Result], items: Iterable[Item], *, processes: int) -> Iterator[tuple[Item, Result]]:
    """Give each item with its result, in order. `work` is a function of a module, so that another process finds it."""
    rest = iter(items)
    for item in islice(rest, ALONE):
        yield item, work(item)
    more = list(islice(rest, BATCH))
    if processes < 2 or len(more) < BATCH:
        yield from ((item, work(item)) for item in chain(more, rest))
    else:
        yield from _by_many(work, chain(more, rest), processes)


def _by_many(work: Callable[[Item], Result], items: Iterator[Item], processes: int) -> Iterator[tuple[Item, Result]]:
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        under_way: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        for batch in iter(lambda: list(islice(items, BATCH)), []):
            under_way.append((batch, pool.submit(_each, work, batch)))
            if len(under_way) >= processes * AHEAD:
                yield from _finished(*under_way.popleft())
        while under_way:
            yield from _finished(*under_way.popleft())


def _each(work: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [work(item) for item in batch]


def _finished(batch: list[Item], results: "Future[list[Result]]") -> Iterator[tuple[Item, Result]]:
    yield from zip(batch, results.result(), strict=True)
