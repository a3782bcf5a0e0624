"""A cue whose content stands before it in, its claim as a draft out: "…, X said", "…, said X", "…, X said, …"."""

from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.claims.contents import content_before
from histor.steps.mark.rules.claims.cues import Cue
from histor.steps.mark.rules.claims.drafts import Draft
from histor.steps.mark.rules.claims.ends import PLAIN_SAYING, end_of_content
from histor.steps.mark.rules.claims.subjects import is_finite, subject_of
from histor.steps.mark.rules.phrases import Phrase, phrase_after
from histor.steps.mark.rules.words import QUOTES, Sentence, is_glued

SHORTEST_UNMARKED = 4  # words: copy without commas puts whole clauses before "a source said"
_TIMES = frozenset(
    "on monday tuesday wednesday thursday friday saturday sunday today yesterday late early earlier".split()
)


def draft_around(sentence: Sentence, cue: Cue) -> Draft | None:
    """The content stands before its source and cue ("…, X said", "…, said X") or around them."""
    if not cue.entry.frames & {"clause", "person-clause"}:
        return None
    source = subject_of(sentence, cue.first)
    if source is None:
        return None
    source = _last_noun(sentence, source)
    if source[0] == 0:
        return None
    before = content_before(sentence, source[0] - 1)
    if before is None or not _is_said_so_far(sentence, cue, source[0]):
        return None
    return Draft(source, (cue.first, cue.last), (before, *_rest(sentence, cue.last + 1)), cue.entry.stance)


def draft_inverted(sentence: Sentence, cue: Cue) -> Draft | None:
    """ "…," said X."""
    at = cue.first - 1
    if not cue.entry.frames & {"clause", "person-clause"}:
        return None
    if at < 1 or cue.form == "ing":
        return None
    if sentence.words[at].text not in QUOTES | {","}:
        return _unmarked_inversion(sentence, cue)
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
    if cue.base != "say" or cue.first < SHORTEST_UNMARKED or not opens or sentence.words[after].lower in _TIMES:
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
        if sentence.words[at].text in QUOTES | {".", ";", ":"} and not is_glued(sentence, at):
            return at - 2 if sentence.words[at].text in QUOTES and sentence.words[at - 1].text == "," else at - 1
    return len(sentence.words) - 1


def _is_said_so_far(sentence: Sentence, cue: Cue, source_first: int) -> bool:
    """Tell whether what stands before the source is what was said: set off by a mark, or closed by the cue."""
    before = sentence.words[source_first - 1]
    if before.text in QUOTES:
        return True
    if before.text in {",", "-", "–", "—"}:
        return cue.base in PLAIN_SAYING or is_tail(sentence, cue)
    return cue.base in PLAIN_SAYING and source_first >= SHORTEST_UNMARKED and is_tail(sentence, cue)


def is_tail(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether nothing but a day, place or addressee follows the cue before the sentence ends."""
    at = cue.last + 1
    if cue.base == "tell":
        person = phrase_after(sentence, cue.last)
        at = person[1] + 1 if person else at
    while at < len(sentence.words) and (sentence.words[at].lower in _TIMES):
        at += 1
    if at < len(sentence.words) and sentence.words[at].lower.endswith("ing"):
        return True
    return at >= len(sentence.words) or sentence.words[at].text in {".", ",", "including"} | QUOTES


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
