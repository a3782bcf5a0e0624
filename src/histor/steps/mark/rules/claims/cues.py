"""A sentence in, the cue verbs that make attributions out, told apart from nouns that look alike."""

from dataclasses import dataclass

from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.claims.cue_table import ENTRIES, PHRASAL, CueEntry
from histor.steps.mark.rules.verbs import Verb, is_verb, readings
from histor.steps.mark.rules.words import Sentence


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence, as indices of words, both included."""

    first: int
    last: int
    base: str
    form: str
    entry: CueEntry
    negated: bool = False


def find_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """List the cue verbs of a sentence from left to right; what they take is not checked yet."""
    found = (cue_at(sentence, at) for at in range(len(sentence.words)))
    return tuple(cue for cue in found if cue is not None)


def cue_at(sentence: Sentence, at: int) -> Cue | None:
    """Give the cue whose verb stands at this index; None: none does."""
    for verb in readings(sentence.words[at].lower):
        if verb.base in ENTRIES or verb.base in PHRASAL:
            verbal = is_verb(sentence, at)
            if verbal or _reads_as_verb(sentence, at):
                return _phrasal_cue(sentence, at, verb) or (
                    _plain_cue(sentence, at, verb) if verbal or _has_object(sentence, at) else None
                )
    return None


def _reads_as_verb(sentence: Sentence, at: int) -> bool:
    """Tell whether a word that is often a noun ("claims", "calls") agrees with a name or noun before it."""
    if at == 0 or sentence.words[at].lower.endswith("ing"):
        return False
    if _can_only_be_verb(sentence, at):
        return True
    before = sentence.words[at - 1]
    if before.text == ")" or (before.is_name_like and _has_object(sentence, at)):
        return True
    if before.is_mark or before.lower in _NO_SUBJECT or _may_describe(before.lower):
        return False
    plural = before.lower in _PLURALS or (before.lower.endswith("s") and not before.is_name_like)
    return sentence.words[at].lower.endswith("s") != plural


def _may_describe(word: str) -> bool:
    """Tell whether a word looks like a verb or an adjective, so that a noun follows ("official claims")."""
    return bool(readings(word)) or word.endswith(("al", "ed", "ic", "ive", "ous"))


def _can_only_be_verb(sentence: Sentence, at: int) -> bool:
    """Tell whether only a verb can be followed so ("but later claim to have taken it") and stand after this word."""
    following = [word.lower for word in sentence.words[at + 1 : at + 3]]
    opens = following[:1] in (["that"], ["responsibility"]) or following == ["to", "have"]
    return opens and sentence.words[at - 1].lower in lexicon.CONJUNCTIONS | lexicon.ADVERBS


def _has_object(sentence: Sentence, at: int) -> bool:
    """Tell whether what follows can only follow a verb."""
    following = [word.lower for word in sentence.words[at + 1 : at + 2 + LONGEST_ASIDE]]
    return bool(following) and (following[0] in _OBJECTS or ("that" in following and following[0] in _ASIDES))


_NO_SUBJECT = lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.POSSESSIVES | lexicon.BE
_OBJECTS = frozenset("that responsibility the a an its his their on to it they he she some at more".split())
_PLURALS = frozenset({"police", "media", "people"})
_ASIDES = frozenset("in on at to during after".split())
LONGEST_ASIDE = 5  # words between a cue and its "that": "states in Cairo that"


def _phrasal_cue(sentence: Sentence, at: int, verb: Verb) -> Cue | None:
    for particles, entry in PHRASAL.get(verb.base, ()):
        after = tuple(word.lower for word in sentence.words[at + 1 : at + 1 + len(particles)])
        if after == particles and "never" not in entry.frames:
            first, negated = _group(sentence, at)
            return Cue(first, at + len(particles), verb.base, verb.form, entry, negated)
    return None


def _plain_cue(sentence: Sentence, at: int, verb: Verb) -> Cue | None:
    if verb.base not in ENTRIES:
        return None
    entries = ENTRIES[verb.base]
    entry = CueEntry(entries[0].stance, frozenset().union(*(entry.frames for entry in entries)))
    first, negated = _group(sentence, at)
    return Cue(first, at, verb.base, verb.form, entry, negated)


def _is_in_group(word: str) -> bool:
    return word in lexicon.NEGATIONS | (lexicon.AUXILIARIES - lexicon.POSSESSIVES) or word.endswith("ly")


def _group(sentence: Sentence, at: int) -> tuple[int, bool]:
    """Give where the verb group begins when it is negated ("did not confirm"), else the verb itself."""
    first = at
    while first > 0 and _is_in_group(sentence.words[first - 1].lower):
        first -= 1
    negated = any(word.lower in lexicon.NEGATIONS for word in sentence.words[first:at])
    return (first, True) if negated else (at, False)


def word_before(sentence: Sentence, at: int) -> str:
    """Give the word before this index, adverbs and negations skipped; empty at the start."""
    at -= 1
    while at >= 0 and sentence.words[at].lower in lexicon.ADVERBS | lexicon.NEGATIONS:
        at -= 1
    return sentence.words[at].lower if at >= 0 else ""
