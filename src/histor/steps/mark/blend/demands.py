"""Events in their order in, the same out, where a demand or a threat and the act that it speaks of share their parties.

"Kyiv urged Minsk to withdraw its troops": whom the demand goes to is who would withdraw. The shares were counted in the
4,853 reports that train the marker, not in those that it is measured on.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from histor.records.events import EventType, Status
from histor.steps.mark.tags import EventTag

LONGEST: Final = 150  # code points from a demand to its act
_OPEN: Final[tuple[Status, ...]] = ("hypothetical", "planned", "threatened")
_MUTUAL: Final[tuple[EventType, ...]] = ("CONSULT", "AGREE", "PROTEST")  # acts in which who asks may take part
_SENTENCE_END = re.compile(r"[.!?][\"”]?\s")


def with_demands(events: Sequence[EventTag], text: str) -> tuple[EventTag, ...]:
    """Give the events; each demand or threat and the next open act of its sentence tell each other's parties."""
    settled = list(events)
    for at, event in enumerate(settled):
        act_at = _act_of(settled, at, text) if event.type in ("REQUEST", "THREATEN") else None
        if act_at is not None:
            settle = _demanded if event.type == "REQUEST" else _threatened
            settled[at], settled[act_at] = settle(event, settled[act_at])
    return tuple(settled)


def _act_of(events: Sequence[EventTag], at: int, text: str) -> int | None:
    """Give where the next act stands that is not said to have happened; None: the sentence has none."""
    start = events[at].trigger.end
    for number in range(at + 1, len(events)):
        begin = events[number].trigger.start
        if begin - start > LONGEST or _SENTENCE_END.search(text, start, begin):
            return None
        if events[number].status in _OPEN:
            return number
    return None


def _demanded(demand: EventTag, act: EventTag) -> tuple[EventTag, EventTag]:
    """Who is asked is who would act (144 of 156), not who asks (183 of 190); a truce asked for has no doer."""
    if act.type in _MUTUAL:
        return demand, act
    act = replace(act, actors=tuple(actor for actor in act.actors if actor not in demand.actors))
    if act.mode == "ceasefire":
        return demand, act
    asked = demand.recipients or act.actors
    return replace(demand, recipients=asked), replace(act, actors=act.actors or demand.recipients)


def _threatened(threat: EventTag, act: EventTag) -> tuple[EventTag, EventTag]:
    """Who threatens is who would act, unless another is named (136 of 159); it is threatened then (134 of 136)."""
    act = replace(act, actors=act.actors or threat.actors)
    if act.actors == threat.actors and threat.actors:
        act = replace(act, status="threatened")
    return threat, act
