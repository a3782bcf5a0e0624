"""The dateline: a report's first words in, the day that they give it out."""

import re
from datetime import date

from histor.codebook.days import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT
from histor.records.measures import Day
from histor.steps.link.days.calendar import real_day

HEAD = 160  # code points; a date further down belongs to the story

_MONTHS = MONTHS | MONTHS_SHORT
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS | WEEKDAYS_SHORT, key=len, reverse=True))
_LEAD = r"(?:(?:date of publication|published|publication date|last updated(?: at)?|updated|posted|date)(?: on)?:? *)?"
_FORMS = (
    re.compile(rf"{_LEAD}(?:({_WEEKDAY}),? +)?({_MONTH})\.? *(\d{{1,2}}),? *(\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_LEAD}(?:({_WEEKDAY}),? +)?(\d{{1,2}}) +({_MONTH})\.?,? +(\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_LEAD}()(\d{{1,2}})[-./](\d{{1,2}})[-./](\d{{4}})", re.IGNORECASE),
)


_INSIDE = tuple(  # further in, only a date with its weekday is a dateline: "AFP Friday 12 Sep 2014"
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b({_WEEKDAY}),? +({_MONTH})\.? +(\d{{1,2}}),? +(\d{{4}})\b",
        rf"\b({_WEEKDAY}),? +(\d{{1,2}}) +({_MONTH})\.?,? +(\d{{4}})\b",
    )
)


def find_dateline(text: str) -> Day | None:
    """Give the day at the head of a text; None if none stands there, or if its weekday does not fit."""
    head = text[:HEAD].lstrip()
    for position, form in enumerate(_FORMS):
        if match := form.match(head):
            return _checked(_day_of(position, match), match[1])
    for position, form in enumerate(_INSIDE):
        if match := form.search(head):
            return _checked(_day_of(position, match), match[1])
    return None


def _day_of(position: int, match: re.Match[str]) -> date | None:
    if position == 0:
        return real_day(int(match[4]), _MONTHS[match[2].casefold()], int(match[3]))
    if position == 1:
        return real_day(int(match[4]), _MONTHS[match[3].casefold()], int(match[2]))
    return real_day(int(match[4]), int(match[3]), int(match[2]))


def _checked(day: date | None, weekday: str | None) -> Day | None:
    if day is None:
        return None
    named = (WEEKDAYS | WEEKDAYS_SHORT).get((weekday or "").casefold())
    return day.isoformat() if named is None or named == day.weekday() else None
