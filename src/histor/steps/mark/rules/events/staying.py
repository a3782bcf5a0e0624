"""An event in, whether it can be what it was read as out: only a force or its site stays somewhere."""

import re

from histor.codebook.acts.forces import STAYS_SO, names_force
from histor.records.text import quote
from histor.steps.mark.tags import EventTag

_STAYING = frozenset({"remain", "base"})
_LONGEST_OBJECT = 60  # code points after "maintain" or "keep" in which what is kept stands
_KEEPING = re.compile(r"(?:maintain|keep|establish|set)", re.IGNORECASE)
_OBJECT_ENDS = re.compile(r"[.;]|\b(?:about|over|with|between|regarding)\b")
_HOW_IT_IS = re.compile(r"(?:remain|stay)", re.IGNORECASE)  # verbs that also tell how something is


def can_be(event: EventTag, text: str) -> bool:
    """Tell whether an event is no staying, or a force or its site stays: relations that "remain active" do not."""
    if event.posture not in _STAYING:
        return True
    named = [quote(text, party) for party in (*event.actors, *event.recipients)]
    if _KEEPING.match(text, event.trigger.start):
        named.append(_OBJECT_ENDS.split(text[event.trigger.end : event.trigger.end + _LONGEST_OBJECT])[0])
    return any(map(names_force, named)) and _is_staying(event, text)


def _is_staying(event: EventTag, text: str) -> bool:
    if not _HOW_IT_IS.match(text, event.trigger.start):
        return True
    return STAYS_SO.match(text, event.trigger.end) is not None
