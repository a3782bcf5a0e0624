"""Claims and events that name nobody in, the same with what that means out: no speaker asserts, nobody is hit."""

from dataclasses import replace

from histor.records.events import HAPPENED
from histor.records.text import quote
from histor.steps.mark.tags import ClaimTag, EventTag

_NOBODY = frozenset({"nobody", "no one", "no-one", "none", "no group", "no side", "neither side", "neither"})


def doubted_by_nobody(claim: ClaimTag, text: str) -> ClaimTag:
    """Give "nobody has confirmed that …" the stance of a doubt: it is no assertion of anyone's."""
    if claim.stance == "asserts" and quote(text, claim.source).lower() in _NOBODY:
        return replace(claim, stance="doubts")
    return claim


def denied_of_nobody(event: EventTag, text: str) -> EventTag:
    """Give "we struck nobody" and "no civilians were killed" the status of an act that did not happen."""
    hit = [quote(text, party).lower() for party in event.recipients]
    if hit and event.status in HAPPENED and all(one in _NOBODY or one.startswith("no ") for one in hit):
        return replace(event, status="denied")
    return event


def doubted(event: EventTag, claim: ClaimTag | None) -> EventTag:
    """Keep an act that stands in a doubt from being one that happened."""
    if claim is not None and claim.stance == "doubts" and event.status in HAPPENED:
        return replace(event, status="hypothetical")
    return event
