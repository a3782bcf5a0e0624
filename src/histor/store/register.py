"""The register that comes with the program: tables of actors and places in, a `Register` out."""

import csv
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar, get_args

from histor.errors import RegisterError
from histor.records.events import PlacePrecision
from histor.records.register import Actor, ActorKind, Register, Site, build_register

ACTORS = "actors.tsv"
PLACES = "places.tsv"
_ACTOR_COLUMNS = (
    "ref", "name", "kind", "country", "sector", "part_of", "since", "until", "office", "other_names", "source",
)  # fmt: skip
_PLACE_COLUMNS = (
    "ref", "name", "precision", "country", "admin1", "latitude", "longitude", "other_names", "source",
)  # fmt: skip
_KINDS: dict[str, ActorKind] = {kind: kind for kind in get_args(ActorKind)}
_PRECISIONS: dict[str, PlacePrecision] = {precision: precision for precision in get_args(PlacePrecision)}

Made = TypeVar("Made")


@cache
def load_register() -> Register:
    """Load the tables that come with the program; read once for each process. Raises RegisterError."""
    return build_register(load_actors(), load_places())


@cache
def load_actors() -> tuple[Actor, ...]:
    """Load the actors that come with the program. Raises RegisterError."""
    return read_actors((files("histor.store") / "tables" / ACTORS).read_text("utf-8"), ACTORS)


@cache
def load_places() -> tuple[Site, ...]:
    """Load the places that come with the program. Raises RegisterError."""
    return read_places((files("histor.store") / "tables" / PLACES).read_text("utf-8"), PLACES)


def load_register_from(folder: Path) -> Register:
    """Load the tables of a folder. Raises RegisterError with the file and line that cannot be read."""
    try:
        actors, places = ((folder / name).read_text("utf-8") for name in (ACTORS, PLACES))
    except OSError as error:
        raise RegisterError(f"{error.filename}: the table cannot be read ({error.strerror})") from error
    return build_register(read_actors(actors, ACTORS), read_places(places, PLACES))


def read_actors(text: str, file: str) -> tuple[Actor, ...]:
    """Read a table of actors, one a line under a header. Raises RegisterError with file and line."""
    return tuple(_read(text, file, _ACTOR_COLUMNS, _actor))


def read_places(text: str, file: str) -> tuple[Site, ...]:
    """Read a table of places, one a line under a header. Raises RegisterError with file and line."""
    return tuple(_read(text, file, _PLACE_COLUMNS, _site))


def _read(text: str, file: str, columns: tuple[str, ...], make: Callable[[dict[str, str]], Made]) -> Iterator[Made]:
    lines = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(lines, [])
    if tuple(header) != columns:
        raise RegisterError(f"{file}, line 1: the columns must be {', '.join(columns)}")
    for number, cells in enumerate(lines, start=2):
        if len(cells) != len(columns):
            raise RegisterError(f"{file}, line {number}: {len(cells)} cells where there must be {len(columns)}")
        try:
            yield make(dict(zip(columns, cells, strict=True)))
        except (KeyError, ValueError) as error:
            raise RegisterError(f"{file}, line {number}: {error} is not allowed here") from error


def _actor(cells: dict[str, str]) -> Actor:
    return Actor(
        ref=_needed(cells, "ref"),
        name=_needed(cells, "name"),
        kind=_KINDS[cells["kind"]],
        names=_names(cells),
        country=cells["country"] or None,
        sector=cells["sector"] or None,
        part_of=cells["part_of"] or None,
        since=cells["since"] or None,
        until=cells["until"] or None,
        office=cells["office"] or None,
        source=cells["source"],
    )


def _site(cells: dict[str, str]) -> Site:
    return Site(
        ref=_needed(cells, "ref"),
        name=_needed(cells, "name"),
        names=_names(cells),
        precision=_PRECISIONS[cells["precision"]],
        country=cells["country"] or None,
        latitude=_degrees(cells["latitude"], 90),
        longitude=_degrees(cells["longitude"], 180),
        admin1=cells["admin1"] or None,
        source=cells["source"],
    )


def _needed(cells: dict[str, str], column: str) -> str:
    if not cells[column].strip():
        raise ValueError(f"an empty {column}")
    return cells[column]


def _names(cells: dict[str, str]) -> tuple[str, ...]:
    others = (name for name in cells["other_names"].split("|") if name)
    return tuple(dict.fromkeys((cells["name"], *others)))


def _degrees(cell: str, limit: int) -> float | None:
    if not cell:
        return None
    degrees = float(cell)
    if abs(degrees) > limit:
        raise ValueError(f"{cell} degrees")
    return degrees
