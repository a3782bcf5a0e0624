"""Mentions: a report's names, days and counts in, one list of them in the order of the text out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from histor.codebook.numbers import find_counts
from histor.records.measures import Span
from histor.records.record import Mention, MentionKind
from histor.records.register import ActorKind
from histor.steps.link.entries import of_register
from histor.steps.link.places import site_of
from histor.steps.link.scan import Hit
from histor.steps.link.setting import Setting
from histor.steps.link.times import Times

_KINDS: dict[ActorKind, MentionKind] = {
    "state": "state", "body": "body", "group": "group", "person": "person", "people": "nationality", "outlet": "outlet",
    "monitor": "body", "international": "body",
}  # fmt: skip

Found = tuple[Span, MentionKind, str | None]  # where, what kind, key of the register


def mentions_of(setting: Setting, times: Times) -> tuple[Mention, ...]:
    """List what is named, ids m1, m2 … in the order of the text; no two mentions overlap."""
    found = [_named(hit, setting) for hit in setting.hits]
    taken = [span for span, _, _ in found]
    days: list[Found] = [(when.span, "date", None) for when in times.whens if when.span and _is_free(when.span, taken)]
    taken = sorted([*taken, *(span for span, _, _ in days)])
    counts: list[Found] = [(span, "count", None) for span in _counts(setting) if _is_free(span, taken)]
    ordered = sorted([*found, *days, *counts], key=lambda row: row[0])
    return tuple(Mention(f"m{number}", span, kind, ref) for number, (span, kind, ref) in enumerate(ordered, start=1))


def _named(hit: Hit, setting: Setting) -> Found:
    if hit.nationality and not any(actor.kind == "state" for actor in hit.actors):
        return hit.span, "nationality", f"state:{hit.nationality}"
    if hit.actors:
        actor = of_register(hit, setting)
        return hit.span, _KINDS[(actor or hit.actors[0]).kind], actor.ref if actor else None
    site = site_of(hit, setting)
    precise = (site or hit.sites[0]).precision
    return hit.span, "facility" if precise == "site" else "place", site.ref if site else None


def _counts(setting: Setting) -> Iterator[Span]:
    for block in setting.blocks:
        yield from find_counts(setting.text, block.start, block.end)


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    """Tell whether no span of an ordered list overlaps."""
    index = bisect_right(taken, span)
    before = index > 0 and taken[index - 1].end > span.start
    after = index < len(taken) and taken[index].start < span.end
    return not before and not after
