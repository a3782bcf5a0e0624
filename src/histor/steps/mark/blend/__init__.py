"""The marker's tags and the rules' tags of one text in, one set of tags out: the marker marks, the rules add.

The marker has learned from marked-up reports, which know nothing of the product's own fields. From the rules come the
class of target, the posture of forces, the stage of talks and truces, sizes that are said to be unknown, and forces
that stay at several sites; and they are a second reader where a mark would assert what nobody may have asserted.
"""

from dataclasses import replace

from histor.steps.mark.blend.claims import blend_claims
from histor.steps.mark.blend.demands import with_demands
from histor.steps.mark.blend.events import blend_events
from histor.steps.mark.blend.nobody import denied_of_nobody, doubted_by_nobody, heard, is_pretence
from histor.steps.mark.blend.parties import with_doers
from histor.steps.mark.blend.speakers import with_shared_speakers
from histor.steps.mark.decode.claims import innermost, with_parents
from histor.steps.mark.tags import ClaimTag, EventTag, Tags

__all__ = ["blend"]


def blend(marked: Tags, ruled: Tags, text: str) -> Tags:
    """Give claims, each under the claim that it stands in, and events, each in the innermost claim that holds it."""
    told = [doubted_by_nobody(claim, text) for claim in blend_claims(marked, ruled) if not is_pretence(claim, text)]
    claims = with_parents(with_shared_speakers(told, text))
    events = blend_events(marked.events, ruled.events, text)
    placed = [_placed(denied_of_nobody(event, text), claims, text) for event in events]
    return Tags(claims, with_demands([with_doers(event, claims, text) for event in placed], text))


def _placed(event: EventTag, claims: tuple[ClaimTag, ...], text: str) -> EventTag:
    claim = innermost(event.trigger, claims)
    if claim is None:
        return replace(event, claim=None)
    parent = claims[claim].parent
    return heard(replace(event, claim=claim), claims[claim], text, None if parent is None else claims[parent])
