"""Events and the text in, the same with what a strike's own sentence lists out: how many, where, and what they hit.

The marker reads long lists in part, and takes the number of a thing destroyed for a number of dead.
"""

from collections.abc import Sequence
from dataclasses import replace

from histor.records.measures import Span
from histor.steps.mark.rules.events.strike_lists import StrikeList, counts_of, names_people, strike_lists
from histor.steps.mark.spans import overlap
from histor.steps.mark.tags import CountTag, EventTag


def with_lists(events: Sequence[EventTag], text: str) -> list[EventTag]:
    """Give the events, those that head a list of things hit with that list."""
    found = strike_lists(text)
    return [_with_list(event, next((one for one in found if one.holds(event.trigger)), None), text) for event in events]


def _with_list(event: EventTag, strike: StrikeList | None, text: str) -> EventTag:
    if strike is None or (event.type != "ASSAULT" and event.mode != "strike"):
        return event
    if event.type != "ASSAULT":  # a strike of workers hits nothing, and is not said to be near a place with its number
        event = replace(event, type="ASSAULT", mode="aerial" if _is_by_air(strike, text) else None)
    if not strike.things or (strike.place is None and names_people(Span(strike.noun.start, strike.end), text)):
        # "hit a market, killing 12": the market is where they were, not who was hit
        return replace(event, place=event.place or strike.place, counts=_counts(event, strike, text, things=False))
    return replace(
        event,
        recipients=tuple((thing,) for thing in strike.things),
        place=event.place or strike.place,
        counts=_counts(event, strike, text, things=True),
    )


def _is_by_air(strike: StrikeList, text: str) -> bool:
    return text[strike.noun.start : strike.noun.end].lower().startswith(("air", "sort"))


def _counts(event: EventTag, strike: StrikeList, text: str, *, things: bool) -> tuple[CountTag, ...]:
    """Put the list's counts in the place of those that the marker found in the same words."""
    listed = [count for count in counts_of(strike, text) if things or count.span == strike.number]
    clear = [count for count in event.counts if not any(overlap(count.span, own.span) for own in listed)]
    others = [thing for thing in strike.things if things and not names_people(thing, text)]
    kept = [count for count in clear if not any(overlap(count.span, thing) for thing in others)]
    return tuple(sorted([*kept, *listed], key=lambda count: count.span))
