"""Places that may bear a name: what was looked up, what was found, and from which list."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from histor.records.register import Site

# Whose list it is: a user's own entry, the tables that come with the program, a list that a user brought in, the
# package of the world's towns. In this order one wins over the next.
PlaceList = Literal["own", "register", "import", "towns"]
PLACE_LISTS: tuple[PlaceList, ...] = ("own", "register", "import", "towns")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that may be meant, and the spelling by which it was found."""

    site: Site
    origin: PlaceList
    spelling: str  # the name of the entry that is nearest to the words
    population: int | None = None  # people; None: not known


@dataclass(frozen=True, slots=True)
class Asked:
    """Names to look up, and the countries in which other spellings of them may be meant."""

    names: tuple[str, ...] = ()  # as the text has them
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-3


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What lists of places had for the names asked for."""

    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)  # folded name asked for -> entries


NO_LISTS = Gazetteer()
