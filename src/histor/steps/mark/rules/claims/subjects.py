"""A verb's place in a sentence in, the words that name its subject out, as indices of words, both included."""

from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.claims.cues import cue_at
from histor.steps.mark.rules.phrases import Phrase
from histor.steps.mark.rules.verbs import is_verb, readings
from histor.steps.mark.rules.words import QUOTES, Sentence

_SPEAKERS = lexicon.PRONOUNS - {
    "others",
    "one",
    "himself",
    "herself",
    "itself",
    "themselves",
    "me",
    "him",
    "her",
    "us",
    "them",
}
_TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow earlier later meanwhile however""".split()
)
_INNER_PREPOSITIONS = frozenset("of for at in on to from with".split())
_CLAUSE_OPENERS = (
    lexicon.CONJUNCTIONS | lexicon.RELATIVES | {"as", "after", "before", "since", "amid", "despite", "than", "saying"}
)
_SPANS_OF_TIME = frozenset("week month year morning night evening".split())
LONGEST_INSERTION = 30  # words between two commas that may stand between a subject and its verb


def subject_of(sentence: Sentence, verb: int) -> Phrase | None:
    """Find the subject of the verb at this index; a dropped one ("and says") is the sentence's main subject."""
    last = _skip_auxiliaries(sentence, verb - 1)
    if last < 0:
        return None
    word = sentence.words[last]
    if word.lower in _SPEAKERS:
        return (last, last)
    if word.lower in {"who", "which", "that"}:
        return _antecedent(sentence, last)
    if word.lower in {"and", "but", "or"} or (word.lower == "," and _continues(sentence, last)):
        return main_subject(sentence, last)
    return named_before(sentence, last)


def named_before(sentence: Sentence, last: int) -> Phrase | None:
    """Find the noun phrase that ends at this index, what stands between two commas included."""
    core_end = _before_insertion(sentence, last)
    if core_end < 0 or (
        core_end == last and sentence.words[last].is_mark and sentence.words[last].text not in {")", "]"}
    ):
        return None
    first = _phrase_start(sentence, core_end)
    if first is None:
        return None
    first = _with_joined(sentence, first)
    end = last - 1 if core_end != last and _names_again(sentence, core_end + 2) else core_end
    return (first, end)


def main_subject(sentence: Sentence, before: int) -> Phrase | None:
    """Find the subject of the first finite verb of the sentence that has one, looking only before this index."""
    for at in range(1, before):
        if is_finite(sentence, at) or cue_at(sentence, at):
            last = _skip_auxiliaries(sentence, at - 1)
            if last >= 0 and sentence.words[last].lower in _SPEAKERS:
                return (last, last)
            found = named_before(sentence, last) if last >= 0 else None
            if found:
                return found
    return None


def is_finite(sentence: Sentence, at: int) -> bool:
    """Tell whether the word at this index is a verb with a subject of its own: no infinitive, no -ing form."""
    if not is_verb(sentence, at) or (at > 0 and sentence.words[at - 1].lower == "to"):
        return False
    word = sentence.words[at].lower
    return word in lexicon.AUXILIARIES or any(verb.form != "ing" for verb in readings(word))


def _skip_auxiliaries(sentence: Sentence, at: int) -> int:
    skipped = lexicon.ADVERBS | lexicon.NEGATIONS | (lexicon.AUXILIARIES - lexicon.POSSESSIVES)
    while at >= 0 and (sentence.words[at].lower in skipped or _is_day_after_name(sentence, at)):
        at -= 2 if _is_day_after_name(sentence, at) else 1
    return at


def _is_day_after_name(sentence: Sentence, at: int) -> bool:
    """Tell whether a bare day stands between subject and verb ("the ministry on Monday said")."""
    word, before = sentence.words[at].lower, sentence.words[at - 1].lower if at > 0 else ""
    return (word in _TIME_WORDS and before == "on") or (word in _SPANS_OF_TIME and before in {"this", "last"})


def _continues(sentence: Sentence, comma: int) -> bool:
    """Tell whether a verb right after a comma goes on with the main subject (no insertion ends here)."""
    return _before_insertion(sentence, comma) == comma


def _before_insertion(sentence: Sentence, last: int) -> int:
    """Step from a closing comma over the insertion to the word before its opening comma; else stay."""
    if sentence.words[last].lower != ",":
        return last
    for at in range(last - 2, max(-1, last - LONGEST_INSERTION), -1):
        if sentence.words[at].lower == "," and at > 0 and _opens_insertion(sentence, at + 1):
            return at - 1
        if sentence.words[at].text in QUOTES or (is_finite(sentence, at) and not _is_relative_verb(sentence, at)):
            return last
    return last


def _opens_insertion(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return word.lower in lexicon.DETERMINERS | {"who", "which", "whose"} or word.text[:1].isalnum()


def _names_again(sentence: Sentence, at: int) -> bool:
    """Tell whether an insertion says who the subject is: no relative clause, no mere "however"."""
    word = sentence.words[at].lower
    return word not in {"who", "which", "whose"} | lexicon.ADVERBS | lexicon.PREPOSITIONS


def _is_relative_verb(sentence: Sentence, at: int) -> bool:
    return any(sentence.words[before].lower in {"who", "which", "whose"} for before in range(max(0, at - 6), at))


def _antecedent(sentence: Sentence, relative: int) -> Phrase | None:
    last = relative - 1
    if last >= 0 and sentence.words[last].lower == ",":
        last -= 1
    first = _phrase_start(sentence, last) if last >= 0 else None
    return None if first is None else (first, last)


def _phrase_start(sentence: Sentence, last: int) -> int | None:
    """Walk left from the last word of a noun phrase to its first."""
    at = last
    if sentence.words[at].text in {")", "]"}:
        at = _opening_bracket(sentence, at)
    while at >= 0 and _belongs(sentence, at):
        at -= 1
    first = _drop_adverbial(sentence, at + 1, last)
    return first if first <= last else None


def _opening_bracket(sentence: Sentence, at: int) -> int:
    while at > 0 and sentence.words[at].text not in {"(", "["}:
        at -= 1
    return at - 1


def _belongs(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if word.lower in lexicon.POSSESSIVES or word.text in {"-", "/", "&"}:
        return True
    if word.text == ".":
        return at > 0 and sentence.words[at - 1].span.end == word.span.start
    if word.is_mark or word.lower in (lexicon.PRONOUNS - lexicon.DETERMINERS) | _CLAUSE_OPENERS:
        return False
    if word.lower in lexicon.PREPOSITIONS:
        return word.lower in _INNER_PREPOSITIONS and at > 0 and _may_hold(sentence, at - 1)
    return not is_verb(sentence, at)


def _may_hold(sentence: Sentence, at: int) -> bool:
    """Tell whether a prepositional phrase may hang on the word at this index."""
    word = sentence.words[at]
    if word.lower in _TIME_WORDS or word.text[:1].isdigit():
        return False
    return (
        word.text[:1].isalnum()
        and word.lower not in lexicon.PREPOSITIONS | _CLAUSE_OPENERS
        and not is_verb(sentence, at)
    )


def _drop_adverbial(sentence: Sentence, first: int, last: int) -> int:
    """Step over days and opening adverbials: "On Tuesday the Observatory" begins at "the"."""
    while first <= last:
        word = sentence.words[first].lower
        if word in _TIME_WORDS and first < last and sentence.words[first + 1].lower not in lexicon.POSSESSIVES:
            first += 1
        elif word in lexicon.PREPOSITIONS | lexicon.ADVERBS or sentence.words[first].is_mark:
            first = _after_adverbial(sentence, first, last)
        else:
            return first
    return first


def _after_adverbial(sentence: Sentence, first: int, last: int) -> int:
    """Skip a prepositional phrase up to the determiner or name that begins the next phrase."""
    if sentence.words[first].lower not in lexicon.PREPOSITIONS:
        return first + 1
    for at in range(first + 2, last + 1):
        if sentence.words[at].lower in {"the", "a", "an"}:
            return at
    return first + 1


def _with_joined(sentence: Sentence, first: int) -> int:
    """Take in what a conjunction ties to the subject from the left, if all of it is one subject."""
    if first < 2 or sentence.words[first - 1].lower not in {"and", "or", "&"}:
        return first
    other = _phrase_start(sentence, first - 2)
    if other is None:
        return first
    before = sentence.words[other - 1] if other > 0 else None
    if before is not None and before.lower == "," and other >= 2:
        further = _phrase_start(sentence, other - 2)
        return further if further == 0 else (other if before.lower == "," else first)
    opens = before is None or before.is_mark or before.lower in _CLAUSE_OPENERS
    return other if opens else first
