"""Marked texts in, lessons out: windows of pieces with the numbers that the model should give for them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from histor.models.answers import lines
from histor.models.pieces import Window, Words, cut_windows, split_words
from train.examples import ClaimMark, EventMark, Example, Spans
from train.labels import CLAIM_ROLES, EVENT_ROLES, KINDS, MENTION_TAGS, STANCES, STATUSES, STYLES, TYPES, WHATS

Numbers = NDArray[np.int64]
UNKNOWN = -100  # a label that teaches nothing


@dataclass(slots=True)
class Anchor:
    """A cue or trigger, what it is, and for each of its roles a tag a word (0 outside, 1 begins, 2 goes on)."""

    word: int
    labels: tuple[int, ...]
    tags: Numbers  # roles × words
    whats: Numbers  # words; only where a count begins


@dataclass(slots=True)
class Lesson:
    """One window: the encoder's input, a label a word for each token head, and the anchors."""

    style: int
    pieces: list[int]
    features: list[int]
    first: list[int]  # each word's first piece
    cues: Numbers
    triggers: Numbers
    mentions: Numbers
    deeds: tuple[int, ...] = ()  # trigger labels of which one word at least has one; empty: not said
    claims: list[Anchor] = field(default_factory=list)
    events: list[Anchor] = field(default_factory=list)


def make_lessons(examples: Sequence[Example], tokenizer: Tokenizer, size: int, stride: int) -> list[Lesson]:
    """Cut every example into windows and turn its marks into labels."""
    lessons = []
    for example in examples:
        words = split_words(example.text, tokenizer)
        if words.spans:
            windows = cut_windows(words, example.text, size, stride)
            lessons.extend(_lesson(example, words, window) for window in windows)
    return lessons


def bare_lesson(style: str, words: Words, window: Window) -> Lesson:
    """Give the encoder's input for one window, all labels unknown."""
    unknown = [np.full(window.end - window.start, UNKNOWN) for _ in range(3)]
    return Lesson(STYLES.index(style), *lines(words, window), *unknown)


def _lesson(example: Example, words: Words, window: Window) -> Lesson:
    lesson = bare_lesson(example.style, words, window)
    place = _Place(words, window)
    if example.claims is not None:
        _teach_claims(lesson, example.claims, place, nested=example.style != "polnear")
    if example.events is not None:
        _teach_events(lesson, example.events, place)
    if (window.start, window.end) == (0, len(words.spans)):
        lesson.deeds = tuple(sorted(1 + TYPES.index(deed) for deed in example.deeds))
    if example.mentions is not None:
        lesson.mentions[:] = 0
        for kind, start, end in example.mentions:
            _tag(lesson.mentions, place, ((start, end),), MENTION_TAGS.index(f"B-{kind}"))
    return lesson


class _Place:
    """Turns code points into words of one window."""

    def __init__(self, words: Words, window: Window) -> None:
        self.starts = [start for start, _ in words.spans]
        self.ends = [end for _, end in words.spans]
        self.offset, self.size = window.start, window.end - window.start

    def find(self, start: int, end: int) -> tuple[int, int]:
        """Give the words that the span touches, relative to the window; they may lie outside it."""
        return bisect_right(self.ends, start) - self.offset, bisect_left(self.starts, end) - self.offset

    def holds(self, spans: Spans) -> bool:
        found = [self.find(*span) for span in spans]
        return all(0 <= start < end <= self.size for start, end in found)


def _tag(tags: Numbers, place: _Place, spans: Spans, begin: int) -> None:
    """Write begin at each span's first word and begin + 1 at the others, as far as they lie in the window."""
    for start, end in (place.find(*span) for span in spans):
        if end <= 0 or start >= place.size:
            continue
        tags[max(start, 0) : end] = begin + 1
        if start >= 0:
            tags[start] = begin


def _teach_claims(lesson: Lesson, claims: Sequence[ClaimMark], place: _Place, nested: bool) -> None:
    lesson.cues[:] = 0
    if not nested:  # whether an inner attribution stands in a content is not said
        for claim in claims:
            for start, end in (place.find(*span) for span in claim.content):
                lesson.cues[max(start, 0) : max(end, 0)] = UNKNOWN
    for claim in claims:
        _tag(lesson.cues, place, claim.cue, 1)
        if place.holds((*claim.source, *claim.cue, *claim.content)):
            lesson.claims.append(_claim_anchor(claim, place))


def _claim_anchor(claim: ClaimMark, place: _Place) -> Anchor:
    tags = np.zeros((len(CLAIM_ROLES), place.size), dtype=np.int64)
    _tag(tags[0], place, claim.source, 1)
    _tag(tags[1], place, claim.content, 1)
    stance = UNKNOWN if claim.stance is None else STANCES.index(claim.stance)
    return Anchor(place.find(*claim.cue[0])[0], (stance,), tags, np.full(place.size, UNKNOWN))


def _teach_events(lesson: Lesson, events: Sequence[EventMark], place: _Place) -> None:
    lesson.triggers[:] = 0
    for event in events:
        if not place.holds((event.trigger,)):
            continue
        lesson.triggers[place.find(*event.trigger)[0]] = 1 + TYPES.index(event.type)
        if place.holds(sum(event.parts.values(), ())):
            lesson.events.append(_event_anchor(event, place))


def _event_anchor(event: EventMark, place: _Place) -> Anchor:
    tags = np.zeros((len(EVENT_ROLES), place.size), dtype=np.int64)
    whats = np.full(place.size, UNKNOWN)
    for row, role in zip(tags, EVENT_ROLES, strict=True):
        _tag(row, place, event.parts[role], 1)
    for span, what in zip(event.parts["count"], event.whats, strict=True):
        whats[place.find(*span)[0]] = WHATS.index(what)
    kind = KINDS.index((event.type, event.mode))
    labels = (kind, STATUSES.index(event.status), int(event.violation))
    return Anchor(place.find(*event.trigger)[0], labels, tags, whats)
