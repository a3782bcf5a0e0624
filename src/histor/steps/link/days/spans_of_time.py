"""Lengths of time in, ranges of days out: "two weeks ago", "the past three days", "within a month", "a day after"."""

import re
from datetime import date

from histor.records.measures import Precision
from histor.steps.link.days.calendar import DAYS_IN_WEEK, Days, month_of, months_from, one, shifted, year_of
from histor.steps.link.days.frame import Frame

HOURS_IN_DAY = 24
# "a little over two weeks ago": up to a week more for weeks; words in weeks are loose by half a week otherwise.
LOOSE = 3

_UNIT = r"(hour|day|night|week|month|year|decade)s?"
_OVER = r"(?:(?:just |a little |slightly |little |well )?(over|more than|under|less than|at least) )?"
_AGO = re.compile(rf"{_OVER}(\d+|half an?|couple of|1 couple of|a couple of) ?-?{_UNIT} ago")
_PAST = re.compile(
    rf"(?:within |in |over |during |for )?(?:the )?(past|last|previous) {_OVER}(?:(\d+|couple of) )?{_UNIT}(?: of .+)?"
)
_COMING = re.compile(
    rf"(?:within |in |over |during |for )?(?:the )?(next|coming|following) (?:(\d+|couple of) )?{_UNIT}"
)
_WITHIN = re.compile(rf"(?:with)?in {_OVER}(\d+) ?-?{_UNIT}(?: time)?")
_BARE = re.compile(rf"(?:for |after )?{_OVER}(\d+) ?-?{_UNIT}(?:[ -]long)?")
_BESIDE = re.compile(rf"{_OVER}(\d+) {_UNIT} (after|before|earlier|later|previously|prior|following|on|since|into)")
_NTH_DAY = re.compile(
    r"(?:the |a )?(\d+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:straight |consecutive )?day"
)
_NTHS = {
    word: nth for nth, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}


def read(plain: str, frame: Frame) -> Days | None:
    """Read a length of time; None if these words are none, or the day to reckon from is unknown."""
    rules = (_ago, _past, _coming, _within, _beside, _bare, _nth_day)
    return next((days for rule in rules if (days := rule(plain, frame))), None)


def _ago(plain: str, frame: Frame) -> Days | None:
    match = _AGO.fullmatch(plain)
    if not match or frame.published is None:
        return None
    number, unit = _number(match[2]), match[3]
    there = back(frame.published, number, unit)
    if unit in {"hour", "day", "night"}:
        return one(there)
    if unit == "week":
        return _weeks_ago(there, match[1])
    if unit == "month":
        return month_of(there.year, there.month)
    return _years_ago(there, match[1])


def _weeks_ago(there: date, bound: str | None) -> Days:
    if bound in {"over", "more than", "at least"}:
        return Days(shifted(there, -DAYS_IN_WEEK), there, "week", True)
    if bound in {"under", "less than"}:
        return Days(there, shifted(there, DAYS_IN_WEEK), "week", True)
    return Days(shifted(there, -LOOSE), shifted(there, LOOSE), "week")


def _years_ago(there: date, bound: str | None) -> Days:
    if bound:
        return Days(month_of(there.year, there.month - 1).first, there, "month", True)
    return year_of(there.year)


def _past(plain: str, frame: Frame) -> Days | None:
    """Read "the past three weeks": so far back from the report's day, up to it."""
    match = _PAST.fullmatch(plain)
    if not match or frame.published is None or not _tells_how_long(match):
        return None
    first = back(frame.published, _number(match[3]), match[4])
    return Days(first, frame.published, _grain(match[4]))


def _tells_how_long(past: re.Match[str]) -> bool:
    """Tell "the past week" and "the last two weeks" from "the past weeks", which leaves open how many."""
    alone = past[1] == "past" and not past.string.endswith("s")
    return bool(past[3]) or alone


def _coming(plain: str, frame: Frame) -> Days | None:
    match = _COMING.fullmatch(plain)
    if not match or frame.published is None or not match[2]:
        return None
    last = onward(frame.published, _number(match[2]), match[3])
    return Days(frame.published, last, _grain(match[3]))


def _within(plain: str, frame: Frame) -> Days | None:
    match = _WITHIN.fullmatch(plain)
    return _stretch(match[2], match[3], frame, ahead=True) if match else None


def _bare(plain: str, frame: Frame) -> Days | None:
    """Read a bare length: the time up to the report, or after it for an act that lies ahead."""
    match = _BARE.fullmatch(plain)
    if not match or match[1] in {"over", "more than", "at least"}:
        return None
    return _stretch(match[2], match[3], frame, ahead=frame.ahead)


def _stretch(number: str, unit: str, frame: Frame, *, ahead: bool) -> Days | None:
    if frame.published is None:
        return None
    if ahead:
        return Days(frame.published, onward(frame.published, int(number), unit), _grain(unit))
    return Days(back(frame.published, int(number), unit), frame.published, _grain(unit))


def _beside(plain: str, frame: Frame) -> Days | None:
    """Read "two days later" and "a day after".

    "A day after" stands beside the earlier of two acts ("comes a day after the shelling"), which lies so far before
    the day that the other act has; "a day before" beside the later one. "Later" needs a day named before.
    """
    match = _BESIDE.fullmatch(plain)
    if not match:
        return None
    number, unit, word = int(match[2]), match[3], match[4]
    towards_past = word in {"after", "earlier", "previously", "prior", "following", "since", "into"}
    base = frame.named_day or (None if word in {"later", "on", "since", "into"} else frame.published)
    if base is None:
        return None
    return one(back(base, number, unit) if towards_past else onward(base, number, unit))


def _nth_day(plain: str, frame: Frame) -> Days | None:
    match = _NTH_DAY.fullmatch(plain)
    if not match or frame.published is None:
        return None
    nth = _NTHS.get(match[1]) or int(match[1])
    return Days(shifted(frame.published, 1 - nth), frame.published)


def back(day: date, number: int, unit: str) -> date:
    """Give the day that lies so many units earlier."""
    return onward(day, -number, unit)


def onward(day: date, number: int, unit: str) -> date:
    """Give the day that lies so many units later; hours count as whole days from 24 on."""
    if unit == "hour":
        return shifted(day, int(number / HOURS_IN_DAY))
    if unit in {"day", "night"}:
        return shifted(day, number)
    if unit == "week":
        return shifted(day, number * DAYS_IN_WEEK)
    return months_from(day, number * {"month": 1, "year": 12, "decade": 120}[unit])


def _number(words: str | None) -> int:
    if words is None:
        return 1
    return int(words) if words.isdigit() else (2 if "couple" in words else 1)


def _grain(unit: str) -> Precision:
    return _GRAINS.get(unit, "day")


_GRAINS: dict[str, Precision] = {"week": "week", "month": "month", "year": "year", "decade": "year"}
