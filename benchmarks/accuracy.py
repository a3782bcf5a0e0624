"""Marked-up reports in, the figures of the record scorer out, kept with the commit that they were measured at.

usage: python benchmarks/accuracy.py [--split dev] [--keep]

Reads the corpora and the scorer from the folder that HISTOR_SHARED names (default: ../shared).
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("HISTOR_SHARED", "../shared"))
RESULTS = Path(__file__).parent / "results" / "accuracy.jsonl"


def main() -> None:
    """Measure one split, print the figures, and keep them when asked to."""
    options = _options()
    figures = measure(SHARED / f"data/gold/{options.split}.jsonl")
    for name, value in figures.items():
        print(f"{name:18} {value}")
    if options.keep:
        _keep({"split": options.split, "commit": _commit(), "day": date.today().isoformat(), **figures})


def measure(gold: Path) -> dict[str, Any]:
    """Read the reports as a user would, and give what the scorer says of the records."""
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "records.jsonl"
        with records.open("wb") as out:
            subprocess.run([sys.executable, "-m", "histor", "read", str(gold), "--json"], stdout=out, check=False)
        scorer = [sys.executable, str(SHARED / "tools/score_record.py"), str(gold), str(records), "--json"]
        scored = subprocess.run(scorer, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(scored.stdout)
    return figures


def _keep(row: dict[str, Any]) -> None:
    RESULTS.parent.mkdir(exist_ok=True)
    row["machine"] = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    with RESULTS.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")


def _commit() -> str:
    asked = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    return asked.stdout.strip()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--keep", action="store_true", help="append the figures to benchmarks/results/accuracy.jsonl")
    return parser.parse_args()


if __name__ == "__main__":
    main()
