"""What is given, what the metadata says and how the text begins in, the day of publication out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime

from histor.records.made import Problem
from histor.records.measures import Span
from histor.records.text import Block, Published, PublishedBasis

UNKNOWN = Published(None, None, "unknown", "unknown")
# A report dated the day before or after its metadata was written around midnight or in another time zone.
SLACK_DAYS = 1
# A dateline without a year may stand this many days before the day of publication before it is a contradiction.
SLACK_DAYS_WITHOUT_YEAR = 7
_PARAGRAPHS_WITH_DATELINES = 3  # title, byline, first paragraph

_FIRST_YEAR = 1500  # a lesser number is no year of a report
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_WEEKDAY = r"(?:(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_LABEL = (
    r"(?P<label>(?:first\s+)?(?:posted|published|updated|last\s+updated|released|date(?:\s+of\s+publication)?)"
    r"(?:\s+on|\s+at)?\s*:?\s+)?"
)
_CITY = r"[A-Z][\w.’'/-]+(?:[ ,/]+[A-Z(][\w.’')/-]*){0,5}"
# What may follow a date that stands by itself; a word in small letters ("marked", "was") makes it part of a sentence.
_AFTER = r"(?=\s*(?:$|\n|[-–—|(:;,.]|at\s+\d|by\s+[A-Z])|\s+[A-Z0-9\"“'‘])"
_PARTED = re.compile(r"\s*(?:$|\n|[-–—|(:;]|at\s+\d|by\s+[A-Z])")
_AGENCY = r"(?:\s*\((?P<agency>[A-Z][\w .’'/-]{1,40})\))?"
_ORDERS = (
    rf"{_DAY}\s+{_MONTH},?\s+(?P<year>\d{{4}})\b",
    rf"{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})\b",
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b",
    r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})\b",
)
_SHORT_ORDERS = (rf"{_MONTH}\s+{_DAY}", rf"{_DAY}\s+{_MONTH}")
_FULL = tuple(re.compile(rf"(?:(?i:{_LABEL})|{_CITY},\s+){_WEEKDAY}(?:{order}){_AGENCY}{_AFTER}") for order in _ORDERS)
_SHORT = tuple(re.compile(rf"{_CITY},\s+{_WEEKDAY}(?:{order}){_AGENCY}\s*(?:[-–—]|:)") for order in _SHORT_ORDERS)
_UNDATED = re.compile(rf"{_CITY}\s*\((?P<agency>[A-Z][\w .’'/-]{{1,40}})\)\s*[-–—]")
_WRITTEN = re.compile(
    r"\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?=$|[T\s])|\s*(\d{4})(\d{2})(\d{2})(?=$|T|\d{6})"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A date that stands at the head of a text."""

    span: Span
    day: date | None = None  # None: no year is given, or no such day
    other: date | None = None  # how it reads if the month stands first, of a date in figures
    month_and_day: tuple[int, int] | None = None
    agency: str | None = None  # "(Reuters)"
    set_apart: bool = True  # labelled, with its weekday, or parted from what follows


def published_of(written: str | None, basis: PublishedBasis = "metadata") -> Published | None:
    """Read a day as metadata write it: ISO 8601 with or without time, a month, a year, or as in mail.

    The day is the one that stands there, in the time zone that stands there. None: no date is written.
    """
    if not written or not written.strip():
        return None
    found = _iso(written) or _mail_date(written) or _in_words(written)
    return replace(found, basis=basis) if found else None


def dateline_of(text: str, blocks: tuple[Block, ...]) -> Dateline | None:
    """Find the date or agency at the head of one of the first paragraphs."""
    places = [0, *(block.start for block in blocks[:_PARAGRAPHS_WITH_DATELINES] if block.kind != "quote")]
    return next((found for place in places if (found := _at(text, place))), None)


def decide(
    given: Published | None, metadata: Published | None, dateline: Dateline | None
) -> tuple[Published, tuple[Problem, ...]]:
    """Give the publication day: as given, else as in the metadata, else as in the dateline,
    else as inferred, else unknown.

    A dateline with a year wins over metadata that it contradicts. One without a year only raises the question, and so
    does a date before the metadata's that runs on into the words: it may say which attacks the report is about.
    """
    if given:
        return given, ()
    if metadata is None or (metadata.basis == "inferred" and dateline and dateline.day):
        return (_of_day(dateline.day, "dateline") if dateline and dateline.day else UNKNOWN), ()
    if dateline is None or _agree(metadata, dateline):
        return metadata, ()
    wins = dateline.day is not None and (dateline.set_apart or dateline.day.isoformat() > str(metadata.end))
    taken = _of_day(dateline.day, "dateline") if dateline.day and wins else metadata
    return taken, (_disagreement(metadata, dateline, taken),)


def undated(key: str) -> Problem:
    """Say that nothing tells when a report was published."""
    return Problem(
        "undated-report",
        f"nothing says when {key} was published, so that days such as “Monday” stay open; "
        "give the day with --published YYYY-MM-DD",
    )


def _disagreement(metadata: Published, dateline: Dateline, taken: Published) -> Problem:
    seen = dateline.day or "{:02d}-{:02d}".format(*(dateline.month_and_day or (0, 0)))
    message = (
        f"the metadata says {metadata.start}, the head of the text {seen}; {taken.start} is used; "
        "settle it with --published YYYY-MM-DD"
    )
    return Problem("dateline-disagrees", message, dateline.span)


def _agree(metadata: Published, dateline: Dateline) -> bool:
    """Tell whether both can be true: within the metadata's days, or around them."""
    first, last = date.fromisoformat(str(metadata.start)), date.fromisoformat(str(metadata.end))
    if dateline.day is None:
        return dateline.month_and_day is None or any(
            -SLACK_DAYS <= (first - day).days <= SLACK_DAYS_WITHOUT_YEAR or first <= day <= last
            for day in _nearest(dateline.month_and_day, first)
        )
    return any(
        (first - day).days <= SLACK_DAYS and (day - last).days <= SLACK_DAYS
        for day in (dateline.day, dateline.other)
        if day
    )


def _nearest(month_and_day: tuple[int, int], near: date) -> Iterator[date]:
    days = (_date(near.year + years, *month_and_day) for years in (-1, 0, 1))
    return (day for day in days if day)


def _at(text: str, place: int) -> Dateline | None:
    for pattern in _FULL:
        if match := pattern.match(text, place):
            return _full(match)
    for pattern in _SHORT:
        if match := pattern.match(text, place):
            month_and_day = (_month(match["month"]), int(match["day"]))
            return Dateline(Span(*match.span()), month_and_day=month_and_day, agency=match["agency"])
    match = _UNDATED.match(text, place)
    return Dateline(Span(*match.span()), agency=match["agency"]) if match else None


def _full(match: re.Match[str]) -> Dateline | None:
    year, day = int(match["year"]), int(match["day"])
    month = _month(match["month"])
    first, other = _date(year, month, day), _date(year, day, month) if match["month"].isdigit() else None
    if first is None and other is None:
        return None
    apart = bool(match["label"] or match["weekday"] or _PARTED.match(match.string, match.end()))
    return Dateline(
        Span(*match.span()), first or other, other if first else None, agency=match["agency"], set_apart=apart
    )


def _month(words: str) -> int:
    if words.isdigit():
        return int(words)
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(words[:3].lower()))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of_day(day: date, basis: PublishedBasis) -> Published:
    return Published(day.isoformat(), day.isoformat(), "day", basis)


def _iso(written: str) -> Published | None:
    match = _WRITTEN.match(written)
    if match is None:
        return None
    year, month, day = (
        int(part) if part else None for part in (match[1] or match[4], match[2] or match[5], match[3] or match[6])
    )
    if year is None or year < _FIRST_YEAR:
        return None
    if month is None:
        return Published(f"{year}-01-01", f"{year}-12-31", "year", "metadata")
    if day is None:
        return _of_month(year, month)
    found = _date(year, month, day)
    return _of_day(found, "metadata") if found else None


def _of_month(year: int, month: int) -> Published | None:
    first, following = _date(year, month, 1), _date(year + month // 12, month % 12 + 1, 1)
    if first is None or following is None:
        return None
    last = date.fromordinal(following.toordinal() - 1)
    return Published(first.isoformat(), last.isoformat(), "month", "metadata")


def _mail_date(written: str) -> Published | None:
    try:
        return _of_day(parsedate_to_datetime(written).date(), "metadata")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_words(written: str) -> Published | None:
    found = _at(written.strip(), 0)
    return _of_day(found.day, "metadata") if found and found.day else None
