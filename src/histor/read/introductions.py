"""A paragraph that ends in a colon and the one after it in, whether the first introduces quoted copy out, and whose."""

import re
from dataclasses import dataclass
from typing import Literal

from histor.read import manner
from histor.read.outlets import outlet_said
from histor.read.paragraphs import ITEM
from histor.read.phrases import any_of
from histor.records.text import Basis

Strength = Literal["strong", "weak", "marked", "one"]
_SHORTEST = 5  # words of a paragraph: "Background:" and "Key points:" are headings
_HEARD = 1000  # characters of a paragraph that can introduce the next
_LAST_WORDS = 5  # such as "the Lake Post also reports:"
_LONGEST_ENTRY = 12  # words of a list entry without a stop

_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some|many|these|those|other|key|main)"
_ENUMERATES = any_of(
    rf"""
    \bfollowing\b[^.]*
    \bas follows
    \b(?:such as|includ(?:e|es|ed|ing)|namely|are|were|is|was|among them|for example)
    \b{_NUMBER}\s(?:[\w’-]+\s){{0,3}}[\w’-]+s\b[^.]{{0,40}}
    \blist(?:ed|s)?\b[^.]{{0,40}}
    \b(?:so far|to know|to watch|in brief|at a glance|below|here)
    \)
    """,
    after=r"\s*:$",
)
_SPEAKS = any_of(
    r"""
    reads?|says?|said|states?|stated|writes?|wrote|reports?|reported|continue[sd]?|adds?|added|notes?|noted
    told (?:\w+\s){0,3}\w+
    explain(?:s|ed)?|announced|declared|recalled|posted|tweeted|published
    quot(?:es|ed)(?: (?:him|her|it|them) as saying)?
    """,
    before=r"\b",
    after=r"(?:,?\s(?:in\s(?:part|full|particular)|in\s(?:a|the|its|his|her|their)\s[\w ]{1,30}|on\s\w+|today"
    r"|yesterday|this\s(?:morning|evening)|among\sother\sthings))?\s*:$",
)
_DOCUMENT = (
    r"(?:statement|report|article|story|transcript|communiqu[ée]|letter|message|release|account|decree|document|greetings?"
    r"|order|text|telegram|speech|note|resolution|declaration|dispatch|paper|bulletin)"
)
_ANNOUNCES = any_of(
    rf"""
    here(?:'s| is) (?:the|his|her|their|its|part of the|an excerpt|more)\b.{{0,60}}
    here(?:'s| is) (?:what|how) .{{0,60}}\b(?:said|wrote|told|put|saw|describe[sd]|reports?|reported)\b.{{0,30}}
    the (?:full )?text(?: of .{{0,60}})?
    full (?:text|statement)
    excerpts?(?: (?:from|of) .{{0,60}})?
    from the {_DOCUMENT}
    according to (?:the|this|a|an|its|his|her|their) (?:[\w’-]+\s){{0,4}}{_DOCUMENT}
    """,
    before=r"\b",
    after=r"\b[^.]*:$",
)
_NAMES_A_DOCUMENT = re.compile(rf"\b{_DOCUMENT}\b", re.I)


@dataclass(frozen=True, slots=True)
class Introduction:
    """What introduces quoted copy: whose it is, how sure it is, and what tells it."""

    outlet: str | None  # None: not named
    strength: (
        Strength  # marked: set in quotation marks, which say where it ends; one: somebody speaks, for one paragraph
    )
    basis: Basis


def introduction_of(words: str, following: str) -> Introduction | None:
    """Tell whether a paragraph introduces the next ones as another's copy.

    It does not where it enumerates, where the author announces words of their own, or where what follows
    is a list or one direct quotation: quotation marks already say whose those words are.
    """
    words = words[-_HEARD:]
    last = manner.last_sentence(words)
    if ITEM.match(following) or _is_entry(following):
        return None
    outlet = outlet_said(words)
    if outlet and not manner.opens_speech(following):
        return Introduction(outlet, "strong", "style")
    if outlet and outlet_said(_ending(words)):
        return Introduction(outlet, "marked", "style")
    if (
        manner.opens_speech(following)
        or len(following.split()) < _SHORTEST
        or _ENUMERATES.search(last)
        or manner.is_first_person(last)
    ):
        return None
    if _ANNOUNCES.search(last) or (_SPEAKS.search(last) and _NAMES_A_DOCUMENT.search(last)):
        return Introduction(None, "strong", "style")
    if _SPEAKS.search(last):
        return Introduction(None, "one", "style")
    long_enough = len(words.split()) >= _SHORTEST
    return Introduction(None, "weak", "typography") if long_enough else None


def _ending(words: str) -> str:
    """Give the last words of an introduction: what stands there has the word next."""
    return " ".join(words.split()[-_LAST_WORDS:])


def _is_entry(words: str) -> bool:
    """Tell whether words are set as an entry of a list: in small letters, cut off with a semicolon, or short."""
    return words[0].islower() or words[-1] in ";," or (len(words.split()) <= _LONGEST_ENTRY and words[-1].isalnum())
