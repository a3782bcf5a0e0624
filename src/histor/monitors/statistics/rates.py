"""Daily counts before and after a date in, the ratio of their rates with a 95 % interval out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from histor.records.watch import Interval, TempoVerdict

Counts = NDArray[np.float64]
CONFIDENCE = 0.95
FEWEST_DAYS = 7  # a side: one whole week, so that no verdict rests on which weekdays a window holds
FEWEST_COUNTED = 12  # in both windows: with fewer, intervals cover less than 93 % (benchmarks/statistics/results.md)
_ROUNDING = 1e-12  # a share so near to one is one, but for the arithmetic
_ONE_IN_TWENTY = 1.645  # one-sided 5 % point of the normal distribution


@dataclass(frozen=True, slots=True)
class RateChange:
    """What two windows say about a change of level."""

    before: float  # a day
    after: float  # a day
    ratio: Interval | None  # None: too little data. `high` is infinite where nothing was counted before
    dispersion: float | None
    dependence: float
    verdict: TempoVerdict
    reason: str


def compare_rates(before: Counts, after: Counts) -> RateChange:
    """Give the rate after over the rate before, with its interval and the verdict that follows from it.

    Given their sum, the counts after are binomial if both windows are Poisson; the score interval (Wilson 1927) of that
    share is turned into one of the ratio. It holds for zeros. Its effective number is divided by the dispersion
    (quasi-Poisson, McCullagh and Nelder 1989, section 4.5), and by a factor for days that follow their neighbours;
    its quantile is Student's, since the dispersion is estimated.
    """
    first, second = (float(counts.mean()) if counts.size else 0.0 for counts in (before, after))
    lack = _lack(before, after)
    if lack:
        return RateChange(first, second, None, None, 1.0, "too little data", lack)
    dispersion, dependence = _dispersion(before, after), _dependence(before, after)
    ratio = _ratio(before, after, dispersion * dependence, _quantile(dispersion, before, after))
    return RateChange(first, second, ratio, dispersion, dependence, *_verdict(ratio))


def rate_of(counts: Counts) -> Interval:
    """Give a window's rate a day with its score interval, widened for dispersion and dependence as in `compare_rates`.

    A window of fewer than two days, or in which nothing was counted, is taken as Poisson.
    """
    mean = float(counts.mean()) if counts.size else 0.0
    if not counts.size:
        return Interval(mean, 0.0, float("inf"))
    nothing = np.zeros(0)
    known = counts.size > 1 and counts.sum() > 0
    dispersion = _dispersion(counts, nothing) if known else 1.0
    quantile = _quantile(dispersion, counts)
    spread = quantile * quantile * dispersion * (_dependence(counts, nothing) if known else 1.0) / counts.size
    half = float(np.sqrt(mean * spread + spread * spread / 4))
    return Interval(mean, max(0.0, mean + spread / 2 - half), mean + spread / 2 + half)


def divide(one: RateChange, other: RateChange) -> Interval | None:
    """Give one ratio over another, independent of it, with its interval; None: one of the two has no ends."""
    error, other_error = log_error(one), log_error(other)
    if one.ratio is None or other.ratio is None or error is None or other_error is None:
        return None
    value = one.ratio.value / other.ratio.value
    width = float(np.exp(stats.norm.ppf((1 + CONFIDENCE) / 2) * np.hypot(error, other_error)))
    return Interval(value, value / width, value * width)


def log_error(change: RateChange) -> float | None:
    """Give the standard error of the logarithm of the ratio, from the width of its interval; None: it has no ends."""
    if change.ratio is None or change.ratio.low <= 0 or not np.isfinite(change.ratio.high):
        return None
    width = float(np.log(change.ratio.high) - np.log(change.ratio.low))
    return width / (2 * float(stats.norm.ppf((1 + CONFIDENCE) / 2)))


def _lack(before: Counts, after: Counts) -> str:
    fewest, counted = min(before.size, after.size), before.sum() + after.sum()
    if fewest < FEWEST_DAYS:
        return f"a window has {fewest} days; a verdict needs {FEWEST_DAYS} on each side"
    if counted < FEWEST_COUNTED:
        return f"{counted:g} counted in both windows; a verdict needs {FEWEST_COUNTED}"
    return ""


def _dispersion(before: Counts, after: Counts) -> float:
    """Give Pearson's estimate of variance over mean, pooled over both windows; at least 1, as counts vary that much."""
    squares = sum(((counts - counts.mean()) ** 2).sum() / counts.mean() for counts in _filled(before, after))
    freedom = sum(counts.size - 1 for counts in _filled(before, after))
    return max(1.0, float(squares / freedom))


def _dependence(before: Counts, after: Counts) -> float:
    """Give by how much days that follow their neighbours widen a mean: (1 + r) / (1 - r), r the lag-one correlation.

    1 unless r is above what one series in twenty of independent days shows: a factor estimated from noise would be
    noise. Only positive dependence counts, which is the one that makes false alarms.
    """
    above = below = size = 0.0
    for counts in _filled(before, after):
        rest = (counts - counts.mean()) / np.sqrt(counts.mean())
        above, below, size = above + float(rest[1:] @ rest[:-1]), below + float(rest @ rest), size + counts.size
    if below == 0:
        return 1.0
    correlation = above / below + 2 / size  # a mean taken from the same days pulls it down by one in the days of each
    if correlation <= _ONE_IN_TWENTY / np.sqrt(size):
        return 1.0
    return float((1 + correlation) / (1 - min(correlation, 0.9)))


def _quantile(dispersion: float, *windows: Counts) -> float:
    """Give how many standard errors an end lies away: Student's if a dispersion was estimated, else the normal one.

    Only days with anything counted give degrees of freedom, as empty days tell little of the dispersion: with all days,
    false alarms at half an incident a day and variance twice the mean were 6 %.
    """
    if dispersion == 1:
        return float(stats.norm.ppf((1 + CONFIDENCE) / 2))
    freedom = sum(int((counts > 0).sum()) for counts in windows) - len(windows)
    return float(stats.t.ppf((1 + CONFIDENCE) / 2, max(1, freedom)))


def _filled(*windows: Counts) -> list[Counts]:
    return [counts for counts in windows if counts.sum() > 0]


def _ratio(before: Counts, after: Counts, inflation: float, quantile: float) -> Interval:
    counted = before.sum() + after.sum()
    effective = counted / inflation
    share = after.sum() / counted
    spread = quantile * quantile / effective
    middle = (share + spread / 2) / (1 + spread)
    half = np.sqrt(share * (1 - share) * spread + spread * spread / 4) / (1 + spread)
    scale = before.size / after.size
    low, value, high = (_odds(float(end)) * scale for end in (middle - half, share, middle + half))
    return Interval(value, low, high)


def _odds(share: float) -> float:
    return float("inf") if share > 1 - _ROUNDING else max(0.0, share) / (1 - share)


def _verdict(ratio: Interval) -> tuple[TempoVerdict, str]:
    if ratio.high < 1:
        return "fall", "the whole 95 % interval of the ratio lies below 1"
    if ratio.low > 1:
        return "rise", "the whole 95 % interval of the ratio lies above 1"
    return "no change visible", "the 95 % interval of the ratio holds 1"
