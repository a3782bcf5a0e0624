"""Tags in, the same without twins out: one claim for the same words, one event for the same act."""

from dataclasses import replace

from histor.steps.mark.tags import ClaimTag, EventTag, Tags


def without_twins(tags: Tags) -> Tags:
    """Keep the first of claims with the same spans, and of events with the same trigger, type, place and claim."""
    first: dict[object, int] = {}
    places = [first.setdefault((tag.source, tag.cue, tag.content), len(first)) for tag in tags.claims]
    claims: dict[int, ClaimTag] = {}
    for place, tag in zip(places, tags.claims, strict=True):
        claims.setdefault(place, replace(tag, parent=_moved(tag.parent, places, place)))
    events: dict[object, EventTag] = {}
    for event in tags.events:
        moved = replace(event, claim=_moved(event.claim, places, None))
        events.setdefault((moved.trigger, moved.type, moved.place, moved.claim), moved)
    return Tags(tuple(claims.values()), tuple(events.values()))


def _moved(number: int | None, places: list[int], own: int | None) -> int | None:
    """Give the new index of a claim; a claim whose twin was its parent has none."""
    if number is None or places[number] == own:
        return None
    return places[number]
