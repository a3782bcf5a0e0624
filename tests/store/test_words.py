"""Sentences are found around words, and names fold so that only the start of a word matches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.errors import UsageError
from histor.records.measures import Span
from histor.records.text import Block
from histor.store.words import LONGEST_SENTENCE, match_of, searchable, sentence_around


def sentence(text: str, words: str, *blocks: Block) -> str:
    start = text.index(words)
    found = sentence_around(text, (Span(start, start + len(words)),), blocks)
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It began. The truce held. It ended.", "truce", "The truce held."),
        ("The truce began about Feb. 27 and held. It ended.", "began", "The truce began about Feb. 27 and held."),
        ("Capt. Jon Reed spoke to U.S. Marines at 5 p.m. Friday. They left.", "spoke", None),
        ("“We will leave.” The crowd cheered! Nobody left.", "cheered", "The crowd cheered!"),
        ("“We will leave.” The crowd cheered.", "leave", "“We will leave.”"),
        ("They asked: who fired? No one knew.", "fired", "They asked: who fired?"),
        ("A heading\n\nThe text begins here", "begins", "The text begins here"),
        ("Prices rose 3.5 percent in the town. Then they fell.", "rose", "Prices rose 3.5 percent in the town."),
        ("no full stop at all", "stop", "no full stop at all"),
    ],
)
def test_the_sentence_around_words(text: str, words: str, expected: str | None) -> None:
    wanted = "Capt. Jon Reed spoke to U.S. Marines at 5 p.m. Friday." if expected is None else expected
    assert sentence(text, words) == wanted


def test_a_sentence_stays_within_its_block() -> None:
    text = "Menu Home News\nThe base was hit\nSign up now"
    assert sentence(text, "hit", Block(0, 14, "furniture"), Block(15, 31, "paragraph")) == "The base was hit"


def test_words_over_two_sentences_give_both() -> None:
    assert sentence("One. “Go. Now,” he said. Two.", "Go. Now") == "“Go. Now,” he said."


@given(
    text=st.text(alphabet="aB. \n?”\U0001f600", max_size=60),
    ends=st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_a_sentence_holds_the_words_that_are_not_blank(text: str, ends: tuple[int, int]) -> None:
    start, end = sorted(min(end, len(text)) for end in ends)
    found = sentence_around(text, (Span(start, end),), ())
    assert 0 <= found.start <= found.end <= len(text)
    assert text[start:end].strip() in text[found.start : found.end]


def test_a_text_without_full_stops_gives_no_endless_sentence() -> None:
    text = "word " * 100_000
    found = sentence_around(text, (Span(250_000, 250_004),), ())
    assert found.end - found.start <= 2 * LONGEST_SENTENCE + 4


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Bashar al-Assad", " bashar al assad"),
        ("Jabhat al-Nusra (Front)", " jabhat al nusra front"),
        ("People’s Army", " peoples army"),
        ("Хмеймим", " хмеимим"),
        ("actor:rus-mod", " rus mod"),
        ("U.S.", " us"),
        ("…", ""),
    ],
)
def test_a_name_folds_to_words_that_follow_a_blank(name: str, folded: str) -> None:
    assert searchable(name) == folded


@pytest.mark.parametrize(
    ("sought", "query"),
    [
        ("two words", '"two" "words"'),
        ('"a phrase" more', '"a phrase" "more"'),
        ("“typed quotes”", '"typed quotes"'),
        ("start*", '"start"*'),
        ("NOT (this", '"NOT" "(this"'),
        ("- word", '"word"'),
    ],
)
def test_sought_words_become_a_safe_query(sought: str, query: str) -> None:
    assert match_of(sought) == query


def test_nothing_to_look_for_is_refused() -> None:
    with pytest.raises(UsageError, match="no word"):
        match_of('"" - *')
