"""Filters in, who says what out: full-text search, speaker, stance, the status of what is told."""

from collections.abc import Mapping
from typing import Any, get_args

from histor.records.claims import Stance
from histor.records.events import EventType, Status
from histor.web.listings import CLAIMS
from histor.web.page import Asked, Page, whole_ledger


def _show(asked: Asked) -> Mapping[str, Any]:
    return {
        "rows": CLAIMS.screen(asked.room, asked.state),
        "stances": get_args(Stance),
        "statuses": get_args(Status),
        "types": get_args(EventType),
    }


PAGE = Page(
    name="claims",
    path="/claims",
    title="Claims",
    show=_show,
    rests_on=whole_ledger,
    order=30,
    listing=CLAIMS,
)
