"""A text in, its words and word pieces out, with one small feature a word, cut into overlapping windows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tokenizers import Tokenizer

CASES = 5  # lower, Capitalised, CAPITALS, digits, signs
FEATURES = CASES * 4  # each with or without a line break before it, inside or outside quotation marks
OPENING, CLOSING, STRAIGHT = "“«", "”»", '"'
CLASSIFY, SEPARATE, MASK = 101, 102, 103  # BERT's own piece ids
LOOK_BACK = 60  # words searched back for a sentence's start, so that windows open where sentences do


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words: where each stands, the pieces it is made of, and its feature."""

    spans: tuple[tuple[int, int], ...]  # code points
    pieces: tuple[tuple[int, ...], ...]
    features: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words that fits the encoder, and the part of it that this window answers for."""

    start: int  # words, included
    end: int  # words, excluded
    own_start: int
    own_end: int


def split_words(text: str, tokenizer: Tokenizer) -> Words:
    """Cut a text into words as BERT does (signs stand alone), each with its pieces."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    spans: list[tuple[int, int]] = []
    pieces: list[list[int]] = []
    last = None
    for piece, (start, end), word in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
        if word != last:
            spans.append((start, end))
            pieces.append([piece])
        else:
            spans[-1] = (spans[-1][0], end)
            pieces[-1].append(piece)
        last = word
    return Words(tuple(spans), tuple(map(tuple, pieces)), _features(text, spans))


def cut_windows(words: Words, text: str, size: int, stride: int) -> list[Window]:
    """Lay windows of at most `size` pieces over the words, a new one about every `stride` pieces.

    A word that stands in two windows is answered for by the one in which it is farther from an edge.
    """
    lengths = [len(pieces) for pieces in words.pieces]
    bounds, start = [], 0
    while True:
        end = _reach(lengths, start, size - 2)
        bounds.append((start, end))
        if end >= len(lengths):
            return _owned(bounds)
        step = max(min(_reach(lengths, start, stride), end), start + 1)  # no word is left between two windows
        start = _sentence_start(words, text, step, start + 1)


def _owned(bounds: Sequence[tuple[int, int]]) -> list[Window]:
    middles = [(left[1] + right[0]) // 2 for left, right in pairwise(bounds)]
    owns = pairwise([0, *middles, bounds[-1][1]])
    return [Window(*bound, *own) for bound, own in zip(bounds, owns, strict=True)]


def _reach(lengths: Sequence[int], start: int, budget: int) -> int:
    end = start
    while end < len(lengths) and budget >= lengths[end]:
        budget -= lengths[end]
        end += 1
    return max(end, min(start + 1, len(lengths)))


def _sentence_start(words: Words, text: str, at: int, least: int) -> int:
    for word in range(at, max(least, at - LOOK_BACK), -1):
        before, start = words.spans[word - 1][1], words.spans[word][0]
        if "\n" in text[before:start] or (text[before - 1] in ".?!" and start > before):
            return word
    return at


def _features(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    features, quoted, last = [], False, 0
    for start, end in spans:
        word, broken = text[start:end], "\n" in text[last:start]
        if broken or word in OPENING:
            quoted = word in OPENING
        elif word in CLOSING:
            quoted = False
        if word == STRAIGHT:
            quoted = not quoted
        features.append(_case(word) * 4 + broken * 2 + quoted)
        last = end
    return tuple(features)


def _case(word: str) -> int:
    if not any(character.isalnum() for character in word):
        return 4
    if word[0].isdigit():
        return 3
    if word.isupper() and len(word) > 1:
        return 2
    return int(word[0].isupper())
