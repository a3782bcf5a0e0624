"""A cue in the passive in, its claim as a draft out: "X is accused of …", "it was agreed to …", "claimed by X"."""

from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.claims.cues import Cue, word_before
from histor.steps.mark.rules.claims.drafts import Draft
from histor.steps.mark.rules.claims.ends import end_of_content
from histor.steps.mark.rules.claims.subjects import is_finite, named_before, subject_of
from histor.steps.mark.rules.phrases import Phrase
from histor.steps.mark.rules.verbs import is_verb
from histor.steps.mark.rules.words import Sentence

_PASSIVE = frozenset(
    """accuse believe report suspect blame think allege say claim charge estimate understand agree deny reject
    order announce""".split()
)


_CLAIMED_OF = frozenset("claim announce report deny reject condemn confirm propose".split())
_AFTER_AGENT = frozenset("of to that , . for who which after before in on at during amid and but".split())


def is_passive(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether the cue is in the passive and its verb says something of its subject."""
    before = word_before(sentence, cue.first)
    return before in lexicon.BE and cue.form in {"past", "participle"} and cue.base in _PASSIVE


def draft_passive(sentence: Sentence, cue: Cue) -> Draft | None:
    """ "X is accused of Y", "X is believed to have …", "it was reported that …": nobody need be named."""
    agent = _agent(sentence, cue.last + 1)
    start = agent[1] + 1 if agent else cue.last + 1
    if start >= len(sentence.words):
        return None
    subject = subject_of(sentence, cue.first)
    end = end_of_content(sentence, start)
    if sentence.words[start].lower == "that":
        return Draft(agent, (cue.first, cue.last), ((start + 1, end),), cue.entry.stance)
    if agent and cue.base in _CLAIMED_OF:
        return draft_by_agent(sentence, cue)
    if not _goes_on(sentence, cue, start) or end < start:
        return None
    told = subject is not None and sentence.words[subject[0]].lower != "it"
    pieces = (subject, (start, end)) if subject and told else ((start, end),)
    return Draft(agent, (cue.first, cue.last), pieces, cue.entry.stance)


def _goes_on(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Tell whether what follows the passive belongs to what is said ("are reported killed", "is believed to …")."""
    word = sentence.words[start].lower
    if cue.base == "report":
        return is_verb(sentence, start) or word in {"to", "in", "at", "near", "dead", "overnight"}
    return word in {"of", "to", "by", "for"}


def draft_by_agent(sentence: Sentence, cue: Cue) -> Draft | None:
    """ "The truce announced by both sides", "an attack claimed by X": the noun before is what is said."""
    agent = _agent(sentence, cue.last + 1)
    if agent is None or cue.base not in _CLAIMED_OF:
        return None
    subject = subject_of(sentence, cue.first)
    return Draft(agent, (cue.first, cue.last), (subject,), cue.entry.stance) if subject else None


def _agent(sentence: Sentence, at: int) -> Phrase | None:
    if at + 1 >= len(sentence.words) or sentence.words[at].lower != "by":
        return None
    last = at + 1
    while last + 1 < len(sentence.words) and not _ends_agent(sentence, last + 1):
        last += 1
    return named_before(sentence, last)


def _ends_agent(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].lower in _AFTER_AGENT or is_finite(sentence, at)
