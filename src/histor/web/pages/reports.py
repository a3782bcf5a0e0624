"""Filters in, the reports that were read out: what each holds, and the way to its words."""

from collections.abc import Mapping
from typing import Any

from histor.web.listings import REPORTS
from histor.web.page import Asked, Page, whole_ledger


def _show(asked: Asked) -> Mapping[str, Any]:
    return {"rows": REPORTS.screen(asked.room, asked.state)}


PAGE = Page(
    name="reports",
    path="/reports",
    title="Reports",
    show=_show,
    rests_on=whole_ledger,
    order=50,
    listing=REPORTS,
)
