"""The grammar of time: words and the day of the report in, a `When` out; what cannot be worked out stays open.

A bare weekday is the latest one up to the day of the report, or the next one for an act that lies ahead; a month or a
day of a month is the nearest past one. "since X" runs from X to the report, "by X" from the report to X.
"""

import re
from dataclasses import replace
from datetime import date

from histor.codebook.days import find_days
from histor.records.measures import Day, Span, When
from histor.steps.link.days import absolute, relative, spans_of_time
from histor.steps.link.days.calendar import Days, phase_of
from histor.steps.link.days.frame import Frame
from histor.steps.link.days.wording import names_part_of_day, plain_words, without_hedge, without_part_of_day

_SINCE = re.compile(r"(?:ever )?since (?:early on |at least |around |about )?(.+)")
_UNTIL = re.compile(r"(?:until|till|by|up to|through|no later than|before) (?:the end of )?(.+)")
_FROM = re.compile(r"(?:starting|beginning|from|effective|as of)(?: on| from)? (.+)")
_LINKED = re.compile(r"(?:between |from )?(.+?)(?: ?[-–] ?| and | to | until | through | or )(.+)")
_PHASE = re.compile(r"(?:the )?(early|mid|late|beginning of|start of|middle of|end of)(?:[ -]in)?[ -](?:the )?(.+)")
_PHASES = {"beginning of": "early", "start of": "early", "middle of": "mid", "end of": "end"}
_POSSESSED = re.compile(r"(?:ahead of |before )?(.*(?:day|week|weekend|month|year))'s? .+")
_RULES = (absolute.read, relative.read, spans_of_time.read)


def resolve_day(
    words: str,
    *,
    published: Day | None = None,
    anchor: When | None = None,
    ahead: bool = False,
    span: Span | None = None,
) -> When:
    """Work out the days that words allow, both ends included.

    `published` is the day of the report (None: unknown, and only full dates can be worked out), `anchor` the last days
    named before these words, `ahead` says that the act is planned, threatened or supposed.
    """
    frame = Frame(_day(published), _range(anchor), ahead)
    plain, hedged = without_hedge(plain_words(words))
    days = read(plain, frame)
    if days is None:
        return When(span, approximate=hedged)
    approximate = hedged or days.approximate
    return When(span, days.first.isoformat(), days.last.isoformat(), days.grain, approximate)


def needs_report_day(words: str) -> bool:
    """Tell whether words can be worked out only against the day of the report ("Monday", "two weeks ago")."""
    plain, _ = without_hedge(plain_words(words))
    unknown, some_day = Frame(None), Frame(date(2016, 3, 14))
    return read(plain, unknown) is None and read(plain, some_day) is not None


def read(plain: str, frame: Frame) -> Days | None:
    """Read lower-case words without hedges; None if they name no days that can be worked out."""
    return (
        _straight(plain, frame)
        or _led(plain, frame)
        or _phased(plain, frame)
        or _joined(plain, frame)
        or _without_part(plain, frame)
        or _possessed(plain, frame)
    )


def _straight(plain: str, frame: Frame) -> Days | None:
    return next((days for rule in _RULES if (days := rule(plain, frame))), None)


def _led(plain: str, frame: Frame) -> Days | None:
    """Read "since X", "by X" and "starting X"."""
    if since := _SINCE.fullmatch(plain):
        return _since(since[1], frame)
    if (until := _UNTIL.fullmatch(plain)) and (days := read(until[1], replace(frame, ahead=True))):
        opening = frame.published or days.first
        return Days(min(opening, days.last), days.last, days.grain)
    if (opening_words := _FROM.fullmatch(plain)) and (days := read(opening_words[1], frame)):
        return days
    return None


def _since(words: str, frame: Frame) -> Days | None:
    """Run from the first day of the words, or of the last date named in them, to the day of the report."""
    back = replace(frame, ahead=False)
    days = _anchor_of_since(words, back) or read(words, back) or _date_within(words, back)
    if days is None or frame.published is None or days.first > frame.published:
        return days
    return Days(days.first, frame.published, days.grain)


def _anchor_of_since(words: str, frame: Frame) -> Days | None:
    return frame.anchor if words in {"then", "that day", "that time"} else None


def _date_within(words: str, frame: Frame) -> Days | None:
    """Read the last date that stands in a clause ("the conflict erupted in March 2011")."""
    titled = re.sub(r"\b[a-z]", lambda letter: letter[0].upper(), words)
    for spot in reversed(find_days(titled)):
        if days := _straight(titled[spot.start : spot.end].casefold(), frame):
            return days
    return None


def _phased(plain: str, frame: Frame) -> Days | None:
    phase = _PHASE.fullmatch(plain)
    if not phase:
        return None
    days = _straight(phase[2], replace(frame, clip=False))
    return phase_of(days, _PHASES.get(phase[1], phase[1])) if days and days.grain != "day" else None


def _joined(plain: str, frame: Frame) -> Days | None:
    """Read two expressions joined into one range."""
    pair = _LINKED.fullmatch(plain)
    if not pair:
        return None
    last = read(pair[2], frame)
    first = read(pair[1], frame) or (last and read(f"{pair[1]} {_tail(pair[2])}", frame))
    if first and last is None and pair[2].isdigit():
        last = read(f"{_head(pair[1])} {pair[2]}", frame)
    if not first or not last or last.last < first.first:
        return None
    return Days(first.first, last.last, first.grain)


def _tail(words: str) -> str:
    """Give what follows the day in "12 march 2016", for "10" in "10 to 12 march 2016"."""
    return re.sub(r"^\d{1,2} ", "", words)


def _head(words: str) -> str:
    """Give the month in "march 10", for "12" in "between march 10 and 12"."""
    return re.sub(r" \d{1,2}$", "", words)


def _without_part(plain: str, frame: Frame) -> Days | None:
    """Read "early on monday" as Monday: a part of a day is no finer than its day."""
    shorter = without_part_of_day(plain)
    if shorter == plain:
        return None
    if not shorter:
        return Days(frame.published, frame.published) if frame.published and names_part_of_day(plain) else None
    return absolute.read(shorter, frame) or relative.read(shorter, frame)


def _possessed(plain: str, frame: Frame) -> Days | None:
    """Read "last year's summit" as last year."""
    owner = _POSSESSED.fullmatch(plain)
    return _straight(owner[1], frame) if owner else None


def _range(when: When | None) -> Days | None:
    if when is None or when.start is None or when.end is None:
        return None
    return Days(date.fromisoformat(when.start), date.fromisoformat(when.end), when.precision, when.approximate)


def _day(day: Day | None) -> date | None:
    return date.fromisoformat(day) if day else None
