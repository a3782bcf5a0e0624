"""An alert in, its title and its text for people out: the sentence, then every row with its words."""

from collections.abc import Iterator

from histor.records.alerts import Alert, AlertRow

_QUOTED = 20  # rows written out in a text; the JSON has all


def title_of(alert: Alert) -> str:
    """Give the title in one line."""
    return f"{alert.alert}: {alert.rule}, {alert.day}"


def text_of(alert: Alert) -> str:
    """Give the text: what was seen, the rows that it rests on, and how to look further."""
    lines = [alert.says, "", *_rows(alert), f"Alert {alert.id}, on the day {alert.day}; cause: {alert.cause}."]
    return "\n".join(lines)


def _rows(alert: Alert) -> Iterator[str]:
    for row in alert.rows[:_QUOTED]:
        yield " · ".join(filter(None, (row.day or "undated", row.place, row.id)))
        yield from _lines(row)
    if len(alert.rows) > _QUOTED:
        yield f"… and {len(alert.rows) - _QUOTED} rows more."
    yield ""


def _lines(row: AlertRow) -> Iterator[str]:
    for line in row.lines:
        voices = " ← ".join(line.chain) or line.outlet or line.report
        known = ", ".join(filter(None, (line.published, line.event, line.report)))
        yield f"  {voices} ({known}): “{' '.join(line.sentence.split())}”"
