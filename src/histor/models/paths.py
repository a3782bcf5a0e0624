"""Tag scores in, the best spans out: the best path through outside, begins and goes on, for many anchors at once."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
States = NDArray[np.int8]
NEVER = -1e9
# States of the path: nothing yet, a span begins, a span goes on, outside after a span.
BEFORE, BEGUN, WITHIN, AFTER = range(4)
TAG_OF_STATE = np.array([0, 1, 2, 0])
ONCE = (
    (BEFORE, BEFORE),
    (BEFORE, BEGUN),
    (BEGUN, WITHIN),
    (BEGUN, AFTER),
    (WITHIN, WITHIN),
    (WITHIN, AFTER),
    (AFTER, AFTER),
)
AGAIN = ((AFTER, BEGUN), (BEGUN, BEGUN), (WITHIN, BEGUN))


class WordSpan(NamedTuple):
    """Words, the end excluded."""

    start: int
    end: int


def best_spans(tags: Scores, steps: Scores, *, none: float = 0.0, single: bool = False) -> list[tuple[WordSpan, ...]]:
    """Give each anchor's best spans for one role; at most one if `single`.

    Tags are anchors × words × 3 (outside, begins, goes on), steps 3 × 3: what going from one to the next adds. `none`
    is added to the score of having no span at all: NEVER asks for one at least.
    """
    if not len(tags):
        return []
    return [_spans(row) for row in _best_states(tags, _links(steps, single), none)]


def _links(steps: Scores, single: bool) -> Scores:
    """Score going from state to state; `single` closes the ways to a second span."""
    links = np.full((4, 4), NEVER, dtype=np.float32)
    for here, there in ONCE if single else ONCE + AGAIN:
        links[here, there] = steps[TAG_OF_STATE[here], TAG_OF_STATE[there]]
    return links


def _best_states(tags: Scores, links: Scores, none: float) -> States:
    """Walk forward keeping the best way into each state, then back along it: anchors × words of states."""
    emitted = tags[:, :, TAG_OF_STATE]
    best = np.full((len(tags), 4), NEVER, dtype=np.float32)
    best[:, BEFORE] = 0.0
    came = np.zeros((tags.shape[1], len(tags), 4), dtype=np.int8)
    for word in range(tags.shape[1]):
        ways = best[:, :, None] + links
        came[word] = ways.argmax(axis=1)
        best = ways.max(axis=1) + emitted[:, word]
    best[:, BEFORE] += none
    return _walk_back(best.argmax(axis=1).astype(np.int8), came)


def _walk_back(last: States, came: States) -> States:
    states = np.empty((len(last), len(came)), dtype=np.int8)
    rows = np.arange(len(last))
    for word in range(len(came) - 1, -1, -1):
        states[:, word] = last
        last = came[word, rows, last]
    return states


def _spans(states: States) -> tuple[WordSpan, ...]:
    inside = (states == WITHIN).tolist()
    spans = []
    for start in np.flatnonzero(states == BEGUN).tolist():
        end = start + 1
        while end < len(inside) and inside[end]:
            end += 1
        spans.append(WordSpan(start, end))
    return tuple(spans)
