"""Claims and events that speak of nobody, or in a doubt or denial, in; the same with what that means out."""

import re
from dataclasses import replace

from histor.records.events import HAPPENED
from histor.records.text import quote
from histor.steps.mark.tags import ClaimTag, EventTag

_NEITHER = re.compile(r"\bneither\b(?:[^.;:!?\n]* nor (?:the )?|\s+)$", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:\b(?:the|this|these|those)\s+|['’]s\s+(?:\w+\s+)?)$", re.IGNORECASE
)  # "yesterday's car attack"
LONGEST_KNOWN = 40  # code points before an act in which such words may stand
LONGEST_NEITHER = 80  # code points before a doer in which "neither" may stand
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
    """Give "we struck nobody" and "neither army fired" the status of an act that did not happen."""
    if event.status not in HAPPENED:
        return event
    hit = [quote(text, party).lower() for party in event.recipients]
    nobody_hit = bool(hit) and all(_is_nobody(one) for one in hit)
    return replace(event, status="denied") if nobody_hit or _by_neither(event, text) else event


def _by_neither(event: EventTag, text: str) -> bool:
    """Tell whether words before the doer say that it was neither he nor another: "neither A nor B struck"."""
    starts = (party[0].start for party in event.actors if party and party[0].start < event.trigger.start)
    return any(_NEITHER.search(text, max(0, start - LONGEST_NEITHER), start) for start in starts)


def _is_nobody(words: str) -> bool:
    return words in _NOBODY or (words.startswith("no ") and not words.startswith(_AT_LEAST))


def heard(event: EventTag, claim: ClaimTag | None, text: str, outer: ClaimTag | None = None) -> EventTag:
    """Keep an act that stands in a doubt or a denial from being one that happened; `outer` holds the claim.

    "Denies any part in the attack" does not deny the attack; "denies reports that a raid hit it" does.
    """
    if claim is None or claim.stance not in {"doubts", "denies"}:
        return replace(event, status="denied") if _is_refuted(event, claim, text, outer) else event
    if claim.stance == "doubts":
        return replace(event, status="hypothetical") if event.status in (*HAPPENED, "denied") else event
    opening = set(quote(text, claim.content).lower().split()[:OPENING])
    if opening & _PARTS and event.status == "denied":
        return replace(event, status="occurred")
    if event.status in HAPPENED and not opening & (_PARTS | _SAYINGS):
        return replace(event, status="denied")
    return event


def _is_refuted(event: EventTag, claim: ClaimTag | None, text: str, outer: ClaimTag | None) -> bool:
    """Tell whether an act is what somebody denies whom nobody is named to have said; one that is known stays."""
    if claim is None or claim.source or outer is None or outer.stance != "denies" or event.status not in HAPPENED:
        return False
    start = event.trigger.start
    return not _KNOWN.search(text, max(0, start - LONGEST_KNOWN), start)


_PARTS = frozenset("involvement responsibility role part link links ties connection".split())
_SAYINGS = frozenset("proposal proposals report reports claim claims accusations allegations".split())
OPENING = 6  # words of a denial in which it may say that only a part in the act is denied
