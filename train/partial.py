"""Files that mark only a part of what the marker learns in, marked texts out: MUC-3/4 and the CAMEO sentences."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from train.examples import Example

# Which slot of a MUC template holds the words of which part.
SLOTS = {
    "PERP: INDIVIDUAL ID": "doer",
    "PERP: ORGANIZATION ID": "organisation",
    "HUM TGT: NAME": "victim",
    "HUM TGT: DESCRIPTION": "victim",
    "PHYS TGT: ID": "target",
    "INCIDENT: INSTRUMENT ID": "weapon",
}
QUOTED = re.compile(r'"((?:[^"\\]|\\.)+)"')
# The classes of the CAMEO sentences that the event types tell as well; the others are marked too unlike ours to teach.
CLASSES = {
    "3": frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST"}),  # verbal conflict; a demand is one there
    "4": frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION"}),  # material conflict
}


def read_muc(path: Path) -> list[Example]:
    """Read the texts that have templates, in small letters: who did it, to whom and with what, wherever it is named."""
    with path.open(encoding="utf-8") as rows:
        return [_incident(row) for row in map(json.loads, rows) if row["templates"]]


def read_classes(path: Path) -> list[Example]:
    """Read sentences of conflict: each holds at least one event of certain types, nobody says where."""
    rows = (line.rsplit("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    known = [(text, mark.strip()) for text, mark in rows if mark.strip() in CLASSES]
    return [Example(f"cameo-{n}", "gold", text, deeds=CLASSES[mark]) for n, (text, mark) in enumerate(known)]


def _incident(row: dict[str, Any]) -> Example:
    text = row["text"].lower()
    return Example(row["id"], "muc", text, mentions=tuple(_marks(text, row["templates"])))


def _marks(text: str, templates: list[dict[str, list[str]]]) -> Iterator[tuple[str, int, int]]:
    """Give every place where the words of a slot stand, the longest first; a word is marked once."""
    words = {word for template in templates for word in _words(template)}
    taken: set[int] = set()
    for part, phrase in sorted(words, key=lambda word: (-len(word[1]), word)):
        for found in re.finditer(rf"\b{re.escape(phrase)}\b".replace(r"\ ", r"\s+"), text):
            if not taken & set(range(*found.span())):
                taken.update(range(*found.span()))
                yield f"muc:{part}", *found.span()


def _words(template: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for slot, part in SLOTS.items():
        for line in template.get(slot, ()):
            for phrase in QUOTED.findall(line):
                yield part, phrase.replace('\\"', '"').lower().strip('"')
