"""Number words: a text in, the stretches that say how many out; and words in, the whole number that they spell out."""

import re

from histor.records.measures import Span

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
GROUPS = {"dozen": 12, "score": 20, "pair": 2, "couple": 2, "brace": 2}
MULTIPLES = {"twin": 2, "double": 2, "twice": 2, "both": 2, "triple": 3, "thrice": 3}

_SMALL = "|".join([*UNITS, *TENS])
_WORDS = rf"(?:(?:{_SMALL})(?:[- ](?:{'|'.join(list(UNITS)[1:10])}))?)"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = rf"(?:[ -](?:{'|'.join(SCALES)}))"
_DOZEN = r"(?:[ ]dozen)"
NUMBER = (  # every way of writing one whole number
    rf"(?:(?:{_DIGITS})(?:{_SCALE}{{1,2}}|{_DOZEN})?"
    rf"|(?:{_WORDS})(?:(?:{_SCALE}(?:[ ](?:and[ ])?{_WORDS})?)+|{_DOZEN})?"
    rf"|(?:a|half[ ]a)[ ](?:{'|'.join(SCALES)}|dozen)(?:[ ]and[ ]a[ ]half)?|a[ ]quarter[ ]of[ ]a[ ]million)"
)
VAGUE = (  # words that say how many without a number
    r"(?:(?:several|many|a[ ]few)[ ](?:hundred|thousand|dozen|million)s?"
    r"|(?:tens|hundreds|dozens|scores)[ ]of[ ](?:hundreds[ ]of[ ])?(?:thousands|millions)"
    r"|dozens|scores|hundreds|thousands|millions|several|multiple|a[ ]handful|a[ ]couple|twin)"
)
BOUND = (  # words before a number that make it a range, or about
    r"(?:at[ ]least|at[ ]most|up[ ]to|as[ ](?:many|few|high)[ ]as|(?:no|not)[ ](?:more|fewer|less)[ ]than"
    r"|(?:well[ ]|slightly[ ]|just[ ])?over|(?:well[ ])?under|(?:more|fewer|less)[ ]than|upwards?[ ]of|in[ ]excess[ ]of"
    r"|exactly|about|around|roughly|approximately|nearly|almost|close[ ]to|an?[ ]estimated|estimated|some|another"
    r"|a[ ]minimum[ ]of|a[ ]maximum[ ]of|between)"
)
UNKNOWN = (
    r"(?:an?[ ])?(?:unspecified|unknown|undisclosed|undetermined|unconfirmed)[ ]number"
    r"|(?:no|a)[ ](?:precise|exact)[ ](?:number|toll|figure)|how[ ]many"
)
# A hyphen, decimal, designation or quantity of something else beside it makes a number no count.
_EXPRESSION = re.compile(
    rf"(?<![\w.,:$€£#'’-])(?:{UNKNOWN}"
    rf"|(?:{BOUND}[ ]){{0,2}}(?:{VAGUE}|{NUMBER}(?:[ ](?:to|and|or)[ ]{NUMBER}|[-–]\d+)?)"
    r"|no (?:\w+ )?(?:casualties|injuries|deaths|fatalities|one|losses|victims)|none|zero)(?![\w%-]|[.,:]\d|th\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(  # what follows shows that the number is a length, share, age or time
    r"[ -]?(?:per ?cent|percent|%|(?:year|month|week|day|hour|minute|mile"
    r"|kilometre|kilometer|metre|meter|foot|point)s?\b"
    r"|km\b|kg\b|am\b|pm\b|p\.m|a\.m|GMT\b|o'clock|degrees)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:Resolution|resolution|No\.|number|Article|Chapter|aged?|Protocol|Flight|Highway|Route"
    r"|Group of|page|Channel)\s$"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_MONTH = re.compile(
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_MONTH_BEFORE = re.compile(_MONTH.pattern + r"\s$")
_MONTH_AFTER = re.compile(r"\s" + _MONTH.pattern + r"\b")
_SINGLE = re.compile(r"one|zero", re.IGNORECASE)


def find_counts(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """List the expressions of how many between two places of a text, bound words included ("At least 54").

    Dates, ages, shares, lengths and numbers that are part of a name are left out.
    """
    stop = len(text) if end is None else end
    found = (match.span() for match in _EXPRESSION.finditer(text, start, stop))
    return [Span(*span) for span in found if _counts_something(text, *span)]


def read_number(words: str) -> int | None:
    """Give the number that words or digits spell ("1,354", "two dozen", "1.5 million"); None if they spell none."""
    tokens = words.casefold().replace(",", "").replace("-", " ").replace(" and a half", " half").split()
    tokens = [token for token in tokens if token not in {"and", "of"}]
    if tokens[:2] in (["half", "a"], ["quarter", "a"]) or tokens[:2] == ["a", "quarter"]:
        return _fraction_of_scale(tokens)
    return _add_up(tokens)


def _counts_something(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    before, after = text[max(0, start - 14) : start], text[end : end + 14]
    if _AFTER.match(after) or _BEFORE.search(before):
        return False
    if (words[0].isdigit() and _MONTH_BEFORE.search(before)) or (words.isdigit() and _MONTH_AFTER.match(after)):
        return False
    if _SINGLE.fullmatch(words) and re.match(r" (?:of|another|side|party|day)\b|[,.;)]", after):
        return False
    return not _YEAR.match(words)


def _fraction_of_scale(tokens: list[str]) -> int | None:
    share = 2 if "half" in tokens[:2] else 4
    scale = SCALES.get(tokens[-1]) or GROUPS.get(tokens[-1])
    return scale // share if scale else None


def _add_up(tokens: list[str]) -> int | None:
    half = "half" in tokens  # of the largest scale: "one and a half million"
    total, current, seen = 0.0, 0.0, False
    for token in tokens:
        value = _value_of(token)
        scale = SCALES.get(token) or GROUPS.get(token.removesuffix("s"))
        if value is not None:
            current, seen = current + value, True
        elif scale:
            current, seen = (current or 1) * scale, True
            if scale >= SCALES["thousand"]:
                total, current = total + current, 0.0
        elif token not in {"a", "an", "half"}:
            return None
    return round(total + current + half * _largest_scale(tokens) / 2) if seen else None


def _largest_scale(tokens: list[str]) -> int:
    return max((SCALES[token] for token in tokens if token in SCALES), default=1)


def _value_of(token: str) -> float | None:
    if token in UNITS or token in TENS:
        return UNITS.get(token, TENS.get(token))
    if token in MULTIPLES:
        return MULTIPLES[token]
    return float(token) if re.fullmatch(r"\d+(?:\.\d+)?", token) else None
