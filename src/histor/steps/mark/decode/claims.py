"""Windows of numbers in, the claims of the whole text out, each under the claim that it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from histor.records.claims import Stance
from histor.records.measures import Span
from histor.steps.mark.decode.calibration import Curve
from histor.steps.mark.decode.numbers import CueNumbers, Window, likeliest
from histor.steps.mark.spans import holds, length
from histor.steps.mark.tags import ClaimTag

TOUCHING = 1  # code points between two cues side by side: a blank
STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, slots=True)
class ClaimChoices:
    """Where the line is drawn."""

    least_cue: float = 0.5  # share of the cue; set on dev: more claims and chains are right than from 0.3 or 0.4
    curve: Curve = field(default_factory=Curve)  # of the score: the claim is there, with the right source


def decode_claims(windows: Sequence[Window], choices: ClaimChoices) -> tuple[ClaimTag, ...]:
    """Give the claims in order of their cues, with parents worked out from which content holds which cue."""
    found = [
        _claim(window, cue, choices)
        for window in windows
        for cue in window.cues
        if window.owns(cue.cue.start) and cue.share >= choices.least_cue and cue.content
    ]
    return with_parents(sorted(_told_once(found), key=lambda claim: claim.cue))


def with_parents(claims: Sequence[ClaimTag]) -> tuple[ClaimTag, ...]:
    """Give claims, in the order of their cues, each under the claim that it stands in."""
    return tuple(replace(claim, parent=_parent(claim, claims)) for claim in claims)


def innermost(span: Span, claims: Sequence[ClaimTag]) -> int | None:
    """Give the index of the claim with the smallest content that holds the span; None: the report's own voice.

    Of two that share their content, the later stands in the earlier.
    """
    holders = [number for number, claim in enumerate(claims) if holds(claim.content, span)]
    return min(holders, key=lambda number: (length(claims[number].content), -number), default=None)


def _told_once(claims: Sequence[ClaimTag]) -> list[ClaimTag]:
    """Leave out what is only a part of the cue beside it."""
    return [claim for claim in claims if not any(_is_part(claim, other) for other in claims if other is not claim)]


def _is_part(claim: ClaimTag, other: ClaimTag) -> bool:
    """Tell whether a claim is the adjective of the cue behind it ("disputed claims"), or its verb ("is reported")."""
    gap = max(other.cue[0].start - claim.cue[0].end, claim.cue[0].start - other.cue[0].end)
    if gap > TOUCHING:
        return False
    if claim.content == other.content:
        return (bool(claim.source), claim.score) < (bool(other.source), other.score)
    return not claim.source and claim.content[0].start == other.cue[0].start


def _claim(window: Window, cue: CueNumbers, choices: ClaimChoices) -> ClaimTag:
    return ClaimTag(
        source=window.spans(cue.source),
        cue=window.spans((cue.cue,)),
        content=window.spans(cue.content),
        stance=STANCES[likeliest(cue.stances)],
        score=choices.curve.at(cue.share),
    )


def _parent(claim: ClaimTag, claims: Sequence[ClaimTag]) -> int | None:
    """Find the smallest content that holds the claim's cue, or that it shares with an earlier cue.

    Shared: "state television reported, citing residents, that …" is television's report of what residents said;
    but whoever denies what another says answers it.
    """
    size = length(claim.content)
    outer = [
        number
        for number, other in enumerate(claims)
        if (length(other.content) > size and holds(other.content, claim.cue[0]))
        or (other.content == claim.content and other.cue < claim.cue and claim.stance != "denies")
    ]
    return min(outer, key=lambda number: length(claims[number].content), default=None)
