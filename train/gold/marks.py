"""Marks kept without their texts in, marked-up reports out: the words come from the corpora, checked by their hash."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]

MARKS = Path(__file__).parent / "marks.jsonl"
CORPORA = {"wpce": "wikipedia_current_events", "fakes": "fa_kes", "kremlin": "kremlin"}


def read_marks(shared: Path, path: Path = MARKS) -> Iterator[Row]:
    """Give each marked report with its text, date and source; one whose text has changed is left out.

    `shared` is the folder that holds `corpora/`. Rows have the layout of the gold: offsets are code points.
    """
    marks = {row["id"]: row for row in _rows(path)}
    for corpus in CORPORA.values():
        for report in _rows(shared / "corpora" / f"{corpus}.jsonl"):
            row = marks.get(report["id"])
            if row is not None and hash_of(report["text"]) == row["text_sha256"]:
                yield {"date": report["date"], "source": report["source"], "text": report["text"]} | row


def hash_of(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, by which its marks know it again."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
