"""How Arabic, Hebrew and Cyrillic names are written in Latin letters: a name in, its sounds and its key out.

One place is written many ways: Hmeimim, Khmeimim, Hemeimeem; Deir ez-Zor, Dayr az Zawr, Deir Ezzor; Kharkiv, Kharkov.
The tables here bring letters that stand for one sound together; what is left to compare is little.
"""

import re
from functools import lru_cache

from histor.records.register import fold_name

# The article before a letter of the moon is al, el, ul; before one of the sun it takes that letter's sound.
_MOON_ARTICLES = frozenset({"al", "el", "ul", "il", "l", "ehl", "ha"})
_SUN_ARTICLE = re.compile(r"^(?:eh|[aeiou])?([drstnz])(?:[hc]h?)?$|^(?:e|a)(?:ch|sh|th|dh)$")
_GLUED_ARTICLE = re.compile(r"^[aeiu](?:ss?h(?=sh)|sh(?=sh)|th(?=th)|dh(?=dh)|([drstnz])(?=\1))")
_GLUED_MOON_ARTICLE = re.compile(r"^[ae]l(?=[^aeiouyl]\w{2})")  # "Alsubul", "Elkubra"
_QUALIFIER = re.compile(r"\s*[(\[].*?(?:[)\]]|$)")
# States whose names reach English from another script, so that one place has many spellings (ISO 3166 alpha-3).
CARRIED_OVER = frozenset(
    "AFG ARE ARM AZE BGR BHR BLR COM DJI DZA EGY ERI ESH ETH GEO IRN IRQ ISR JOR KAZ KGZ KWT LBN LBY MAR MDA MKD MNG"
    " MRT OMN PAK PSE QAT RUS SAU SDN SOM SRB SSD SYR TCD TJK TKM TUN TUR UKR UZB YEM".split()
)
LEAST_GLUED = 5  # letters of a word that may begin with an article: "Ezzor", not "Essa"
# Words that say what kind of place bears the name, as English reports and lists of places write them.
KIND_WORDS = frozenset(
    "the near city town village of neighbourhood neighborhood district governorate province nahiyah mantiqah nahiya"
    " subdistrict area region oblast raion municipality suburb camp countryside".split()
)

# In this order; each letter or group becomes one sound. Capitals are consonants, small letters vowels.
_LETTERS = (
    (r"(?<=s)k(?:iy|yy|ii|yi|ij|yj|i|y)$", "K"),  # Russian and Ukrainian endings: -sky, -skiy, -skyi
    (r"tsch|dsch|dzh|dsh|tch|dj|dz(?=[aei])|dz", "J"),
    (r"shch", "S"),
    (r"sch|sh|ch|sj", "X"),  # sh, and ch as French has it
    (r"kh", "H"),
    (r"gh", "G"),
    (r"zh", "J"),
    (r"th", "T"),
    (r"dh", "D"),
    (r"ph", "F"),
    (r"ts|tz", "S"),
    (r"ck|qu(?=[aeiy])|q|k|c(?![eiy])", "K"),
    (r"c", "S"),
    (r"x", "KS"),
    (r"j", "J"),
    (r"g", "G"),
    (r"b", "B"),
    (r"p", "P"),
    (r"f|v", "F"),
    (r"(?<=[aeiouy])h$", ""),  # -ah, -eh
    (r"h", "H"),
    (r"([dlmnrstz])", lambda match: match[1].upper()),
    (r"ou|oo|au|aw|ow|uw|u|o|w", "u"),
    (r"ee|ei|ey|ai|ay|iy|ie|i|y", "i"),
    (r"e", "e"),
    (r"a+", "a"),
)
_RULES = tuple((re.compile(pattern), sound) for pattern, sound in _LETTERS)
_REPEATED = re.compile(r"(.)\1+")
_NO_CONSONANT = re.compile(r"[^A-Z]")
# Consonants that one letter of Arabic, Hebrew or Cyrillic may give: a key has one sign for each set.
_SIGNS = "BDFGKLMNRST"
_AT_TIMES_SILENT = "TK"  # the t of a bound form; kh, which has no sign here, written k
_EXCHANGED = {"D": "TS", "T": "DS", "S": "TDG", "G": "KS", "K": "G"}
LEAST_KEY = 4  # signs of a key that may differ in one that is often exchanged
LONG_KEY = 5  # signs of a key that may differ in any one
_ONE_SIGN = str.maketrans({"Z": "D", "J": "G", "X": "S", "P": "B", "H": None})


def words_of_name(name: str) -> list[str]:
    """List the words that carry the name: folded, without article, kind of place, or what stands in brackets."""
    folded = fold_name(_QUALIFIER.sub("", name)).replace("ʿ", "").replace("/", " ")
    words = [word for word in folded.split() if word not in KIND_WORDS] or folded.split()
    return [word for at, word in enumerate(words) if not _is_article(word, words[at + 1 : at + 2])]


def sounds(name: str) -> str:
    """Give the sounds of a name in a row: consonants as capitals, vowels small, nothing doubled.

    What cannot be sounded (another script, digits) stays as it is.
    """
    return _REPEATED.sub(r"\1", "".join(_sounds_of(word) for word in words_of_name(name)))


def spelling_key(name: str) -> str:
    """Give the key under which most spellings of one name meet: its consonants, those often exchanged as one."""
    return key_of_sounds(sounds(name))


def key_of_sounds(heard: str) -> str:
    """Give the key of sounds that are known already."""
    return _REPEATED.sub(r"\1", _NO_CONSONANT.sub("", heard).translate(_ONE_SIGN))


def keys_near(key: str) -> tuple[str, ...]:
    """Give a key and those of spellings a little farther off: signs that are at times exchanged, a t or k more or less.

    A key of `LONG_KEY` signs or more may also have any one sign more, less or another. Short keys stand alone: too
    many names are near them.
    """
    if len(key) < LEAST_KEY:
        return (key,) if key else ()
    ends = range(len(key))
    near = {key[:at] + sign + key[at + 1 :] for at in ends for sign in _EXCHANGED.get(key[at], "")}
    near |= {key[:at] + sign + key[at:] for at in range(len(key) + 1) for sign in _AT_TIMES_SILENT}
    near |= {key[:at] + key[at + 1 :] for at in ends if key[at] in _AT_TIMES_SILENT or len(key) >= LONG_KEY}
    if len(key) >= LONG_KEY:
        near |= {key[:at] + sign + key[at + 1 :] for at in ends for sign in _SIGNS}
        near |= {key[:at] + sign + key[at:] for at in range(len(key) + 1) for sign in _SIGNS}
    return tuple(sorted({key} | near))


def _is_article(word: str, following: list[str]) -> bool:
    if not following:
        return False
    if word in _MOON_ARTICLES:
        return True
    sun = _SUN_ARTICLE.match(word)
    return sun is not None and following[0][0] == (sun[1] or {"ch": "c", "sh": "s", "th": "t", "dh": "d"}[word[-2:]])


@lru_cache(maxsize=65536)
def _sounds_of(word: str) -> str:
    heard = _GLUED_MOON_ARTICLE.sub("", _GLUED_ARTICLE.sub("", word)) if len(word) >= LEAST_GLUED else word
    for pattern, sound in _RULES:
        heard = pattern.sub(sound, heard)
    return heard
