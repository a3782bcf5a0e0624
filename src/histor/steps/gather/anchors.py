"""An event's standing in, whether it can hold a group together out; and which bonds tie two that cannot.

An event that is anchored has one day and an exact place. The others may have been on any of several days, or anywhere
in a region: if they tied groups together, one day of a war would hang together with the next, and so on to its end.
They join the anchored group that they fit best; what fits none stands together with its like.
"""

from histor.records.events import EXACT
from histor.records.standing import Standing

STRONG = 0.85  # a bond from here on ties two events without an anchor, whatever their last days (docs/fusion.md)


def anchored(event: Standing) -> bool:
    """Tell whether an event has one day and an exact place."""
    days = event.days
    if days is None or days.approximate or days.start != days.end:
        return False
    return any(spot.precision in (None, *EXACT) for spot in event.spots)


def tied(one: Standing, other: Standing, score: float) -> bool:
    """Tell whether a bond ties two events without an anchor."""
    return score >= STRONG or _last(one) == _last(other)


def _last(event: Standing) -> str:
    return event.days.end if event.days else ""
