"""A record in, its text as it is shown out: blocks with their voices, and in them claims within claims and triggers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from histor.records.claims import Claim, chain
from histor.records.events import Event, Status
from histor.records.measures import Span
from histor.records.record import Record
from histor.records.text import Block, Report
from histor.web.cutting import Mark, Piece, cut

COLOURS = 6  # of voices, in `base.css`; a seventh speaker begins again with the first


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as the page shows it."""

    claim: Claim
    number: int  # from 1, in the order of the text
    depth: int  # claims that it stands in
    colour: int  # of its speaker
    speaker: str
    chain: tuple[str, ...]
    words: str
    events: tuple[Event, ...]  # that stand on its word
    is_copy: bool  # a whole block of somebody's copy: it is told at the block and not underlined


@dataclass(frozen=True, slots=True)
class Token:
    """The next thing to write: the beginning of a claim's content, its end, or words."""

    kind: Literal["open", "close", "words"]
    told: Told | None = None  # of an opening
    first: bool = False  # the content begins here, and is not only taken up again
    text: str = ""
    roles: tuple[str, ...] = ()  # of words: source, cue, trigger, sought
    claims: tuple[str, ...] = ()  # ids of the claims whose source or cue these words are
    event: str = ""  # id, if they are a trigger
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of the text."""

    block: Block
    tokens: tuple[Token, ...]
    voice: str | None  # whose words it is, if not the report's own

    def repeats(self, title: str | None) -> bool:
        """Tell whether it is the title once more, with nothing marked in it."""
        bare = all(token.kind == "words" and not token.roles for token in self.tokens)
        words = "".join(token.text for token in self.tokens)
        return bare and self.block.kind == "title" and words.strip() == (title or "").strip()


@dataclass(frozen=True, slots=True)
class _Role:
    """What words are, besides standing in contents."""

    name: str
    claim: str = ""
    event: str = ""
    status: Status | None = None


def told_in(record: Record) -> tuple[Told, ...]:
    """Give the claims of a record in the order of their words, each outer one before those within it."""
    claims = {claim.id: claim for claim in record.claims}
    order = sorted(record.claims, key=lambda claim: (_start(claim), _depth(claim, claims), claim.id))
    colours: dict[str, int] = {}
    return tuple(_told(claim, number, record, claims, colours) for number, claim in enumerate(order, 1))


def blocks_of(record: Record, told: Sequence[Told], sought: Span | None = None) -> Iterator[Shown]:
    """Give the text block by block; what stands in no block is shown as a paragraph, so that no word is lost.

    The words that are sought are marked as such.
    """
    report = record.report
    marks = [*_contents(told), *_roles(record), *([_mark(sought, _Role("sought"))] if sought else ())]
    for block in _stretches(report):
        found = cut(report.text, Span(block.start, block.end), marks)
        yield Shown(block, tuple(_tokens(found)), block.outlet if block.kind == "quote" else None)


def own_events(record: Record) -> tuple[Event, ...]:
    """Give the events that the report states in its own voice."""
    return tuple(event for event in record.events if event.claim is None)


def _told(claim: Claim, number: int, record: Record, claims: Mapping[str, Claim], colours: dict[str, int]) -> Told:
    voices = chain(claim, claims, record.report.outlet)
    text = record.report.text
    named = claim.speaker.name if claim.speaker else None
    speaker = named or " ".join(text[span.start : span.end] for span in claim.source) or "unnamed"
    return Told(
        claim=claim,
        number=number,
        depth=_depth(claim, claims),
        colour=colours.setdefault(speaker, len(colours)) % COLOURS,
        speaker=speaker,
        chain=voices,
        words=" … ".join(text[span.start : span.end] for span in claim.content),
        events=tuple(event for event in record.events if event.claim == claim.id),
        is_copy=claim.manner == "block",
    )


def _start(claim: Claim) -> int:
    return min((span.start for span in (*claim.content, *claim.source, *claim.cue)), default=0)


def _depth(claim: Claim, claims: Mapping[str, Claim]) -> int:
    depth, seen = 0, {claim.id}
    while claim.parent is not None and claim.parent in claims and claim.parent not in seen:
        claim = claims[claim.parent]
        seen.add(claim.id)
        depth += 1
    return depth


def _stretches(report: Report) -> Iterator[Block]:
    """Give the blocks, and a paragraph for words between them; a blank between blocks is none."""
    at = 0
    for block in sorted(report.blocks, key=lambda block: (block.start, block.end)):
        yield from _gap(report.text, at, block.start)
        if block.end > at:
            yield Block(max(block.start, at), block.end, block.kind, block.outlet, block.basis)
        at = max(at, block.end)
    yield from _gap(report.text, at, len(report.text))


def _gap(text: str, start: int, end: int) -> Iterator[Block]:
    if text[start:end].strip():
        yield Block(start, end, "paragraph")


def _contents(told: Sequence[Told]) -> Iterator[Mark[Told | _Role]]:
    """Give the contents, outer ones first, so that what is cut nests in the same order everywhere."""
    for each in sorted(told, key=lambda one: (one.depth, one.number)):
        if not each.is_copy:
            yield from (_mark(span, each) for span in each.claim.content)


def _roles(record: Record) -> Iterator[Mark[Told | _Role]]:
    for claim in record.claims:
        yield from (_mark(span, _Role("source", claim.id)) for span in claim.source)
        yield from (_mark(span, _Role("cue", claim.id)) for span in claim.cue)
    for event in record.events:
        yield _mark(event.trigger, _Role("trigger", event=event.id, status=event.status))


def _mark(span: Span, what: Told | _Role) -> Mark[Told | _Role]:
    return Mark(span, what)


def _tokens(pieces: Iterable[Piece[Told | _Role]]) -> Iterator[Token]:
    """Write pieces as nested contents: what the next piece no longer stands in is closed, what it enters is opened."""
    stack: list[Told] = []
    begun: set[str] = set()
    for piece in pieces:
        within = [mark for mark in piece.marks if isinstance(mark, Told)]
        same = sum(1 for _ in _alike(stack, within))
        yield from (Token("close") for _ in stack[same:])
        for each in within[same:]:
            yield Token("open", each, first=each.claim.id not in begun)
            begun.add(each.claim.id)
        stack = within
        yield _words(piece.text, [mark for mark in piece.marks if isinstance(mark, _Role)])
    yield from (Token("close") for _ in stack)


def _alike(one: Sequence[Told], other: Sequence[Told]) -> Iterator[Told]:
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            return
        yield mine


def _words(text: str, roles: Sequence[_Role]) -> Token:
    trigger = next((role for role in roles if role.event), None)
    return Token(
        "words",
        text=text,
        roles=tuple(dict.fromkeys(role.name for role in roles)),
        claims=tuple(dict.fromkeys(role.claim for role in roles if role.claim)),
        event=trigger.event if trigger else "",
        status=trigger.status if trigger else None,
    )
