"""Claim tags of one block in, the same with quotations made whole, over as many sentences as they run."""

from dataclasses import replace
from itertools import pairwise

from histor.records.measures import Span
from histor.records.text import Block
from histor.steps.mark.rules.words import QUOTES, Sentence
from histor.steps.mark.tags import ClaimTag

_CLOSING = {"“": "”", "«": "»"}


def with_whole_quotations(text: str, block: Block, claims: list[ClaimTag]) -> list[ClaimTag]:
    """Stretch each content whose quotation stays open to the marks that open and close it in the block."""
    return [replace(claim, content=tuple(_whole(text, block, span) for span in claim.content)) for claim in claims]


def with_lone_quotations(text: str, sentences: tuple[Sentence, ...], claims: list[ClaimTag]) -> list[ClaimTag]:
    """Give a sentence that is nothing but a quotation to the claim of the sentence before it."""
    grown = list(claims)
    for before, sentence in pairwise(sentences):
        if _is_lone(sentence) and not any(_holds(claim, sentence) for claim in grown):
            number = _last_quoting(text, before, grown)
            if number is not None:
                grown[number] = replace(grown[number], content=(*grown[number].content, sentence.span))
    return grown


def _whole(text: str, block: Block, span: Span) -> Span:
    inside = text[span.start : span.end]
    if inside.count('"') % 2 == 1:
        return _stretched(text, block, span)
    for opening, closing in _CLOSING.items():
        missing = inside.count(opening) - inside.count(closing)
        if missing > 0:
            end = text.find(closing, span.end, block.end)
            return Span(span.start, end + 1) if end >= 0 else span
        if missing < 0:
            start = text.rfind(opening, block.start, span.start)
            return Span(start, span.end) if start >= 0 else span
    return span


def _stretched(text: str, block: Block, span: Span) -> Span:
    """Close or open a straight quotation mark that stands alone in a span."""
    at = text.find('"', span.start, span.end)
    if text[at + 1 : at + 2].isalnum():
        end = text.find('"', span.end, block.end)
        return Span(span.start, end + 1) if end >= 0 else span
    start = text.rfind('"', block.start, span.start)
    return Span(start, span.end) if start >= 0 else span


def _is_lone(sentence: Sentence) -> bool:
    words = [word.text for word in sentence.words]
    return len(words) > 2 and words[0] in QUOTES and (words[-1] in QUOTES or words[-2] in QUOTES)


def _holds(claim: ClaimTag, sentence: Sentence) -> bool:
    return any(span.start < sentence.span.end and sentence.span.start < span.end for span in claim.content)


def _last_quoting(text: str, sentence: Sentence, claims: list[ClaimTag]) -> int | None:
    """Give the last claim made in this sentence."""
    inside = [
        number
        for number, claim in enumerate(claims)
        if claim.cue
        and sentence.span.start <= claim.cue[0].start < sentence.span.end
        and text[claim.cue[0].start].isalpha()
    ]
    return max(inside, default=None)
