"""Daily counts in, the days out from which their level differs, found without being told a date."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from histor.monitors.statistics.rates import CONFIDENCE, FEWEST_COUNTED, Counts

SHUFFLES = 999  # the strongest break of the series is compared with those of so many shuffled ones
FALSE_ALARMS = 1 - CONFIDENCE
SHORTEST = 10  # days between two breaks: below, one busy day can pass for a level
MOST_EDGES = 45  # between which stretches are sought: 900 of them in each shuffled series
STRETCHES = 0.2  # of the false alarms are left to stretches: these are strong where they are, and single breaks are not
BLOCK = 3  # days shuffled together, so that neighbours that resemble each other do not pass for a level


@dataclass(frozen=True, slots=True)
class Break:
    """A break between two levels."""

    at: int  # index of the first day of the new level
    first: int  # 95 % range of that index, both ends included
    last: int
    before: float  # a day
    after: float  # a day
    chance: float


def find_breaks(counts: Counts, *, seed: int) -> tuple[Break, ...]:
    """Give the breaks of level, in order of day.

    The strongest break by Poisson likelihood, or failing that the strongest stretch that differs from what lies on both
    sides of it, is kept if at most one shuffled series in twenty, of both searches together, has as strong a one; then
    each part is searched in the same way, at half the rate of false alarms each time (circular binary segmentation,
    Olshen and others 2004, Biostatistics 5, 557-572: a level that falls and comes back has no single strong break).
    Levels are those between neighbouring breaks.
    """
    found = sorted(_search(counts, 0, counts.size, FALSE_ALARMS, np.random.default_rng(seed)))
    edges = [0, *(at for at, _ in found), counts.size]
    return tuple(
        _described(counts[edges[place] : edges[place + 2]], edges[place], at, chance)
        for place, (at, chance) in enumerate(found)
    )


def _search(
    counts: Counts, start: int, end: int, allowed: float, draws: np.random.Generator
) -> Iterator[tuple[int, float]]:
    part = counts[start:end]
    if part.size < 2 * SHORTEST or part.sum() < FEWEST_COUNTED:
        return
    shuffled = _shuffled(part, draws)
    gains = _gains(part[None, :])[0]
    chance = _chance(_gains(shuffled).max(axis=1), float(gains.max()))
    places: tuple[int, ...] = (SHORTEST + int(gains.argmax()),)
    if chance > allowed * (1 - STRETCHES):
        chance = _chance(_best_stretches(shuffled), float(_best_stretches(part[None, :])[0]))
        if chance > allowed * STRETCHES:
            return
        places = _ends_of_best_stretch(part)
    edges = [start, *(start + at for at in places), end]
    for at in edges[1:-1]:
        yield at, chance
    for first, last in pairwise(edges):
        yield from _search(counts, first, last, allowed / 2, draws)


def _chance(shuffled: NDArray[np.float64], gain: float) -> float:
    return (1 + int((shuffled >= gain).sum())) / (1 + SHUFFLES)


def _best_stretches(series: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give, (series,), the gain of the strongest stretch; 0 where the series is too short to have one inside."""
    stretches = _stretches(series.shape[1])
    return _gains_of_stretches(series, stretches).max(axis=1) if stretches.size else np.zeros(series.shape[0])


def _ends_of_best_stretch(part: Counts) -> tuple[int, int]:
    """Give the two ends of the strongest stretch, each then moved to where it lies best by the other."""
    stretches = _stretches(part.size)
    first, last = (int(end) for end in stretches[:, int(_gains_of_stretches(part[None, :], stretches)[0].argmax())])
    for _ in range(2):
        first = SHORTEST + int(_gains(part[None, :last])[0].argmax())
        last = first + SHORTEST + int(_gains(part[None, first:])[0].argmax())
    return first, last


def _stretches(size: int) -> NDArray[np.int_]:
    """Give, (2, stretches), first days and days after the last of inner stretches, on a grid that long series widen."""
    inner = np.arange(SHORTEST, size - SHORTEST + 1, max(1, -(-size // MOST_EDGES)))
    first, last = np.meshgrid(inner, inner, indexing="ij")
    long = last - first >= SHORTEST
    return np.stack([first[long], last[long]])


def _gains_of_stretches(series: NDArray[np.float64], stretches: NDArray[np.int_]) -> NDArray[np.float64]:
    """Give, (series, stretches), twice the gain in Poisson log-likelihood of a stretch with a level of its own."""
    size = series.shape[1]
    sums = np.concatenate([np.zeros((series.shape[0], 1)), np.cumsum(series, axis=1)], axis=1)
    first, last = stretches
    inside = sums[:, last] - sums[:, first]
    whole = sums[:, -1:]
    both = _likelihood(inside, last - first) + _likelihood(whole - inside, size - (last - first))
    return np.asarray(2 * (both - _likelihood(whole, np.array([size]))), dtype=np.float64)


def _gains(series: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give, (series, places), twice the gain in Poisson log-likelihood of a break at each place."""
    size = series.shape[1]
    days = np.arange(SHORTEST, size - SHORTEST + 1)
    left = np.cumsum(series, axis=1)[:, days - 1]
    whole = series.sum(axis=1, keepdims=True)
    both = _likelihood(left, days) + _likelihood(whole - left, size - days)
    return np.asarray(2 * (both - _likelihood(whole, np.array([size]))), dtype=np.float64)


def _likelihood(total: NDArray[np.float64], days: NDArray[np.int_]) -> NDArray[np.float64]:
    """Give the log-likelihood at the mean, less what does not depend on where the break lies."""
    return np.where(total > 0, total * np.log(np.maximum(total, 1e-12) / days), 0.0)


def _shuffled(counts: Counts, draws: np.random.Generator) -> NDArray[np.float64]:
    """Give, (shuffles, days), the series with its blocks in any order, from a start turned by up to a block."""
    size = counts.size
    blocks = np.tile(np.arange(-(-size // BLOCK)), (SHUFFLES, 1))
    places = (draws.permuted(blocks, axis=1)[:, :, None] * BLOCK + np.arange(BLOCK)).reshape(SHUFFLES, -1)
    places = places[places < size].reshape(SHUFFLES, size)
    turned = (places + draws.integers(size, size=(SHUFFLES, 1))) % size
    return np.asarray(counts[turned], dtype=np.float64)


def _described(part: Counts, start: int, at: int, chance: float) -> Break:
    """Give a break with the days that hold 95 % of its likelihood, every place held equally likely beforehand."""
    gains = _gains(part[None, :])[0]
    split = at - start
    levels = part[:split], part[split:]
    squares = sum(((level - level.mean()) ** 2).sum() / level.mean() for level in levels if level.sum() > 0)
    dispersion = max(1.0, float(squares) / (part.size - 2))
    weights = np.exp((gains - gains.max()) / (2 * dispersion))
    order = np.argsort(-weights)
    enough = int(np.searchsorted(np.cumsum(weights[order]) / weights.sum(), CONFIDENCE)) + 1
    likely = order[:enough] + SHORTEST + start
    ends = min(int(likely.min()), at), max(int(likely.max()), at)
    return Break(at, *ends, float(levels[0].mean()), float(levels[1].mean()), chance)
