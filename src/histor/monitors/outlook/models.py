"""Weekly counts in, the chance of every count some weeks ahead out: three simple ways, the naive one first."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from histor.records.outlook import ForecastKind

Weeks = NDArray[np.float64]  # counts, oldest first
Chances = NDArray[np.float64]  # of 0, 1, 2 …; they sum to 1
Way = Callable[[Weeks, int], Chances]

RECENT = 12  # weeks: one quarter
TREND = 26  # weeks from which a trend is taken: half a year
YEAR = 52.18  # weeks
TWO_YEARS = 104  # weeks: with fewer, a season cannot be told from a trend
_RIDGE = 1.0  # prior standard errors of trend and season, as shares: a doubling in the stretch is no surprise
_ROUNDS = 30  # of reweighting; it settles within ten
_LEAST_MEAN = 0.05  # a week: nothing counted for half a year does not rule out that something comes
_TAIL = 1e-6  # of the distribution that is left out


def as_last_week(weeks: Weeks, ahead: int) -> Chances:
    """Give the naive forecast: the last week's count, moved by what so many weeks have changed it before."""
    moved = np.maximum(0, weeks[-1] + weeks[ahead:] - weeks[:-ahead])
    return _evenly(moved)


def as_the_recent_weeks(weeks: Weeks, ahead: int) -> Chances:  # noqa: ARG001 - as every way is asked
    """Give the forecast that the next week is like those of the last quarter, with their mean and their spread.

    The spread is widened for a mean of so few weeks, as Student does; their own highest and lowest would hold 11 of 13.
    """
    recent = weeks[-RECENT:]
    mean = max(float(recent.mean()), _LEAST_MEAN)
    few = (1 + 1 / recent.size) * float(stats.t.ppf(0.975, recent.size - 1) / stats.norm.ppf(0.975)) ** 2
    return _negative_binomial(mean, max(mean, float(recent.var(ddof=1))) * few)


def trend_and_season(weeks: Weeks, ahead: int) -> Chances:
    """Give a negative binomial around a log-linear trend, with one yearly wave where there are two years.

    A Poisson regression by penalised reweighted least squares (McCullagh and Nelder 1989, section 2.5); the dispersion
    is Pearson's, and the uncertainty of the mean is added to the variance (section 6.2.3).
    """
    seasonal = weeks.size >= TWO_YEARS
    used = weeks if seasonal else weeks[-TREND:]
    inside = np.arange(used.size, dtype=np.float64)
    design = _design(inside, used.size, seasonal=seasonal)
    penalty = np.diag([0.0, *[1 / _RIDGE**2] * (design.shape[1] - 1)])
    factors, spread = _fitted(design, used, penalty)
    mean = np.exp(design @ factors)
    dispersion = max(1.0, float(((used - mean) ** 2 / mean).sum()) / max(1, used.size - design.shape[1]))
    row = _design(np.array([used.size - 1.0 + ahead]), used.size, seasonal=seasonal)[0]
    most = 4 * float(used.max()) + 4  # a trend is not followed to where nothing has been
    level = float(np.clip(np.exp(row @ factors), _LEAST_MEAN, most))
    variance = dispersion * level + level * level * dispersion * float(row @ spread @ row)
    return _negative_binomial(level, variance)


WAYS: Mapping[ForecastKind, Way] = {
    "as last week": as_last_week,
    "as the recent weeks": as_the_recent_weeks,
    "trend and season": trend_and_season,
}


def quantile(chances: Chances, share: float) -> float:
    """Give the least count that is reached with such a chance."""
    return float(np.searchsorted(np.cumsum(chances), share - 1e-9))


def _evenly(counts: Weeks) -> Chances:
    whole = np.bincount(np.rint(counts).astype(np.int64))
    return np.asarray(whole / whole.sum(), dtype=np.float64)


def _design(place: Weeks, size: int, *, seasonal: bool) -> NDArray[np.float64]:
    """Give the columns: a level, a trend over the stretch, and a yearly wave."""
    columns = [np.ones_like(place), (place - (size - 1)) / size]
    if seasonal:
        columns += [np.sin(2 * np.pi * place / YEAR), np.cos(2 * np.pi * place / YEAR)]
    return np.column_stack(columns)


def _fitted(
    design: NDArray[np.float64], counts: Weeks, penalty: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the factors and the inverse of their information."""
    linear = np.full(counts.size, np.log(max(float(counts.mean()), _LEAST_MEAN)))
    factors, inverse = np.zeros(design.shape[1]), np.eye(design.shape[1])
    for _ in range(_ROUNDS):
        mean = np.exp(np.clip(linear, -10, 20))
        worked = linear + (counts - mean) / mean
        inverse = np.linalg.inv(design.T @ (mean[:, None] * design) + penalty)
        factors = inverse @ (design.T @ (mean * worked))
        linear = np.clip(design @ factors, np.log(_LEAST_MEAN) - 1, 20)
    return factors, inverse


def _negative_binomial(mean: float, variance: float) -> Chances:
    if variance <= mean * (1 + 1e-6):
        found = stats.poisson(mean)
    else:
        found = stats.nbinom(mean * mean / (variance - mean), mean / variance)
    chances = found.pmf(np.arange(int(found.isf(_TAIL)) + 2))
    return np.asarray(chances / chances.sum(), dtype=np.float64)
