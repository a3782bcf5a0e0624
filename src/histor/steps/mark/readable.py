"""A report in, the text that a model is to read out: as long as the report's, with blanks where furniture stands."""

from histor.records.text import Report

_BLANK = " "


def masked(report: Report) -> str:
    """Give the report's text with page furniture and titles blanked, so that every other word keeps its place."""
    text = list(report.text)
    for block in report.blocks:
        if block.kind in {"furniture", "title"}:
            text[block.start : block.end] = [_BLANK] * (block.end - block.start)
    return "".join(text)
