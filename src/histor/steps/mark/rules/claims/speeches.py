"""Blocks in, the claims whose words are whole paragraphs out: "The message reads, in part:" and what stands below."""

from histor.records.measures import Span
from histor.records.text import Block
from histor.steps.mark.rules.claims.cues import Cue, find_cues
from histor.steps.mark.rules.claims.subjects import subject_of
from histor.steps.mark.rules.words import Sentence, split_sentences
from histor.steps.mark.tags import ClaimTag

_OPENING = ("“", "«", '"')
_CLOSING = ("”", "»", '"')
_SPEAKING = frozenset("say read state write note add declare stress announce reply answer respond tell".split())


def spoken_paragraphs(text: str, blocks: tuple[Block, ...]) -> list[ClaimTag]:
    """Find each paragraph that ends in a cue and a colon, and give it the quotation that the next blocks are."""
    claims = []
    for number, block in enumerate(blocks[:-1]):
        content = _quotation_below(text, blocks[number + 1 :])
        if content and text[block.start : block.end].rstrip().endswith(":"):
            claims.extend(_introduced(text, block, content))
    return claims


def _introduced(text: str, block: Block, content: tuple[Span, ...]) -> list[ClaimTag]:
    sentence = split_sentences(text, block.start, block.end)[-1]
    cue = _speaking_cue(sentence)
    source = subject_of(sentence, cue.first) if cue else None
    if cue is None or source is None:
        return []
    return [ClaimTag((sentence.stretch(*source),), (sentence.stretch(cue.first, cue.last),), content, "asserts")]


def _speaking_cue(sentence: Sentence) -> Cue | None:
    return next((cue for cue in reversed(find_cues(sentence)) if cue.base in _SPEAKING and not cue.negated), None)


def _quotation_below(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """Give the blocks from one that opens with a quotation mark to the one that closes with its partner."""
    found: list[Span] = []
    for block in blocks:
        words = text[block.start : block.end].strip()
        if block.kind == "quote" or (not found and not words.startswith(_OPENING)):
            return ()
        found.append(Span(block.start, block.end))
        if words.rstrip(".").endswith(_CLOSING):
            return tuple(found)
    return ()
