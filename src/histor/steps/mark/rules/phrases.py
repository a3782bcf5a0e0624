"""A place in a sentence in, the noun phrase that ends or begins there out, as indices of words, both included."""

from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.verbs import is_verb
from histor.steps.mark.rules.words import Sentence, is_glued

Phrase = tuple[int, int]  # indices of the first and last word, both included

_INNER_MARKS = frozenset({"'s", "’s", "'", "’", "-", "%", "$", "&", "/", "."})
_BOUND = (
    ("at", "least"),
    ("at", "most"),
    ("up", "to"),
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("as", "many"),
)
_SKIPPED = lexicon.ADVERBS | lexicon.NEGATIONS | (lexicon.AUXILIARIES - lexicon.POSSESSIVES)
_OUTSIDE = lexicon.PRONOUNS | lexicon.CONJUNCTIONS | (lexicon.RELATIVES - {"that"})
_TO_THE_LEFT = frozenset({"of"})


def phrase_before(sentence: Sentence, at: int) -> Phrase | None:
    """Find the noun phrase that ends just before the word at this index, adverbs and auxiliaries skipped."""
    last = at - 1
    while last >= 0 and _is_skippable(sentence, last):
        last -= 1
    first = last
    while first >= 0 and _is_inside(sentence, first):
        first -= 1
    first = _with_bounds(sentence, first + 1)
    return _trimmed(sentence, first, last)


def phrase_after(sentence: Sentence, at: int) -> Phrase | None:
    """Find the noun phrase that begins just after the word at this index."""
    first = at + 1
    while first < len(sentence.words) and sentence.words[first].lower in lexicon.ADVERBS:
        first += 1
    last = first
    if _bound_at(sentence, first):
        last = first + 2
    while last < len(sentence.words) and _is_inside(sentence, last):
        last += 1
    return _trimmed(sentence, first, last - 1)


def parts_of(sentence: Sentence, phrase: Phrase) -> tuple[Phrase, ...]:
    """Split a phrase at its conjunctions and commas: "Russia and Syria" gives two."""
    parts, first = [], phrase[0]
    for at in range(phrase[0], phrase[1] + 1):
        if sentence.words[at].lower in {"and", "or", ","}:
            parts.append((first, at - 1))
            first = at + 1
    parts.append((first, phrase[1]))
    return tuple(part for part in parts if part[1] >= part[0])


def joined_after(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Find a second phrase that a conjunction ties to this one ("Russia" "and Syria")."""
    at = phrase[1] + 1
    if at < len(sentence.words) and sentence.words[at].lower == ",":
        at += 1
    if at >= len(sentence.words) or sentence.words[at].lower not in {"and", "or"}:
        return None
    return phrase_after(sentence, at)


def joined_before(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Find the phrase that a conjunction ties to this one from the left."""
    at = phrase[0] - 1
    if at <= 0 or sentence.words[at].lower not in {"and", "or"}:
        return None
    return phrase_before(sentence, at)


def _is_skippable(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at].lower
    return word in _SKIPPED


def _is_inside(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if word.lower in _INNER_MARKS:
        return word.text != "." or is_glued(sentence, at)
    if word.is_mark or word.lower in _OUTSIDE:
        return False
    if word.lower in lexicon.PREPOSITIONS:
        return word.lower in _TO_THE_LEFT
    return not is_verb(sentence, at)


def _bound_at(sentence: Sentence, at: int) -> bool:
    words = sentence.words
    return at + 1 < len(words) and (words[at].lower, words[at + 1].lower) in _BOUND


def _with_bounds(sentence: Sentence, first: int) -> int:
    """Take "at least" and its like into the phrase that they open."""
    for opener in (first - 2, first - 1):
        if opener >= 0 and _bound_at(sentence, opener):
            return opener
    return first


def _trimmed(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """Drop marks and stray words from the ends; None when nothing is left."""
    while first <= last and (
        sentence.words[first].is_mark or sentence.words[first].lower in {"of", "that", *lexicon.POSSESSIVES}
    ):
        first += 1
    while last >= first and (
        sentence.words[last].is_mark or sentence.words[last].lower in {"of", *lexicon.POSSESSIVES}
    ):
        last -= 1
    return (first, last) if last >= first else None
