"""Marked-up reports and a marker in, each mark of the marker with its raw score and whether it is right, out."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from histor.steps.mark.decode.numbers import Window
from histor.steps.mark.decode.text import decode
from histor.steps.mark.tags import Tags
from train.score import form_of_tags
from train.scorer import load_scorer

SAME_SOURCE = 0.5  # Jaccard overlap of characters from which the scorer takes two sources for one
Ask = Callable[[str], list[Window]]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One mark."""

    kind: str  # claims or events
    report: str
    raw: float
    right: bool


def judge(ask: Ask, gold: Path) -> list[Judged]:
    """Mark every report and hold the marks against the gold."""
    scorer = load_scorer()
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [one for row in rows for one in _judged(row, decode(ask(row["text"])), scorer)]


def _judged(row: Row, tags: Tags, scorer: ModuleType) -> Iterator[Judged]:
    """Pair marks with the gold as the scorer does."""
    marked = {"id": row["id"], **form_of_tags(tags, row["text"])}
    _, gold_claims, gold_events = scorer.normal(row)
    _, claims, events = scorer.normal(marked)
    found = {mine: theirs for theirs, mine in scorer.pair(
        list(gold_claims.items()), list(claims.items()), scorer.claim_score).items()}  # fmt: skip
    for number, claim in enumerate(tags.claims):
        theirs = found.get(f"c{number}")
        same = (
            theirs is not None and scorer.jaccard(gold_claims[theirs]["source"], claims[f"c{number}"]["source"]) >= 0.5
        )
        yield Judged("claims", row["id"], claim.score, same)
    acts = {mine: theirs for theirs, mine in scorer.pair(
        list(enumerate(gold_events)), list(enumerate(events)), scorer.event_score).items()}  # fmt: skip
    for number, event in enumerate(tags.events):
        other = gold_events[acts[number]] if number in acts else None
        right = other is not None and (other["type"], other["status"]) == (event.type, event.status)
        yield Judged("events", row["id"], event.score, right)
