"""Calendar words: dates, months, years, seasons and feasts in, the days that they name out.

A date without a year is the nearest one before the report, or the nearest on either side for an act that lies ahead.
"""

import re
from datetime import date

from histor.codebook.days import FEASTS, MONTHS, MONTHS_SHORT, SEASONS, WEEKDAYS, WEEKDAYS_SHORT
from histor.steps.link.days.calendar import (
    DAY,
    DECADE,
    Days,
    month_of,
    one,
    real_day,
    season_of,
    year_of,
)
from histor.steps.link.days.frame import Frame

LATE_BY = 1 * DAY  # a report may carry the date of the day before the one that it names: time zones

_MONTHS = MONTHS | MONTHS_SHORT
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS | WEEKDAYS_SHORT, key=len, reverse=True))
_YEAR = r"(1[89]\d\d|20\d\d)"
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_LEAD = rf"(?:(?:(?:next|last|this) )?(?:{_WEEKDAY}) )?(?:the )?"
_MONTH_DAY = re.compile(rf"{_LEAD}({_MONTH}) (\d{{1,2}})(?: ?- ?(\d{{1,2}})| (?:and|to) (\d{{1,2}}))?(?: {_YEAR})?")
_DAY_MONTH = re.compile(
    rf"{_LEAD}(\d{{1,2}})(?: ?- ?(\d{{1,2}})| (?:and|to) (\d{{1,2}}))? (?:of )?({_MONTH})(?: {_YEAR})?"
)
_MONTH_YEAR = re.compile(rf"(?:(this|last|next|the coming) )?({_MONTH})(?: (?:of )?(?:{_YEAR}|(this|last|next) year))?")
_PLAIN_YEAR = re.compile(rf"(?:the year )?{_YEAR}")
_DECADE = re.compile(r"(?:the )?(?:(early|mid|late)[ -])?(\d{3})0s")
_SEASON = re.compile(rf"(?:(this|last|next|the coming) )?(?:the )?({'|'.join(SEASONS)})(?: (?:of )?{_YEAR})?")
_PART_YEAR = re.compile(
    rf"(?:the )?(?:(1|first|2|second|3|third|4|fourth) (half|quarter) of )(?:{_YEAR}|(?:this|the) year)"
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_WORDY_YEAR = {"this": 0, "last": -1, "next": 1}


def read(plain: str, frame: Frame) -> Days | None:
    """Read words of the calendar; None if these are none, or if the year cannot be told."""
    rules = (_iso, _figures, _month_day, _day_month, _month, _year, _decade, _season, _part_of_year, _feast)
    return next((days for rule in rules if (days := rule(plain, frame))), None)


def _iso(plain: str, _: Frame) -> Days | None:
    match = _ISO.fullmatch(plain)
    day = match and real_day(int(match[1]), int(match[2]), int(match[3]))
    return one(day) if day else None


def _figures(plain: str, frame: Frame) -> Days | None:
    """Read 25/03/2016 and 03/25/2016; where both readings exist, the one nearer to the report, and about."""
    match = _FIGURES.fullmatch(plain)
    if not match:
        return None
    first, second, year = (int(part) for part in match.groups())
    readings = {day for day in (real_day(year, second, first), real_day(year, first, second)) if day}
    if len(readings) < 2:
        return one(readings.pop()) if readings else None
    published = frame.published
    if published is None:
        return None
    return one(min(readings, key=lambda day: abs(day - published)))._replace(approximate=True)


def _month_day(plain: str, frame: Frame) -> Days | None:
    match = _MONTH_DAY.fullmatch(plain)
    if not match:
        return None
    return _dated(_MONTHS[match[1]], match[2], match[3] or match[4], match[5], frame)


def _day_month(plain: str, frame: Frame) -> Days | None:
    match = _DAY_MONTH.fullmatch(plain)
    if not match:
        return None
    return _dated(_MONTHS[match[4]], match[1], match[2] or match[3], match[5], frame)


def _dated(month: int, first: str, last: str | None, year: str | None, frame: Frame) -> Days | None:
    day = real_day(int(year), month, int(first)) if year else _nearest(month, int(first), frame)
    if day is None:
        return None
    closing = real_day(day.year, month, int(last)) if last else day
    return Days(day, closing) if closing and closing >= day else None


def _nearest(month: int, day: int, frame: Frame) -> date | None:
    """Choose the year for a day of a month."""
    published = frame.published
    if published is None:
        return None
    found = [real_day(published.year + offset, month, day) for offset in (-1, 0, 1)]
    days = [day for day in found if day and (frame.ahead or day <= published + LATE_BY)]
    return min(days, key=lambda day: abs(day - published), default=None)


def _month(plain: str, frame: Frame) -> Days | None:
    match = _MONTH_YEAR.fullmatch(plain)
    if not match:
        return None
    month, published = _MONTHS[match[2]], frame.published
    if match[3]:
        return _clipped(month_of(int(match[3]), month), frame)
    if published is None:
        return None
    if match[4]:
        return _clipped(month_of(published.year + _WORDY_YEAR[match[4]], month), frame)
    return _clipped(month_of(_year_of_month(month, match[1], frame, published), month), frame)


def _year_of_month(month: int, which: str | None, frame: Frame, published: date) -> int:
    if which == "this":
        return published.year
    if which in {"next", "the coming"} or (frame.ahead and which is None):
        return published.year + (month < published.month)
    return published.year - (month > published.month or (which == "last" and month == published.month))


def _year(plain: str, frame: Frame) -> Days | None:
    match = _PLAIN_YEAR.fullmatch(plain)
    return _clipped(year_of(int(match[1])), frame) if match else None


def _decade(plain: str, _: Frame) -> Days | None:
    match = _DECADE.fullmatch(plain)
    if not match:
        return None
    first = int(match[2]) * DECADE
    years = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), None: (0, 9)}[match[1]]
    return Days(date(first + years[0], 1, 1), date(first + years[1], 12, 31), "year")


def _season(plain: str, frame: Frame) -> Days | None:
    match = _SEASON.fullmatch(plain)
    if not match:
        return None
    if match[3]:
        return season_of(match[2], int(match[3]))
    return _bare_season(match[2], match[1], frame)


def _bare_season(name: str, which: str | None, frame: Frame) -> Days | None:
    published = frame.published
    if published is None:
        return None
    seasons = [season_of(name, published.year + offset) for offset in (-2, -1, 0, 1)]
    begun = [days for days in seasons if days.first <= published]
    if which in {"next", "the coming"} or (frame.ahead and which is None):
        return next((days for days in seasons if days.last >= published), None)
    return begun[-2] if which == "last" and begun[-1].last >= published else begun[-1]


def _part_of_year(plain: str, frame: Frame) -> Days | None:
    match = _PART_YEAR.fullmatch(plain)
    if not match:
        return None
    this_year = frame.published.year if frame.published else None
    year = int(match[3]) if match[3] else this_year
    if year is None:
        return None
    nth = _NTH.get(match[1]) or int(match[1])
    length = 6 if match[2] == "half" else 3
    if nth * length > 12:
        return None
    return Days(month_of(year, (nth - 1) * length + 1).first, month_of(year, nth * length).last, "month")


def _feast(plain: str, frame: Frame) -> Days | None:
    match = re.fullmatch(rf"({'|'.join(sorted(FEASTS, key=len, reverse=True))})(?: {_YEAR})?", plain)
    if not match:
        return None
    month, day = FEASTS[match[1]]
    found = real_day(int(match[2]), month, day) if match[2] else _nearest(month, day, frame)
    return one(found) if found else None


def _clipped(days: Days, frame: Frame) -> Days:
    """End a month or year that is not over at the report's day; begin one ahead of it there."""
    published = frame.published
    if not frame.clip or published is None or not days.first <= published <= days.last:
        return days
    if frame.ahead:
        return days._replace(first=published)
    return days._replace(last=published)
