"""Time words: a text in, the stretches that say when out ("a little over two weeks ago", "early on Monday").

A stretch leaves out "on", "in" and "during" and keeps "since", "ago" and "about", as the marking guide asks.
"""

import re

from histor.codebook.numbers import TENS, UNITS
from histor.records.measures import Span

WEEKDAYS = {
    name: index for index, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
WEEKDAYS_SHORT = {name[:3]: index for name, index in WEEKDAYS.items()} | {"tues": 1, "thur": 3, "thurs": 3}
MONTHS = {
    name: index
    for index, name in enumerate(
        "january february march april may june july august september october november december".split(), start=1
    )
}
MONTHS_SHORT = {name[:3]: index for name, index in MONTHS.items()} | {"sept": 9}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
FEASTS = {  # month and day of feasts that fall on the same day each year
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year": (1, 1), "christmas day": (12, 25),
    "christmas eve": (12, 24), "christmas": (12, 25), "nowruz": (3, 21), "orthodox christmas": (1, 7),
    "may day": (5, 1), "victory day": (5, 9), "valentine's day": (2, 14),
}  # fmt: skip

_MONTH_NAMES = "|".join(name.title() for name in MONTHS)
_MONTH_CUTS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_MONTH = rf"(?:(?:{_MONTH_NAMES})|(?:{_MONTH_CUTS})\b\.?)"
_WEEKDAY = rf"(?:{'|'.join(name.title() for name in WEEKDAYS)})"
_DAY = r"(?:the[ ])?\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_NUMBER_WORD = "|".join([*UNITS, *TENS])
_SOME = rf"(?i:(?:\d+|(?:{_NUMBER_WORD})(?:-\w+)?|an?|several|few|a few|couple of|a couple of|many|half an?))"
_UNIT = r"(?i:(?:minute|hour|day|night|week|month|year|decade)s?)"
_PART = r"(?i:morning|afternoon|evening|night|noon|midday|dawn|dusk|midnight|daybreak|sunrise|sunset)"
_HEDGE = (
    r"(?i:(?:a[ ]little|just|slightly|well)[ ](?:over|under|more[ ]than|less[ ]than)"
    r"|about|around|nearly|almost|roughly|some|more[ ]than|less[ ]than|over)"
)
_PHASE = r"(?i:early(?:[ ]in)?|mid|late(?:[ ]in)?|(?:the[ ])?(?:beginning|start|middle|end)[ ]of)"

_MONTH_DAY = (
    rf"(?:{_MONTH}[ ]{_DAY}(?:[ ]?[-–][ ]?\d{{1,2}}|[ ]and[ ]\d{{1,2}}|[ ]to[ ]\d{{1,2}})?(?!\d)(?:,?[ ]{_YEAR})?"
    rf"|{_DAY}[ ](?:of[ ])?{_MONTH}(?:,?[ ]{_YEAR})?|\d{{4}}-\d\d-\d\d)"
)
_DATE = rf"(?:(?:{_WEEKDAY},?[ ])?{_MONTH_DAY})"
_MONTH_YEAR = rf"(?:(?:{_PHASE}[ -])?{_MONTH}(?:,?[ ](?:of[ ])?(?:{_YEAR}|(?i:this|last|next)[ ](?i:year)))?)"
_PLAIN_YEAR = (
    rf"(?:(?:{_PHASE}[ -])?(?<![\d.,/-]){_YEAR}(?![\d%/-]|[.,]\d|[ ](?:people|troops|soldiers|civilians|men)\b))"
)
_SEASON_YEAR = rf"(?i:(?:the[ ])?(?:{'|'.join(SEASONS)})(?:[ ](?:of[ ])?{_YEAR}))"
_NAMED_DAY = (
    rf"(?i:(?:the[ ]day[ ](?:before|after)[ ])?(?:today|yesterday|tomorrow|tonight|overnight)(?:[ ]{_PART})?"
    rf"|(?:this|last|earlier[ ]this|later[ ]this|yesterday)[ ]{_PART}"
    rf"|(?:earlier|later)[ ](?:today|in[ ]the[ ]day))"
)
_AROUND_UNIT = (
    rf"(?i:(?:(?:earlier|later|late|early)[ ])?(?:this|last|next|the[ ](?:previous|following|next|same|past|coming))[ ]"
    rf"(?:{_WEEKDAY}|{_MONTH_NAMES}|day|night|week|weekend|month|year|decade|{'|'.join(SEASONS)})"
    rf"|over[ ]the[ ]weekend|the[ ]weekend)"
)
_PARTED_DAY = (
    rf"(?:(?i:(?:very[ ])?(?:early|earlier|late|later|shortly|soon)[ ](?:on[ ])?"
    rf"|the[ ](?:early|late)[ ](?:hours|morning|evening)[ ](?:of|on)[ ](?:the[ ])?"
    rf"|(?:noon|midnight|dawn|dusk|midday)[ ]on[ ])?{_WEEKDAY}(?:[ ]{_PART})?)"
)
_ALONE_PART = (
    rf"(?i:(?:the[ ])?(?:early[ ]|late[ ])?(?:hours|morning)[ ]of[ ](?:the[ ])?(?:{_WEEKDAY}|{_PART}|today)"
    r"|(?:dawn|midnight|midday|noon)\b)"
)
_SPAN_OF_TIME = (
    rf"(?:(?i:within|in|over|during|for)[ ])?(?i:the[ ])?(?i:past|last|next|coming|previous|first|final)[ ]"
    rf"(?:{_SOME}[ ])?{_UNIT}"
    rf"|(?:{_HEDGE}[ ])?{_SOME}(?:[ ]|-){_UNIT}[ ](?i:ago|earlier|later|before|after|previously|prior|hence)"
    rf"|(?i:after|in|for|over)[ ](?:(?:{_HEDGE}|just)[ ])?{_SOME}[ ]"
    rf"(?i:hours?|days?|weeks?|months?|years?)(?![ ](?:in|old|later))"
    rf"|(?i:within)[ ](?:{_HEDGE}[ ])?{_SOME}[ ]{_UNIT}"
    rf"|(?i:the[ ])?(?i:recent|coming)[ ](?i:days|weeks|months|years)"
    rf"|(?i:days|weeks|months|years|hours)[ ](?i:ago|earlier|later|before|after)"
)
_NOW = r"(?i:now|currently|recently|at present|so far|soon|immediately|lately)"
_STRAIGHT = "|".join(
    [_DATE, _NAMED_DAY, _AROUND_UNIT, _ALONE_PART, _PARTED_DAY, _SPAN_OF_TIME, _SEASON_YEAR, _MONTH_YEAR, _PLAIN_YEAR]
)
_LED = (
    rf"(?i:since)[ ](?:[\w'’-]+[ ]){{1,12}}?(?:in|on)[ ](?:{_STRAIGHT})|(?i:since[ ]then)"
    rf"|(?i:by[ ](?:the[ ])?end[ ]of)[ ](?:the[ ](?:day|week|month|year)|{_STRAIGHT})"
    rf"|(?i:since|until|till|by|before|after|about|around|from|between|starting|beginning)[ ]"
    rf"(?i:on[ ]|at[ ]least[ ])?(?:{_STRAIGHT})"
    rf"(?:[ ](?:and|to|until|through)[ ](?:{_STRAIGHT}|\d{{1,2}}(?!\d)))?"
)
_TIME = re.compile(rf"(?<![\w-])(?:{_LED}|{_STRAIGHT})(?:(?!\w)|(?=s\b))")
_LEADS = re.compile(r"(?i:before|after|from|starting|beginning|in|over|during|for)[ ](?:on[ ])?")
_NO_MONTH = re.compile(r"(?:May|March)")  # "May" is a verb at the head of a sentence, "March" a walk
_NO_MONTH_NEXT = re.compile(r"\s+(?:\d|be\b|have\b|not\b|\w+ed\b|on\b|against\b|for\b)|\s*[A-Z]")
_LOOSE = re.compile(_NOW)


def find_days(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """List the expressions of time between two places of a text, in order, none overlapping another."""
    stop = len(text) if end is None else end
    found = (_trimmed(match) for match in _TIME.finditer(text, start, stop))
    return [span for span in found if not _is_no_month(text, span)]


def find_loose_days(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """List the adverbs that place an act at the time of the report or leave it open: "now", "recently", "soon"."""
    return [Span(*match.span()) for match in _LOOSE.finditer(text, start, len(text) if end is None else end)]


def _trimmed(match: re.Match[str]) -> Span:
    """Leave out what leads into an expression but is no part of it."""
    lead = _LEADS.match(match.group())
    return Span(match.start() + (lead.end() if lead else 0), match.end())


def _is_no_month(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    return bool(_NO_MONTH.fullmatch(words)) and bool(_NO_MONTH_NEXT.match(text, span.end))
