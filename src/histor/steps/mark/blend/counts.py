"""Events of the marker, the rules' events and the text in, the same events with their counts put right out.

The marker sees which words say how many; what they count, the counted noun or its verb says more surely, and a number
belongs to the act of its own sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from histor.records.measures import Span, What
from histor.steps.mark.blend.sentences import parted
from histor.steps.mark.spans import overlap
from histor.steps.mark.tags import CountTag, EventTag

_THINGS: frozenset[What] = frozenset({"vehicles", "vessels", "aircraft", "missiles", "weapons"})
# What the marker says, and what the rules must read there to be believed: each held on the marked-up reports.
_SURER: dict[What, frozenset[What]] = {
    "wounded": frozenset({"displaced", "killed"}),
    "killed": _THINGS,
    "prisoners": _THINGS,
    "other": _THINGS,
}
_ARTICLE = re.compile(
    r"an? (?!dozen|score|hundred|thousand|million|couple|pair|handful|few|quarter|half|minimum)", re.I
)
_KILLED_AND_WOUNDED = re.compile(
    r"(?: [\w-]+){0,8}? (?:killed|dead|died) (?:and|or) (?:were )?(?:injured|wounded|hurt)\b(?! (?:another|some|\d))"
    r"|(?: [\w-]+)? casualties\b"
)


def settle_counts(events: Sequence[EventTag], ruled: Sequence[EventTag], text: str) -> list[EventTag]:
    """Give the events with each count under what it counts, and none with a count of another act's sentence."""
    read = [count for event in ruled for count in event.counts]
    owners = {count.span: [event for event in events if count in event.counts] for e in events for count in e.counts}
    return [
        replace(
            event,
            counts=tuple(
                _named(count, read, text)
                for count in event.counts
                if not _is_article(count.span, text) and not _is_others(count.span, event, owners[count.span], text)
            ),
        )
        for event in events
    ]


def _named(count: CountTag, read: Sequence[CountTag], text: str) -> CountTag:
    """Say what a number counts: the dead and wounded together, or what the rules read more surely."""
    if count.what in {"killed", "wounded"} and _KILLED_AND_WOUNDED.match(text, count.span.end):
        return replace(count, what="other")
    beside = next((one for one in read if overlap(one.span, count.span)), None)
    surer = beside is not None and beside.what in _SURER.get(count.what, frozenset())
    return replace(count, what=beside.what) if beside and surer else count


def _is_article(span: Span, text: str) -> bool:
    """Tell whether the words say no number: "a soldier" is not counted."""
    return bool(_ARTICLE.match(text, span.start, span.end))


def _is_others(span: Span, event: EventTag, owners: Sequence[EventTag], text: str) -> bool:
    """Tell whether a number stands in another sentence than this act, where another act has it."""
    own, *_ = sorted(owners, key=lambda owner: abs(owner.trigger.start - span.start))
    return own is not event and parted(event.trigger, span, text) and not parted(own.trigger, span, text)
