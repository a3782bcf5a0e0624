"""Decisions in, their JSON out: what was decided, by whom, when and why, and the words that it is pinned to."""

import json
from dataclasses import asdict
from typing import Any

from histor.records.decisions import Decision
from histor.records.form import Form


def form_of_mark(decision: Decision) -> Form:
    """Give the JSON object of a decision as it stands at a row: without the words, which the row has."""
    return {
        "id": decision.id,
        "kind": decision.kind,
        "target": decision.target,
        "field": decision.field or None,
        "before": _read(decision.before),
        "after": _read(decision.after),
        "who": decision.who,
        "when": decision.recorded,
        "why": decision.why or None,
        "undoes": decision.undoes,
    }


def form_of_decision(decision: Decision) -> Form:
    """Give the JSON object of a decision with the words that it is pinned to."""
    return {**form_of_mark(decision), "anchors": [asdict(anchor) for anchor in decision.anchors]}


def _read(written: str) -> Any:
    return json.loads(written) if written else None
