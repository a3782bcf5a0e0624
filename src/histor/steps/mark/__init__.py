"""Text and tags in, claims and events out."""

from dataclasses import dataclass

from histor.records.claims import Claim
from histor.records.events import Event
from histor.records.made import Step
from histor.records.text import Report
from histor.steps.mark.claims import claims_of, copies_of
from histor.steps.mark.events import events_of
from histor.steps.mark.tags import Tags
from histor.steps.mark.unique import without_twins

__all__ = ["Marked", "mark"]


@dataclass(frozen=True, slots=True)
class Marked:
    """The claims and events of one report, in order of first word, not yet linked."""

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]


def mark(report: Report, tags: Tags, step: Step) -> Marked:
    """Make the claims and events that the tags of this step describe; quoted copy is a claim of its outlet."""
    copies, unique = copies_of(report, step), without_twins(tags)
    claims = claims_of(report, unique.claims, copies, step)
    events = events_of(report, unique.events, claims, copies, step)
    whole = (*(copy.claim for copy in copies), *claims)
    return Marked(tuple(sorted(whole, key=_first_word)), tuple(sorted(events, key=lambda event: event.trigger)))


def _first_word(claim: Claim) -> tuple[int, int]:
    spans = (*claim.source, *claim.cue, *claim.content)
    return min(span.start for span in spans), -max(span.end for span in spans)
