"""Calendar arithmetic: days, weeks, months, seasons and years in, ranges of days with their grain out."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from histor.codebook.days import SEASONS
from histor.records.measures import Precision

DAY = timedelta(days=1)
DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12
DECADE = 10


class Days(NamedTuple):
    """A range of days, both ends included, and the grain of the words that gave it."""

    first: date
    last: date
    grain: Precision = "day"
    approximate: bool = False


def one(day: date) -> Days:
    """Give the range that is one day."""
    return Days(day, day)


def shifted(day: date, days: int) -> date:
    """Give the day that lies so many days later, or earlier if negative."""
    return day + days * DAY


def week_of(day: date) -> Days:
    """Give the week from Monday to Sunday that holds a day."""
    monday = day - day.weekday() * DAY
    return Days(monday, monday + (DAYS_IN_WEEK - 1) * DAY, "week")


def weekend_of(day: date) -> Days:
    """Give the Saturday and Sunday of the week that holds a day."""
    week = week_of(day)
    return Days(week.last - DAY, week.last)


def month_of(year: int, month: int) -> Days:
    """Give a month; a number above 12 runs on into later years, one below 1 into earlier years."""
    year, month = year + (month - 1) // MONTHS_IN_YEAR, (month - 1) % MONTHS_IN_YEAR + 1
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def year_of(year: int) -> Days:
    """Give a year."""
    return Days(date(year, 1, 1), date(year, 12, 31), "year")


def season_of(name: str, year: int) -> Days:
    """Give a season of the northern half of the earth; a winter runs into the next year."""
    first, last = SEASONS[name]
    return Days(month_of(year, first).first, month_of(year, last).last, "month")


def months_from(day: date, months: int) -> date:
    """Give the same day so many months away, or the last of that month where it is shorter."""
    there = month_of(day.year, day.month + months)
    return there.first.replace(day=min(day.day, there.last.day))


def real_day(year: int, month: int, day: int) -> date | None:
    """Give a day of the calendar; None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def phase_of(days: Days, phase: str) -> Days:
    """Give the early, middle or late part of a month (tenths of days) or a year (four months each)."""
    year = days.first.year
    if days.grain == "month" and days.first.month == days.last.month:
        month = days.first
        cut = {"early": (1, 10), "mid": (11, 20), "late": (21, days.last.day), "end": (21, days.last.day)}[phase]
        return Days(month.replace(day=cut[0]), month.replace(day=cut[1]), "week", days.approximate)
    if days.grain == "year":
        first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (12, 12)}[phase]
        return Days(month_of(year, first).first, month_of(year, last).last, "month", days.approximate)
    if days.grain == "week":
        offset = {"early": (0, 2), "mid": (2, 4), "late": (3, 6), "end": (4, 6)}[phase]
        return Days(shifted(days.first, offset[0]), shifted(days.first, offset[1]), "day", days.approximate)
    return days
