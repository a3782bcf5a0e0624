"""Pairs of events that were judged by reading in, how well the joining tells them apart out.

usage: python benchmarks/fusion.py [--fit] [--keep]

The verdicts stand in benchmarks/judged/pairs.jsonl as ids and offsets; the texts come from the folder HISTOR_SHARED
(default: ../shared). --fit prints weights fitted to the verdicts, and how they do on stories left out.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from accuracy import RESULTS, SHARED, _commit
from histor.errors import LedgerError
from histor.read import Given
from histor.records.incidents import Telling
from histor.records.made import Problem
from histor.records.question import Question
from histor.run import joining
from histor.run.reading import read_records
from histor.settings import Settings
from histor.steps.join.bonding import KEPT, WEIGHTS, probability, weigh
from histor.steps.join.identity import apart
from histor.steps.join.reasons import findings
from histor.store.append import append
from histor.store.ledger import Ledger, open_to_write
from histor.store.register import load_register

JUDGED = Path(__file__).parent / "judged" / "pairs.jsonl"
CORPORA = ("fa_kes.jsonl", "wikipedia_current_events.jsonl")
RECORDED = "2026-01-01T00:00:00Z"
PULL = 1.0  # how strongly a weight is drawn to its hand-set value; small verdict sets make free weights wild
STEPS = 4000  # of gradient descent; the loss no longer moves in its fourth digit
RATE = 0.02

# The weights before any verdict was seen: what the fit starts from and is drawn to.
BY_HAND = {
    "same-place": 1.0,
    "near-place": 0.3,
    "place-from-near": -0.3,
    "place-from-far": -0.6,
    "same-day": 1.0,
    "days-overlap": 0.2,
    "day-from-near": -0.2,
    "day-from-far": -0.6,
    "same-means": 0.5,
    "other-means": -1.2,
    "same-target": 1.2,
    "other-target": -1.0,
    "denied": 0.5,
    "same-doer": 0.4,
    "other-doer": -0.7,
    "same-victims": 1.0,
    "same-toll": 2.2,
    "same-small-toll": 0.8,
    "toll-fits": 0.6,
    "other-toll": -1.8,
    "same-way": 0.6,
    "other-way": -1.5,
    "same-thing": 1.2,
    "other-thing": -0.8,
    "background": -1.0,
    "same-report": -0.6,
    "same-sentence": 0.8,
    "copied": 4.0,
    "shared-words": 3.0,
}
PRIOR_BY_HAND = -1.5

Verdict = dict[str, Any]
Pair = tuple[Telling, Telling, bool]
Vector = np.ndarray[Any, np.dtype[np.float64]]


def main() -> None:
    """Read, join, compare with the verdicts, and print."""
    options = _options()
    verdicts = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder, open_to_write(Path(folder) / "fusion.db") as ledger:
        lost = _read(ledger, _texts(verdicts, Path(folder)))
        joining.join(ledger, load_register(), recorded=RECORDED)
        incidents = joining.incidents(ledger, Question())
    home = {telling.id: each.id for each in incidents for telling in each.tellings}
    told = [telling for each in incidents for telling in each.tellings]
    pairs = list(_pairs(verdicts, told))
    figures = {"judged": _count(verdicts), "read": len(pairs), "reports_lost": lost, **_measure(pairs, home)}
    for name, value in figures.items():
        print(f"{name:24} {value}")
    if options.fit:
        _fit(pairs)
    if options.keep:
        _keep(figures)


def _measure(pairs: Sequence[Pair], home: Mapping[str, str]) -> dict[str, float]:
    """Compare by whether both events stand in one incident, and by the bond between the two alone."""
    merged = [home[one.id] == home[other.id] for one, other, _ in pairs]
    bound = [(weighed.score if (weighed := weigh(one, other)) else 0.0) >= KEPT for one, other, _ in pairs]
    same = [verdict for _, _, verdict in pairs]
    return {**_scores("incident", merged, same), **_scores("bond", bound, same)}


def _scores(name: str, said: Sequence[bool], same: Sequence[bool]) -> dict[str, float]:
    right = sum(a and b for a, b in zip(said, same, strict=True))
    precision, recall = right / max(1, sum(said)), right / max(1, sum(same))
    wrong = sum(a and not b for a, b in zip(said, same, strict=True))
    return {
        f"{name}_f1": round(200 * precision * recall / max(1e-9, precision + recall), 1),
        f"{name}_precision": round(100 * precision, 1),
        f"{name}_recall": round(100 * recall, 1),
        f"{name}_false_merges": wrong,
        f"{name}_false_merge_rate": round(100 * wrong / max(1, len(same) - sum(same)), 1),
    }


def _pairs(verdicts: Iterable[Verdict], told: Sequence[Telling]) -> Iterator[Pair]:
    """Find the events of each verdict; one that this reader did not find is left out and counted."""
    by_report: dict[str, list[Telling]] = {}
    for telling in told:
        by_report.setdefault(telling.row.source.key, []).append(telling)
    for verdict in verdicts:
        one, other = (_found(verdict[end], by_report) for end in ("one", "other"))
        if one and other and one.id != other.id and verdict["verdict"] != "unclear":
            yield one, other, verdict["verdict"] == "same"


def _found(end: Mapping[str, Any], by_report: Mapping[str, Sequence[Telling]]) -> Telling | None:
    start, stop = end["trigger"]
    for telling in by_report.get(end["report"], ()):
        trigger = telling.row.event.trigger
        if trigger.start < stop and start < trigger.end:
            return telling
    return None


def _texts(verdicts: Iterable[Verdict], folder: Path) -> Path:
    wanted = {verdict[end]["report"] for verdict in verdicts for end in ("one", "other")}
    path = folder / "reports.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for name in CORPORA:
            with (SHARED / "data/corpora" / name).open(encoding="utf-8") as lines:
                out.writelines(line for line in lines if json.loads(line)["id"] in wanted)
    return path


def _read(ledger: Ledger, path: Path) -> int:
    """Read and keep the reports; give how many could not be kept."""
    lost = 0
    for each in read_records([str(path)], Given(), Settings(), stdin=BytesIO()):
        if isinstance(each, Problem):
            lost += 1
            continue
        try:
            append(ledger, [(each.record, each.raw)], recorded=RECORDED)
        except LedgerError:
            lost += 1
    return lost


def _fit(pairs: Sequence[Pair]) -> None:
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
    print(
        "left out by story:",
        _scores("bond", [probability(each) >= KEPT for each in guessed], [bool(each) for each in same]),
    )
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


def _count(verdicts: Iterable[Verdict]) -> int:
    return sum(verdict["verdict"] != "unclear" for verdict in verdicts)


def _keep(figures: Mapping[str, float]) -> None:
    row = {"commit": _commit(), "day": date.today().isoformat(), "cores": os.cpu_count(), **figures}
    with (RESULTS.parent / "fusion.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="fit the weights and print them")
    parser.add_argument("--keep", action="store_true", help="append the figures to benchmarks/results/fusion.jsonl")
    return parser.parse_args()


if __name__ == "__main__":
    main()
