"""Daily counts before and after a date in, the ratio of their rates with a 95 % interval out."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from histor.monitors.statistics.roots import FALSE_ALARMS, Difference, compare_roots, dependence_of
from histor.monitors.statistics.roots import Counts as Counts
from histor.records.watch import Interval, TempoVerdict

CONFIDENCE = 0.95
FEWEST_DAYS = 7  # a side: one whole week, so that no verdict rests on which weekdays a window holds
FEWEST_COUNTED = 12  # in both windows: with fewer, intervals cover less than 93 % (benchmarks/statistics/results.md)
_ROUNDING = 1e-12  # a share so near to one is one, but for the arithmetic
_ROOTS = {"fall": "fell", "rise": "rose"}
_ONE_IN_TWENTY = 1.645  # one-sided 5 % point of the normal distribution


@dataclass(frozen=True, slots=True)
class RateChange:
    """What two windows say about a change of level."""

    before: float  # a day
    after: float  # a day
    ratio: Interval | None  # None: too little data. `high` is infinite where nothing was counted before
    error: float | None  # of the ratio's logarithm; None: the interval of the means has no ends, or too little data
    chance: float | None  # of as great a difference without any change; None: too little data
    dispersion: float | None
    dependence: float
    verdict: TempoVerdict
    reason: str


def compare_rates(before: Counts, after: Counts) -> RateChange:
    """Give the rate after over the rate before, with its interval and the verdict.

    Given their sum, the counts after are binomial if both windows are Poisson; the score interval (Wilson 1927) of that
    share is turned into one of the ratio. It holds for zeros. Its effective number is divided by the dispersion
    (quasi-Poisson, McCullagh and Nelder 1989, section 4.5), and by a factor for days that follow their neighbours;
    its quantile is Student's, since the dispersion is estimated.

    Whether the level changed at all is asked of a sharper test (`compare_roots`). The interval agrees with it: that of
    a level that is seen to change ends short of 1 at the latest, and that of any other has 1 in it. Both are tests of
    5 %, so what is put together covers as either does.
    """
    first, second = (float(counts.mean()) if counts.size else 0.0 for counts in (before, after))
    lack = _lack(before, after)
    if lack:
        return RateChange(first, second, None, None, None, None, 1.0, "too little data", lack)
    dispersion, dependence = _dispersion(before, after), _dependence(before, after)
    means = _ratio(before, after, dispersion * dependence, _quantile(dispersion, before, after))
    roots = compare_roots(before, after)
    verdict, reason = _verdict(means.value, roots)
    ratio = _agreeing(means, verdict)
    return RateChange(first, second, ratio, _error(means), roots.chance, dispersion, dependence, verdict, reason)


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
    if one.ratio is None or other.ratio is None or one.error is None or other.error is None:
        return None
    value = one.ratio.value / other.ratio.value
    width = float(np.exp(stats.norm.ppf((1 + CONFIDENCE) / 2) * np.hypot(one.error, other.error)))
    return Interval(value, value / width, value * width)


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
    """Give the factor for days that follow their neighbours, of counts in units of their level's spread."""
    filled = _filled(before, after)
    return dependence_of([(counts - counts.mean()) / np.sqrt(counts.mean()) for counts in filled], _ONE_IN_TWENTY)


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


def _error(ratio: Interval) -> float | None:
    """Give the standard error of the logarithm of a ratio, from the width of its interval; None: it has no ends."""
    if ratio.low <= 0 or not np.isfinite(ratio.high):
        return None
    width = float(np.log(ratio.high) - np.log(ratio.low))
    return width / (2 * float(stats.norm.ppf((1 + CONFIDENCE) / 2)))


def _verdict(ratio: float, roots: Difference) -> tuple[TempoVerdict, str]:
    """Name the verdict: the roots say whether the level changed, and the means must agree in which direction."""
    share = f"{100 * roots.chance:.2g} %"
    told = f"{share} of series without any change differ as much by chance (square roots of their days compared)"
    if roots.chance > FALSE_ALARMS:
        return "no change visible", told
    if ratio == 1 or (ratio < 1) != (roots.direction == "fall"):
        return (
            "no change visible",
            f"the square roots of the days {_ROOTS[roots.direction]}, but their mean did not: a few days bear it",
        )
    return roots.direction, told


def _agreeing(ratio: Interval, verdict: TempoVerdict) -> Interval:
    """Let the interval of the means end short of 1 where the test says on which side the ratio lies, or hold 1."""
    if verdict == "fall":
        return Interval(ratio.value, ratio.low, min(ratio.high, 1 - _ROUNDING))
    if verdict == "rise":
        return Interval(ratio.value, max(ratio.low, 1 + _ROUNDING), ratio.high)
    return Interval(ratio.value, min(ratio.low, 1.0), max(ratio.high, 1.0))
