"""Two lots of words in, how much they share out: words that carry meaning, by their beginnings, and names."""

import re
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache

Words = Mapping[str, str]  # by their beginnings
Names = tuple[tuple[str, str], ...]  # beginning, name
SHOWN = 5  # words named to a person
BEGINNING = 5  # letters: "bombed" and "bombing" meet, "market" and "marked" do not
SHORTEST = 4  # letters; shorter words are mostly grammar
ENOUGH = 6  # words of the shorter text; fewer are filled up, so that one shared word of two is no likeness
ENOUGH_NAMES = ENOUGH_NUMBERS = 2  # that two texts share, from which more tell nothing new
REMEMBERED = 20_000  # texts; names of places and voices, and titles, come again with each event
_WORD = re.compile(r"[^\W\d_]+|\d+")
_NUMBER, _YEAR = re.compile(r"\b\d+(?:,\d{3})*\b"), re.compile(r"(?:19|20)\d\d")
_FEW = frozenset({"0", "1", "2"})
_NAME = re.compile(r"(?<![.!?:;\"'] )(?<!^)\b[A-Z][^\W\d_]{3,}")  # a capital that no beginning of a sentence explains
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
_EVERYWHERE = frozenset(
    "observatory human rights monitor british britain islamic state isis isil daesh army forces president united "
    "nations states russia russian turkey turkish iran iraq iraqi kurdish arab rebels regime government ministry "
    "defence defense foreign council international coalition nusra front associated press reuters minister syrias "
    "north south east west northern southern eastern western central street national group democratic".split()
)  # names that news of a whole war share; the rest is that of one happening
_KNOWN = _PLAIN | _EVERYWHERE


def words_in(texts: Iterable[str]) -> Words:
    """Give the words of texts that carry meaning, by their beginnings."""
    return {begin: word for text in texts for begin, word in _words_of(text)}


def names_in(text: str) -> Names:
    """Give the names in a text, each with its beginning: of people, units, quarters."""
    found = ((name.casefold(), name) for name in _NAME.findall(text))
    return tuple((folded[:BEGINNING], name) for folded, name in found if folded not in _KNOWN)


def numbers_in(text: str) -> frozenset[str]:
    """Give the numbers in a text that are no years and from three on: less is the same by chance."""
    return frozenset(each for each in _NUMBER.findall(text) if not _YEAR.fullmatch(each) and each not in _FEW)


def shared_words(one: Words, other: Words, told: Set[str]) -> tuple[float, tuple[str, ...]]:
    """Give the share of the words that both say, 0 to 1, and the first of them; what begins as told does not count."""
    common = [word for begin, word in one.items() if begin in other and begin not in told]
    if not common:
        return 0.0, ()
    least = min(len(one) - len(one.keys() & told), len(other) - len(other.keys() & told))
    return len(common) / max(least, ENOUGH), tuple(common[:SHOWN])


def shared_numbers(one: Set[str], other: Set[str]) -> tuple[float, tuple[str, ...]]:
    """Give how many numbers two texts share, 0 to 1, and which."""
    common = sorted(one & other)
    return min(len(common), ENOUGH_NUMBERS) / ENOUGH_NUMBERS, tuple(common)


def shared_names(one: Names, other: Names, told: Set[str]) -> tuple[float, tuple[str, ...]]:
    """Give how many names two texts share, 0 to 1, and which; what begins as told does not count."""
    theirs = {begin for begin, _ in other}
    common = dict.fromkeys(word for begin, word in one if begin in theirs and begin not in told)
    return min(len(common), ENOUGH_NAMES) / ENOUGH_NAMES, tuple(common)[:SHOWN]


@lru_cache(maxsize=REMEMBERED)
def _words_of(text: str) -> tuple[tuple[str, str], ...]:
    found = (word.casefold() for word in _WORD.findall(text))
    return tuple((word[:BEGINNING], word) for word in found if len(word) >= SHORTEST and word not in _PLAIN)
