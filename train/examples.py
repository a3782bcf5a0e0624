"""Files of the shared data in, marked texts out: what each file marks, and a note of what it does not say."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from train.gold.marks import add_places, read_marks

Spans = tuple[tuple[int, int], ...]  # code points, ends excluded


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """An attribution; stance None: the file does not say."""

    source: Spans
    cue: Spans
    content: Spans
    stance: str | None


@dataclass(frozen=True, slots=True)
class EventMark:
    """An action with its parts; counts as what they count and where."""

    trigger: tuple[int, int]
    type: str
    mode: str | None
    status: str
    violation: bool
    parts: dict[str, Spans]
    whats: tuple[str, ...]  # beside parts["count"]


@dataclass(frozen=True, slots=True)
class Example:
    """One text and its marks; None: this kind of mark is not made in the file, so it teaches nothing."""

    id: str
    style: str
    text: str
    claims: tuple[ClaimMark, ...] | None = None
    events: tuple[EventMark, ...] | None = None
    mentions: tuple[tuple[str, int, int], ...] | None = None
    deeds: frozenset[str] = frozenset()  # event types of which the text holds at least one; empty: not said


def read_gold(path: Path) -> list[Example]:
    """Read reports with every layer marked."""
    return [_gold(add_places(row)) for row in _rows(path)]


def read_own(shared: Path) -> list[Example]:
    """Read the reports that this project marked up itself, with their texts from the corpora."""
    return [_gold(add_places(row)) for row in read_marks(shared)]


def read_polnear(path: Path) -> list[Example]:
    """Read articles with outer attributions marked, and nothing else."""
    return [Example(row["id"], "polnear", row["text"], claims=_attributions(row)) for row in _rows(path)]


def read_mentions(path: Path, style: str) -> list[Example]:
    """Read sentences in BIO rows (a word and a tag a line) with names marked."""
    sentences = path.read_text(encoding="utf-8").split("\n\n")
    return [_sentence(f"{path.stem}-{n}", style, s) for n, s in enumerate(sentences) if s.strip()]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _gold(row: dict[str, Any]) -> Example:
    claims = tuple(_claim(mark) for mark in row["claims"])
    events = tuple(_event(mark) for mark in row["events"])
    return Example(row["id"], "gold", row["text"], claims, events)


def _claim(mark: dict[str, Any]) -> ClaimMark:
    return ClaimMark(_spans(mark["source"]), _spans(mark["cue"]), _spans(mark["content"]), mark["stance"])


def _event(mark: dict[str, Any]) -> EventMark:
    parts = {role: _spans(mark[role]) for role in ("actors", "recipients", "place", "when")}
    counts = mark["quantities"]
    parts["count"] = tuple(_spans(count["span"])[0] for count in counts)
    whats = tuple(count["what"] for count in counts)
    trigger = _spans(mark["trigger"])[0]
    return EventMark(trigger, mark["type"], mark["mode"], mark["status"], mark["violation"], parts, whats)


def _attributions(row: dict[str, Any]) -> tuple[ClaimMark, ...]:
    marks = row["attributions"]
    return tuple(
        ClaimMark(_spans(mark["source"]), _spans(mark["cue"]), _spans(mark["content"]), None)
        for mark in marks
        if mark["cue"]
    )


def _spans(value: Any) -> Spans:
    """Give a list of spans for a span, a list of spans or nothing."""
    if not value:
        return ()
    if isinstance(value[0], int):
        return ((value[0], value[1]),)
    return tuple((start, end) for start, end in value)


def _sentence(name: str, style: str, rows: str) -> Example:
    words, marks, at = [], [], 0
    for row in rows.strip().split("\n"):
        word, _, tag = row.strip().replace("\t", " ").rpartition(" ")
        if not word:
            continue
        _extend(marks, f"{style}:{tag[2:]}", tag[:1], at, at + len(word))
        words.append(word)
        at += len(word) + 1
    return Example(name, style, " ".join(words), mentions=tuple(marks))


def _extend(marks: list[tuple[str, int, int]], kind: str, edge: str, start: int, end: int) -> None:
    """Lengthen the last mark, or begin one: an I after another kind or a gap begins one too."""
    if edge == "O":
        return
    if edge == "I" and marks and marks[-1][0] == kind and marks[-1][2] == start - 1:
        marks[-1] = (kind, marks[-1][1], end)
    else:
        marks.append((kind, start, end))
