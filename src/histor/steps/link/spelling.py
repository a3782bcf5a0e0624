"""Two names in, how far apart their spellings are out: 0 for one spelling, above `FARTHEST` for two names.

The distance is that of sounds (`codebook.spelling`), weighted: a vowel for a vowel costs little, since Arabic and
Hebrew write few; consonants that one letter of the script may give cost less than two that nothing links.
"""

from functools import lru_cache

from histor.codebook.spelling import sounds, words_of_name

# The largest distance at which two names pass for one, by the consonants of the shorter: a short name is like too many
# others for any spelling but its own. Measured with benchmarks/spelling.py on spellings of Syrian places: of pairs of
# different places, at most one in a hundred passes.
_FARTHEST = (0.0, 0.0, 0.13, 0.17, 0.22, 0.19, 0.15)
FARTHEST = 0.16  # of longer names
_OTHER_WORDS = 0.12  # of names of which one has a word more: "Deir Ezzor" beside "Deir ez Zor", not "Tell Abyad"

_VOWELS = "aeiu"
_VOWEL_FOR_VOWEL = {"ae": 0.1, "ei": 0.1, "ai": 0.2, "au": 0.3, "eu": 0.25, "iu": 0.35}
_VOWEL_MORE = 0.15  # one vowel that the other spelling leaves out
_FIRST, _FIRST_MORE = (
    "aeiuH",
    0.5,
)  # one at the head of a name stands for a consonant of the script, as in "Abel" beside "Bel"
_CONSONANT_FOR_CONSONANT = {
    "DZ": 0.3, "DT": 0.5, "TZ": 0.5, "GJ": 0.3, "JZ": 0.6, "JX": 0.6, "SX": 0.5, "SZ": 0.5, "ST": 0.7, "GK": 0.6,
    "HK": 0.5, "GH": 0.6, "BF": 0.8, "BP": 0.4,
}  # fmt: skip
_CONSONANT_MORE = {"H": 0.25, "T": 0.7}  # often silent; the t of a bound form ("Maarat al-" beside "Maara")
_OTHER = 1.0


def distance(one: str, other: str) -> float:
    """Give how far apart two names are, as a share of their length in sounds."""
    return _distance(*sorted((sounds(one), sounds(other))))


def is_one_name(one: str, other: str) -> bool:
    """Tell whether two names are spellings of one."""
    heard, also = sounds(one), sounds(other)
    if heard == also:
        return True
    shortest = min(_consonants(heard), _consonants(also))
    allowed = _FARTHEST[shortest] if shortest < len(_FARTHEST) else FARTHEST
    if len(words_of_name(one)) != len(words_of_name(other)):
        allowed = min(allowed, _OTHER_WORDS)
    return _distance(*sorted((heard, also))) <= allowed


def _consonants(heard: str) -> int:
    return sum(letter.isupper() for letter in heard)


@lru_cache(maxsize=65536)
def _distance(one: str, other: str) -> float:
    above = [0.0]
    for letter in other:
        above.append(above[-1] + (_more(letter) if above[-1] else _first_more(letter)))
    for letter in one:
        row = [above[0] + (_more(letter) if above[0] else _first_more(letter))]
        for at, against in enumerate(other):
            row.append(
                min(above[at] + _instead(letter, against), above[at + 1] + _more(letter), row[at] + _more(against))
            )
        above = row
    length = max(_consonants(one) + _consonants(other), 1) / 2
    return above[-1] / length


def _first_more(letter: str) -> float:
    return _FIRST_MORE if letter in _FIRST else _more(letter)


def _more(letter: str) -> float:
    return _VOWEL_MORE if letter in _VOWELS else _CONSONANT_MORE.get(letter, _OTHER)


def _instead(letter: str, against: str) -> float:
    if letter == against:
        return 0.0
    pair = "".join(sorted((letter, against)))
    if pair in _VOWEL_FOR_VOWEL:
        return _VOWEL_FOR_VOWEL[pair]
    return _CONSONANT_FOR_CONSONANT.get(pair, _OTHER * 1.5 if letter in _VOWELS or against in _VOWELS else _OTHER)
