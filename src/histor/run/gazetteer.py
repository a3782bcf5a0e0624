"""Names of places in, what the lists have for them out: a user's lists, then the world's towns."""

from functools import cache

from histor.codebook.spelling import keys_near, spelling_key
from histor.records.gazetteer import Asked, Entry, Gazetteer
from histor.records.register import fold_name
from histor.run.register import Known, register_of
from histor.store.gazetteer import find_in_lists, find_places, open_towns
from histor.store.ledger import Ledger, open_to_read


def look_up(asked: Asked, known: Known) -> Gazetteer:
    """Look names up in the lists that count for a ledger. Raises RegisterError, LedgerError."""
    return Gazetteer({fold_name(name): _find(name, asked.countries, known) for name in asked.names})


def _find(name: str, countries: tuple[str, ...], known: Known) -> tuple[Entry, ...]:
    ledger, towns = _opened(known), open_towns()
    imported = find_in_lists(ledger, name, countries) if ledger else ()
    listed = find_places(towns, name, countries, "towns") if towns else ()
    return (*_in_register(name, countries, known), *imported, *listed)


def _in_register(name: str, countries: tuple[str, ...], known: Known) -> tuple[Entry, ...]:
    """Find the places of the register whose spelling is near: by its very spelling the name was looked up before."""
    keys = _keys(known)
    found = (entry for key in keys_near(spelling_key(name)) for entry in keys.get(key, ()))
    return tuple(entry for entry in found if entry.site.country in countries)


@cache
def _keys(known: Known) -> dict[str, tuple[Entry, ...]]:
    """Order the register's places by the keys of their spellings; once for each process and state of the additions."""
    keys: dict[str, tuple[Entry, ...]] = {}
    sites = {site.ref: site for named in register_of(known).sites.values() for site in named}
    for site in sites.values():
        for spelling in site.names:
            key = spelling_key(spelling)
            keys[key] = (*keys.get(key, ()), Entry(site, "own" if site.own else "register", spelling))
    return keys


@cache
def _opened(known: Known) -> Ledger | None:
    """Open the ledger once for each process and state of its lists."""
    return open_to_read(known.ledger) if known.ledger else None
