"""A ceasefire's definition in, a judge of sides out: which party or excluded group somebody belongs to."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from histor.monitors.hearing.sides import plain_names
from histor.monitors.truce.definition import Bound, TruceDefinition
from histor.records.heard import NamesIn, Naming, Side
from histor.records.register import fold_name

# Whose aircraft, and whose forces "his forces" are, is not told by the words.
_WHOEVERS = re.compile(
    r"^(?:his|her|their|its|our|my|they|we|he|she)\b|planes?\b|\bjets?\b|aircraft\b|helicopters?\b|bombers?\b",
    re.IGNORECASE,
)


class Standing(NamedTuple):
    """Who does something and who suffers it, as a ceasefire sees them; names, each once."""

    by: tuple[str, ...]  # parties
    against: tuple[str, ...]  # parties
    excluded: tuple[str, ...]  # groups that do or suffer it
    strangers: tuple[str, ...]  # who do it, are known and are neither
    outsiders: tuple[str, ...]  # who do or suffer it, are known and are neither


class Bounds:
    """Tells the parties and the excluded groups of one ceasefire."""

    def __init__(self, definition: TruceDefinition, naming: Naming) -> None:
        self._naming = naming
        self.parties, self.area = definition.parties, definition.area
        self._parties = [(bound, _names(bound)) for bound in definition.parties]
        self._excluded = [(bound, _names(bound)) for bound in definition.excluded]
        self._known: dict[tuple[str, str | None, str | None], tuple[str | None, str | None]] = {}
        self._standings: dict[tuple[tuple[Side, ...], tuple[Side, ...]], Standing] = {}

    def party(self, side: Side) -> str | None:
        """Give the party that a side belongs to: by its names, else by its kind where no state is named."""
        return self._placed(side)[0]

    def excluded(self, side: Side) -> str | None:
        """Give the excluded group that a side belongs to."""
        return self._placed(side)[1]

    def _placed(self, side: Side) -> tuple[str | None, str | None]:
        """Give the party and the excluded group of a side, worked out once for each name, ref and kind."""
        known_as = (side.name, side.ref, side.sector)
        if known_as not in self._known:
            excluded = _named(side, self._excluded) or _of_kind(side, self._excluded)
            party = None if excluded else _named(side, self._parties) or _of_kind(side, self._parties)
            self._known[known_as] = (party, excluded)
        return self._known[known_as]

    def standing(self, actors: tuple[Side, ...], recipients: tuple[Side, ...]) -> Standing:
        """Give how the ceasefire sees those who do and suffer something, worked out once for each lot of them."""
        both = (actors, recipients)
        if both not in self._standings:
            self._standings[both] = Standing(
                self.parties_of(actors),
                self.parties_of(recipients),
                self.excluded_of((*actors, *recipients)),
                self.outsiders_of(actors),
                self.outsiders_of((*actors, *recipients)),
            )
        return self._standings[both]

    def parties_of(self, sides: Iterable[Side]) -> tuple[str, ...]:
        """Give the parties that these sides belong to, each once."""
        return tuple(dict.fromkeys(party for side in sides if (party := self.party(side))))

    def excluded_of(self, sides: Iterable[Side]) -> tuple[str, ...]:
        """Give the excluded groups that these sides belong to, each once."""
        return tuple(dict.fromkeys(group for side in sides if (group := self.excluded(side))))

    def excluded_in(self, words: str) -> tuple[str, ...]:
        """Give the excluded groups that these words name, each once."""
        return self.excluded_of(self._names_in(words)) if words and self._excluded else ()

    @cached_property
    def _names_in(self) -> NamesIn:
        return self._naming(lambda side: self.excluded(side) is not None)

    def holders_of(self, places: frozenset[str]) -> tuple[str, ...]:
        """Give the excluded groups that hold one of these places."""
        return tuple(bound.name for bound, _ in self._excluded if not places.isdisjoint(map(fold_name, bound.places)))

    def outsiders_of(self, sides: Iterable[Side]) -> tuple[str, ...]:
        """Give those who are known and are neither: whom nothing binds."""
        known = (side for side in sides if side.ref and not side.ref.startswith("people:") and side.sector != "CVL")
        return tuple(dict.fromkeys(side.name for side in known if not self.party(side) and not self.excluded(side)))


def _names(bound: Bound) -> frozenset[str]:
    return plain_names((bound.name, *bound.also))


def _named(side: Side, bounds: Sequence[tuple[Bound, frozenset[str]]]) -> str | None:
    return next((bound.name for bound, names in bounds if not names.isdisjoint(side.keys)), None)


def _of_kind(side: Side, bounds: Sequence[tuple[Bound, frozenset[str]]]) -> str | None:
    """Go by the kind of actor; whoever belongs to a state that is no party is nobody's."""
    if side.of_state or side.sector is None or _WHOEVERS.search(side.name):
        return None
    return next((bound.name for bound, _ in bounds if side.sector in bound.sectors), None)
