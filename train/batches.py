"""Lessons in, batches of tensors out: windows of like length together, padded to the longest."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from train.labels import TYPES
from train.lessons import UNKNOWN, Anchor, Lesson


@dataclass(slots=True)
class Anchors:
    """The anchors of a batch: which window and word each is, its labels, and its roles' tags."""

    window: Tensor
    word: Tensor
    labels: Tensor  # anchors × labels
    tags: Tensor  # anchors × roles × words
    whats: Tensor  # anchors × words


@dataclass(slots=True)
class Batch:
    """What the model reads, and what it should say."""

    style: Tensor
    pieces: Tensor
    features: Tensor
    held: Tensor  # windows × pieces: true where a piece stands
    first: Tensor  # windows × words: each word's first piece
    worded: Tensor  # windows × words: true where a word stands
    cues: Tensor
    triggers: Tensor
    mentions: Tensor
    deeds: Tensor  # windows × trigger labels: true for those of which one word at least has one
    claims: Anchors | None
    events: Anchors | None


def group(lessons: Sequence[Lesson], budget: int, chance: random.Random) -> list[list[Lesson]]:
    """Put windows of about the same length together, at most `budget` pieces (padding included) a batch."""
    ordered = sorted(lessons, key=lambda lesson: len(lesson.pieces) * chance.uniform(0.9, 1.1))
    groups: list[list[Lesson]] = [[]]
    for lesson in ordered:
        longest = max([len(lesson.pieces), *(len(other.pieces) for other in groups[-1])])
        if groups[-1] and longest * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(lesson)
    chance.shuffle(groups)
    return groups


def collate(lessons: Sequence[Lesson]) -> Batch:
    """Pad a group of lessons to one shape."""
    first = _pad([lesson.first for lesson in lessons], -1)
    pieces = _pad([lesson.pieces for lesson in lessons], 0)
    lengths = torch.tensor([len(lesson.pieces) for lesson in lessons])
    return Batch(
        style=torch.tensor([lesson.style for lesson in lessons]),
        pieces=pieces,
        features=_pad([lesson.features for lesson in lessons], 0),
        held=torch.arange(pieces.shape[1])[None, :] < lengths[:, None],
        first=first.clamp(min=0),
        worded=first >= 0,
        cues=_pad([lesson.cues for lesson in lessons], UNKNOWN),
        triggers=_pad([lesson.triggers for lesson in lessons], UNKNOWN),
        mentions=_pad([lesson.mentions for lesson in lessons], UNKNOWN),
        deeds=_deeds([lesson.deeds for lesson in lessons]),
        claims=_anchors([lesson.claims for lesson in lessons], first.shape[1]),
        events=_anchors([lesson.events for lesson in lessons], first.shape[1]),
    )


def _deeds(windows: Sequence[Sequence[int]]) -> Tensor:
    chosen = torch.zeros(len(windows), 1 + len(TYPES), dtype=torch.bool)
    for row, deeds in zip(chosen, windows, strict=True):
        row[list(deeds)] = True
    return chosen


def _pad(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    out = np.full((len(rows), max(map(len, rows))), filler, dtype=np.int64)
    for line, row in zip(out, rows, strict=True):
        line[: len(row)] = row
    return torch.from_numpy(out)


def _anchors(windows: Sequence[Sequence[Anchor]], words: int) -> Anchors | None:
    flat = [(window, anchor) for window, anchors in enumerate(windows) for anchor in anchors]
    if not flat:
        return None
    tags = np.zeros((len(flat), len(flat[0][1].tags), words), dtype=np.int64)
    for line, (_, anchor) in zip(tags, flat, strict=True):
        line[:, : anchor.tags.shape[1]] = anchor.tags
    return Anchors(
        window=torch.tensor([window for window, _ in flat]),
        word=torch.tensor([anchor.word for _, anchor in flat]),
        labels=torch.tensor([anchor.labels for _, anchor in flat]),
        tags=torch.from_numpy(tags),
        whats=_widen([anchor.whats for _, anchor in flat], words),
    )


def _widen(rows: Sequence[Sequence[int]], words: int) -> Tensor:
    padded = _pad(rows, UNKNOWN)
    return torch.nn.functional.pad(padded, (0, words - padded.shape[1]), value=UNKNOWN)
