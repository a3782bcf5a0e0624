"""The marker's events and the rules' in, the marker's out with what only the rules know, in order of their triggers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from histor.records.events import HAPPENED, Status
from histor.records.measures import Spans
from histor.steps.mark.blend.counts import settle_counts
from histor.steps.mark.blend.parties import without_ground
from histor.steps.mark.blend.places import with_town_hit, with_whole_place
from histor.steps.mark.blend.strikes import with_lists
from histor.steps.mark.spans import overlap
from histor.steps.mark.tags import CountTag, EventTag

UNKNOWN_SIZE = "how many"
DEFINITE = ("the ", "this ", "that ", "its ", "his ", "their ")
# Forces that stay or shift: the marked-up reports do not mark them.
_OWN_ACTS = frozenset({"remain", "base", "reposition"})


def blend_events(marked: Sequence[EventTag], ruled: Sequence[EventTag], text: str) -> tuple[EventTag, ...]:
    """Give one list of events; their claims are for the caller to find."""
    blended = [one for event in marked for one in _blended(event, _beside(event, ruled), text)]
    blended = [without_ground(event, text) for event in settle_counts(blended, ruled, text)]
    listed = with_lists([*blended, *_added(blended, ruled)], text)
    placed = [with_whole_place(with_town_hit(event, text), text) for event in listed]
    whole = sorted(placed, key=lambda event: event.trigger)
    return tuple(_not_yet(event, whole[:number], text) for number, event in enumerate(whole))


def _beside(event: EventTag, ruled: Sequence[EventTag]) -> list[EventTag]:
    return [other for other in ruled if overlap(other.trigger, event.trigger)]


def _blended(event: EventTag, found: Sequence[EventTag], text: str) -> list[EventTag]:
    if len(found) > 1:  # the rules part "the base in A and the port in B" by site
        return [replace(one, status=event.status, score=event.score) for one in found]
    own = replace(event, actors=tuple(actor for actor in event.actors if actor not in event.recipients))
    return [_with_own(own, found[0], text)] if found else [own]


def _with_own(event: EventTag, rule: EventTag, text: str) -> EventTag:
    alike = event.type == rule.type
    unknown = tuple(count for count in rule.counts if _is_unknown(count, text) and count not in event.counts)
    return replace(
        event,
        status=_careful(event, rule),
        actors=_actors(event, rule) if alike else event.actors,
        recipients=event.recipients or (rule.recipients if alike else ()),
        when=event.when or rule.when,
        counts=(*event.counts, *unknown),
        violation=event.violation or (rule.violation and alike),
        possible=event.possible or rule.possible,
        target=rule.target,
        posture=rule.posture if alike else None,
        stage=rule.stage if alike else None,
    )


def _careful(event: EventTag, rule: EventTag) -> Status:
    """Write down as happened in the report's own voice only what neither holds for denied, planned or open."""
    asserted = event.claim is None and event.status in HAPPENED
    return rule.status if asserted and rule.status not in HAPPENED else event.status


def _actors(event: EventTag, rule: EventTag) -> tuple[Spans, ...]:
    """Of several doers keep those that both see; a truce without sides takes the rules' sides."""
    if event.mode == "ceasefire" and not event.actors and not event.recipients:
        return rule.actors
    both = tuple(actor for actor in event.actors if actor in rule.actors)
    return both if both and len(event.actors) > 1 else event.actors


def _is_unknown(count: CountTag, text: str) -> bool:
    return text.startswith(UNKNOWN_SIZE, count.span.start)


def _added(blended: Sequence[EventTag], ruled: Sequence[EventTag]) -> Iterator[EventTag]:
    """Give the rules' events that the marker was not taught, denials that it missed, and truces with their day."""
    for event in ruled:
        dated_truce = event.stage == "in-effect" and event.when is not None
        wanted = event.posture in _OWN_ACTS or event.status == "denied" or dated_truce
        if wanted and not any(overlap(event.trigger, other.trigger) for other in blended):
            yield event


def _not_yet(event: EventTag, before: Sequence[EventTag], text: str) -> EventTag:
    """Keep a second mention from making an act happen: "the withdrawal" that was ordered before is still planned."""
    if event.status not in HAPPENED or event.when or event.counts or not _is_definite(event, text):
        return event
    earlier = [one for one in before if (one.type, one.mode) == (event.type, event.mode)]
    if earlier and all(one.status not in HAPPENED for one in earlier):
        return replace(event, status=earlier[-1].status)
    return event


def _is_definite(event: EventTag, text: str) -> bool:
    return text[: event.trigger.start].lower().endswith(DEFINITE)
