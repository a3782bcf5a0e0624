"""Judged pairs in, weights of reasons fitted to them out, and how they do on stories that they were not fitted to."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from histor.records.incidents import Telling
from histor.steps.join.bonding import WEIGHTS
from histor.steps.join.identity import apart
from histor.steps.join.reasons import findings

PULL = 2.0  # how strongly a weight is drawn to its hand-set value; small verdict sets make free weights wild
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
    "same-report": -0.6,
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
}
PRIOR_BY_HAND = -1.5

Pair = tuple[Telling, Telling, bool]
Vector = np.ndarray[Any, np.dtype[np.float64]]


def fit(pairs: Sequence[Pair]) -> None:
    """Fit the weights to all pairs, and show how weights do that were fitted without the story in question."""
    names = list(WEIGHTS)
    open_pairs = [pair for pair in pairs if not apart(pair[0], pair[1])]
    rows = np.array([_row(one, other, names) for one, other, _ in open_pairs])
    same = np.array([float(verdict) for _, _, verdict in open_pairs])
    stories = [_story(one) for one, _, _ in open_pairs]
    guessed = np.zeros(len(same))
    for story in sorted(set(stories)):
        out = np.array([each == story for each in stories])
        weights = _descend(rows[~out], same[~out], names)
        guessed[out] = _odds(rows[out], weights)
    for edge in (0.5, 0.6, 0.7, 0.8):
        said = 1 / (1 + np.exp(-guessed)) >= edge
        right, wrong = int((said & (same > 0)).sum()), int((said & (same == 0)).sum())
        f1 = 200 * right / max(1, said.sum() + same.sum())
        print(f"left out by story, from {edge}: F1 {f1:.1f}, {wrong} of {int((same == 0).sum())} different bound")
    fitted = _descend(rows, same, names)
    print(f"PRIOR = {fitted[-1]:.2f}")
    for name, weight in zip(names, fitted, strict=False):
        print(f'    "{name}": {weight:.2f},  # was {WEIGHTS[name]}')


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
