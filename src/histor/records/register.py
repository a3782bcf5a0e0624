"""Names that are known beforehand: actors, places and outlets, and the names that they go by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from histor.records.events import PlacePrecision
from histor.records.measures import Day

ActorKind = Literal["state", "body", "group", "person", "people", "outlet", "monitor", "international"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, body, armed group, person, people or outlet."""

    ref: str  # such as `actor:rus-mod`
    name: str
    kind: ActorKind
    names: tuple[str, ...]  # every spelling, the name itself included
    country: str | None = None  # ISO 3166 alpha-3
    sector: str | None = None  # PLOVER agent code
    part_of: str | None = None  # ref of the actor that it belongs to or speaks for
    since: Day | None = None  # knowledge holds from here, included; None: always
    until: Day | None = None  # to here, included; None: still
    source: str = ""  # where the facts can be checked


@dataclass(frozen=True, slots=True)
class Site:
    """A place of the gazetteer."""

    ref: str  # such as `geonames:170063` or `histor:hmeimim`
    name: str
    names: tuple[str, ...]  # every spelling, the name itself included
    precision: PlacePrecision
    country: str  # ISO 3166 alpha-3
    latitude: float | None = None  # degrees, WGS 84
    longitude: float | None = None  # degrees, WGS 84
    admin1: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Actors and places by the names that they go by, folded as `fold_name` folds."""

    actors: Mapping[str, tuple[Actor, ...]] = field(default_factory=dict)
    sites: Mapping[str, tuple[Site, ...]] = field(default_factory=dict)


def fold_name(name: str) -> str:
    """Give the form under which spellings of one name meet: case, hyphens, apostrophes and blanks do not count."""
    folded = name.casefold().replace("’", "'").replace("'", "").replace("-", " ").replace(".", "")
    return " ".join(folded.split())
