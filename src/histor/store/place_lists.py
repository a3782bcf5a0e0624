"""A file with places in, its rows and a problem for each line that cannot be read out: GeoNames dumps and CSV.

A dump of GeoNames (`SY.txt`, `allCountries.txt`) has 19 columns apart by tabs and no header, as geonames.org/export
describes; a CSV file has a header whose words are recognised or named by the caller.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from histor.codebook.countries import BY_CODE
from histor.codebook.country_codes import ALPHA_3
from histor.codebook.place_kinds import COLUMNS, GEONAMES_CLASSES, GEONAMES_CODES, precision_of
from histor.errors import RegisterError, UsageError
from histor.records.made import Problem, identify
from histor.records.register import Site, fold_name
from histor.store.gazetteer import PlaceRow

BAD_LINE = "bad-place-line"
_DUMP_COLUMNS = 19
_NAMES_APART = ("|", ";", ",")
_COUNTRY_NAMES = {fold_name(country.name): country.code for country in BY_CODE.values()}
_CODES = frozenset(ALPHA_3.values()) | frozenset(BY_CODE)


@dataclass(frozen=True, slots=True)
class ListForm:
    """What the caller knows of a file: its country, and which of its columns says what."""

    country: str | None = None  # ISO 3166 alpha-3 of places whose row names none
    columns: Mapping[str, str] = field(default_factory=dict)  # what it says (`name`, `latitude` …) -> its header


def read_place_list(path: Path, form: ListForm) -> Iterator[PlaceRow | Problem]:
    """Read the places of a file one by one. Raises RegisterError if it cannot be opened, UsageError if it is none."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
    except (OSError, UnicodeDecodeError) as error:
        raise RegisterError(f"{path}: the list cannot be read ({error})") from error
    if first.count("\t") == _DUMP_COLUMNS - 1 and first.split("\t")[0].isdigit():
        return _read_dump(path)
    return _read_csv(path, first, form)


def _read_dump(path: Path) -> Iterator[PlaceRow | Problem]:
    areas = _areas(path)
    with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
        for number, line in enumerate(file, start=1):
            cells = line.rstrip("\r\n").split("\t")
            if len(cells) != _DUMP_COLUMNS:
                yield _problem(path, number, f"{len(cells)} columns where GeoNames has {_DUMP_COLUMNS}")
                continue
            try:
                yield _of_dump(cells, areas)
            except ValueError as error:
                yield _problem(path, number, str(error))


def _areas(path: Path) -> dict[tuple[str, str], str]:
    """Give the names of first-level areas by country and code, as the dump itself has them."""
    areas = {}
    with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
        for line in file:
            if "\tADM1\t" in line:
                cells = line.split("\t")
                areas[cells[8], cells[10]] = cells[1]
    return areas


def _of_dump(cells: list[str], areas: Mapping[tuple[str, str], str]) -> PlaceRow:
    number, name, plain, others, latitude, longitude, kind, code, country = cells[:9]
    if not number.isdigit():
        raise ValueError(f"“{number}” is no number of GeoNames")
    names = (name, plain, *(other for other in others.split(",") if other and not other.startswith("http")))
    site = Site(
        ref=f"geonames:{number}",
        name=_needed(name),
        names=tuple(dict.fromkeys(filter(None, names))),
        precision=GEONAMES_CODES.get(code) or GEONAMES_CLASSES.get(kind, "site"),
        country=_country(country),
        latitude=_degrees(latitude, 90),
        longitude=_degrees(longitude, 180),
        admin1=areas.get((country, cells[10])),
        source="GeoNames",
    )
    return PlaceRow(site, int(cells[14] or 0) or None)


def _read_csv(path: Path, first: str, form: ListForm) -> Iterator[PlaceRow | Problem]:
    apart = max(",;\t", key=first.count)
    header = next(csv.reader([first], delimiter=apart), [])
    columns = _columns(header, form, path)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        lines = csv.reader(file, delimiter=apart)
        next(lines)
        for cells in lines:
            if not any(cells):
                continue
            if len(cells) != len(header):
                yield _problem(path, lines.line_num, f"{len(cells)} cells under {len(header)} columns")
                continue
            try:
                told = {what: cells[at].strip() for what, at in columns.items()}
                yield _of_csv(told, form.country)
            except ValueError as error:
                yield _problem(path, lines.line_num, str(error))


def _columns(header: list[str], form: ListForm, path: Path) -> dict[str, int]:
    """Tell which column says what. Raises UsageError if none has names, or nothing tells the country."""
    found: dict[str, int] = {}
    for what, words in COLUMNS.items():
        wanted = [form.columns[what]] if what in form.columns else words
        places = [at for word in wanted for at, cell in enumerate(header) if fold_name(cell) == fold_name(word)]
        if what in form.columns and not places:
            raise UsageError(f"{path} has no column {form.columns[what]}; it has {', '.join(header)}")
        if places:
            found[what] = places[0]
    if "name" not in found:
        raise UsageError(f"{path} has no column of names that is known; name it: --column name=COLUMN")
    if "country" not in found and form.country is None:
        raise UsageError(f"{path} has no column of countries; give the country of all its places: --country SYR")
    return found


def _of_csv(told: Mapping[str, str], country: str | None) -> PlaceRow:
    name = _needed(told.get("name", ""))
    others = told.get("other_names", "")
    apart = next((sign for sign in _NAMES_APART if sign in others), "|")
    native = told.get("native_name", "")
    names = (name, *(other.strip() for other in others.split(apart)), native)
    latitude, longitude = _degrees(told.get("latitude", ""), 90), _degrees(told.get("longitude", ""), 180)
    if (latitude is None) != (longitude is None):
        raise ValueError("one of latitude and longitude is missing")
    code = _country(told["country"]) if told.get("country") else country
    site = Site(
        ref=_ref(told.get("id", ""), name, code, latitude, longitude),
        name=name,
        names=tuple(dict.fromkeys(filter(None, names))),
        precision=precision_of(told.get("type", ""), name),
        country=code,
        latitude=latitude,
        longitude=longitude,
        admin1=told.get("admin1") or None,
        source=told.get("source") or "a user's list",
    )
    return PlaceRow(site, _people(told.get("population", "")))


def _ref(key: str, *facts: object) -> str:
    if key:
        return key if ":" in key else f"own:{key}"
    return f"own:{identify('place', *facts).removeprefix('place-')}"


def _needed(name: str) -> str:
    if not fold_name(name):
        raise ValueError("no name")
    return name


def _country(cell: str) -> str | None:
    code = ALPHA_3.get(cell.upper()) or (
        cell.upper() if cell.upper() in _CODES else _COUNTRY_NAMES.get(fold_name(cell))
    )
    if code is None and cell:
        raise ValueError(f"“{cell}” is no country; write its ISO 3166 code, such as SYR")
    return code


def _degrees(cell: str, limit: int) -> float | None:
    if not cell:
        return None
    try:
        degrees = float(cell)
    except ValueError as error:
        raise ValueError(f"“{cell}” is no number of degrees") from error
    if not -limit <= degrees <= limit:
        raise ValueError(f"{cell} degrees are beyond {limit}")
    return degrees


def _people(cell: str) -> int | None:
    if cell and not cell.replace(",", "").isdigit():
        raise ValueError(f"“{cell}” is no number of people")
    return int(cell.replace(",", "")) if cell else None


def _problem(path: Path, line: int, wrong: str) -> Problem:
    return Problem(
        BAD_LINE, f"{path}, line {line}: {wrong}; the line was left out, mend it and import again", key=str(path)
    )
