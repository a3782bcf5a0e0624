"""Words written like a name, and their surroundings, in; whether they are a part of somebody else's name, out."""

import re

from histor.codebook.countries import NATIONALITIES
from histor.codebook.titles import TITLES
from histor.records.measures import Span
from histor.records.register import Actor, fold_name

_POSSESSIVE = re.compile(r"['’]s?$")
_NEXT_CAPITAL = re.compile(r" (?=[A-Z])([\w'’-]+)")
_GOES_ON = re.compile(r" (?:[Aa]l|[Aa]sh|[Aa]s|[Ee]l)[- ][A-Z]")  # "Fatah al-Sham" is not Fatah
_OF_SOMEBODY = re.compile(r" of (?:the )?(?!United Nations)[A-Z]")  # "the Security Council of Russia"
_LAST_WORD = re.compile(r"([\w.'’]+)[ -](?:(?:[Aa]l|[Ee]l|[Uu]l|[Aa]d|[Aa]s|bin|ibn)[ -])?$")
_NAMED_AFTER = re.compile(
    r" (?:Mosque|Street|Bridge|Hospital|Square|Airport|University|Dam|Church|School|Hotel|Stadium|Bookshop|Opera|Road"
    r"|Avenue|Camp|Park|Tower|Club|Motors)\b"
)
LONGEST_ABBREVIATION = 5  # letters and full stop: "Capt."
LONGEST_WORD = 40  # letters looked back over for the word before a name
# Names that are also the end of other bodies' names ("Collective Security Council").
COMMON_NAMES = frozenset(
    {
        "security council", "general assembly", "state department", "human rights council", "central command",
        "foreign office", "contact group", "treasury department", "department of state", "department of defense",
        "southern front", "islamic front", "red cross", "national liberation army", "southern movement", "world bank",
        "republican guard",
    }
)  # fmt: skip
# Names of groups that are surnames or given names too: none after somebody's first name ("Richard Wagner").
_SURNAMES_TOO = frozenset({"wagner", "badr", "fatah", "taliban", "isis", "jihad", "fano", "hamas", "houthi"})
_SMALL_STATE = re.compile(r"\w+ state$")  # "an Islamic state" is not the Islamic State


def is_another(text: str, span: Span, actor: Actor, key: str) -> bool:
    """Tell whether what is written like an actor's name is not that actor's."""
    if key in COMMON_NAMES and (_follows_capital(text, span) or _OF_SOMEBODY.match(text, span.end)):
        return True
    if actor.kind == "person":
        return _is_of_another_person(text, span, key) or bool(_NAMED_AFTER.match(text, span.end))
    return actor.kind == "group" and _is_no_group(text, span, key)


def _is_no_group(text: str, span: Span, key: str) -> bool:
    if _NAMED_AFTER.match(text, span.end) or (key == "islamic state" and _SMALL_STATE.fullmatch(text, *span)):
        return True
    return " " not in key and bool(
        _GOES_ON.match(text, span.end) or (key in _SURNAMES_TOO and _follows_capital(text, span))
    )


def _is_of_another_person(text: str, span: Span, key: str) -> bool:
    """Tell whether a bare surname belongs to somebody else: "Ibrahim Abbas" is not Mahmoud Abbas."""
    if len(key.removeprefix("al ").removeprefix("el ").split()) > 1:
        return False
    return bool(_NEXT_CAPITAL.match(text, span.end)) or _follows_capital(text, span)


def _follows_capital(text: str, span: Span) -> bool:
    before = _LAST_WORD.search(text, max(0, span.start - LONGEST_WORD), span.start)
    if before is None or not before[1][0].isupper() or before[1].endswith(("'s", "’s")):
        return False
    return not (_ends_sentence(before[1]) or _may_stand_before(before[1]))


def _ends_sentence(word: str) -> bool:
    """Tell "against Ukraine. Putin …" from the initial or the title in "J. Abbas" and "Gen. Abbas"."""
    return word.endswith(".") and len(word) > LONGEST_ABBREVIATION and "." not in word[:-1]


def _may_stand_before(word: str) -> bool:
    folded = fold_name(_POSSESSIVE.sub("", word))
    return folded in TITLES or folded in NATIONALITIES or folded in _OPENERS or folded.removesuffix("s") in TITLES


_OPENERS = frozenset(
    "a an two three some the and but when as if after before while since for in on at by of to from with that this mr "
    "though although because according however yet both why how what who".split()
)
