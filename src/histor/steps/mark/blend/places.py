"""An event and the text in, the same with the whole of its place out: "north of X" lies beside X, not in it."""

import re
from dataclasses import replace

from histor.records.measures import Span
from histor.steps.mark.tags import EventTag

_BESIDE = re.compile(
    r"\b(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of (?:the )?"
    r"(?:(?:[A-Z][\w-]+ )?(?:capital|city|town|village)(?: of)? )?$"
)
LONGEST = 60  # code points of "south-east of the … capital of"


def with_direction(event: EventTag, text: str) -> EventTag:
    """Give the event, its place with the direction that stands before the name."""
    if event.place is None:
        return event
    found = _BESIDE.search(text, max(0, event.place.start - LONGEST), event.place.start)
    return replace(event, place=Span(found.start(), event.place.end)) if found else event
