"""Sentences end where a reader ends them, and every word keeps its place in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.steps.mark.rules.words import split_sentences

SENTENCES = [
    ("Rebels left Dera. The army came.", ["Rebels left Dera.", "The army came."]),
    ("Capt. Ana Rey spoke. She left.", ["Capt. Ana Rey spoke.", "She left."]),
    ("U.S. planes came. They left.", ["U.S. planes came.", "They left."]),
    ('He said "we left." Then he slept.', ['He said "we left."', "Then he slept."]),
    ("BEIRUT, March 7 (Reuters) - Two shells fell.", ["BEIRUT, March 7 (Reuters) -", "Two shells fell."]),
    ("HAMA - Rebels fired rockets.", ["HAMA -", "Rebels fired rockets."]),
    ("NATO jets - six of them - left.", ["NATO jets - six of them - left."]),
    ("About 3.5 million fled! Who helped?", ["About 3.5 million fled!", "Who helped?"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_ends_at_its_mark_and_not_at_an_abbreviation(text: str, expected: list[str]) -> None:
    found = split_sentences(text, 0, len(text))
    assert [text[sentence.span.start : sentence.span.end] for sentence in found] == expected


def test_a_possessive_is_a_word_of_its_own() -> None:
    [sentence] = split_sentences("Borania's jets and the rebels' tanks met.", 0, 41)
    assert [word.text for word in sentence.words][:3] == ["Borania", "'s", "jets"]
    assert [word.text for word in sentence.words][5:7] == ["rebels", "'"]


def test_only_the_first_sentence_opens_the_block() -> None:
    text = "Rebels left. The army came."
    assert [sentence.opens_block for sentence in split_sentences(text, 0, len(text))] == [True, False]


@given(st.text(max_size=200))
def test_words_lie_in_order_and_hold_the_text(text: str) -> None:
    end = 0
    for sentence in split_sentences(text, 0, len(text)):
        for word in sentence.words:
            assert word.span.start >= end
            assert text[word.span.start : word.span.end] == word.text
            end = word.span.end
