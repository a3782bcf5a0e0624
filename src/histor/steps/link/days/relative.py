"""Words that lean on the report's day or on a day named before: "Monday", "last week", "two days later"."""

import re
from datetime import date

from histor.codebook.days import WEEKDAYS, WEEKDAYS_SHORT
from histor.steps.link.days.calendar import (
    DAYS_IN_WEEK,
    Days,
    month_of,
    one,
    phase_of,
    shifted,
    week_of,
    weekend_of,
    year_of,
)
from histor.steps.link.days.frame import Frame

_WEEKDAYS = WEEKDAYS | WEEKDAYS_SHORT
_WEEKDAY = re.compile(
    rf"(?:(this|last|next|the previous|the following|this coming|the coming|this past) )?"
    rf"({'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})(?: (last week|this week|next week))?"
)
_FROM_REPORT = {
    "today": (0, 0), "this day": (0, 0), "now": (0, 0), "currently": (0, 0), "at present": (0, 0),
    "this morning": (0, 0), "this afternoon": (0, 0), "this evening": (0, 0), "earlier today": (0, 0),
    "later today": (0, 0), "earlier in the day": (0, 0), "later in the day": (0, 0), "still": (0, 0),
    "till now": (0, 0), "to date": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1),
    "the day before yesterday": (-2, -2), "the day after tomorrow": (2, 2), "last night": (-1, 0),
    "overnight": (-1, 0), "tonight": (0, 1), "earlier this morning": (0, 0), "later this evening": (0, 0),
    "later today at": (0, 0), "yesterday morning": (-1, -1), "yesterday evening": (-1, -1),
    "yesterday night": (-1, -1), "yesterday afternoon": (-1, -1), "tomorrow morning": (1, 1),
    "the past night": (-1, 0), "moments ago": (0, 0), "hours ago": (0, 0),
}  # fmt: skip
_FROM_ANCHOR = {
    "the same day": 0, "that day": 0, "that same day": 0, "same day": 0, "the same night": 0, "that night": 0,
    "that evening": 0, "the same evening": 0, "the same morning": 0, "the next day": 1, "the following day": 1,
    "next day": 1, "the day after": 1, "following day": 1, "1 day later": 1, "the previous day": -1,
    "the day before": -1, "previous day": -1, "the next morning": 1, "the following morning": 1,
    "the previous night": -1,
}  # fmt: skip
_AROUND = re.compile(
    r"(?:(earlier|later|early|late|mid|beginning|end of|all|the end of|the start of) ?-?)?(?:in |on )?"
    r"(this|last|next|the coming|the following|the previous|the same|that|the current) (week|weekend|month|year)"
)
_PHASES = {"early": "early", "beginning": "early", "the start of": "early", "mid": "mid", "late": "late"} | {
    "end of": "end",
    "the end of": "end",
}
_STEP = {"last": -1, "the previous": -1, "next": 1, "the coming": 1, "the following": 1}
_START_OF = re.compile(r"(?:the )?(?:start|beginning) of (?:the|this) (year|month|week)")


def read(plain: str, frame: Frame) -> Days | None:
    """Read words that lean on another day; None if these are none, or if that day is unknown."""
    rules = (_from_anchor, _from_report, _weekday, _around, _weekend, _start_of)
    return next((days for rule in rules if (days := rule(plain, frame))), None)


def _from_report(plain: str, frame: Frame) -> Days | None:
    offsets = _FROM_REPORT.get(plain)
    if offsets is None or frame.published is None:
        return None
    first, last = offsets
    return Days(shifted(frame.published, first), shifted(frame.published, last))


def _from_anchor(plain: str, frame: Frame) -> Days | None:
    """Reckon from the last day named; "the previous day", or "the next" for an act ahead, may lean on the report's."""
    offset = _FROM_ANCHOR.get(plain)
    day = frame.named_day or (frame.published if offset == -1 or (offset == 1 and frame.ahead) else None)
    return one(shifted(day, offset)) if offset is not None and day else None


def _weekday(plain: str, frame: Frame) -> Days | None:
    match = _WEEKDAY.fullmatch(plain)
    if not match or frame.published is None:
        return None
    weekday = _WEEKDAYS[match[2]]
    if match[3]:
        start = shifted(week_of(frame.published).first, _WEEKS[match[3]] * DAYS_IN_WEEK)
        return one(shifted(start, weekday))
    return one(_day_of_week(weekday, match[1], frame, frame.published))


_WEEKS = {"last week": -1, "this week": 0, "next week": 1}


def _day_of_week(weekday: int, which: str | None, frame: Frame, published: date) -> date:
    back = (published.weekday() - weekday) % DAYS_IN_WEEK
    onward = (weekday - published.weekday()) % DAYS_IN_WEEK
    if which in {"next", "the following", "this coming", "the coming"}:
        return shifted(published, onward or DAYS_IN_WEEK)
    if which in {"last", "the previous"}:
        return shifted(published, -(back or DAYS_IN_WEEK))
    return shifted(published, onward if frame.ahead else -back)


def _around(plain: str, frame: Frame) -> Days | None:
    """Read this, last or next week, weekend, month or year, and their earlier, later or middle part."""
    match = _AROUND.fullmatch(plain)
    if not match:
        return None
    leans_on_anchor = match[2] in {"the following", "the previous", "the same", "that"}
    base = frame.anchor.first if leans_on_anchor and frame.anchor else frame.published
    if base is None:
        return None
    whole = _unit_at(base, match[3], _STEP.get(match[2], 0))
    if match[1] in _PHASES:
        return phase_of(whole, _PHASES[match[1]])
    return _cut_at_report(whole, match[1], frame)


def _unit_at(base: date, unit: str, steps: int) -> Days:
    if unit == "week":
        return week_of(shifted(base, steps * DAYS_IN_WEEK))
    if unit == "weekend":
        return weekend_of(shifted(base, steps * DAYS_IN_WEEK))
    if unit == "month":
        return month_of(base.year, base.month + steps)
    return year_of(base.year + steps)


def _cut_at_report(whole: Days, half: str | None, frame: Frame) -> Days:
    """Cut a unit that holds the report's day: what happened ends there, what lies ahead begins there."""
    published = frame.published
    if not frame.clip or published is None or not whole.first <= published <= whole.last:
        return whole
    if half == "later" or (frame.ahead and half != "earlier"):
        return whole._replace(first=published)
    return whole._replace(last=published)


def _weekend(plain: str, frame: Frame) -> Days | None:
    """Read "the weekend": the latest one begun, or the next one for an act that lies ahead."""
    if plain not in {"the weekend", "weekend", "over the weekend", "the past weekend"} or frame.published is None:
        return None
    here = weekend_of(frame.published)
    if frame.ahead or here.first <= frame.published:
        return here
    return weekend_of(shifted(frame.published, -DAYS_IN_WEEK))


def _start_of(plain: str, frame: Frame) -> Days | None:
    match = _START_OF.fullmatch(plain)
    if not match or frame.published is None:
        return None
    return one(_unit_at(frame.published, match[1], 0).first)._replace(grain="day")
