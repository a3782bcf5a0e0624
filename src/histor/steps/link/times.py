"""Times: the time expressions of a report, its events and its claims in; the days that they allow out.

Days are reckoned from the day of publication: as it is known, or as the dateline has it where metadata contradict that.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from histor.codebook.days import find_days
from histor.records.events import Event, Status
from histor.records.made import Problem
from histor.records.measures import Day, Span, When
from histor.records.text import Published, Report, readable
from histor.steps.link.days import find_dateline, needs_report_day, resolve_day

AHEAD: frozenset[Status] = frozenset({"planned", "threatened", "hypothetical"})
UNDATED = "undated-report"
_BESIDE = (" after", " before", " earlier", " later")
_POSSESSIVE = re.compile("['’]s\\b")
_LEADS = ("by ", "until ", "till ", "since ")
LONGEST_LEAD = 6  # code points of "until "


@dataclass(frozen=True, slots=True)
class Times:
    """The expressions of a report, worked out in order as things that happened."""

    day: Day | None
    starts: tuple[int, ...]
    whens: tuple[When, ...]
    breaks: tuple[int, ...]  # where each block starts

    def anchor(self, at: int) -> When | None:
        """Give the last days named before a place of the same block."""
        block = bisect_right(self.breaks, at) - 1
        earliest = self.breaks[block] if block >= 0 else 0
        index = bisect_right(self.starts, at - 1)
        for when in reversed(self.whens[:index]):
            if when.span is None or when.span.start < earliest:
                return None
            if when.start and when.span.end <= at:
                return when
        return None


def times_of(report: Report, day: Day | None) -> Times:
    """Find and work out every time expression of the readable blocks."""
    blocks = readable(report)
    whens: list[When] = []
    for block in blocks:
        anchor: When | None = None
        for span in find_days(report.text, block.start, block.end):
            words = report.text[span.start : span.end]
            when = resolve_day(words, published=day, anchor=anchor, span=span)
            whens.append(when)
            if when.start and not words.endswith(_BESIDE):
                anchor = when
    starts = tuple(when.span.start for when in whens if when.span)
    return Times(day, starts, tuple(whens), tuple(block.start for block in blocks))


def publication_of(report: Report) -> tuple[Published, tuple[Problem, ...]]:
    """Choose the day of publication, from which relative words are reckoned and which the news is of.

    A day that was given, or read from the head of the text, stands. Over metadata, a dateline that stands further in
    with a weekday that fits wins, and the contradiction is a problem.
    """
    published = report.published
    dateline = None if published.basis in {"given", "dateline"} else find_dateline(report.text)
    if dateline is None or dateline == day_of(published):
        return published, ()
    taken = Published(dateline, dateline, "day", "dateline")
    if published.start is None or published.start <= dateline <= (published.end or published.start):
        return taken, ()
    message = (
        f"the metadata says {published.start}, the head of the text {dateline}; {dateline} is used; "
        "settle it with --published YYYY-MM-DD"
    )
    return taken, (Problem("dateline-disagrees", message),)


def day_of(published: Published) -> Day | None:
    """Give the day of publication; None: it is not known to the day."""
    return published.start if published.precision == "day" else None


def dated(when: When, times: Times, text: str, *, ahead: bool) -> When:
    """Work out one expression, for an act that happened or one that lies ahead."""
    if when.span is None or when.start is not None:
        return when
    words = _with_lead(when.span, text)
    return resolve_day(words, published=times.day, anchor=times.anchor(when.span.start), ahead=ahead, span=when.span)


def date_event(event: Event, times: Times, text: str) -> Event:
    """Give the event with its days worked out."""
    if event.when is None:
        return event
    return replace(event, when=dated(event.when, times, text, ahead=event.status in AHEAD))


def undated(times: Times, report: Report) -> tuple[Problem, ...]:
    """Say once that relative days stay open because the day of the report is unknown, and how to give it.

    The words are those of reading, so that the two are one problem.
    """
    if times.day is not None:
        return ()
    spans = [when.span for when in times.whens if when.span and when.start is None]
    if not any(needs_report_day(report.text[span.start : span.end]) for span in spans):
        return ()
    message = (
        f"nothing says when {report.key} was published, so that days such as “Monday” stay open; "
        "give the day with --published YYYY-MM-DD"
    )
    return (Problem(UNDATED, message),)


def _with_lead(span: Span, text: str) -> str:
    """Give the words with the "by" or "until" that stands before them, which changes what days they allow.

    "By Sunday" is until then; "shown by Sunday's bombings" is not.
    """
    before = text[max(0, span.start - LONGEST_LEAD) : span.start]
    if _POSSESSIVE.match(text, span.end):
        return text[span.start : span.end]
    lead = next((lead for lead in _LEADS if before.casefold().endswith(lead)), "")
    boundary = before[: len(before) - len(lead)]
    words = text[span.start : span.end]
    return lead + words if lead and not boundary[-1:].isalnum() else words
