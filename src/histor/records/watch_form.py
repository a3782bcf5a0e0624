"""A board in, its JSON object out; a bound that is infinite, which JSON cannot write, is null."""

import math
from dataclasses import asdict
from typing import Any

from histor.records.form import Form
from histor.records.watch import Board


def form_of_board(board: Board) -> Form:
    """Give the JSON object of a board, the ids of the rows beneath each figure included."""
    form: Form = _finite(asdict(board))
    return {**form, "sentence": " ".join(board.answer)}


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _finite(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
