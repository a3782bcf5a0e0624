"""Two lots of words in, how much they share out: words that carry meaning, by their beginnings."""

import re
from collections.abc import Iterable
from functools import lru_cache

SHOWN = 5  # words named to a person
BEGINNING = 5  # letters: "bombed" and "bombing" meet, "market" and "marked" do not
SHORTEST = 4  # letters; shorter words are mostly grammar
ENOUGH = 6  # words of the shorter text; fewer are filled up, so that one shared word of two is no likeness
REMEMBERED = 20_000  # texts; a sentence is compared with all that its place saw on its day
_WORD = re.compile(r"[^\W\d_]+|\d+")
_PLAIN = frozenset(
    "about after again against along also among another around because been before being between both could does down "
    "during each first from have having hours into just last least less many might more most near nearly only other "
    "others over people same says said should since some sources still such than that their them then there these "
    "they this those three through told took under until upon very were what when where which while whose will with "
    "within without would year years killed killing kill dead died dying death deaths wounded injured hurt attack "
    "attacks attacked strike strikes struck syria syrian city town village province area district "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december news agency according reported report reports".split()
)  # words that most reports of violence share, and so tell nothing apart


def shared_words(one: Iterable[str], other: Iterable[str], names: Iterable[str]) -> tuple[float, tuple[str, ...]]:
    """Give the share of the words that both say, 0 to 1, and the first of them; words of `names` do not count."""
    told = set(_words(names))
    mine, theirs = _words(one), _words(other)
    common = [word for begin, word in mine.items() if begin in theirs and begin not in told]
    least = min(len(mine.keys() - told), len(theirs.keys() - told))
    return len(common) / max(least, ENOUGH), tuple(common[:SHOWN])


def _words(texts: Iterable[str]) -> dict[str, str]:
    """Give the words by their beginnings."""
    return {begin: word for text in texts for begin, word in _words_of(text)}


@lru_cache(maxsize=REMEMBERED)
def _words_of(text: str) -> tuple[tuple[str, str], ...]:
    found = (word.casefold() for word in _WORD.findall(text))
    return tuple((word[:BEGINNING], word) for word in found if len(word) >= SHORTEST and word not in _PLAIN)
