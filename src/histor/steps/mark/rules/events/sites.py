"""An event about forces at several sites in, one event for each site out: each stays or goes by itself."""

from dataclasses import replace

from histor.steps.mark.rules.events.parse import Parse
from histor.steps.mark.rules.events.places import place_within
from histor.steps.mark.tags import EventTag

_AT_SITES = frozenset({"remain", "base"})


def per_site(event: EventTag, parsed: Parse) -> tuple[EventTag, ...]:
    """Part "the base in A and the port in B will stay" into two events, each with its own place; others stay whole."""
    if event.posture not in _AT_SITES or len(event.actors) < 2:
        return (event,)
    places = [place_within(parsed, actor[0]) for actor in event.actors]
    if None in places or len(set(places)) < len(places):
        return (event,)
    return tuple(
        replace(event, actors=(actor,), place=place) for actor, place in zip(event.actors, places, strict=True)
    )
