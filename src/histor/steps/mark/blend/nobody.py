"""Claims and events that speak of nobody, or in a doubt or denial, in; the same with what that means out."""

import re
from dataclasses import replace

from histor.records.events import HAPPENED
from histor.records.text import quote
from histor.steps.mark.tags import ClaimTag, EventTag

_AT_LEAST = ("no fewer", "no less")  # "no fewer than 39 people" are 39 or more
_PRETENCE = re.compile(r"\b(preten[cs]es?|illusions?|myths?|fictions?|charade)( that\b[^.!?;\n]*)?$", re.IGNORECASE)
_NOBODY = frozenset({"nobody", "no one", "no-one", "none", "no group", "no side", "neither side", "neither"})


def doubted_by_nobody(claim: ClaimTag, text: str) -> ClaimTag:
    """Give "nobody has confirmed that …" the stance of a doubt: it is no assertion of anyone's."""
    if claim.stance == "asserts" and quote(text, claim.source).lower() in _NOBODY:
        return replace(claim, stance="doubts")
    return claim


def is_pretence(claim: ClaimTag, text: str) -> bool:
    """Tell whether a claim is what the report calls a pretence: "the pretence that they wanted peace"."""
    return _PRETENCE.search(text, 0, claim.cue[0].end) is not None


def denied_of_nobody(event: EventTag, text: str) -> EventTag:
    """Give "we struck nobody" and "no civilians were killed" the status of an act that did not happen."""
    hit = [quote(text, party).lower() for party in event.recipients]
    if hit and event.status in HAPPENED and all(_is_nobody(one) for one in hit):
        return replace(event, status="denied")
    return event


def _is_nobody(words: str) -> bool:
    return words in _NOBODY or (words.startswith("no ") and not words.startswith(_AT_LEAST))


def heard(event: EventTag, claim: ClaimTag | None, text: str) -> EventTag:
    """Keep an act that stands in a doubt or a denial from being one that happened.

    "Denies any part in the attack" does not deny the attack.
    """
    if claim is None or claim.stance not in {"doubts", "denies"}:
        return event
    if claim.stance == "doubts":
        return replace(event, status="hypothetical") if event.status in (*HAPPENED, "denied") else event
    opening = set(quote(text, claim.content).lower().split()[:OPENING])
    if opening & _PARTS and event.status == "denied":
        return replace(event, status="occurred")
    if event.status in HAPPENED and not opening & (_PARTS | _SAYINGS):
        return replace(event, status="denied")
    return event


_PARTS = frozenset("involvement responsibility role part link links ties connection".split())
_SAYINGS = frozenset("proposal proposals report reports claim claims accusations allegations".split())
OPENING = 6  # words of a denial in which it may say that only a part in the act is denied
