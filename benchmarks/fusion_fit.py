"""Judged pairs in, weights of reasons fitted to them out, and how they do on stories that they were not fitted to."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np

from histor.records.incidents import Telling
from histor.steps.join.identity import apart, barred
from histor.steps.join.reasons import findings
from histor.steps.join.weights import RETOLD, WEIGHTS

PULL = 2.0  # how strongly a weight is drawn to its hand-set value; small verdict sets make free weights wild
PARTS = 10  # of the stories, each left out once
STEPS = 4000  # of gradient descent; the loss no longer moves in its fourth digit
RATE = 0.02

# The weights before any verdict was seen: what the fit starts from and is drawn to.
BY_HAND = {
    "same-place": 1.0,
    "same-city": 0.7,
    "near-place": 0.3,
    "place-from-near": -0.3,
    "place-from-far": -0.6,
    "one-of-places": -0.4,
    "same-day": 1.0,
    "days-overlap": 0.2,
    "same-news": 0.5,
    "day-from-near": -0.2,
    "day-from-far": -0.6,
    "same-means": 0.5,
    "other-means": -1.2,
    "same-target": 1.2,
    "other-target": -1.0,
    "denied": 0.5,
    "denied-in-report": 2.0,
    "same-doer": 0.4,
    "other-doer": -0.7,
    "same-side": 0.2,
    "other-side": -0.7,
    "same-victims": 1.0,
    "other-victims": -0.7,
    "same-great-toll": 2.5,
    "same-toll": 1.8,
    "same-small-toll": 0.8,
    "toll-fits": 0.6,
    "other-toll": -1.8,
    "same-way": 0.6,
    "same-way-around": 0.2,
    "same-rare-way": 1.0,
    "same-rare-way-around": 0.7,
    "other-way": -1.5,
    "other-way-around": -0.6,
    "same-thing": 1.2,
    "same-thing-around": 0.4,
    "other-thing": -0.8,
    "other-thing-around": -0.2,
    "background": -1.0,
    "same-sentence": 0.8,
    "copied": 4.0,
    "shared-words": 3.0,
    "shared-names": 1.5,
    "shared-titles": 1.0,
    "same-headline": 2.0,
    "fighting-or-blow": -0.8,
    "named-again": 0.5,
    "named-as-one": 0.1,
    "both-fighting": 0.2,
    "other-stage": -0.5,
    "printed-apart": -0.3,
    "same-voice": -0.2,
    "shared-numbers": 0.8,
    "acts-between": -1.5,
    "next-sentence": 0.3,
    "opens-report": 0.5,
    "names-a-place": -0.3,
    "names-no-doer": 0.3,
    "same-mode": 0.3,
    "same-word": 0.8,
    "goes-on": 0.5,
    "told-anew": -0.5,
    "told-as-several": -0.3,
    "one-or-several": -0.5,
    "another": -0.5,
}
PRIOR_BY_HAND = -1.5

Pair = tuple[Telling, Telling, bool]
Vector = np.ndarray[Any, np.dtype[np.float64]]


def fit(pairs: Sequence[Pair]) -> None:
    """Fit the weights to all pairs, those of two reports and those of one apart."""
    within = [pair for pair in pairs if _report(pair[0]) == _report(pair[1])]
    across = [pair for pair in pairs if _report(pair[0]) != _report(pair[1])]
    print("WEIGHTS")
    _fit([pair for pair in across if not apart(pair[0], pair[1])], WEIGHTS)
    print("RETOLD")
    _fit([pair for pair in within if not barred(pair[0], pair[1])], RETOLD)


def _fit(pairs: Sequence[Pair], now: Mapping[str, float]) -> None:
    """Fit one list, and show how weights do that were fitted without the story in question."""
    names = list(now)
    rows = np.array([_row(one, other, names) for one, other, _ in pairs])
    same = np.array([float(verdict) for _, _, verdict in pairs])
    guessed = _left_out(rows, same, [_story(one) for one, _, _ in pairs], names)
    loss = float(np.mean(np.log1p(np.exp(np.where(same > 0, -guessed, guessed)))))
    print(f"{len(same)} pairs, {int(same.sum())} the same; loss left out by story {loss:.4f}")
    for edge in (0.4, 0.5, 0.6, 0.7, 0.8):
        said = 1 / (1 + np.exp(-guessed)) >= edge
        right, wrong = int((said & (same > 0)).sum()), int((said & (same == 0)).sum())
        f1 = 200 * right / max(1, said.sum() + same.sum())
        print(f"left out by story, from {edge}: F1 {f1:.1f}, {wrong} of {int((same == 0).sum())} different bound")
    fitted = _descend(rows, same, names)
    print(f"PRIOR = {fitted[-1]:.2f}")
    for name, weight in zip(names, fitted, strict=False):
        print(f'    "{name}": {weight:.2f},  # was {now[name]}')


def _left_out(rows: Vector, same: Vector, stories: Sequence[Hashable], names: Sequence[str]) -> Vector:
    """Give the log odds of each pair by weights fitted to the tenths of the stories that it does not belong to."""
    order = {story: number % PARTS for number, story in enumerate(sorted(set(stories), key=repr))}
    part = np.array([order[story] for story in stories])
    guessed = np.zeros(len(same))
    for number in range(PARTS):
        out = part == number
        guessed[out] = _odds(rows[out], _descend(rows[~out], same[~out], names))
    return guessed


def _report(telling: Telling) -> str:
    return telling.row.source.report_id


def _row(one: Telling, other: Telling, names: Sequence[str]) -> list[float]:
    first, second = sorted((one, other), key=lambda telling: telling.id)
    amounts = dict.fromkeys(names, 0.0)
    for name, amount, _ in findings(first, second):
        amounts[name] += amount
    return [amounts[name] for name in names] + [1.0]


def _story(telling: Telling) -> tuple[str, str]:
    place = telling.setting.spots[0].ref or "" if telling.setting.spots else ""
    return place, telling.setting.days.end[:7] if telling.setting.days else ""


def _odds(rows: Vector, weights: Vector) -> Vector:
    odds: Vector = rows @ weights
    return odds


def _descend(rows: Vector, same: Vector, names: Sequence[str]) -> Vector:
    """Fit by gradient descent; no weight takes the sign that its meaning forbids."""
    start = np.array([*(BY_HAND[name] for name in names), PRIOR_BY_HAND])
    weights = start.copy()
    for _ in range(STEPS):
        wrong = 1 / (1 + np.exp(-_odds(rows, weights))) - same
        weights -= RATE * (rows.T @ wrong + PULL * (weights - start)) / len(same) * 10
        weights[:-1] = np.where(start[:-1] > 0, np.maximum(weights[:-1], 0), np.minimum(weights[:-1], 0))
    return weights
