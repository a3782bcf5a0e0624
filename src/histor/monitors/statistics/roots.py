"""Daily counts before and after a date in, how easily chance alone makes the difference of their roots out."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Counts = NDArray[np.float64]
FALSE_ALARMS = 0.05  # of both directions together
_SHIFT = 1.0  # Bartlett (1936) adds 0.5: with 1 a change of spread alone passes less for one of level (results.md)
_ONE_IN_FORTY = 1.96  # one-sided 2.5 % point of the normal distribution
_NOISE = 1e-12  # of a square: what is left of even days but for the arithmetic
_MOST_CORRELATED = 0.9  # beyond, the factor would be a matter of the last digit


@dataclass(frozen=True, slots=True)
class Difference:
    """How the roots of two windows differ."""

    chance: float  # share of series without any change whose roots differ as much, in either direction
    direction: Literal["fall", "rise"]


def compare_roots(before: Counts, after: Counts) -> Difference:
    """Tell how easily chance alone makes the difference of the days' roots, and in which direction it goes.

    The test is Student's of two samples, on the square roots of the days' counts plus one. Roots of counts have nearly
    the same spread at any level (Bartlett 1936, Supplement to the Journal of the Royal Statistical Society 3, 68-78),
    and a single day of many counts for less: where the variance is twice the mean, this test sees a halving that a test
    of means does not (benchmarks/statistics/results.md, attainable.md). Two rules make it no more certain than counts
    allow: its variance is at least that of a Poisson of the same mean, and it is widened for days that follow their
    neighbours.
    """
    roots = [np.sqrt(counts + _SHIFT) for counts in (before, after)]
    rest = [part - part.mean() for part in roots]
    freedom = before.size + after.size - 2
    pooled = float(sum((part**2).sum() for part in rest)) / freedom
    mean = float((before.sum() + after.sum()) / (before.size + after.size))
    variance = max(pooled * dependence_of(rest, _ONE_IN_FORTY), _spread_of_poisson(mean))
    error = np.sqrt(variance * (1 / before.size + 1 / after.size))
    change = roots[1].mean() - roots[0].mean()
    return Difference(float(2 * stats.t.sf(abs(change) / error, freedom)), "fall" if change < 0 else "rise")


def dependence_of(rests: list[Counts], point: float) -> float:
    """Give by how much days that follow their neighbours widen a mean: (1 + r) / (1 - r), r the lag-one correlation.

    `rests` are what is left of each window without its mean; `point` is the normal one beyond which a correlation is
    believed: a factor estimated from noise would be noise. Only positive dependence counts, as it makes false alarms.
    """
    above = sum(float(rest[1:] @ rest[:-1]) for rest in rests)
    below = sum(float(rest @ rest) for rest in rests)
    size = sum(rest.size for rest in rests)
    if below <= _NOISE * size:
        return 1.0
    correlation = above / below + 2 / size  # a mean taken from the same days pulls it down by one in the days of each
    if correlation <= point / np.sqrt(size):
        return 1.0
    return float((1 + correlation) / (1 - min(correlation, _MOST_CORRELATED)))


def _spread_of_poisson(mean: float) -> float:
    """Give the variance of the root of a Poisson count plus one."""
    most = int(stats.poisson.isf(1e-9, mean)) + 1
    counts = np.arange(most + 1)
    weights = stats.poisson.pmf(counts, mean)
    roots = np.sqrt(counts + _SHIFT)
    middle = float(weights @ roots)
    return float(weights @ (roots - middle) ** 2)
