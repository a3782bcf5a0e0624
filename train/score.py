"""What the marker read in a text in, the layouts that the scorers read out."""

from typing import Any

from histor.records.measures import Spans
from histor.steps.link.counts import count_range
from histor.steps.mark.decode.numbers import Window
from histor.steps.mark.decode.text import Choices, decode
from histor.steps.mark.tags import ClaimTag, CountTag, EventTag, Tags

Form = dict[str, Any]


def form_of_tags(tags: Tags, text: str) -> Form:
    """Give the layout of the gold for tags."""
    claims = [_claim(number, claim) for number, claim in enumerate(tags.claims)]
    return {"claims": claims, "events": [_event(event, text) for event in tags.events]}


def form_of_attributions(windows: list[Window], choices: Choices | None = None) -> Form:
    """Give the layout of PolNeAR: outer attributions only."""
    tags = decode(windows, choices)
    return {"attributions": [_attribution(claim) for claim in tags.claims if claim.parent is None]}


def _claim(number: int, claim: ClaimTag) -> Form:
    parent = None if claim.parent is None else f"c{claim.parent}"
    return {"id": f"c{number}", "parent": parent, "stance": claim.stance, "score": claim.score, **_attribution(claim)}


def _attribution(claim: ClaimTag) -> Form:
    return {role: [list(span) for span in getattr(claim, role)] for role in ("source", "cue", "content")}


def _event(event: EventTag, text: str) -> Form:
    return {
        "claim": None if event.claim is None else f"c{event.claim}",
        "trigger": list(event.trigger),
        "type": event.type,
        "mode": event.mode,
        "actors": _parties(event.actors),
        "recipients": _parties(event.recipients),
        "place": event.place and list(event.place),
        "when": event.when and list(event.when),
        "day": None,
        "status": event.status,
        "violation": event.violation,
        "quantities": [_count(count, text) for count in event.counts],
        "score": event.score,
    }


def _parties(parties: tuple[Spans, ...]) -> list[list[int]]:
    return [list(spans[0]) for spans in parties]


def _count(count: CountTag, text: str) -> Form:
    known = count_range(text[count.span.start : count.span.end])
    return {"what": count.what, "span": list(count.span), "low": known.low, "high": known.high}
