"""A finished model in, its card out: data and licences, commands, scores with intervals, calibration, known failures.

usage: python -m train.card MODEL.onnx

Scores are of the product as it ships (the marker with the rules beside it) on the dev split, the one that was tuned on.
Intervals are 95 % percentile bootstrap over reports (1,000 resamples, seeded).
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from train.diagram import draw
from train.folders import shared_folder
from train.gold.keep_marks import AGREEMENT
from train.scorer import load_scorer

Row = dict[str, Any]

RESAMPLES, SEED = 1000, 20160314
FIGURES = tuple(
    """claim_f1 claim_full_f1 wrong_source stance_acc nested_f1 event_f1 typed_f1 mode_acc actor_f1 recipient_f1
    place_f1 day_acc status_acc link_acc quantity_f1 record_f1 wrong_assertions spurious""".split()
)
HEAD = Path(__file__).parent / "card_head.md"


def main() -> None:
    """Write CARD.md beside the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    model: Path = parser.parse_args().model
    gold = shared_folder() / "gold/dev.jsonl"
    notes = json.loads((model.parent / "marker.json").read_text(encoding="utf-8"))
    scores = _scores(_rows(gold), _records(gold))
    card = (
        HEAD.read_text(encoding="utf-8") + _scores_table(scores) + _published_table(notes) + _calibration_table(notes)
    )
    diagram = draw({name: notes[name]["diagram"] for name in ("claims", "events")})
    (model.parent / "reliability.svg").write_text(diagram, encoding="utf-8")
    size = model.stat().st_size / 1e6
    known = {"version": notes["version"], "size": f"{size:.1f}", "agreement": _agreement()}
    for name, value in known.items():
        card = card.replace(f"{{{name}}}", value)
    (model.parent / "CARD.md").write_text(card, encoding="utf-8")


def _agreement() -> str:
    """Tell how well two readers agree."""
    figures = json.loads(AGREEMENT.read_text(encoding="utf-8"))
    return (
        "claims {claim_f1} F1, events {event_f1}, recipients {recipient_f1}, places {place_f1},\n"
        "status {status_acc} %, whole records {record_f1} F1"
    ).format(**figures)


def _records(gold: Path) -> list[Row]:
    """Read the gold's reports as a user would."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        subprocess.run([sys.executable, "-m", "histor", "read", str(gold), "--json"], stdout=out, check=False)
        out.seek(0)
        return [json.loads(line) for line in out]


def _scores(gold: list[Row], records: list[Row]) -> dict[str, tuple[Any, float, float]]:
    """Give each figure with the ends of its interval."""
    scorer, chance = load_scorer(), random.Random(SEED)
    whole = scorer.score(gold, records)
    draws: dict[str, list[float]] = {name: [] for name in FIGURES}
    for _ in range(RESAMPLES):
        chosen = [chance.randrange(len(gold)) for _ in gold]
        drawn = scorer.score(*_resampled(gold, records, chosen))
        for name in FIGURES:
            if drawn[name] is not None:
                draws[name].append(drawn[name])
    return {name: (whole[name], *_ends(draws[name])) for name in FIGURES}


def _resampled(gold: list[Row], records: list[Row], chosen: list[int]) -> tuple[list[Row], list[Row]]:
    """Give the chosen reports, each draw under a key of its own."""
    left = [gold[number] | {"id": f"{draw}"} for draw, number in enumerate(chosen)]
    right = [
        records[number] | {"report": records[number]["report"] | {"key": f"{draw}"}}
        for draw, number in enumerate(chosen)
    ]
    return left, right


def _ends(draws: list[float]) -> tuple[float, float]:
    ordered = sorted(draws)
    return ordered[round(0.025 * (len(ordered) - 1))], ordered[round(0.975 * (len(ordered) - 1))]


def _scores_table(scores: dict[str, tuple[Any, float, float]]) -> str:
    rows = (f"| {name} | {value} | {low} – {high} |" for name, (value, low, high) in scores.items())
    return "\n".join(["", "| figure (dev, 124 reports) | value | 95 % interval |", "|---|---|---|", *rows, ""])


def _published_table(notes: Row) -> str:
    """List the figures on published data sets, measured on the marker alone (`train.published`)."""
    rows = (f"| {name} | {value} |" for name, value in notes["published"].items())
    return "\n".join(
        ["", "The marker alone on the dev splits of published sets:", "", "| figure | value |", "|---|---|", *rows, ""]
    )


def _calibration_table(notes: Row) -> str:
    lines = ["", "## Calibration", "", "![Reliability diagram](reliability.svg)", ""]
    for name in ("claims", "events"):
        row = notes[name]
        lines += [
            f"**{name.capitalize()}** ({row['marks']} marks on dev): expected calibration error {row['error_raw']} "
            f"points raw, {row['error']} after (five folds, each scored with a curve fitted on the others).",
            "",
            "| mean score | share right | marks |",
            "|---|---|---|",
            *(f"| {point['score']:.2f} | {point['right']:.2f} | {point['marks']} |" for point in row["diagram"]),
            "",
        ]
    return "\n".join(lines)


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
