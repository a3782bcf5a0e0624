"""A text in, the marker's answers for every window of it out: shares of labels, and which words belong to which anchor.

What runs the numbers is given: an ONNX session when the product runs, torch when the marker is trained and scored.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from histor.models.paths import NEVER, Scores, WordSpan, best_spans
from histor.models.pieces import CLASSIFY, SEPARATE, Window, Words, cut_windows, split_words

Array = NDArray[np.generic]
Run = Callable[[Mapping[str, Array]], Mapping[str, Array]]
WordSpans = tuple[WordSpan, ...]
Shares = tuple[float, ...]

SIZE, STRIDE = 384, 256  # pieces a window: a report of 250 words is read whole
BATCH = 8  # windows
BEGINS, GOES_ON = 1, 2  # tags of a cue
SINGLE = ("source", "place", "when")  # at most one an anchor
NONE = {"content": NEVER}  # what is added to the score of having none
NEARLY = -1.0  # the same for a place that is worth a second look: at least a third (1/e) as likely as none


class CueAnswer(NamedTuple):
    """A word that may begin a cue, with the words that it speaks for."""

    cue: WordSpan
    share: float
    stances: Shares
    source: WordSpans
    content: WordSpans


class TriggerAnswer(NamedTuple):
    """A word that may name an action, with the words that play a part in it."""

    word: int
    types: Shares
    kinds: Shares
    statuses: Shares
    violation: float
    actors: WordSpans
    recipients: WordSpans
    place: WordSpans
    when: WordSpans
    counts: WordSpans
    whats: tuple[Shares, ...]
    nearly_place: WordSpans = ()  # the place, also where none is a little likelier


class WindowAnswer(NamedTuple):
    """One window: its words in code points, the words that it answers for, and what may stand among them."""

    words: tuple[tuple[int, int], ...]
    own: WordSpan
    cues: tuple[CueAnswer, ...]
    triggers: tuple[TriggerAnswer, ...]


@dataclass(frozen=True, slots=True)
class Chains:
    """What going from one tag to the next adds, for each role: part of a trained marker."""

    claim_roles: tuple[str, ...]
    event_roles: tuple[str, ...]
    claim_steps: Scores
    event_steps: Scores


def answer(text: str, tokenizer: Tokenizer, run: Run, chains: Chains, style: int = 0) -> list[WindowAnswer]:
    """Ask about one text; style 0 marks as the gold does."""
    words = split_words(text, tokenizer)
    if not words.spans:
        return []
    windows = cut_windows(words, text, SIZE, STRIDE)
    answers: list[WindowAnswer] = []
    for start in range(0, len(windows), BATCH):
        some = windows[start : start + BATCH]
        found = run(inputs(words, some, style))
        answers.extend(_window(words, window, row, found, chains) for row, window in enumerate(some))
    return answers


def inputs(words: Words, windows: Sequence[Window], style: int) -> dict[str, Array]:
    """Give what the graph reads for some windows of one text, padded to one shape."""
    pieces, features, first = zip(*(lines(words, window) for window in windows), strict=True)
    where = _pad(first, -1)
    held = _pad([[1] * len(line) for line in pieces], 0)
    return {
        "pieces": _pad(pieces, 0),
        "features": _pad(features, 0),
        "style": np.full(len(windows), style, dtype=np.int64),
        "held": held > 0,
        "first": np.maximum(where, 0),
        "worded": where >= 0,
    }


def lines(words: Words, window: Window) -> tuple[list[int], list[int], list[int]]:
    """Give one window's pieces, their features, and each word's first piece."""
    pieces, features, first = [CLASSIFY], [0], []
    for word in range(window.start, window.end):
        first.append(len(pieces))
        pieces.extend(words.pieces[word])
        features.extend([words.features[word]] * len(words.pieces[word]))
    return [*pieces, SEPARATE], [*features, 0], first


def _pad(rows: Sequence[Sequence[int]], filler: int) -> NDArray[np.int64]:
    out = np.full((len(rows), max(map(len, rows))), filler, dtype=np.int64)
    for line, row in zip(out, rows, strict=True):
        line[: len(row)] = row
    return out


def _window(words: Words, window: Window, row: int, found: Mapping[str, Array], chains: Chains) -> WindowAnswer:
    size = window.end - window.start
    return WindowAnswer(
        words=words.spans[window.start : window.end],
        own=WordSpan(window.own_start - window.start, window.own_end - window.start),
        cues=tuple(_cues(row, size, found, chains)),
        triggers=tuple(_triggers(row, size, found, chains)),
    )


def _cues(row: int, size: int, found: Mapping[str, Array], chains: Chains) -> Iterator[CueAnswer]:
    mine = found["cue_at"][:, 0] == row
    shares, stances = found["cues"][row, :size], found["stances"][mine]
    roles = _roles(found["claim_tags"][mine][:, :, :size], chains.claim_roles, chains.claim_steps)
    for number, word in enumerate(found["cue_at"][mine, 1].tolist()):
        spans = {role: best[number] for role, best in roles.items()}
        cue = WordSpan(word, _cue_end(shares, word))
        yield CueAnswer(cue, float(shares[word, BEGINS]), _shares(stances[number]), spans["source"], spans["content"])


def _cue_end(shares: Array, word: int) -> int:
    end = word + 1
    while end < len(shares) and int(np.argmax(shares[end])) == GOES_ON:
        end += 1
    return end


def _triggers(row: int, size: int, found: Mapping[str, Array], chains: Chains) -> Iterator[TriggerAnswer]:
    mine = found["trigger_at"][:, 0] == row
    kinds, statuses, violations, whats = (found[name][mine] for name in ("kinds", "statuses", "violations", "whats"))
    tags = found["event_tags"][mine][:, :, :size]
    roles = _roles(tags, chains.event_roles, chains.event_steps)
    nearly = _nearly("place", tags, chains)
    for number, word in enumerate(found["trigger_at"][mine, 1].tolist()):
        spans = {role: best[number] for role, best in roles.items()}
        yield TriggerAnswer(
            word=word,
            types=_shares(found["triggers"][row, word]),
            kinds=_shares(kinds[number]),
            statuses=_shares(statuses[number]),
            violation=float(violations[number, 1]),
            actors=spans["actors"],
            recipients=spans["recipients"],
            place=spans["place"],
            when=spans["when"],
            counts=spans["count"],
            whats=tuple(_shares(whats[number, span.start]) for span in spans["count"]),
            nearly_place=nearly[number],
        )


def _nearly(role: str, tags: Array, chains: Chains) -> list[WordSpans]:
    """Give each trigger's best span for one role, also where none is a little likelier."""
    row = chains.event_roles.index(role)
    return best_spans(tags[:, row].astype(np.float32), chains.event_steps[row], none=NEARLY, single=True)


def _roles(tags: Array, names: Sequence[str], steps: Scores) -> dict[str, list[WordSpans]]:
    scores = tags.astype(np.float32)
    return {
        name: best_spans(scores[:, number], steps[number], none=NONE.get(name, 0.0), single=name in SINGLE)
        for number, name in enumerate(names)
    }


def _shares(row: Array) -> Shares:
    return tuple(float(share) for share in row)
