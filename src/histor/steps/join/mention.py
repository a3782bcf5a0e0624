"""The words by which an act is told in, whether they tell one act, several, one that is known, or fighting out.

A report that goes on about a happening names it with an article: "the attack", "Monday's raid"; one that tells it for
the first time says "a car bomb". Words without one ("air strikes hit", "clashes raged") are those of a whole war.
"""

import re
from typing import Literal

Naming = Literal["again", "as one"]
REACH = 45  # code points before the act's own words in which an article is sought: a few words
_AGAIN = re.compile(
    r"\b(?:the|this|that|these|those|its|their|his|such|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\s+"
    r"(?:[\w'’-]+\s+)?$",
    re.IGNORECASE,
)
_AS_ONE = re.compile(r"\b(?:an?|one)\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)
_FIGHTING = re.compile(
    r"(?:clash|battle|fight|fought|offensive|assault|advanc|push|operation|campaign|counter|storm|combat|war$)",
    re.IGNORECASE,
)
_BLOWS = frozenset({"aerial", "explosives", "suicide-attack"})  # ways of an act that is over at once


def naming_of(before: str) -> Naming | None:
    """Tell by the words before an act whether they name it as one that is known, or as one; None: neither."""
    near = before[-REACH:]
    if _AGAIN.search(near):
        return "again"
    return "as one" if _AS_ONE.search(near) else None


def is_several(words: str) -> bool:
    """Tell whether an act's words tell of several: "strikes", and not "strike"; they are in small letters."""
    return words.endswith("s") and not words.endswith("ss")


def is_fighting(words: str, mode: str | None) -> bool:
    """Tell whether an act's words tell of fighting, which goes on for hours or days, and not of a single blow."""
    return mode not in _BLOWS and _FIGHTING.match(words) is not None
