"""Counts by day up to the day of asking in, whether the latest days differ from those before out."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from histor.monitors.statistics.rates import Counts, RateChange, compare_rates
from histor.monitors.statistics.shares import FEWEST_BUSY_DAYS, FEWEST_COUNTED, FEWEST_EITHER_WAY

# Overlapping stretches are compared every day: at 5 % each, many a quiet month would have an alarm. With these, about
# one in twenty has at most (benchmarks/statistics/alerts.md).
STRICT = 0.002  # chance of a rise
STRICT_SHARE = 0.002  # chance of a change of share
STRICT_SILENCE = 0.0005  # chance of so long a gap


def risen(counts: Counts, days: int, against: int) -> RateChange | None:
    """Give the change from the days before to the latest ones if it is a rise that is hardly chance; else None."""
    if counts.size < days + against:
        return None
    change = compare_rates(counts[-days - against : -days], counts[-days:])
    return change if change.verdict == "rise" and (change.chance or 0.0) <= STRICT else None


def silent_for(counts: Counts, fewest: int, against: int) -> tuple[int, float] | None:
    """Give for how many days nothing has been counted, and the chance of that; None: it has been shorter, or is chance.

    The chance that a day is empty is taken from the days up to the last one with anything; two are added to them, one
    of each kind, so that a short record is never certain.
    """
    filled = np.flatnonzero(counts > 0)
    if not filled.size:
        return None
    gap = int(counts.size - 1 - filled[-1])
    before = counts[max(0, int(filled[-1]) + 1 - against) : int(filled[-1]) + 1]
    if gap < fewest or before.size < against:
        return None
    empty = float(((before == 0).sum() + 1) / (before.size + 2))
    chance = empty**gap
    return (gap, chance) if chance <= STRICT_SILENCE else None


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of a share that is hardly chance."""

    before: float
    after: float
    chance: float


def shifted(part: Counts, whole: Counts, days: int, against: int, *, groups: int = 1) -> Shift | None:
    """Give the change of a share if it is hardly chance; `groups` is how many shares are looked at at once.

    The difference of the shares over its standard error with days as clusters (Rao and Scott 1992, Biometrics 48,
    section 2), by Student with the busy days of the shorter stretch. Resampled days, as a board has them, have too few
    extremes for so small a chance.
    """
    if whole.size < days + against:
        return None
    cuts = (slice(-days - against, -days), slice(-days, None))
    (one, other), (every, all_) = ([counts[cut] for cut in cuts] for counts in (part, whole))
    if not _are_enough(one, every, other, all_):
        return None
    sides = ((one, every), (other, all_))
    error = np.sqrt(sum(_variance(a, b) for a, b in sides))
    before, after = (float(a.sum() / b.sum()) for a, b in sides)
    freedom = min(int((b > 0).sum()) for _, b in sides) - 1
    chance = float(2 * stats.t.sf(abs(after - before) / error, freedom))
    return Shift(before, after, chance) if chance <= STRICT_SHARE / groups else None


def _variance(part: Counts, whole: Counts) -> float:
    """Give the variance of a share, days as clusters; at least that of single draws, with four added so none is 0.

    The four are those of Agresti and Coull (1998, The American Statistician 52): two inside, two outside.
    """
    busy, counted = int((whole > 0).sum()), float(whole.sum())
    rest = part - part.sum() / counted * whole
    near = float((part.sum() + 2) / (counted + 4))
    return max(float((rest**2).sum()) * busy / (busy - 1) / counted**2, near * (1 - near) / counted)


def _are_enough(one: Counts, every: Counts, other: Counts, all_: Counts) -> bool:
    """Tell whether shares can be compared: as a board asks it."""
    inside = one.sum() + other.sum()
    outside = every.sum() + all_.sum() - inside
    busy = all(counts.sum() >= FEWEST_COUNTED and (counts > 0).sum() >= FEWEST_BUSY_DAYS for counts in (every, all_))
    return bool(busy and min(inside, outside) >= FEWEST_EITHER_WAY)
