"""The events of a report in order in, those that only go on telling an earlier one joined to it out."""

from dataclasses import replace

from histor.steps.mark.rules.events.merge import OUTCOMES
from histor.steps.mark.rules.events.parse import Parse
from histor.steps.mark.tags import EventTag

_TOLL_REACH = 400  # characters between an assault and the sentence that tells its dead
_HEADLINE_REACH = 220  # characters: a headline with its date line, in text without line breaks
_HARMED = frozenset({"killed", "wounded"})


def without_tolls(text: str, told: list[tuple[EventTag, Parse]]) -> list[EventTag]:
    """Join a sentence that only tells the dead, or that a size is not known, to the act that it speaks of."""
    events: list[EventTag] = []
    for event, parsed in told:
        earlier = _toll_of(event, events, parsed, text)
        earlier = _size_of(event, events, text) if earlier is None else earlier
        if earlier is None:
            events.append(event)
        else:
            events[earlier] = _joined(events[earlier], event)
    return events


def without_headline(text: str, events: list[EventTag]) -> tuple[EventTag, ...]:
    """Drop an event near the start that a claim later tells again: same kind, and the same number or place."""
    return tuple(
        event
        for number, event in enumerate(events)
        if event.trigger.start > _HEADLINE_REACH
        or not any(_again(text, event, later) for later in events[number + 1 :])
    )


def _toll_of(event: EventTag, events: list[EventTag], parsed: Parse, text: str) -> int | None:
    """Find the assault of the sentence before that this one only tells the dead of; None: it is an act of its own."""
    word = text[slice(*event.trigger)].lower()
    if event.type != "ASSAULT" or not event.counts or event.actors or event.mode or word not in OUTCOMES:
        return None
    last = next((at for at in range(len(events) - 1, -1, -1) if events[at].type == "ASSAULT"), None)
    if last is None:
        return None
    earlier = events[last]
    start = parsed.sentence.span.start
    near = earlier.trigger.start < start and event.trigger.start - earlier.trigger.start < _TOLL_REACH
    has_toll = any(count.what in _HARMED for count in earlier.counts)
    same = earlier.claim == event.claim and earlier.status == event.status
    return last if near and same and not has_toll else None


def _size_of(event: EventTag, events: list[EventTag], text: str) -> int | None:
    """Find the act whose size this one says is not known: "he did not say how many troops would leave"."""
    if not any(text.startswith("how many", count.span.start) for count in event.counts):
        return None
    kind = (event.type, event.mode)
    return next((at for at in range(len(events) - 1, -1, -1) if (events[at].type, events[at].mode) == kind), None)


def _joined(earlier: EventTag, toll: EventTag) -> EventTag:
    recipients = earlier.recipients + toll.recipients if toll.type == "ASSAULT" else earlier.recipients
    return replace(earlier, counts=earlier.counts + toll.counts, recipients=recipients)


def _again(text: str, first: EventTag, later: EventTag) -> bool:
    if first.type != later.type or first.claim is not None or later.claim is None:
        return False
    return bool(_marks(text, first) & _marks(text, later))


def _marks(text: str, event: EventTag) -> set[str]:
    """List the numbers and the place of an event, in small letters."""
    spans = [count.span for count in event.counts] + ([event.place] if event.place else [])
    return {text[start:end].lower() for start, end in spans}
