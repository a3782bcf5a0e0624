"""What cutting promises: words point at their text, features tell capitals and quotes, windows share out every word."""

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from histor.models.pieces import cut_windows, split_words


def letters() -> Tokenizer:
    """A tokenizer that knows only letters and signs: a word has as many pieces as letters."""
    signs = [chr(code) for code in range(33, 127)] + list("“”é")
    vocabulary = {"[UNK]": 0} | {piece: 1 + n for n, piece in enumerate([*signs, *(f"##{sign}" for sign in signs)])}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def test_words_point_at_their_letters() -> None:
    text = "Élise Koné’s convoy, hit twice."
    words = split_words(text, letters())
    assert [text[start:end] for start, end in words.spans] == [
        "Élise", "Koné", "’", "s", "convoy", ",", "hit", "twice", ".",
    ]  # fmt: skip


def test_features_tell_capitals_digits_and_signs_apart() -> None:
    features = split_words("the Army of NATO fired 30 .", letters()).features
    assert [feature // 4 for feature in features] == [0, 1, 0, 2, 0, 3, 4]


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = 'He said: "We left.\nNobody saw us.'
    inside = [feature % 2 for feature in split_words(text, letters()).features]
    assert inside == [0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]


def test_a_line_break_shows_at_the_word_after_it() -> None:
    words = split_words("Talks failed.\nShelling resumed.", letters())
    assert [feature % 4 // 2 for feature in words.features] == [0, 0, 0, 1, 0, 0]


@pytest.mark.parametrize("size", [20, 33, 64, 1000])
def test_every_word_is_answered_for_by_exactly_one_window(size: int) -> None:
    text = "Troops left. Residents of Tarn said the guns fell silent at dawn. Nobody fired. " * 5
    words = split_words(text, letters())
    windows = cut_windows(words, text, size, size // 2)
    owned = [word for window in windows for word in range(window.own_start, window.own_end)]
    assert owned == list(range(len(words.spans)))
    assert all(window.start <= window.own_start < window.own_end <= window.end for window in windows)


def test_a_text_that_the_stride_but_not_the_window_holds_is_answered_for_as_a_whole() -> None:
    text = "Residents of Tarn said the guns fell silent at dawn."
    words = split_words(text, letters())
    size = sum(map(len, words.pieces)) + 1  # a window keeps two places for the signs at its ends
    windows = cut_windows(words, text, size, size)
    owned = [word for window in windows for word in range(window.own_start, window.own_end)]
    assert owned == list(range(len(words.spans)))


@pytest.mark.parametrize("size", [20, 64])
def test_no_window_holds_more_pieces_than_asked(size: int) -> None:
    text = "Residents of Tarn said the guns fell silent at dawn. " * 5
    words = split_words(text, letters())
    for window in cut_windows(words, text, size, size // 2):
        assert sum(len(pieces) for pieces in words.pieces[window.start : window.end]) <= size - 2
