"""A report in, the text that a model is to read out: just as long, with blanks where nothing is told."""

from collections.abc import Iterator

from histor.records.measures import Span
from histor.records.text import Report
from histor.steps.mark.rules.words import dateline

_BLANK = " "


def masked(report: Report) -> str:
    """Give the report's text with furniture, titles and datelines blanked, so that every other word keeps its place."""
    text = list(report.text)
    for start, end in _unread(report):
        text[start:end] = [_BLANK] * (end - start)
    return "".join(text)


def _unread(report: Report) -> Iterator[Span]:
    for block in report.blocks:
        if block.kind in {"furniture", "title"}:
            yield Span(block.start, block.end)
        elif found := dateline(report.text, block.start, block.end):
            yield found
