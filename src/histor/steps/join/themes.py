"""The texts around an event in, the way it was done and what was there out, by the nearest words that say so."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from histor.codebook.acts.themes import BACKGROUND, THINGS, WAYS

RARE = frozenset({"gas", "shooting down", "execution"})  # ways that are news whenever they are used
REMEMBERED = 20_000  # texts; the events of one report share theirs, and a sentence is compared with many
# What one report calls a raid is a bombing to the next: these do not contradict each other.
_ALIKE = (frozenset({"gas", "from the air"}), frozenset({"gas", "shelling"}), frozenset({"shooting down", "a bomb"}))


def ways_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the ways that the first text speaks of that speaks of any."""
    return _found("ways", texts)


def things_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the things that the first text speaks of that speaks of any."""
    return _found("things", texts)


def contradict(one: Collection[str], other: Collection[str]) -> bool:
    """Tell whether two lots of ways or things are known and none of them can be another."""
    if not one or not other or set(one) & set(other):
        return False
    return not any({mine, theirs} == alike for mine in one for theirs in other for alike in _ALIKE)


@lru_cache(maxsize=REMEMBERED)
def is_background(sentence: str) -> bool:
    """Tell whether a sentence speaks of many happenings or of what used to be."""
    return _BACKGROUND.search(sentence) is not None


def _found(which: str, texts: Iterable[str]) -> tuple[str, ...]:
    for text in texts:
        found = _named_in(which, text)
        if found:
            return found
    return ()


@lru_cache(maxsize=REMEMBERED)
def _named_in(which: str, text: str) -> tuple[str, ...]:
    table, begins = (WAYS, _WAYS) if which == "ways" else (THINGS, _THINGS)
    starts = [found.start() for found in begins.finditer(text)]
    if not starts:
        return ()
    return tuple(sorted(name for name, words in table.items() if any(words.match(text, start) for start in starts)))


def _word_starts(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """Give the pattern of all places where one of these begins: to look once for all costs less than once for each."""
    return re.compile(rf"\b(?=\w)(?={'|'.join(words.pattern for words in patterns)})", re.IGNORECASE)


_WAYS, _THINGS, _BACKGROUND = _word_starts(WAYS.values()), _word_starts(THINGS.values()), _word_starts([BACKGROUND])
