"""An outlook in, what a terminal shows of it out: what it is worth first, then the weeks, then every way's score."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from histor.records.outlook import Outlook


def outlooked(outlook: Outlook) -> Iterator[RenderableType]:
    """Lay out an outlook."""
    yield Text(outlook.says, style="" if outlook.better else "quiet")
    if not outlook.weeks:
        return
    weeks = _table("week", "2.5 %", "25 %", "middle", "75 %", "97.5 %")
    for week in outlook.weeks:
        counts = (week.low, week.quarter, week.middle, week.three_quarters, week.high)
        weeks.add_row(f"{week.first} … {week.last}", *(f"{count:g}" for count in counts))
    yield weeks
    scores = _table("forecast", "score (CRPS)", "inside 95 %", f"over {outlook.origins} weeks behind")
    for score in outlook.scores:
        mark = "shown" if score.kind == outlook.shown else ""
        scores.add_row(score.kind, f"{score.crps:.2f}", f"{100 * score.covered:.0f} %", mark)
    yield Padding(scores, (1, 0, 0, 0))


def _table(*names: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name, overflow="fold")
    return table
