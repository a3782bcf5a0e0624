"""The register and whom to look for in, a function out that names these, and nobody else, in a sentence.

Most sentences name none of them. A look for their names, letter by letter, tells so in a small part of the time that
it takes to look up every name that a sentence holds.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from histor.monitors.hearing.sides import Sides
from histor.records.heard import NamesIn, Side, Sought
from histor.records.register import Register, fold_name
from histor.steps.link.scan import is_acronym, scan

_EDGE = re.compile(r"[,;:]\s")
_ARTICLE = re.compile(r"\bel ")  # a name is found with either article: "Deir el-Balah" beside "Deir al-Balah"


def naming(register: Register, sides: Sides, sought: Sought) -> NamesIn:
    """Give a function that names whom the register knows in a sentence, of those that are sought."""
    look = _Look(register, sides, sought)

    @cache
    def find(sentence: str) -> tuple[Side, ...]:
        if not look.finds(sentence):
            return ()
        hits = (hit for start, end in _clauses(sentence, look) for hit in scan(sentence, start, end, register))
        named = (sides.side(hit.words, hit.actors[0].ref) for hit in hits if hit.actors)
        return tuple(filter(sought, named))

    return find


class _Look:
    """A quick look for the names of those who are sought; whether one is no part of another word the scan tells."""

    def __init__(self, register: Register, sides: Sides, sought: Sought) -> None:
        spelt = [
            name
            for key, actors in register.actors.items()
            if any(sought(sides.side(key, actor.ref)) for actor in actors)
            for actor in actors
            for name in actor.names
            if fold_name(name) == key
        ]
        self._acronyms = _shortest(name.replace(".", "") for name in spelt if is_acronym(name))
        self._names = _shortest(_folded(name) for name in spelt if not is_acronym(name))

    def finds(self, text: str) -> bool:
        """Tell whether a name stands in a text, as letters."""
        folded, bare = _folded(text), text.replace(".", "")
        return any(name in folded for name in self._names) or any(name in bare for name in self._acronyms)


def _clauses(sentence: str, look: _Look) -> Iterator[tuple[int, int]]:
    """Give from where to where the parts of a sentence go in which a name may stand: none goes on behind a comma."""
    edges = [0, *(edge.end() for edge in _EDGE.finditer(sentence)), len(sentence)]
    return ((start, end) for start, end in pairwise(edges) if look.finds(sentence[start:end]))


def _shortest(names: Iterable[str]) -> tuple[str, ...]:
    """Give those names in which no other one stands: whoever finds these finds all."""
    found: list[str] = []
    for name in sorted(names, key=len):
        if not any(shorter in name for shorter in found):
            found.append(name)
    return tuple(found)


def _folded(text: str) -> str:
    folded = fold_name(text)
    return _ARTICLE.sub("al ", folded) if "el " in folded else folded
