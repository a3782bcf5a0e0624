"""A report in, its attributions out as claim tags, nested ones with their parents."""

from histor.records.measures import Span
from histor.records.text import Block, Report, readable
from histor.steps.mark.rules.claims.adverbial import adverbial_drafts, headline_draft, opens_with_speaker
from histor.steps.mark.rules.claims.cues import find_cues
from histor.steps.mark.rules.claims.drafts import Draft
from histor.steps.mark.rules.claims.nesting import with_parents
from histor.steps.mark.rules.claims.quotations import with_lone_quotations, with_whole_quotations
from histor.steps.mark.rules.claims.speeches import spoken_paragraphs
from histor.steps.mark.rules.claims.summaries import with_summaries
from histor.steps.mark.rules.claims.verbal import draft_of
from histor.steps.mark.rules.words import Sentence, split_sentences
from histor.steps.mark.tags import ClaimTag

_STOPS = frozenset('.!?:;,…)"”»')


def tag_claims(report: Report) -> tuple[ClaimTag, ...]:
    """Find who is said to say what, in order of first word; page furniture is not read."""
    blocks = readable(report)
    spoken = spoken_paragraphs(report.text, blocks)
    return with_parents([*spoken, *(claim for block in blocks for claim in _claims_of(report.text, block))])


def _claims_of(text: str, block: Block) -> list[ClaimTag]:
    sentences = split_sentences(text, block.start, block.end)
    claims = [_tag(sentence, draft) for sentence in sentences for draft in _drafts(sentence, block)]
    return with_summaries(sentences, with_lone_quotations(text, sentences, with_whole_quotations(text, block, claims)))


def _drafts(sentence: Sentence, block: Block) -> list[Draft]:
    verbal = [draft for cue in find_cues(sentence) if (draft := draft_of(sentence, cue)) is not None]
    set_as_headline = block.kind in {"title", "heading"} or sentence.words[-1].text not in _STOPS
    headline = headline_draft(sentence) if not verbal and (set_as_headline or opens_with_speaker(sentence)) else None
    return [*verbal, *adverbial_drafts(sentence), *([headline] if headline else [])]


def _tag(sentence: Sentence, draft: Draft) -> ClaimTag:
    source = (sentence.stretch(*draft.source),) if draft.source else ()
    content: tuple[Span, ...] = tuple(sentence.stretch(*piece) for piece in draft.content)
    return ClaimTag(source, (sentence.stretch(*draft.cue),), content, draft.stance)
