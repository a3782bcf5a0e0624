"""A ledger's path in, the register that counts out: what comes with the program, with the user's additions before it.

An addition replaces every row of its own ref that comes with the program, and its names win over other rows' names.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from histor.records.made import Step, identify
from histor.records.register import Actor, Register, Site, build_register
from histor.store.added_actors import actor_of_entry
from histor.store.added_places import site_of_entry
from histor.store.additions import entries
from histor.store.gazetteer import lists_version, towns_version
from histor.store.ledger import Ledger, open_to_read
from histor.store.register import load_actors, load_places, load_register


@dataclass(frozen=True, slots=True)
class Known:
    """Which register counts: the one that comes with the program, or with a ledger's additions as they stand."""

    ledger: str | None = None  # path; None: no additions
    version: str = ""  # names the additions; empty: there are none


def known_by(ledger: str | None) -> Known:
    """Tell which register counts for a ledger; a ledger that is not there yet has no additions. Raises LedgerError."""
    if ledger is None or not Path(ledger).exists():
        return Known()
    with open_to_read(ledger) as opened:
        version = version_of(opened)
    return Known(ledger, version) if version else Known()


def version_of(ledger: Ledger) -> str:
    """Name the additions of a ledger by their content; empty if there are none."""
    kept = (*entries(ledger, "actor"), *entries(ledger, "place"))
    lists = lists_version(ledger)
    return identify("additions", *kept, *lists).rpartition("-")[2] if kept or lists else ""


@cache
def register_of(known: Known) -> Register:
    """Give the register that counts; made once for each state of the additions. Raises RegisterError, LedgerError."""
    if known.ledger is None:
        return load_register()
    with open_to_read(known.ledger) as opened:
        own, places = added_actors(opened), added_places(opened)
    replaced = {site.ref for site in places}
    sites = (*places, *(site for site in load_places() if site.ref not in replaced))
    return build_register(with_additions(load_actors(), own), sites)


def added_actors(ledger: Ledger) -> tuple[Actor, ...]:
    """Give the actors that a user has added and that count."""
    return tuple(actor_of_entry(entry) for entry in entries(ledger, "actor"))


def added_places(ledger: Ledger) -> tuple[Site, ...]:
    """Give the places that a user has added one by one and that count."""
    return tuple(site_of_entry(entry) for entry in entries(ledger, "place"))


def with_additions(given: tuple[Actor, ...], own: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Put a user's rows before those that come with the program, and leave out the rows of a ref that they replace."""
    replaced = {actor.ref for actor in own}
    return (*own, *(actor for actor in given if actor.ref not in replaced))


def linker_of(linker: Step, known: Known) -> Step:
    """Name the linking step so that another state of the additions or list of towns is another version of it."""
    towns = f"towns{found}" if (found := towns_version()) else ""
    return Step(linker.name, "+".join(part for part in (linker.version, towns, known.version) if part))
