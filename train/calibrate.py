"""A marker and reports that it never saw in, the curves that turn its raw scores into probabilities out.

usage: python -m train.calibrate MODEL.onnx

Writes `marker.json` beside the model: for claims and for events a slope and an offset, the expected calibration error
before and after (after: by five folds, each scored with curves fitted on the others), and the points of a reliability
diagram. A claim counts as right if the gold has it with the same source, an event if with the same type and status.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from histor.models.marker import NOTES, VOCABULARY, open_marker
from histor.run.marking import window_numbers
from histor.steps.mark.decode.calibration import LEAST, MOST, Curve
from train.folders import shared_folder
from train.judge import Judged, judge

Floats = NDArray[np.float64]

FOLDS, BINS, STEPS = 5, 10, 200
DEV = "gold/dev.jsonl"


def main() -> None:
    """Fit the curves and write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    model: Path = parser.parse_args().model
    (model.parent / NOTES).unlink(missing_ok=True)
    marker = open_marker(model, model.parent / VOCABULARY)
    judged = judge(lambda text: window_numbers(marker.ask(text)), shared_folder() / DEV)
    out = {name: calibration([one for one in judged if one.kind == name]) for name in ("claims", "events")}
    (model.parent / NOTES).write_text(json.dumps({"version": marker.version, **out}, indent=1) + "\n")
    for name, row in out.items():
        print(name, {key: value for key, value in row.items() if key != "diagram"})


def calibration(judged: Sequence[Judged]) -> dict[str, Any]:
    """Give the curve fitted on all, and how well curves do on reports that they were not fitted on."""
    raw = np.array([one.raw for one in judged])
    right = np.array([one.right for one in judged], dtype=float)
    fold = np.array([hash_of(one.report) % FOLDS for one in judged])
    fitted = np.zeros(len(raw))
    for number in range(FOLDS):
        curve = fit(raw[fold != number], right[fold != number])
        fitted[fold == number] = [curve.at(score) for score in raw[fold == number]]
    whole = fit(raw, right)
    return {
        "slope": round(whole.slope, 3),
        "offset": round(whole.offset, 3),
        "marks": len(raw),
        "error_raw": calibration_error(raw, right),
        "error": calibration_error(fitted, right),
        "diagram": diagram(fitted, right),
    }


def fit(raw: Floats, right: Floats) -> Curve:
    """Fit slope and offset by Newton's method on the log likelihood, with Platt's softened targets."""
    share = np.clip(raw, LEAST, MOST)
    inputs = np.stack([np.log(share / (1 - share)), np.ones(len(share))])
    yes, no = right.sum(), len(right) - right.sum()
    target = np.where(right > 0, (yes + 1) / (yes + 2), 1 / (no + 2))
    weights = np.array([1.0, 0.0])
    for _ in range(STEPS):
        guess = 1 / (1 + np.exp(-weights @ inputs))
        slope = inputs @ (target - guess)
        bend = (inputs * (guess * (1 - guess))) @ inputs.T + 1e-6 * np.eye(2)
        step = np.linalg.solve(bend, slope)
        weights = weights + step / max(1.0, float(np.abs(step).max()))
    return Curve(float(weights[0]), float(weights[1]))


def calibration_error(scores: Floats, right: Floats) -> float:
    """Give the expected calibration error in points: mean gap of score and share right over ten bins of equal width."""
    gaps = [abs(row["score"] - row["right"]) * row["marks"] for row in diagram(scores, right)]
    return round(100 * sum(gaps) / len(scores), 1)


def diagram(scores: Floats, right: Floats) -> list[dict[str, float]]:
    """Give for each bin that holds marks its mean score, the share that is right, and how many they are."""
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    return [
        {
            "score": round(float(scores[bins == number].mean()), 3),
            "right": round(float(right[bins == number].mean()), 3),
            "marks": int((bins == number).sum()),
        }
        for number in sorted(set(bins.tolist()))
    ]


def hash_of(report: str) -> int:
    """Give a number for a report's id that is the same on every run."""
    return sum(report.encode())


if __name__ == "__main__":
    main()
