"""Filters in, happenings that reports speak of out: when, what, where, how many, how well it is borne out."""

from collections.abc import Mapping
from typing import Any, get_args

from histor.records.events import EventType
from histor.records.incidents import Grade, Sums
from histor.web.happenings import INCIDENTS, first_day, texts
from histor.web.page import Asked, Page, whole_ledger


def _show(asked: Asked) -> Mapping[str, Any]:
    return {
        "rows": INCIDENTS.screen(asked.room, asked.state),
        "grades": get_args(Grade),
        "sums": get_args(Sums),
        "types": get_args(EventType),
        "first_day": first_day,
        "texts": texts,
    }


PAGE = Page(
    name="incidents",
    path="/incidents",
    title="Incidents",
    show=_show,
    rests_on=whole_ledger,
    order=20,
    listing=INCIDENTS,
)
