"""A cue verb of a sentence in, its claim as a draft out: who, by which words, what."""

from dataclasses import dataclass

from histor.records.claims import Stance
from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.claims.contents import Content, content_after, content_before
from histor.steps.mark.rules.claims.cues import Cue
from histor.steps.mark.rules.claims.ends import PLAIN_SAYING, end_of_content
from histor.steps.mark.rules.claims.stances import stance_of
from histor.steps.mark.rules.claims.subjects import is_finite, main_subject, named_before, subject_of
from histor.steps.mark.rules.phrases import Phrase, phrase_after
from histor.steps.mark.rules.verbs import is_verb
from histor.steps.mark.rules.words import QUOTES, Sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim of one sentence, in indices of words, both included."""

    source: Phrase | None
    cue: Phrase
    content: tuple[Phrase, ...]
    stance: Stance


_PASSIVE = frozenset(
    """accuse believe report suspect blame think allege say claim charge estimate understand agree deny reject
    order""".split()
)


def draft_of(sentence: Sentence, cue: Cue) -> Draft | None:
    """Work out the claim that a cue verb makes; None when what a claim needs is not there."""
    if _is_passive(sentence, cue):
        return _passive(sentence, cue)
    if _is_reduced(sentence, cue) or _claims_lives(sentence, cue) or _is_infinitive(sentence, cue):
        return None
    inverted = _inverted(sentence, cue)
    if inverted is not None:
        return inverted
    forward = content_after(sentence, cue)
    around = _around(sentence, cue)
    if around is not None and (forward is None or _is_tail(sentence, cue)):
        return around
    if forward is None:
        return None
    return _forward(sentence, cue, forward)


def _forward(sentence: Sentence, cue: Cue, content: Content) -> Draft | None:
    source = _speaker(sentence, cue)
    if source is None:
        return None
    stance = stance_of(sentence, cue, content)
    if stance is None:
        return None
    return Draft(source, (cue.first, cue.last), content.pieces, stance)


def _speaker(sentence: Sentence, cue: Cue) -> Phrase | None:
    if cue.form == "ing" and not _is_progressive(sentence, cue):
        return main_subject(sentence, cue.first)
    return subject_of(sentence, cue.first)


def _is_progressive(sentence: Sentence, cue: Cue) -> bool:
    return cue.first > 0 and sentence.words[cue.first - 1].lower in lexicon.BE


def _around(sentence: Sentence, cue: Cue) -> Draft | None:
    """The content stands before its source and cue ("…, X said", "…, said X") or around them."""
    if not cue.entry.frames & {"clause", "person-clause"}:
        return None
    source = subject_of(sentence, cue.first)
    if source is None or (
        cue.base == "say" and cue.last + 1 < len(sentence.words) and sentence.words[cue.last + 1].lower == "the"
    ):
        return _unmarked_inversion(sentence, cue)
    source = _last_noun(sentence, source)
    if source[0] == 0:
        return None
    before = content_before(sentence, source[0] - 1)
    if before is None or not _is_said_so_far(sentence, cue, source[0]):
        return None
    return Draft(source, (cue.first, cue.last), (before, *_rest(sentence, cue.last + 1)), cue.entry.stance)


def _inverted(sentence: Sentence, cue: Cue) -> Draft | None:
    """ "…," said X."""
    at = cue.first - 1
    if not cue.entry.frames & {"clause", "person-clause"}:
        return None
    if at < 1 or sentence.words[at].text not in QUOTES | {","} or cue.form == "ing":
        return None
    last = _end_of_name(sentence, cue.last + 1)
    before = content_before(sentence, at)
    if sentence.words[at].text == "," and _has_clause(sentence, cue.last + 1, last):
        return None
    if last <= cue.last or before is None or sentence.words[cue.last + 1].lower in {"that", "to", "on", "in"}:
        return None
    return Draft((cue.last + 1, last), (cue.first, cue.last), (before, *_rest(sentence, last + 1)), cue.entry.stance)


def _has_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a stretch holds "that" or a verb of its own, so that it is no mere name."""
    stretch = range(first, last + 1)
    if any(sentence.words[at].lower in {"who", "which"} for at in stretch):
        return False
    return any(sentence.words[at].lower == "that" or is_finite(sentence, at) for at in stretch)


def _unmarked_inversion(sentence: Sentence, cue: Cue) -> Draft | None:
    """ "… said the Observatory." in copy that sets no commas."""
    after = cue.last + 1
    opens = after < len(sentence.words) and (sentence.words[after].lower == "the" or sentence.words[after].is_name_like)
    if cue.base != "say" or cue.first < SHORTEST_UNMARKED or not opens:
        return None
    last = _end_of_name(sentence, after)
    before = content_before(sentence, cue.first - 1)
    if before is None or any(is_finite(sentence, at) for at in range(after, last)):
        return None
    return Draft((after, last), (cue.first, cue.last), (before,), cue.entry.stance)


def _last_noun(sentence: Sentence, source: Phrase) -> Phrase:
    """Cut a source that ran into what was said before it: keep it from its last article or name on."""
    first, last = source
    if first == 0 or sentence.words[first - 1].text in QUOTES | {",", "-", "–", "—"}:
        return source
    for at in range(last - 1, first, -1):
        if sentence.words[at].lower in {"a", "an", "the"} and sentence.words[at - 1].lower not in lexicon.PREPOSITIONS:
            return (at, last)
    return source


def _end_of_name(sentence: Sentence, start: int) -> int:
    """Give the last word of a name that runs to the end of the sentence or to a quotation, appositions included."""
    for at in range(start, len(sentence.words)):
        if sentence.words[at].text in QUOTES | {".", ";", ":"} and not _is_glued(sentence, at):
            return at - 2 if sentence.words[at].text in QUOTES and sentence.words[at - 1].text == "," else at - 1
    return len(sentence.words) - 1


def _is_glued(sentence: Sentence, at: int) -> bool:
    return (
        at + 1 < len(sentence.words)
        and sentence.words[at].text == "."
        and sentence.words[at - 1].span.end == sentence.words[at].span.start
    )


def _is_said_so_far(sentence: Sentence, cue: Cue, source_first: int) -> bool:
    """Tell whether what stands before the source is what was said: set off by a mark, or closed by the cue."""
    before = sentence.words[source_first - 1]
    if before.text in QUOTES:
        return True
    if before.text in {",", "-", "–", "—"}:
        return cue.base in PLAIN_SAYING or _is_tail(sentence, cue)
    return cue.base in PLAIN_SAYING and source_first >= SHORTEST_UNMARKED and _is_tail(sentence, cue)


SHORTEST_UNMARKED = 4  # words: copy without commas puts whole clauses before "a source said"


def _is_tail(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether nothing but a day, place or addressee follows the cue before the sentence ends."""
    at = cue.last + 1
    if cue.base == "tell":
        person = phrase_after(sentence, cue.last)
        at = person[1] + 1 if person else at
    while at < len(sentence.words) and (sentence.words[at].lower in _TIMES):
        at += 1
    return at >= len(sentence.words) or sentence.words[at].text in {".", ",", "including"} | QUOTES


_TIMES = frozenset(
    "on monday tuesday wednesday thursday friday saturday sunday today yesterday late early earlier".split()
)


def _rest(sentence: Sentence, start: int) -> tuple[Phrase, ...]:
    """Give the second half of a content that was cut in two by its source and cue."""
    if start < len(sentence.words) and sentence.words[start].text == ",":
        first = start + 1
        if first < len(sentence.words) and sentence.words[first].text not in {".", '"'} | {"according"}:
            if sentence.words[first].lower.endswith("ing"):
                return ()
            return ((first, end_of_content(sentence, first)),)
    if start < len(sentence.words) and sentence.words[start].text in QUOTES:
        return ((start, end_of_content(sentence, start)),)
    return ()


def _is_passive(sentence: Sentence, cue: Cue) -> bool:
    before = _before(sentence, cue.first)
    return before in lexicon.BE and cue.form in {"past", "participle"} and cue.base in _PASSIVE


def _before(sentence: Sentence, at: int) -> str:
    at -= 1
    while at >= 0 and sentence.words[at].lower in lexicon.ADVERBS | lexicon.NEGATIONS:
        at -= 1
    return sentence.words[at].lower if at >= 0 else ""


def _is_infinitive(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether the cue only says what may yet be said ("to inform him that …")."""
    return cue.form == "base" and cue.first > 0 and _before(sentence, cue.first) == "to"


def _claims_lives(sentence: Sentence, cue: Cue) -> bool:
    following = {word.lower for word in sentence.words[cue.last + 1 : cue.last + 6]}
    return cue.base == "claim" and bool(following & {"lives", "life"})


def _is_reduced(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a past form describes a noun ("the truce declared by …", "is denied")."""
    if cue.form not in {"past", "participle"}:
        return False
    by = cue.last + 1 < len(sentence.words) and sentence.words[cue.last + 1].lower == "by"
    return by or _before(sentence, cue.first) in lexicon.BE


def _passive(sentence: Sentence, cue: Cue) -> Draft | None:
    """ "X is accused of Y", "X is believed to have …", "it was reported that …": nobody need be named."""
    agent = _agent(sentence, cue.last + 1)
    start = agent[1] + 1 if agent else cue.last + 1
    if start >= len(sentence.words):
        return None
    subject = subject_of(sentence, cue.first)
    end = end_of_content(sentence, start)
    if sentence.words[start].lower == "that":
        return Draft(agent, (cue.first, cue.last), ((start + 1, end),), cue.entry.stance)
    if cue.base in {"deny", "reject"} or (cue.base == "report" and agent):
        return Draft(agent, (cue.first, cue.last), (subject,), cue.entry.stance) if agent and subject else None
    reported = cue.base == "report" and is_verb(sentence, start)
    if (sentence.words[start].lower not in {"of", "to", "by", "for"} and not reported) or end < start:
        return None
    told = subject is not None and sentence.words[subject[0]].lower != "it"
    pieces = (subject, (start, end)) if subject and told else ((start, end),)
    return Draft(agent, (cue.first, cue.last), pieces, cue.entry.stance)


def _agent(sentence: Sentence, at: int) -> Phrase | None:
    if at + 1 >= len(sentence.words) or sentence.words[at].lower != "by":
        return None
    last = at + 1
    while last + 1 < len(sentence.words) and sentence.words[last + 1].lower not in {
        "of",
        "to",
        "that",
        ",",
        ".",
        "for",
    }:
        last += 1
    return named_before(sentence, last)
