"""Counts: words that say how many in, a range with its bounds out; the rules are those of the marking guide."""

import re
from typing import NamedTuple

from histor.codebook.numbers import NUMBER, SCALES, read_number
from histor.records.measures import Count, Span, What

# Marking guide, ruling 12: the least number that the word allows.
SEVERAL = 3
DOZENS = 24
SCORES = 40
TENS = 20
PLURAL = 2  # "hundreds" are two hundred at least


class Range(NamedTuple):
    """A number's bounds, both included; None: no bound said."""

    low: int | None
    high: int | None
    approximate: bool = False


_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|upwards? of|(?:no|not) (?:fewer|less) than|in excess of|a minimum of|exceed\w*)\b"
)
_AT_MOST = re.compile(
    r"\b(?:at most|up to|as (?:many|high) as|(?:no|not) more than|fewer than|less than|under|a maximum of)\b"
)
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|close to|estimated|some|an? estimated|circa)\b"
)
_UNKNOWN = re.compile(
    r"\b(?:unspecified|unknown|undisclosed|undetermined|unconfirmed|how many"
    r"|(?:precise|exact) (?:number|toll|figure))\b"
)
_NONE = re.compile(r"(?:no|none|zero|nobody|neither)\b(?! (?:fewer|less|more) than)")
_PLURALS = re.compile(
    r"(?:(tens|dozens|scores|hundreds) of )?(?:(hundreds) of )?(hundreds|thousands|millions|billions)\b"
)
_SEVERAL_SCALE = re.compile(
    r"\b(?:several|a few)\b(?: of)?(?: (dozen|hundred|thousand|million)s?)?\b"
    r"|\bmany (dozen|hundred|thousand|million)s?\b"
)
_SHARE = re.compile(rf"\b(half|a third|a quarter) of (?:its |the |his |their )?({NUMBER})")
_SHARES = {"half": 2, "a third": 3, "a quarter": 4}
_WHOLE = re.compile(rf"(?<![\w.]){NUMBER}(?![\w])", re.IGNORECASE)
_FIXED = {"dozens": DOZENS, "scores": SCORES, "multiple": PLURAL, "a handful": SEVERAL, "handful": SEVERAL}
_EXACT = {"twin": 2, "double": 2, "both": 2, "twice": 2, "a couple": 2, "a pair": 2, "triple": 3}
_ARTICLE = re.compile(r"\b(?:an?|his|her)\b")


def resolve_count(words: str, *, what: What, span: Span) -> Count:
    """Work out how many the words say, as a range ("at least 15": low 15, no upper bound)."""
    found = count_range(words)
    return Count(what, span, found.low, found.high, found.approximate)


def count_range(words: str) -> Range:
    """Give the bounds that the words say; both None where the number is not known or not told."""
    plain = " ".join(words.casefold().replace("’", "'").split())
    if _UNKNOWN.search(plain):
        return Range(None, None)
    if _NONE.match(plain):
        return Range(0, 0)
    return _vague(plain) or _bounded(plain)


def _vague(plain: str) -> Range | None:
    """Read words without a number: dozens, several hundred, tens of thousands."""
    if plurals := _PLURALS.search(plain):
        return Range(_least_of_plurals(plurals), None)
    if several := _SEVERAL_SCALE.search(plain):
        scale = several[1] or several[2]
        return Range(SEVERAL * (12 if scale == "dozen" else SCALES.get(scale or "", 1)), None)
    for word, low in _FIXED.items():
        if re.search(rf"\b{word}\b", plain):
            return Range(low, None)
    for word, number in _EXACT.items():
        if re.search(rf"\b{word}\b", plain):
            return Range(number, number)
    return None


def _least_of_plurals(plurals: re.Match[str]) -> int:
    outer = {None: PLURAL, "tens": TENS, "dozens": DOZENS, "scores": SCORES, "hundreds": PLURAL * 100}[plurals[1]]
    if plurals[2]:
        outer *= 100
    return outer * SCALES[plurals[3].removesuffix("s")]


def _bounded(plain: str) -> Range:
    """Read numbers with their bounds, ranges and sums."""
    numbers = _numbers_in(plain)
    if not numbers:
        return Range(1, 1) if _ARTICLE.match(plain) else Range(None, None)
    approximate = bool(_ABOUT.search(plain))
    low, high = _span_of(plain, numbers)
    if _AT_LEAST.search(plain):
        return Range(low, high if high != low else None, approximate)
    if _AT_MOST.search(plain):
        return Range(low if low != high else None, high, approximate)
    return Range(low, high, approximate)


def _numbers_in(plain: str) -> list[int]:
    """List the numbers in the order of the words; a share of a number is one number."""
    if (share := _SHARE.search(plain)) and (whole := read_number(share[2])) is not None:
        return [whole // _SHARES[share[1]]]
    found = (read_number(match.group()) for match in _WHOLE.finditer(plain))
    return [number for number in found if number is not None]


def _span_of(plain: str, numbers: list[int]) -> tuple[int, int]:
    """Tell a range ("12 to 15") from a sum ("five women and a child") from a part ("16 of 29")."""
    if len(numbers) == 2 and numbers[0] < numbers[1] and re.search(r"\d ?[-–] ?\d|\b(?:to|or)\b|\bbetween\b", plain):
        return numbers[0], numbers[1]
    if re.search(r"\b(?:and|as well as|plus)\b", plain) and not re.search(r"\bincluding\b", plain):
        articles = len(re.findall(r"\b(?:and|plus|as well as) (?:an?|his|her) ", plain))
        whole = sum(numbers) + articles
        return whole, whole
    return numbers[0], numbers[0]
