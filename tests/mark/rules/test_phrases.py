"""A noun phrase ends where a verb, mark or preposition begins, "of" apart."""

import pytest

from histor.steps.mark.rules.phrases import Phrase, joined_after, joined_before, parts_of, phrase_after, phrase_before
from histor.steps.mark.rules.words import Sentence, split_sentences


def sentence_of(text: str) -> Sentence:
    [sentence] = split_sentences(text, 0, len(text))
    return sentence


def place(sentence: Sentence, word: str) -> int:
    return [found.text for found in sentence.words].index(word)


def words(sentence: Sentence, phrase: Phrase | None) -> str | None:
    return " ".join(word.text for word in sentence.words[phrase[0] : phrase[1] + 1]) if phrase else None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The minister of defence resigned.", "resigned", "The minister of defence"),
        ("In Dera, three officers of the guard were killed.", "killed", "three officers of the guard"),
        ("At least 12 people have died.", "died", "At least 12 people"),
        ("Seized by rebels.", "Seized", None),
    ],
)
def test_the_phrase_before_a_verb_is_its_subject(text: str, word: str, expected: str | None) -> None:
    sentence = sentence_of(text)
    assert words(sentence, phrase_before(sentence, place(sentence, word))) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels seized the town of Dera on Monday.", "seized", "the town of Dera"),
        ("Shells killed at least 12 people.", "killed", "at least 12 people"),
    ],
)
def test_the_phrase_after_a_verb_is_its_object(text: str, word: str, expected: str) -> None:
    sentence = sentence_of(text)
    assert words(sentence, phrase_after(sentence, place(sentence, word))) == expected


def test_conjunctions_join_and_split_phrases() -> None:
    sentence = sentence_of("Borania and Sordland met envoys.")
    first, second = (0, 0), (2, 2)
    assert joined_after(sentence, first) == second
    assert joined_before(sentence, second) == first
    assert parts_of(sentence, (0, 2)) == (first, second)
