"""A text in, its record as plain words out, by the tagger that the product uses."""

from dataclasses import dataclass

from histor.records.text import quote
from histor.run.marking import best_tagger
from histor.steps.mark.tags import Tags
from mark.rules.claims.reading import report_of


@dataclass(frozen=True)
class Told:
    source: str | None  # of the claim that it stands in; None: the report's own voice
    stance: str | None
    trigger: str
    type: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def told(text: str) -> list[Told]:
    """Give the events in order, each with whose word it is."""
    tags = best_tagger().tags(report_of(text))
    return [_told(text, tags, number) for number in range(len(tags.events))]


def _told(text: str, tags: Tags, number: int) -> Told:
    event = tags.events[number]
    claim = None if event.claim is None else tags.claims[event.claim]
    return Told(
        claim and quote(text, claim.source),
        claim and claim.stance,
        text[slice(*event.trigger)],
        event.type,
        event.status,
        tuple(quote(text, party) for party in event.actors),
        tuple(quote(text, party) for party in event.recipients),
    )


def acts(text: str, kind: str = "ASSAULT") -> list[Told]:
    return [event for event in told(text) if event.type == kind]
