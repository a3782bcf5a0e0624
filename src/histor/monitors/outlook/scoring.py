"""A way of forecasting and the weeks behind in, how far its forecasts lay from what came out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from histor.monitors.outlook.models import Chances, Way, Weeks, quantile
from histor.records.outlook import ForecastKind

NAIVE: ForecastKind = "as last week"
AHEAD = 4  # weeks
FEWEST_TO_LEARN = 12  # weeks that a forecast rests on: the recent weeks
MOST_ORIGINS = 40  # weeks looked back from: three quarters of a year, later ones tell most of the next
LOW, HIGH = 0.025, 0.975


@dataclass(frozen=True, slots=True)
class Trial:
    """One way's record."""

    scores: NDArray[np.float64]  # mean CRPS of the weeks after each origin, oldest origin first
    covered: float


def crps(chances: Chances, came: float) -> float:
    """Give the continuous ranked probability score of a forecast of counts.

    The sum over counts of the squared difference of the forecast's distribution and that of what came (Gneiting and
    Raftery 2007, Journal of the American Statistical Association 102, section 4.2); in counts, less is better.
    """
    size = max(chances.size, int(came) + 1)
    below = np.ones(size)
    below[: chances.size] = np.cumsum(chances)
    return float(((below - (np.arange(size) >= came)) ** 2).sum())


def try_out(way: Way, weeks: Weeks) -> Trial:
    """Forecast from each of the latest weeks that have four after them, and compare with what came (rolling origin)."""
    last = weeks.size - AHEAD
    first = max(FEWEST_TO_LEARN, last - MOST_ORIGINS + 1)
    scores, inside = [], []
    for origin in range(first, last + 1):
        made = [way(weeks[:origin], ahead) for ahead in range(1, AHEAD + 1)]
        came = [float(count) for count in weeks[origin : origin + AHEAD]]
        scores.append(np.mean([crps(one, count) for one, count in zip(made, came, strict=True)]))
        inside += [quantile(one, LOW) <= count <= quantile(one, HIGH) for one, count in zip(made, came, strict=True)]
    return Trial(np.asarray(scores, dtype=np.float64), float(np.mean(inside)) if inside else 0.0)


def is_better(trial: Trial, naive: Trial) -> bool:
    """Tell whether a way beat the naive one by more than the standard error of the gain.

    Origins whose weeks ahead overlap are not independent: one in four counts for the error.
    """
    gain = naive.scores - trial.scores
    if gain.size < AHEAD + 1:
        return False
    error = float(gain.std(ddof=1)) / np.sqrt(gain.size / AHEAD)
    return bool(gain.mean() > error)


def worth_of(shown: ForecastKind) -> str:
    """Say whether the forecast that is shown beat the naive one (`is_better`), without a full stop."""
    if shown == NAIVE:
        return "No forecast was better than the naive one by more than one standard error on the weeks behind"
    return f"The forecast “{shown}” was better than the naive one by more than one standard error on the weeks behind"
