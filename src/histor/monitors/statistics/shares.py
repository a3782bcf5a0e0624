"""A group's part of each day before and after a date in, the change of its share with a 95 % interval out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from histor.monitors.statistics.rates import CONFIDENCE, Counts
from histor.records.watch import Interval, TempoVerdict

DRAWS = 2000  # times that the days are resampled
FEWEST_COUNTED = 10  # in each window; below, intervals are off (benchmarks/statistics/results.md)
FEWEST_BUSY_DAYS = 6  # days with anything counted in each window: fewer can hardly be resampled
FEWEST_EFFECTIVE = 2.0  # days: an interval needs a spread
FEWEST_EITHER_WAY = 5  # of the group, and of all others, in both windows together


@dataclass(frozen=True, slots=True)
class ShareChange:
    """What two windows say about a change of share."""

    before: float | None  # None: the window is empty
    after: float | None
    change: Interval | None  # in points, -1 to 1; None: too little data
    verdict: TempoVerdict
    reason: str


def compare_shares(before: tuple[Counts, Counts], after: tuple[Counts, Counts], *, seed: int) -> ShareChange:
    """Give the share after minus the share before; each window is a pair: the group's daily counts, and everybody's.

    Days are resampled, not strikes: strikes of one day go to one place together. The ends are percentiles of the
    resampled changes, widened as Hesterberg (2015, The American Statistician 69, section 4.4.1) does for few days. Days
    on which much was counted decide more than others, so they count as fewer (Kish 1965, Survey Sampling).
    """
    first, second = (float(part.sum() / whole.sum()) if whole.sum() else None for part, whole in (before, after))
    lack = _lack(before, after)
    if lack or first is None or second is None:
        return ShareChange(first, second, None, "too little data", lack)
    draws = np.random.default_rng(seed)
    changes = _resampled(*after, draws) - _resampled(*before, draws)
    tail = _tail(min(_effective_days(whole) for _, whole in (before, after)))
    low, high = np.quantile(changes, (tail, 1 - tail))
    change = Interval(second - first, float(low), float(high))
    return ShareChange(first, second, change, *_verdict(change))


def share_of(part: Counts, whole: Counts, *, seed: int) -> Interval | None:
    """Give a group's share of a window with its interval; None: too little data."""
    busy = int((whole > 0).sum())
    if whole.sum() < FEWEST_COUNTED or busy < FEWEST_BUSY_DAYS:
        return None
    tail = _tail(_effective_days(whole))
    low, high = np.quantile(_resampled(part, whole, np.random.default_rng(seed)), (tail, 1 - tail))
    return Interval(float(part.sum() / whole.sum()), float(low), float(high))


def _lack(before: tuple[Counts, Counts], after: tuple[Counts, Counts]) -> str:
    for name, (_, whole) in (("before", before), ("after", after)):
        if whole.sum() < FEWEST_COUNTED or (whole > 0).sum() < FEWEST_BUSY_DAYS:
            return (
                f"{whole.sum():g} counted on {(whole > 0).sum()} days {name}; "
                f"a verdict needs {FEWEST_COUNTED} on {FEWEST_BUSY_DAYS} days on each side"
            )
    inside = before[0].sum() + after[0].sum()
    outside = before[1].sum() + after[1].sum() - inside
    if min(inside, outside) < FEWEST_EITHER_WAY:
        return f"{inside:g} in the group and {outside:g} outside it; a verdict needs {FEWEST_EITHER_WAY} of each"
    return ""


def _resampled(part: Counts, whole: Counts, draws: np.random.Generator) -> NDArray[np.float64]:
    """Give the shares of windows made of days drawn with replacement from the days on which anything was counted."""
    busy = whole > 0
    days = int(busy.sum())
    weights = draws.multinomial(days, np.full(days, 1 / days), size=DRAWS)
    return np.asarray((weights @ part[busy]) / (weights @ whole[busy]), dtype=np.float64)


def _effective_days(whole: Counts) -> float:
    """Give as how many days of one size these count: the square of their sum over the sum of their squares."""
    return max(FEWEST_EFFECTIVE, float(whole.sum() ** 2 / (whole**2).sum()))


def _tail(days: float) -> float:
    quantile = stats.t.ppf((1 + CONFIDENCE) / 2, days - 1) * np.sqrt(days / (days - 1))
    return float(stats.norm.cdf(-quantile))


def _verdict(change: Interval) -> tuple[TempoVerdict, str]:
    if change.high < 0:
        return "fall", "the whole 95 % interval of the change lies below 0"
    if change.low > 0:
        return "rise", "the whole 95 % interval of the change lies above 0"
    return "no change visible", "the 95 % interval of the change holds 0"
