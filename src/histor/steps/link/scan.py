"""Scanning: a stretch of text and the register in, the names that stand there out, longest first, whole words only.

One look-up by hash for each run of words that may open a name, so that the time grows with the text and not with the
register.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from histor.codebook.countries import NATIONALITIES
from histor.records.measures import Span
from histor.records.register import Actor, Register, Site, beginnings_of, fold_name
from histor.steps.link.namesakes import is_another
from histor.steps.link.place_namesakes import Other, other_than_place

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ`‘][^\W_]+)*")
_GAPS = frozenset({" ", "-", "–", "\n", "\u00a0", " – ", "' ", "’ "})
_POSSESSIVE = re.compile(r"['’]s$")
LONGEST_ACRONYM = 6  # letters, "UNSMIS": in capitals only
AMERICAN_GEORGIA = "georgia united states"  # folded name in the register
SHORTEST_BARE = 4  # letters: a name as short as this with an apostrophe is not meant without it ("Mar'a", "Mara")
_ARTICLE = re.compile(r"\bel ")
_APOSTROPHE = re.compile(r"['’ʼ`‘]")
LEAST_PLURAL = 5  # letters that must be left when an s without its apostrophe is taken off ("Syrias")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that stand in the register, and whatever may bear that name."""

    span: Span  # without a possessive 's
    words: str
    actors: tuple[Actor, ...] = ()
    sites: tuple[Site, ...] = ()
    nationality: str | None = None  # ISO 3166 alpha-3 that "Syrian" or "Syrians" says


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written and as folded."""

    span: Span
    written: str
    folded: str
    endings: tuple[str, ...]  # the folded forms that it may have as the last word of a name


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Cut a stretch into words; a hyphen parts them, an apostrophe does not."""
    return [_word(match) for match in _WORD.finditer(text, start, len(text) if end is None else end)]


def scan(text: str, start: int, end: int, register: Register) -> tuple[Hit, ...]:
    """List the names between two places of a text, in order, none overlapping another."""
    words = words_of(text, start, end)
    joined = [text[one.span.end : two.span.start] in _GAPS for one, two in pairwise(words)]
    return tuple(_hits(text, words, joined, register))


def _hits(text: str, words: list[Word], joined: list[bool], register: Register) -> Iterator[Hit]:
    at = 0
    while at < len(words):
        hit, length = _longest_at(text, words, joined, at, register)
        if hit and words[at].folded == "the" and at + 1 < len(words):
            after, _ = _longest_at(text, words, joined, at + 1, register)
            if after and after.span.end > hit.span.end:
                hit, length = None, 1  # "The National Resistance Front" is no paper called The National
        if hit:
            yield hit
        at += length


def _longest_at(
    text: str, words: list[Word], joined: list[bool], at: int, register: Register
) -> tuple[Hit | None, int]:
    for length, key in reversed(_names_from(words, joined, at, register)):
        if hit := _checked(text, words[at : at + length], key, register):
            return hit, length
    return None, 1


def _names_from(words: list[Word], joined: list[bool], at: int, register: Register) -> list[tuple[int, str]]:
    """Give the names that the words from here on may be, the best last, each with its number of words.

    More words are better than fewer, and a last word as it is written better than one with its ending cut off.
    """
    found, first, length = [], "", 1
    while True:
        word = words[at + length - 1]
        for ending in reversed(word.endings):
            key = _spelt(first + ending, register)
            if key in register.actors or key in register.sites or key in NATIONALITIES:
                found.append((length, key))
        first = f"{first}{word.folded} "
        if at + length == len(words) or not joined[at + length - 1] or not _goes_on(first, register):
            return found
        length += 1


def _goes_on(first: str, register: Register) -> bool:
    """Tell whether a name of more words begins with these, a blank after each."""
    return (
        first in register.beginnings
        or first in _NATIONAL
        or ("el " in first and _ARTICLE.sub("al ", first) in register.beginnings)
    )


_NATIONAL = beginnings_of(NATIONALITIES)


def _checked(text: str, words: list[Word], key: str, register: Register) -> Hit | None:
    """Keep what is written as the name is written, and what is no part of somebody else's name."""
    span = Span(words[0].span.start, words[-1].span.end - _cut(words[-1], key))
    written = text[span.start : span.end]
    actors = tuple(actor for actor in register.actors.get(key, ()) if _written_so(actor.names, key, written))
    actors = tuple(actor for actor in actors if not is_another(text, span, actor, key))
    sites = tuple(site for site in register.sites.get(key, ()) if _written_so(site.names, key, written))
    if sites and (other := other_than_place(text, span, key)) is not Other.NOTHING:
        actors = tuple(actor for actor in actors if actor.kind != "state")
        sites = register.sites.get(AMERICAN_GEORGIA, ()) if other is Other.AMERICAN else ()
    nationality = (
        NATIONALITIES.get(key) if _capital(written) and (key != "us" or written.replace(".", "") == "US") else None
    )
    return Hit(span, written, actors, sites, nationality) if actors or sites or nationality else None


def _spelt(key: str, register: Register) -> str:
    """Give a name with the article that the register has for it: "Deir el-Balah" beside "Deir al-Balah"."""
    if key in register.sites or key in register.actors or "el " not in key:
        return key
    return _ARTICLE.sub("al ", key)


def _cut(word: Word, key: str) -> int:
    """Tell how many letters of a possessive or plural ending are no part of the name."""
    if key.endswith(word.folded):
        return 0
    possessive = _POSSESSIVE.search(word.written)
    return len(possessive[0]) if possessive else 1


@lru_cache(maxsize=4096)
def _written_so(names: tuple[str, ...], key: str, written: str) -> bool:
    return any(_same_case(name, written) for name in names if fold_name(name) == key)


def _same_case(name: str, written: str) -> bool:
    """Acronyms stand in capitals; other names hold at least one, unless the register or the script has none."""
    if len(fold_name(name)) <= SHORTEST_BARE and _APOSTROPHE.search(name) and not _APOSTROPHE.search(written):
        return False
    if is_acronym(name):
        return written.replace(".", "").isupper()
    return _capital(written) or not _capital(name)


def is_acronym(name: str) -> bool:
    """Tell whether a name is written in capitals only, in a text too: "UNSMIS", "U.N."."""
    letters = name.replace(".", "")
    return letters.isalnum() and letters.isupper() and len(letters) <= LONGEST_ACRONYM


def _capital(written: str) -> bool:
    return any(letter.isupper() for letter in written)


def _word(match: re.Match[str]) -> Word:
    written = match.group()
    return Word(Span(*match.span()), written, *_forms(written))


@lru_cache(maxsize=16384)
def _forms(written: str) -> tuple[str, tuple[str, ...]]:
    """Give a word as folded, and the folded forms that it may have as the last word of a name."""
    folded = fold_name(written)
    if _POSSESSIVE.search(written):
        return folded, (fold_name(_POSSESSIVE.sub("", written)), folded)
    if folded.endswith("s") and len(folded) > LEAST_PLURAL and not folded.endswith("ss"):
        return folded, (folded, folded[:-1])
    return folded, (folded,)
