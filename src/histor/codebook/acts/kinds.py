"""A table of words and acts as text in, the act of each word out: a type and a mode."""

from dataclasses import dataclass
from typing import cast

from histor.records.events import EventType


@dataclass(frozen=True, slots=True)
class Act:
    """The act that a word names."""

    type: EventType
    mode: str | None = None


Frame = tuple[frozenset[str], Act]  # the words of which one must stand near, and the act that the verb names then


def read_table(table: str) -> dict[str, Act]:
    """Give the act of each word, from lines of the form `TYPE mode: word word …`; a dash stands for no mode."""
    acts: dict[str, Act] = {}
    for line in table.strip().splitlines():
        head, _, words = line.strip().partition(":")
        acts.update(dict.fromkeys(words.split(), _act(head)))
    return acts


def read_frames(table: str) -> dict[str, tuple[Frame, ...]]:
    """Give the frames of each verb in order, from lines of the form `verb verb | TYPE mode | word word …`."""
    frames: dict[str, tuple[Frame, ...]] = {}
    for line in table.strip().splitlines():
        verbs, head, words = (part.strip() for part in line.split("|"))
        for verb in verbs.split():
            frames[verb] = (*frames.get(verb, ()), (frozenset(words.split()), _act(head)))
    return frames


def read_classes(table: str) -> dict[str, str]:
    """Give the class of each word, from lines of the form `class: word word …`; the first line that has it counts."""
    classes: dict[str, str] = {}
    for line in table.strip().splitlines():
        name, _, words = line.strip().partition(":")
        for word in words.split():
            classes.setdefault(word, name)
    return classes


def _act(head: str) -> Act:
    kind, _, mode = head.partition(" ")
    return Act(cast(EventType, kind), mode if mode not in {"", "-"} else None)
