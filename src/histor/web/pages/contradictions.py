"""Filters in, what cannot both be so out: each pair side by side, both texts with their voices."""

from collections.abc import Mapping
from typing import Any, get_args

from histor.records.events import EventType
from histor.web.happenings import CONTRADICTIONS
from histor.web.page import Asked, Page, whole_ledger


def _show(asked: Asked) -> Mapping[str, Any]:
    return {"rows": CONTRADICTIONS.screen(asked.room, asked.state), "types": get_args(EventType)}


PAGE = Page(
    name="contradictions",
    path="/contradictions",
    title="Contradictions",
    show=_show,
    rests_on=whole_ledger,
    order=32,
    listing=CONTRADICTIONS,
)
