"""Claim tags of a paragraph that introduces quoted copy in, the same with a sentence that goes on summing up out."""

from dataclasses import replace
from itertools import pairwise

from histor.steps.mark.rules.words import Sentence
from histor.steps.mark.spans import holds
from histor.steps.mark.tags import ClaimTag

_TIES = frozenset("they their it its he his she her these this".split())


def with_summaries(sentences: tuple[Sentence, ...], claims: list[ClaimTag]) -> list[ClaimTag]:
    """Lengthen a claim by the sentence after it that ends in a colon and goes on about the same one.

    "X has shifted, the ministry said. Their raids avoid the city, although …:" is the ministry's word in both
    sentences: the copy that follows the colon says so.
    """
    grown = list(claims)
    for before, sentence in pairwise(sentences):
        if _sums_up(sentence, grown):
            number = _closing_claim(before, grown)
            if number is not None:
                piece = sentence.stretch(0, len(sentence.words) - 2)
                grown[number] = replace(grown[number], content=(*grown[number].content, piece))
    return grown


def _sums_up(sentence: Sentence, claims: list[ClaimTag]) -> bool:
    tied = len(sentence.words) > 2 and sentence.words[0].lower in _TIES and sentence.words[-1].text == ":"
    return tied and not any(holds((sentence.span,), cue) for claim in claims for cue in claim.cue)


def _closing_claim(sentence: Sentence, claims: list[ClaimTag]) -> int | None:
    """Give the claim whose attribution closes this sentence ("…, the ministry said earlier today.")."""
    for number, claim in enumerate(claims):
        closes = claim.source and claim.cue and claim.content[-1].end <= claim.source[0].start
        if closes and holds((sentence.span,), claim.cue[0]):
            return number
    return None
