"""A text and the claims in it, given as words, in; its events as words out, for tests of the event rules."""

from dataclasses import dataclass

from histor.records.claims import Stance
from histor.records.measures import Span, Spans
from histor.records.text import Block, Published, Report, quote
from histor.steps.mark.rules.events import tag_events
from histor.steps.mark.tags import ClaimTag, EventTag


@dataclass(frozen=True)
class Seen:
    trigger: str
    type: str
    mode: str | None
    status: str
    claim: int | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    when: str | None
    counts: tuple[tuple[str, str], ...]
    tag: EventTag


def report_of(text: str) -> Report:
    """Give a report of 14 March 2016 whose paragraphs are the lines of the text."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    return Report("r-1", "test", "", text, tuple(blocks), Published("2016-03-14", "2016-03-14", "day", "given"))


def saying(text: str, source: str, cue: str, content: str, stance: Stance, parent: int | None = None) -> ClaimTag:
    """Give the claim whose parts are these words of the text."""
    return ClaimTag(_find(text, source), _find(text, cue), _find(text, content), stance, parent)


def events_in(text: str, *claims: ClaimTag) -> list[Seen]:
    """Give the events of the text as words."""
    return [_seen(text, tag) for tag in tag_events(report_of(text), claims)]


def event_in(text: str, trigger: str, *claims: ClaimTag) -> Seen:
    """Give the one event with this trigger."""
    found = [event for event in events_in(text, *claims) if event.trigger == trigger]
    assert len(found) == 1, [event.trigger for event in events_in(text, *claims)]
    return found[0]


def _find(text: str, words: str) -> Spans:
    start = text.index(words)
    return (Span(start, start + len(words)),) if words else ()


def _seen(text: str, tag: EventTag) -> Seen:
    def words(span: Span | None) -> str | None:
        return text[span.start : span.end] if span else None

    return Seen(
        trigger=text[tag.trigger.start : tag.trigger.end],
        type=tag.type,
        mode=tag.mode,
        status=tag.status,
        claim=tag.claim,
        actors=tuple(quote(text, spans) for spans in tag.actors),
        recipients=tuple(quote(text, spans) for spans in tag.recipients),
        place=words(tag.place),
        when=words(tag.when),
        counts=tuple((count.what, text[count.span.start : count.span.end]) for count in tag.counts),
        tag=tag,
    )
