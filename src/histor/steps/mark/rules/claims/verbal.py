"""A cue verb of a sentence in, its claim as a draft out: who, by which words, what."""

from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.claims.around import draft_around, draft_inverted, is_tail
from histor.steps.mark.rules.claims.contents import Content, content_after
from histor.steps.mark.rules.claims.cues import Cue, word_before
from histor.steps.mark.rules.claims.drafts import Draft
from histor.steps.mark.rules.claims.passive import draft_by_agent, draft_passive, is_passive
from histor.steps.mark.rules.claims.stances import stance_of
from histor.steps.mark.rules.claims.subjects import main_subject, subject_of
from histor.steps.mark.rules.phrases import Phrase
from histor.steps.mark.rules.words import Sentence


def draft_of(sentence: Sentence, cue: Cue) -> Draft | None:
    """Work out the claim that a cue verb makes; None when what a claim needs is not there."""
    if is_passive(sentence, cue):
        return draft_passive(sentence, cue)
    if _is_reduced(sentence, cue):
        return draft_by_agent(sentence, cue)
    if _claims_lives(sentence, cue) or _is_infinitive(sentence, cue):
        return None
    return draft_inverted(sentence, cue) or _active(sentence, cue)


def _active(sentence: Sentence, cue: Cue) -> Draft | None:
    """Prefer what follows the cue, unless the sentence ends with the attribution."""
    forward = content_after(sentence, cue)
    around = draft_around(sentence, cue)
    if around is not None and (forward is None or is_tail(sentence, cue)):
        return around
    return _forward(sentence, cue, forward) if forward else None


def _forward(sentence: Sentence, cue: Cue, content: Content) -> Draft | None:
    source = _speaker(sentence, cue)
    stance = stance_of(sentence, cue, content)
    if source is None or stance is None:
        return None
    return Draft(source, (cue.first, cue.last), content.pieces, stance)


def _speaker(sentence: Sentence, cue: Cue) -> Phrase | None:
    if cue.form == "ing" and word_before(sentence, cue.first) not in lexicon.BE:
        return main_subject(sentence, cue.first)
    return subject_of(sentence, cue.first)


def _is_infinitive(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether the cue only says what may yet be said ("to inform him that …"); "continues to say" is no such."""
    if cue.form != "base" or word_before(sentence, cue.first) != "to":
        return False
    return cue.first < 2 or not sentence.words[cue.first - 2].lower.startswith("continu")


def _claims_lives(sentence: Sentence, cue: Cue) -> bool:
    following = {word.lower for word in sentence.words[cue.last + 1 : cue.last + 6]}
    return cue.base == "claim" and bool(following & {"lives", "life"})


def _is_reduced(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a past form describes a noun ("the truce declared by …", "is denied")."""
    if cue.form not in {"past", "participle"}:
        return False
    by = cue.last + 1 < len(sentence.words) and sentence.words[cue.last + 1].lower == "by"
    return by or word_before(sentence, cue.first) in lexicon.BE
