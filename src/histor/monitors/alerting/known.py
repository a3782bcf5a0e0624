"""All that was heard and a day in, what was known by the end of that day out: words count from when they were told."""

from dataclasses import replace

from histor.records.events import HAPPENED
from histor.records.heard import Deed, Heard, Line
from histor.records.measures import Day


def known_by(heard: Heard, day: Day) -> Heard:
    """Give what was published by the end of a day; a row of a table counts as told on its own day."""
    deeds = (replace(deed, lines=tuple(line for line in deed.lines if _told(line, day))) for deed in heard.deeds)
    return Heard(
        speaker=heard.speaker,
        deeds=tuple(deed for deed in deeds if deed.lines),
        sayings=tuple(saying for saying in heard.sayings if _told(saying.line, day)),
        reports=tuple((on, outlet) for on, outlet in heard.reports if on <= day),
        quiet=tuple(row for row in heard.quiet if (row.when.start or "9999") <= day),
    )


def day_of(deed: Deed) -> Day | None:
    """Give the day that a happening counts on: its first, else that on which it was first told; None: neither."""
    return deed.first or min((line.published for line in deed.lines if line.published), default=None)


def happened(deed: Deed) -> bool:
    """Tell whether somebody says that it happened."""
    return any(line.status in HAPPENED for line in deed.lines)


def _told(line: Line, day: Day) -> bool:
    return (line.published or line.first or "9999") <= day
