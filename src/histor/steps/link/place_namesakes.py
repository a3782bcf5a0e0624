"""Words written like a place's name, and their surroundings, in; whether they mean something else, out."""

import re
from enum import Enum

from histor.codebook.given_names import GIVEN_NAMES, PLACES_AS_GIVEN_NAMES, VESSELS
from histor.codebook.titles import TITLES
from histor.records.measures import Span
from histor.records.register import fold_name

LONGEST_BEFORE = 40  # code points looked back over for the words before a name
_WORD_BEFORE = re.compile(r"([\w.’'-]+) $")
_TWO_BEFORE = re.compile(r"\b([A-Z][\w’'-]+) ([A-Z][\w’'-]+) $")
_CAPITAL_AFTER = re.compile(r" (?=[A-Z])([\w’'-]+)")
_OF_PLACE = re.compile(
    r"\b(?:[Ii]n|[Oo]f|[Ff]rom|[Nn]ear|[Tt]o|[Aa]t|[Aa]round|[Oo]utside|[Ii]nside|[Oo]ver|[Ii]nto) $"
)
# What a place gives its name to, though nothing happens there: "the Treaty of Lisbon", "the Duke of Edinburgh".
_NAMED_BEFORE = re.compile(
    r"(?:\b(?:Treaty|Declaration|Convention|Statute|Duke|Duchess|Earl|Marquess|Baron|Baroness|Lord|Archbishop|Bishop"
    r"|University|Wrath|Bank) of (?:the )?|\b(?:Hurricane|Typhoon|Cyclone|Operation|Storm) )$"
)
_NAMED_AFTER = re.compile(
    r"(?: (?:Agreement|Accords?|Protocol|Treaty|Convention|Pact|Declaration|Process|Format|Conference|Summit|Exchange"
    r"|Tribune|Post|Times|Herald|Gazette|News|Today|Daily|Star|Mirror|Morning|Independent|FC|F\.C\.|CF|SC|AC|AFC"
    r"|United|Saint-Germain|Marathon|Half Marathon|Medal|Memorial|Airlines|Airways|Shield|Spring|Analytica|Group"
    r"|Cup|Open|Grand Prix|Codex|Stock Exchange)\b)"
)
_LONGER = re.compile(r" (?:upon|sur|del|de la|de los|am) [A-Z]")  # "Kingston upon Hull"
_HOLY = re.compile(r" (?:[Hh]ospital|Brigades?|Force|University|Day)\b")  # after "al-Quds", the name of Jerusalem
_APPOSED = re.compile(r"\b(?:capital|city|town|village|province|region|governorate|district|on) $|[,(] ?$")
_JOINED = re.compile(r"\b(?:and|or) $")
_SPEAKS = re.compile(
    r"(?: (?:has|have|had|also|repeatedly|already|again|officially|later|now|still|long))*"
    r" (?:said|says|saying|claim(?:s|ed)|counter(?:s|ed)|accuse[sd]|demand(?:s|ed)|denie[sd]|agree[sd]|decrie[sd]"
    r"|back(?:s|ed)|support(?:s|ed)|reject(?:s|ed)|consider(?:s|ed)|want(?:s|ed)|warn(?:s|ed)|insist(?:s|ed)"
    r"|call(?:s|ed)|announce[sd]|vow(?:s|ed)|threaten(?:s|ed)|impose[sd]|recogni[sz]e[sd]|complie[sd]|massed"
    r"|confirm(?:s|ed)|condemn(?:s|ed)|urge[sd]|blame[sd]|expects|believes|maintains|argue[sd]"
    r"|successfully enriched|been (?:waging|backing|supporting|seeking|trying|pressing|providing|arming))\b"
)
_ITS_POLICY = re.compile(
    r"(?:'s|’s|(?<=[a-z]s)) (?:offensive|claims?|demands?|decision|forces|army|allies|ally|government|polic(?:y|ies)"
    r"|support|intervention|invasion|warplanes|regime|stance|ambassador|envoys?)\b"
)
_AMERICAN_BEFORE = re.compile(
    r"(?:[Ss]tate of|University of|(?:Atlanta|Columbus|Athens|Savannah|Augusta|Macon|Albany),|[Ss]outh|[Nn]orth) $"
)
_AMERICAN_AFTER = re.compile(
    r"(?:'s|’s)? (?:governor|senator|senate|state|legislature|county|voters|Republicans?|Democrats?|National Guard"
    r"|Tech|Bulldogs|Governor|Senator|Senate|Secretary|primary|primaries|runoffs?|Supreme Court)\b"
    r"|, (?:USA|U\.S\.|United States|US)\b|[^.]{0,20}\bthe state\b"
)


# "the Sinai Insurgency" is no place of anything, though it is named after one.
_HAPPENING = re.compile(r"\b(?:Insurgency|War|Conflict|Crisis|Offensive|Campaign|Uprising|Revolution|Accords?|Treaty)$")


class Other(Enum):
    """What words written like a place's name are instead."""

    NOTHING = "that very place"
    AMERICAN = "the American state of Georgia"
    NO_PLACE = "a person, a vessel or something named after the place"


def other_than_place(text: str, span: Span, key: str) -> Other:
    """Tell "Jordan Smith" from Jordan, "USS Tripoli" from Tripoli and the American Georgia from the country.

    `key` is the folded name that the words were found by.
    """
    before = text[max(0, span.start - LONGEST_BEFORE) : span.start]
    if key == "georgia" and (_AMERICAN_BEFORE.search(before) or _AMERICAN_AFTER.match(text, span.end)):
        return Other.AMERICAN
    if _is_person(text, span, key, before) or _is_vessel(before) or _is_named_after(text, span, key, before):
        return Other.NO_PLACE
    return Other.NOTHING


def _is_person(text: str, span: Span, key: str, before: str) -> bool:
    """Tell whether a name is a part of a person's: after a given name, or itself one before a surname."""
    word = _WORD_BEFORE.search(before)
    if word and word[1][0].isupper() and fold_name(word[1]) in GIVEN_NAMES:
        return True
    two = _TWO_BEFORE.search(before)
    if two and fold_name(two[1]) in GIVEN_NAMES and fold_name(two[2]) not in TITLES:
        return True  # "Miriam Defensor Santiago"
    after = _CAPITAL_AFTER.match(text, span.end)
    if after is None or key not in PLACES_AS_GIVEN_NAMES or _OF_PLACE.search(before):
        return False  # "the President of Chad Idriss Deby" names the country
    return fold_name(after[1]) not in _KINDS_AFTER


def _is_vessel(before: str) -> bool:
    word = _WORD_BEFORE.search(before)
    return word is not None and word[1].isupper() and word[1].casefold() in VESSELS


def _is_named_after(text: str, span: Span, key: str, before: str) -> bool:
    if key in {"al quds", "quds"}:
        return bool(_HOLY.match(text, span.end))
    if _NAMED_BEFORE.search(before) or _LONGER.match(text, span.end):
        return True
    return bool(_NAMED_AFTER.match(text, span.end)) and not _OF_PLACE.search(before)


def is_government(text: str, span: Span) -> bool:
    """Tell whether a town stands for those who govern there: "Damascus has denied", "Kyiv's allies"."""
    before = text[max(0, span.start - LONGEST_BEFORE) : span.start]
    if _ITS_POLICY.match(text, span.end):
        return True
    speaks = _SPEAKS.match(text, span.end)
    if speaks is None or _OF_PLACE.search(before):
        return False
    alone = " has " in speaks[0]  # one subject: "… and Moscow has demanded"
    return not (_APPOSED.search(before) or (_JOINED.search(before) and not alone))


def is_happening(words: str) -> bool:
    """Tell whether words name a war or a treaty rather than a place."""
    return bool(_HAPPENING.search(words))


def gives_its_name(text: str, span: Span) -> bool:
    """Tell whether a town's name opens another: "beat Dallas Mavericks"; after "in" or "near" it is the town."""
    before = text[max(0, span.start - LONGEST_BEFORE) : span.start]
    after = _CAPITAL_AFTER.match(text, span.end)
    if after is None or any(found.search(before) for found in (_OF_PLACE, _APPOSED, _JOINED)):
        return False
    return fold_name(after[1]) not in _KINDS_AFTER | TITLES | _SMALL


# After a place's own name: "Victoria Island", "Odessa Oblast", "Paris Monday".
_SMALL = frozenset("january february march april may june july august september october november december".split())
_KINDS_AFTER = frozenset(
    """
    governorate province district oblast region state county city town village airport port island islands beach
    university police park street metro monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
