"""A sentence in, the numbers in it out, each as the range that it says; vague words are numbers of their own."""

import re
from dataclasses import dataclass

from histor.codebook.numbers import GROUPS, MULTIPLES, NUMBER, SCALES, TENS, UNITS, find_counts
from histor.records.measures import Span
from histor.steps.link.counts import Range, count_range

_EXPLICIT = re.compile(rf"(?<![\w.]){NUMBER}(?!\w)", re.IGNORECASE)
_ASKS = re.compile(r"how many", re.IGNORECASE)  # a question for a number is none
_SIGN = re.compile(r"[≥≤~<>]=?\s?$")
_TOKEN = re.compile(r"[\w/+-]*\d(?:[\w.,:/+-]*\w)?(?:\s?(?:%|per\s?cent\b))?")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth half halves quarter quarters thirds majority"
)
_WORDS = {
    *UNITS, *TENS, *SCALES, *(f"{scale}s" for scale in SCALES), *GROUPS, *(f"{group}s" for group in GROUPS), *MULTIPLES,
    *_ORDINALS.split(),
} - {"one", "both", "second", "score", "brace"}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence."""

    span: Span
    words: str
    range: Range | None  # None: vague words, or part of a name, time or measure: only the same words are the same


def find_numbers(text: str) -> list[Number]:
    """List the numbers of a text, in order: counts with their bounds, then digits and number words that are left."""
    counts = [_count(text, span) for span in find_counts(text) if not _ASKS.fullmatch(text[span.start : span.end])]
    rest = text
    for each in counts:
        rest = blank(rest, each.span)
    left = [Number(Span(*match.span()), match.group(), None) for match in _TOKEN.finditer(rest)]
    for each in left:
        rest = blank(rest, each.span)
    spelt = (match for match in _WORD.finditer(rest) if _spells(match.group()))
    left += [Number(Span(*match.span()), match.group(), None) for match in spelt]
    return sorted((*counts, *left), key=lambda each: each.span)


def blank(text: str, span: Span) -> str:
    """Give the text with blanks in place of a stretch: what is left keeps its place."""
    return text[: span.start] + " " * (span.end - span.start) + text[span.end :]


def _count(text: str, span: Span) -> Number:
    words = text[span.start : span.end]
    if not _EXPLICIT.search(words):
        return Number(span, words, None)
    low, high, about = count_range(words)
    sign = _SIGN.search(text, max(0, span.start - 3), span.start)
    found = sign.group().strip() if sign else ""
    if found.startswith(("≥", ">")):
        high = None
    elif found.startswith(("≤", "<")):
        low = None
    return Number(span, words, Range(low, high, about or found == "~"))


def _spells(word: str) -> bool:
    return any(part in _WORDS for part in word.casefold().split("-"))
