"""A board of any monitor in, its JSON object out: every figure with the events that it rests on."""

import math
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from histor.records.boards import PostureBoard, TalksBoard, TruceBoard
from histor.records.drafts import Draft, KindDraft
from histor.records.form import Form
from histor.records.heard import Deed, Line
from histor.records.watch import Board
from histor.records.watch_form import form_of_board as form_of_counts

AnyBoard = Board | TruceBoard | PostureBoard | TalksBoard
# By which sides, places and rows are told apart: no figure of a board.
_KNOWN_BY = frozenset({"keys", "places", "of_state", "row"})


def form_of_any_board(board: AnyBoard, deeds: Iterable[Deed] = ()) -> Form:
    """Give the JSON object of a board; `deeds` are those whose ids a counting board has as rows."""
    if not isinstance(board, Board):
        form: Form = _plain(board)
        return {"monitor": board.monitor, **form, "sentence": " ".join(board.answer)}
    form = form_of_counts(board)
    known = {deed.id: deed for deed in deeds}
    if not known:
        return form
    counted = dict.fromkeys(row for day in board.days for row in day.tally.rows)
    return {**form, "deeds": {row: form_of_deed(known[row]) for row in counted if row in known}}


def form_of_deed(deed: Deed) -> Form:
    """Give the JSON object of a deed with the words of each report that tells of it."""
    form: Form = _plain(deed)
    return form


def form_of_line(line: Line) -> Form:
    """Give the JSON object of the words that something rests on."""
    form: Form = _plain(line)
    return form


def form_of_draft(draft: Draft, definition: str) -> Form:
    """Give the JSON object of a draft: each field with its words, and the definition as text."""
    if isinstance(draft, KindDraft):
        fields = {name: _plain(values) for name, values in draft.fields}
        return {**_plain(draft), "fields": fields, "definition": definition}
    return {"monitor": "ceasefire", **_plain(draft), "definition": definition}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value) if each.name not in _KNOWN_BY}
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
