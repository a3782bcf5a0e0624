"""A stretch of text in, its sentences and their words out, each with its place in the report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from histor.records.measures import Span

_WORD = re.compile(
    r"""
    (?:[A-Za-z]\.){2,}              # U.S., a.m.
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|km|pm|am)?\b
    | [^\W\d_]+(?:[’'\-–][^\W\d_]+|-\d+|\d+)*   # words, with inner hyphens and apostrophes; MiG-29
    | \.\.\.|--
    | [^\s\w]
    | \S
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"(?i)(?<=\w)(?:n['’]t|['’]s)$|(?<=s)['’]$")
ABBREVIATIONS = frozenset(
    """adm brig capt cmdr co col corp dr fr gen gov hon inc jr lt ltd maj mr mrs ms mt no prof rep rev sen sgt spc sr st
    vs jan feb mar apr jun jul aug sep sept oct nov dec al approx dept est fig etc""".split()
)
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»")
DASHES = frozenset({"-", "–", "—", "--"})
_DATELINE_WORDS = frozenset({"of", "on", "the", "and"})
SHORTEST_CITY = 3  # letters of a city in capitals: "US - Iran talks" is no dateline
LONGEST_DATELINE = 14  # words of a dateline with cities, day, agency and dash
QUOTES = frozenset('"“”«»')


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a sentence."""

    text: str
    lower: str
    span: Span

    @property
    def is_name_like(self) -> bool:
        """Tell whether it is written with a capital."""
        return self.text[:1].isupper()

    @property
    def is_mark(self) -> bool:
        """Tell whether it is punctuation."""
        return not self.text[:1].isalnum() and self.lower not in {"'s", "’s"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, in order."""

    words: tuple[Word, ...]
    opens_block: bool = False  # the first of its paragraph

    @property
    def span(self) -> Span:
        """Give the stretch from the first word to the last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    def stretch(self, first: int, last: int) -> Span:
        """Give the span of the words from first to last, both included."""
        return Span(self.words[first].span.start, self.words[last].span.end)


def split_sentences(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    """Cut a block of text into sentences; spans are code points of the whole text."""
    words = tuple(_words(text, start, end))
    cuts = [0, _dateline(words), *(at + 1 for at in range(len(words) - 1) if _is_boundary(text, words, at)), len(words)]
    pieces = [words[a:b] for a, b in pairwise(sorted(cuts)) if b > a]
    return tuple(Sentence(piece, opens_block=number == 0) for number, piece in enumerate(pieces))


def dateline(text: str, start: int, end: int) -> Span | None:
    """Give the dateline that opens a block, its dash included; None: there is none."""
    words = tuple(islice(_words(text, start, end), LONGEST_DATELINE))
    length = _dateline(words)
    return Span(words[0].span.start, words[length - 1].span.end) if length else None


def is_glued(sentence: Sentence, at: int) -> bool:
    """Tell whether the word at this index is the full stop of an abbreviation inside its sentence ("Capt. Jeff")."""
    inside = sentence.words[at].text == "." and 0 < at < len(sentence.words) - 1
    return inside and sentence.words[at - 1].span.end == sentence.words[at].span.start


def _dateline(words: tuple[Word, ...]) -> int:
    """Give how many words are a dateline ("BEIRUT, March 7 (Reuters) -"): a sentence of its own; 0: there is none."""
    if not words or len(words[0].text) < SHORTEST_CITY or not words[0].text.isupper():
        return 0
    for at, word in enumerate(words[:LONGEST_DATELINE]):
        if word.text in DASHES:
            return at + 1
        if not (word.is_name_like or word.is_mark or word.text[0].isdigit() or word.lower in _DATELINE_WORDS):
            return 0
    return 0


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _WORD.finditer(text, start, end):
        whole = found.group()
        tail = _POSSESSIVE.search(whole)
        if tail and len(whole) > len(tail.group()):
            cut = found.start() + tail.start()
            yield _word(text, found.start(), cut)
            yield _word(text, cut, found.end())
        else:
            yield _word(text, found.start(), found.end())


def _word(text: str, start: int, end: int) -> Word:
    return Word(text[start:end], text[start:end].lower(), Span(start, end))


def _is_boundary(text: str, words: tuple[Word, ...], at: int) -> bool:
    """Tell whether a sentence ends with the word at this index."""
    here, after = words[at], words[at + 1]
    gap = text[here.span.end : after.span.start]
    if "\n" in gap and (gap.count("\n") > 1 or here.text in _ENDS or here.text in _CLOSERS):
        return True
    if here.text in _CLOSERS and at > 0:
        return gap != "" and words[at - 1].text in _ENDS and _opens(after) and not _is_abbreviation(words, at - 1)
    if here.text not in _ENDS or not _opens(after) or (gap == "" and after.text not in QUOTES):
        return False
    if after.text in _CLOSERS and after.text not in '"“«' and gap == "":
        return False
    if after.text == '"' and gap == "":
        return False
    return here.text != "." or not _is_abbreviation(words, at)


def _opens(word: Word) -> bool:
    return word.is_name_like or word.text[:1].isdigit() or word.text in "\"“«‘'([—-"


def _is_abbreviation(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether the full stop at this index belongs to the word before it."""
    if at == 0 or words[at - 1].span.end != words[at].span.start:
        return False
    before = words[at - 1]
    return before.lower in ABBREVIATIONS or (len(before.text) == 1 and before.text.isupper())
