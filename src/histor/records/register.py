"""Names that are known beforehand: actors, places and outlets, and the names that they go by."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from histor.records.events import PlacePrecision
from histor.records.measures import Day

ActorKind = Literal["state", "body", "group", "person", "people", "outlet", "monitor", "international"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, body, armed group, person, people or outlet."""

    ref: str  # such as `actor:rus-mod`; one person has one row, of the same ref, for each office held
    name: str
    kind: ActorKind
    names: tuple[str, ...]  # every spelling, the name itself included
    country: str | None = None  # ISO 3166 alpha-3
    sector: str | None = None  # PLOVER agent code
    part_of: str | None = None  # ref of the actor that it belongs to or speaks for
    since: Day | None = None  # knowledge holds from here, included; None: always
    until: Day | None = None  # to here, included; None: still
    office: str | None = None  # what a person is known as, such as "president"; None: no person
    source: str = ""  # where the facts can be checked
    own: bool = False  # a user's addition, which wins over the rows that come with the program


@dataclass(frozen=True, slots=True)
class Site:
    """A place of the gazetteer."""

    ref: str  # such as `geonames:170063` or `histor:hmeimim`
    name: str
    names: tuple[str, ...]  # every spelling, the name itself included
    precision: PlacePrecision
    country: str | None  # ISO 3166 alpha-3; None: of no one country, such as a sea
    latitude: float | None = None  # degrees, WGS 84
    longitude: float | None = None  # degrees, WGS 84
    admin1: str | None = None
    source: str = ""
    own: bool = False  # a user's addition, which wins over the rows that come with the program


@dataclass(frozen=True, slots=True)
class Register:
    """Actors and places by the names that they go by, folded as `fold_name` folds."""

    actors: Mapping[str, tuple[Actor, ...]] = field(default_factory=dict)
    sites: Mapping[str, tuple[Site, ...]] = field(default_factory=dict)
    beginnings: frozenset[str] = frozenset()  # of names of several words: see `beginnings_of`
    refs: Mapping[str, Actor] = field(default_factory=dict)  # one actor for each ref
    offices: Mapping[tuple[str, str], tuple[Actor, ...]] = field(default_factory=dict)  # (country, office) -> holders


Named = TypeVar("Named", bound=Actor | Site)


def build_register(actors: Iterable[Actor], sites: Iterable[Site]) -> Register:
    """Order actors and places by their folded names."""
    actors, sites = tuple(actors), tuple(sites)
    by_name, by_site = _by_name(actors), _by_name(sites)
    offices: dict[tuple[str, str], tuple[Actor, ...]] = {}
    for actor in actors:
        if actor.office and actor.country:
            key = (actor.country, actor.office)
            offices[key] = (*offices.get(key, ()), actor)
    refs = {actor.ref: actor for actor in reversed(actors)}
    return Register(by_name, by_site, beginnings_of((*by_name, *by_site)), refs, offices)


def beginnings_of(names: Iterable[str]) -> frozenset[str]:
    """Give what a folded name of several words may begin with, a blank after each word: all its words but the last."""
    found: set[str] = set()
    for name in names:
        at = name.find(" ")
        while at > 0:
            found.add(name[: at + 1])
            at = name.find(" ", at + 1)
    return frozenset(found)


def fold_name(name: str) -> str:
    """Give the form under which spellings of one name meet.

    Case, accents, hyphens, apostrophes, full stops and the width of blanks do not count.
    """
    bare = name if name.isascii() else _without_accents(name)
    folded = bare.casefold().translate(_FOLDED)
    return " ".join(folded.split())


_FOLDED = str.maketrans(
    {"'": None, "’": None, "‘": None, "ʼ": None, "`": None, ".": None, "-": " ", "–": " ", ",": " "}
)


def _without_accents(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def _by_name(rows: Iterable[Named]) -> dict[str, tuple[Named, ...]]:
    index: dict[str, tuple[Named, ...]] = {}
    for row in rows:
        for key in dict.fromkeys(fold_name(name) for name in row.names):
            index[key] = (*index.get(key, ()), row)
    return index
