"""A name, an entry or a list of places in; what it means, or what was kept of it, out."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, get_args

from histor.codebook.countries import BY_CODE
from histor.errors import NotFoundError, UsageError
from histor.records.events import PlacePrecision
from histor.records.made import Problem
from histor.records.register import Site, fold_name
from histor.run.gazetteer import look_up
from histor.run.register import known_by, register_of
from histor.steps.link.place_explaining import PlaceExplained, asked_for_name, explain_place
from histor.store.added_places import entry_of_site
from histor.store.additions import add_entries, withdraw
from histor.store.gazetteer import PlaceRow, keep_list, towns_version
from histor.store.ledger import open_to_write
from histor.store.place_lists import ListForm, read_place_list

_PRECISIONS: dict[str, PlacePrecision] = {precision: precision for precision in get_args(PlacePrecision)}
_NO_LETTERS = re.compile(r"[^\w]+")
_PIECE = 1 << 20  # bytes read at a time


@dataclass(frozen=True, slots=True)
class GivenPlace:
    """A place as a person gives it."""

    name: str
    also: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166 alpha-3
    latitude: float | None = None
    longitude: float | None = None
    admin1: str | None = None
    precision: str = "town"
    ref: str | None = None
    source: str = ""


@dataclass(slots=True)
class Imported:
    """What became of a list: how many places were kept, and what was wrong with its lines."""

    kept: int | None = None  # None: the same file was kept before
    problems: list[Problem] = field(default_factory=list)


def find_place(name: str, ledger: str | None, *, sentence: str = "", country: str | None = None) -> PlaceExplained:
    """Explain which place a name means with what counts for a ledger. Raises UsageError, LedgerError, RegisterError."""
    if not fold_name(name):
        raise UsageError("an empty name; give one, such as `histor places Hmeimim`")
    _check_country(country)
    known = known_by(ledger)
    register = register_of(known)
    words = name.strip() if name in sentence or not name.islower() else name.strip().title()
    asked = asked_for_name(words, sentence, country, register)
    return explain_place(words, sentence, country, register, look_up(asked, known))


def import_places(file: str, ledger: str, form: ListForm, *, recorded: str) -> Imported:
    """Keep the places of a file in the ledger, whole or not at all; lines that cannot be read are problems.

    Raises UsageError, RegisterError, LedgerError.
    """
    _check_country(form.country)
    path = Path(file)
    entries = read_place_list(path, form)
    done = Imported()
    with open_to_write(ledger) as opened:
        done.kept = keep_list(opened, file, _sha256(path, form), _rows(entries, done), recorded=recorded)
    return done


def add_place(given: GivenPlace, ledger: str, *, recorded: str) -> tuple[str, bool]:
    """Keep one place in the ledger; give its ref, and whether it is new. Raises UsageError, LedgerError."""
    site = _site(given)
    with open_to_write(ledger) as opened:
        return site.ref, add_entries(opened, "place", [entry_of_site(site)], recorded) > 0


def withdraw_place(ref: str, ledger: str, *, recorded: str) -> None:
    """Let a user's place count no longer. Raises NotFoundError if the ledger has none of that ref."""
    with open_to_write(ledger) as opened:
        if not withdraw(opened, "place", ref, recorded):
            raise NotFoundError(f"{ledger} holds no added place {ref}; `histor places NAME` shows refs")


def has_towns() -> bool:
    """Tell whether the package of the world's towns is installed."""
    return towns_version() is not None


def form_of_place(found: PlaceExplained) -> dict[str, Any]:
    """Give the JSON object of an explanation."""
    place = {name: value for name, value in asdict(found.place).items() if name != "span"}
    weighed = [
        {
            "chosen": found.place.ref is not None and one.entry.site.ref == found.place.ref,
            "from": one.entry.origin, "spelling": one.entry.spelling, "distance": round(one.distance, 3),
            "population": one.entry.population, **_form_of_site(one.entry.site),
        }
        for one in found.weighed
    ]  # fmt: skip
    return {**place, "reasons": list(found.reasons), "weighed": weighed}


def _form_of_site(site: Site) -> dict[str, Any]:
    return {name: value for name, value in asdict(site).items() if name not in {"names", "own"}}


def _rows(entries: Iterator[PlaceRow | Problem], done: Imported) -> Iterator[PlaceRow]:
    for entry in entries:
        if isinstance(entry, Problem):
            done.problems.append(entry)
        else:
            yield entry


def _sha256(path: Path, form: ListForm) -> str:
    """Name a file read in one form: another country or other columns give other places."""
    digest = hashlib.sha256(repr((form.country, sorted(form.columns.items()))).encode())
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _site(given: GivenPlace) -> Site:
    """Check what was given and make the place of it. Raises UsageError."""
    if not all(fold_name(name) for name in (given.name, *given.also)):
        raise UsageError("an empty name; every name needs a letter")
    _check_country(given.country)
    if given.precision not in _PRECISIONS:
        raise UsageError(f"--precision {given.precision}: not known; one of {', '.join(_PRECISIONS)}")
    if (given.latitude is None) != (given.longitude is None):
        raise UsageError("give both --latitude and --longitude, or neither")
    for option, degrees, limit in (("--latitude", given.latitude, 90), ("--longitude", given.longitude, 180)):
        if degrees is not None and not -limit <= degrees <= limit:
            raise UsageError(f"{option} {degrees}: must be between -{limit} and {limit}")
    return Site(
        ref=given.ref or f"own:{_NO_LETTERS.sub('-', fold_name(given.name)).strip('-')}",
        name=given.name,
        names=tuple(dict.fromkeys((given.name, *given.also))),
        precision=_PRECISIONS[given.precision],
        country=given.country,
        latitude=given.latitude,
        longitude=given.longitude,
        admin1=given.admin1,
        source=given.source,
    )


def _check_country(code: str | None) -> None:
    if code is not None and code not in BY_CODE:
        raise UsageError(f"--country {code}: not known; write an ISO 3166 alpha-3 code, such as SYR")
