"""The marker's claims and the rules' in, the marker's out: contents made whole, and a claim that it missed taken in."""

from collections.abc import Iterator
from dataclasses import replace

from histor.records.events import HAPPENED
from histor.steps.mark.spans import length, overlap
from histor.steps.mark.tags import ClaimTag, Tags

LONGEST_SIGN = 2  # code points of a dash or colon that stands for a cue
LONGEST_GAP = 2  # code points by which two ends of one content may differ: a comma, a blank


def blend_claims(marked: Tags, ruled: Tags) -> tuple[ClaimTag, ...]:
    """Give the claims in order of their cues; whose parent is whose is for the caller to find."""
    whole = [_whole(claim, _of_same_cue(claim, ruled.claims)) for claim in marked.claims]
    claims = [*whole, *_missed(marked, ruled)]
    return tuple(sorted(claims, key=lambda claim: claim.cue))


def _of_same_cue(claim: ClaimTag, ruled: tuple[ClaimTag, ...]) -> ClaimTag | None:
    return next((one for one in ruled if one.cue and claim.cue and overlap(one.cue[0], claim.cue[0])), None)


def _whole(claim: ClaimTag, rule: ClaimTag | None) -> ClaimTag:
    """Lengthen a content that stands before its cue: by its first words, and by what goes on behind the cue."""
    if rule is None or not claim.content or claim.content[0].end > claim.cue[0].start:
        return claim
    first, content = rule.content[0], claim.content[0]
    if first.start < content.start and abs(first.end - content.end) <= LONGEST_GAP:
        content = first
    behind = claim.content[1:]
    if not behind and rule.content[-1].start >= claim.cue[0].end:
        behind = rule.content[1:]
    return replace(claim, content=(content, *behind))


def _missed(marked: Tags, ruled: Tags) -> Iterator[ClaimTag]:
    """Give the headline attributions ("… – monitor") whose act the marker would assert in the report's own voice."""
    asserted = [event.trigger for event in marked.events if event.claim is None and event.status in HAPPENED]
    for event in ruled.events:
        if event.claim is None or not any(overlap(event.trigger, trigger) for trigger in asserted):
            continue
        claim = ruled.claims[event.claim]
        if length(claim.cue) <= LONGEST_SIGN and _of_same_cue(claim, marked.claims) is None:
            yield replace(claim, parent=None)
