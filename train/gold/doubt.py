"""Reports in, those of which the product is least sure out: marks are made where they teach most."""

import io
import json
import math
import tempfile
from pathlib import Path
from typing import Any

from histor.read import Given, Received, receive
from histor.records.text import Report
from histor.run.marking import Tagger, best_tagger
from histor.settings import Settings

Row = dict[str, Any]


def most_doubtful(rows: list[Row], wanted: int) -> list[Row]:
    """Give the `wanted` rows with the most doubt, all of them when there are no more."""
    if wanted >= len(rows):
        return rows
    tagger = best_tagger()
    doubts = {report.key: doubt(report, tagger) for report in _reports(rows)}
    return sorted(rows, key=lambda row: -doubts.get(row["id"], 0.0))[:wanted]


def doubt(report: Report, tagger: Tagger) -> float:
    """Sum the binary entropies (in bits) of the scores in a report, by the root of its words: long texts do not win."""
    tags = tagger.tags(report)
    scores = [tag.score for tag in (*tags.claims, *tags.events)]
    return sum(map(_entropy, scores)) / math.sqrt(len(report.text.split()) or 1)


def _entropy(score: float) -> float:
    return -sum(share * math.log2(share) for share in (score, 1 - score) if share > 0)


def _reports(rows: list[Row]) -> list[Report]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawn.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return [
            one.report
            for one in receive([str(path)], Given(), Settings(), stdin=io.BytesIO())
            if isinstance(one, Received)
        ]
