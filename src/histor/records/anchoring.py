"""A claim or event in, the words that a decision is pinned to out; and such words in, what is read there out."""

import hashlib
from collections.abc import Sequence
from typing import Literal

from histor.records.claims import Claim
from histor.records.decisions import Anchor, Side
from histor.records.events import Event
from histor.records.measures import Span, Spans
from histor.records.record import Record
from histor.records.text import quote


def anchor_of_event(record: Record, event: Event, sentence: Span, *, side: Side = "one") -> Anchor:
    """Pin an event to its trigger; `sentence` is the one around it."""
    twins = [each.id for each in record.events if each.trigger == event.trigger]
    return _anchor(record, "event", (event.trigger,), sentence, twins.index(event.id), side)


def anchor_of_claim(record: Record, claim: Claim, sentence: Span) -> Anchor:
    """Pin a claim to its content; `sentence` is the one around it."""
    twins = [each.id for each in record.claims if each.content == claim.content]
    return _anchor(record, "claim", claim.content or claim.cue, sentence, twins.index(claim.id), "one")


def hash_of(text: str) -> str:
    """Give the hash by which a report's words are known."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def located(anchor: Anchor, text: str) -> Spans | None:
    """Find where the words stand in a text: in the same one where they stood, in another where their sentence is.

    None if the text lacks the sentence or has it more than once.
    """
    if hash_of(text) == anchor.text:
        return anchor.spans
    if not anchor.sentence or text.count(anchor.sentence) != 1:
        return None
    moved = text.index(anchor.sentence) - anchor.sentence_start
    return tuple(Span(span.start + moved, span.end + moved) for span in anchor.spans)


def find_event(anchor: Anchor, record: Record) -> Event | None:
    """Find the event at the words: of this very trigger, else the only one whose trigger shares words with it."""
    spans = located(anchor, record.report.text)
    if not spans:
        return None
    same = [event for event in record.events if event.trigger == spans[0]]
    if same:
        return same[anchor.ordinal] if anchor.ordinal < len(same) else None
    near = [event for event in record.events if _meet((event.trigger,), spans)]
    return near[0] if len(near) == 1 else None


def find_claim(anchor: Anchor, record: Record) -> Claim | None:
    """Find the claim at the words: of this very content, else the only one whose content begins or ends with it."""
    spans = located(anchor, record.report.text)
    if not spans:
        return None
    same = [claim for claim in record.claims if (claim.content or claim.cue) == spans]
    if same:
        return same[anchor.ordinal] if anchor.ordinal < len(same) else None
    near = [claim for claim in record.claims if _share_an_end(claim.content or claim.cue, spans)]
    return near[0] if len(near) == 1 else None


def _anchor(
    record: Record, item: Literal["claim", "event"], spans: Spans, sentence: Span, ordinal: int, side: Side
) -> Anchor:
    report = record.report
    return Anchor(
        item=item,
        text=hash_of(report.text),
        key=report.key,
        outlet=report.outlet,
        day=report.published.start,
        spans=spans,
        words=quote(report.text, spans),
        sentence=report.text[sentence.start : sentence.end],
        sentence_start=sentence.start,
        ordinal=ordinal,
        side=side,
    )


def _meet(one: Spans, other: Spans) -> bool:
    return any(mine.start < theirs.end and theirs.start < mine.end for mine in one for theirs in other)


def _share_an_end(one: Sequence[Span], other: Sequence[Span]) -> bool:
    if not one or not other:
        return False
    return one[0].start == other[0].start or one[-1].end == other[-1].end
