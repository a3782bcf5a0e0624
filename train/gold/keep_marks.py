"""Marked-up batches in, the marks without their texts out, and how well the twice-marked reports agree.

usage: python -m train.gold.keep_marks SHARED FOLDER

FOLDER holds `out_*.jsonl` (marks of the batches, offsets worked out) and `again_*.jsonl` (second, independent marks
of some of the same reports). Adds to `train/gold/marks.jsonl`, in which a report that is there stays as it is, and
writes `train/gold/agreement.json`; the scorer beside SHARED measures the agreement, the first marks as gold.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from train.gold.marks import MARKS, Row, hash_of

AGREEMENT = MARKS.parent / "agreement.json"


def main() -> None:
    """Keep the marks and measure the agreement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    first = _read(sorted(options.folder.glob("out_*.jsonl")))
    second = _read(sorted(options.folder.glob("again_*.jsonl")))
    lines = {own_id: _line(row) for own_id, row in first.items()} | _kept()
    MARKS.write_text("".join(lines[own_id] for own_id in sorted(lines)), encoding="utf-8")
    twice = sorted(first.keys() & second.keys())
    if twice:
        AGREEMENT.write_text(_agreement(options.shared, first, second, twice) + "\n", encoding="utf-8")
    print(f"{len(lines)} reports kept, {len(twice)} of them marked twice")


def _read(paths: Iterable[Path]) -> dict[str, Row]:
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {row["id"]: row for row in map(json.loads, lines)}


def _kept() -> dict[str, str]:
    lines = MARKS.read_text(encoding="utf-8").splitlines(keepends=True) if MARKS.exists() else []
    return {json.loads(line)["id"]: line for line in lines}


def _line(row: Row) -> str:
    kept = {"id": row["id"], "text_sha256": hash_of(row["text"]), "claims": row["claims"], "events": row["events"]}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n"


def _agreement(shared: Path, first: dict[str, Row], second: dict[str, Row], twice: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("first.jsonl", "second.jsonl")]
        for path, rows in zip(paths, (first, second), strict=True):
            path.write_text("".join(json.dumps(rows[own_id]) + "\n" for own_id in twice), encoding="utf-8")
        scorer = [sys.executable, str(shared.parent / "tools/score_record.py"), *map(str, paths), "--json"]
        return subprocess.run(scorer, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
