"""Claims of one text in, the same claims out in order of first word, each with the claim that it stands in."""

from dataclasses import replace

from histor.steps.mark.spans import holds, length
from histor.steps.mark.tags import ClaimTag


def with_parents(claims: list[ClaimTag]) -> tuple[ClaimTag, ...]:
    """Give each claim the index of the innermost other claim whose content holds its cue and all that it says."""
    ordered = sorted(claims, key=_first_word)
    return tuple(replace(claim, parent=_parent(ordered, number)) for number, claim in enumerate(ordered))


def _parent(claims: list[ClaimTag], number: int) -> int | None:
    claim = claims[number]
    around = [other for other, outer in enumerate(claims) if other != number and _stands_in(claim, outer)]
    return min(around, key=lambda other: length(claims[other].content), default=None)


def _stands_in(claim: ClaimTag, outer: ClaimTag) -> bool:
    cue_inside = all(holds(outer.content, span) for span in claim.cue)
    return (
        cue_inside
        and length(claim.content) < length(outer.content)
        and any(holds(outer.content, s) for s in claim.content)
    )


def _first_word(claim: ClaimTag) -> tuple[int, int]:
    spans = (*claim.source, *claim.cue, *claim.content)
    return min(span.start for span in spans), claim.cue[0].start
