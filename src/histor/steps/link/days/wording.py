"""Wording of time: an expression as written in, lower-case words with digits out, and what hedges or parts it."""

import re

from histor.codebook.numbers import TENS, UNITS

_NUMBER = re.compile(rf"\b(?:{'|'.join([*TENS, *UNITS])})(?:-(?:{'|'.join(UNITS)}))?\b")
_UNIT_AHEAD = re.compile(r"\b(?:an?|one) (?=(?:minute|hour|day|night|week|month|year|decade|quarter|century)\b)")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
_HEDGE = re.compile(
    r"(?:just |only |a little |slightly |well )?(?:about|around|roughly|approximately|circa|nearly|almost|some)\s"
)
_OVER = re.compile(r"^(?:(?:just|a little|slightly|little|well) )?(?:over|more than|under|less than|at least)\s")
_CLOCK = re.compile(
    r"\b(?:at |around |about |by )?(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m| o'clock| hours)|\d{1,2}[:.]\d\d|\d{4})"
    r"(?: (?:gmt|utc|eet|cet|est|ist|local time))?\b"
)
_PART = re.compile(
    r"\b(?:very )?(?:early|earlier|late|later|shortly|soon|the|hours?|morning|afternoon|evening|nights?|night-?time"
    r"|noon|midday|dawn|dusk|midnight|daybreak|sunrise|sunset|of|on|at|in|before|after|just|friday prayers|during"
    r"|starting|local|time|when|only|as|by|first|small|day)\b"
)
_NOUN = re.compile(
    r"\b(?:hours of|morning|afternoon|evening|night|noon|midday|dawn|dusk|midnight|daybreak|sunrise|sunset"
    r"|prayers|the day)\b"
)
_LEAD = re.compile(r"^(?:on|in|at|during|over|for|upcoming|the upcoming) ")


def plain_words(words: str) -> str:
    """Give the words in lower case, numbers as digits, without what merely leads into them."""
    plain = words.casefold().replace("’", "'").replace("–", "-").replace("—", "-")
    plain = re.sub(r"(?<=\d)(?=(?:19|20)\d\d\b)(?<=\b\d)|(?<=\b\d\d)(?=(?:19|20)\d\d\b)", " ", plain)
    plain = re.sub(r"\b([ap])\.m\.?", r"\1m", plain)
    plain = re.sub(r"[,\"“”()]|\.(?!\d)|(?<=day)'?s$", " ", plain)
    plain = _UNIT_AHEAD.sub("1 ", " ".join(plain.split()))
    plain = _NUMBER.sub(_digits, plain)
    plain = _ORDINAL.sub(r"\1", plain)
    return _LEAD.sub("", " ".join(plain.split()))


def without_hedge(plain: str) -> tuple[str, bool]:
    """Take "about", "nearly" and their like away, and tell whether they were there; "over" stays for the rules."""
    bare = _HEDGE.sub("", plain)
    return bare.strip(), bare != plain or bool(_OVER.match(plain))


def without_part_of_day(plain: str) -> str:
    """Take parts of the day and the clock away."""
    return " ".join(_PART.sub(" ", _CLOCK.sub(" ", plain)).split())


def names_part_of_day(plain: str) -> bool:
    """Tell whether words name a part of a day, or a time on the clock."""
    return bool(_NOUN.search(plain) or _CLOCK.search(plain))


def _digits(match: re.Match[str]) -> str:
    tens, _, unit = match[0].partition("-")
    return str(TENS.get(tens, UNITS.get(tens, 0)) + UNITS.get(unit, 0))
