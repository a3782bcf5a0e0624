"""Days and their counts in, the outlook on the next four weeks out."""

import datetime
from collections.abc import Sequence

import numpy as np

from histor.monitors.outlook.models import WAYS, Weeks, quantile
from histor.monitors.outlook.scoring import (
    AHEAD,
    FEWEST_TO_LEARN,
    HIGH,
    LOW,
    NAIVE,
    Trial,
    is_better,
    try_out,
    worth_of,
)
from histor.records.measures import Day
from histor.records.outlook import Ahead, ForecastKind, Outlook, Score

FEWEST_ORIGINS = 5  # weeks to try a forecast from; with fewer no score is shown and no outlook given
_WEEK = 7
_SHOWN = 26  # weeks behind that are drawn


def look_ahead(days: Sequence[Day], counts: Weeks) -> Outlook:
    """Give the outlook after the last day; weeks are counted back from it, and days that fill none are left out."""
    weeks = _weeks(counts)
    past = tuple(zip(_firsts(days[-1], weeks.size), map(float, weeks), strict=True)) if days else ()
    needed = FEWEST_TO_LEARN + AHEAD + FEWEST_ORIGINS - 1
    if weeks.size < needed or not weeks.sum():
        lack = f"{weeks.size} whole weeks" if weeks.size < needed else "nothing counted"
        return Outlook(NAIVE, (), (), 0, False, f"No outlook: {lack}; {needed} weeks with something are needed.", past)
    trials = {kind: try_out(way, weeks) for kind, way in WAYS.items()}
    shown = _best(trials)
    scores = tuple(Score(kind, float(trial.scores.mean()), trial.covered) for kind, trial in trials.items())
    return Outlook(
        shown=shown,
        weeks=tuple(_ahead(days[-1], weeks, shown, ahead) for ahead in range(1, AHEAD + 1)),
        scores=scores,
        origins=int(trials[NAIVE].scores.size),
        better=shown != NAIVE,
        says=_says(shown, scores),
        past=past[-_SHOWN:],
    )


def _weeks(counts: Weeks) -> Weeks:
    whole = counts.size // _WEEK
    return counts[counts.size - whole * _WEEK :].reshape(whole, _WEEK).sum(axis=1) if whole else np.zeros(0)


def _firsts(last: Day, number: int) -> list[Day]:
    end = datetime.date.fromisoformat(last) + datetime.timedelta(days=1)
    return [(end - datetime.timedelta(days=_WEEK * (number - place))).isoformat() for place in range(number)]


def _best(trials: dict[ForecastKind, Trial]) -> ForecastKind:
    """Give the way with the best score of those that beat the naive one; where none does, the naive one."""
    good = [kind for kind, trial in trials.items() if kind != NAIVE and is_better(trial, trials[NAIVE])]
    return min(good, key=lambda kind: float(trials[kind].scores.mean()), default=NAIVE)


def _ahead(last: Day, weeks: Weeks, shown: ForecastKind, ahead: int) -> Ahead:
    chances = WAYS[shown](weeks, ahead)
    first = datetime.date.fromisoformat(last) + datetime.timedelta(days=1 + _WEEK * (ahead - 1))
    ends = (quantile(chances, share) for share in (LOW, 0.25, 0.5, 0.75, HIGH))
    return Ahead(first.isoformat(), (first + datetime.timedelta(days=_WEEK - 1)).isoformat(), *ends)


def _says(shown: ForecastKind, scores: Sequence[Score]) -> str:
    naive = scores[0]
    if shown == NAIVE:
        tried = ", ".join(f"{score.kind} {score.crps:.2f}" for score in scores[1:])
        return f"{worth_of(shown)} (score {naive.crps:.2f}, against {tried}; less is better): the naive one is shown."
    won = next(score for score in scores if score.kind == shown)
    return (
        f"{worth_of(shown)} (score {won.crps:.2f}, against {naive.crps:.2f}; less is better), and "
        f"{100 * won.covered:.0f} % of weeks fell into its 95 % interval."
    )
