"""Claims of one text in, the same out, each second verb with the speaker of the first: "said … and urged …"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from histor.steps.mark.tags import ClaimTag

LONGEST: Final = 400  # code points from the first cue to the second
NEAR: Final = 30  # code points in which "and therefore" ends
_JOINED = re.compile(
    r"\b(?:and|but|while|then|before) (?:(?:later|also|then|again|further|therefore|now|instead|in turn) )?$"
)
_SENTENCE_END = re.compile(r"[.!?][\"”]?\s|\n")


def with_shared_speakers(claims: Sequence[ClaimTag], text: str) -> tuple[ClaimTag, ...]:
    """Give the claims, one without a source the source of the claim that "and" or "but" ties it to.

    In the marked-up reports of training, 254 of 271 claims behind such a word have the source of the claim before in
    their sentence, and none is without one.
    """
    settled: list[ClaimTag] = []
    for claim in sorted(claims, key=lambda one: one.cue):
        before = _before(claim, settled, text) if not claim.source else None
        settled.append(claim if before is None else replace(claim, source=before.source))
    return tuple(settled)


def _before(claim: ClaimTag, earlier: Sequence[ClaimTag], text: str) -> ClaimTag | None:
    start = claim.cue[0].start
    if not _JOINED.search(text, max(0, start - NEAR), start):
        return None
    near = (one for one in reversed(earlier) if one.source and start - one.cue[0].end < LONGEST)
    return next((one for one in near if not _SENTENCE_END.search(text, one.cue[0].end, start)), None)
