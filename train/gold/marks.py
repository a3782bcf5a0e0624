"""Marks kept without their texts in, marked-up reports out: the words come from the corpora, checked by their hash."""

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

Row = dict[str, Any]

MARKS = Path(__file__).parent / "marks.jsonl"
PLACES = Path(__file__).parent / "places.jsonl"  # a row a report: start of the trigger, start and end of the place
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


def add_places(row: Row, path: Path = PLACES) -> Row:
    """Give the row with the places that a second reading took over from other sentences, where none was marked."""
    found = {trigger: [start, end] for trigger, start, end in _places(path).get(row["id"], ())}
    events = [event | {"place": event["place"] or found.get(event["trigger"][0])} for event in row["events"]]
    return row | {"events": events}


def hash_of(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, by which its marks know it again."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@cache
def _places(path: Path) -> dict[str, list[tuple[int, int, int]]]:
    return {row["id"]: row["places"] for row in _rows(path)}


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
