"""Places as a user adds them: a `Site` in, its JSON entry out, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from histor.errors import LedgerError
from histor.records.register import Site

_LEFT_OUT = frozenset({"own"})


def entry_of_site(site: Site) -> dict[str, Any]:
    """Give the entry of a place; what is not known is left out."""
    told = {name: value for name, value in asdict(site).items() if name not in _LEFT_OUT and value not in (None, "")}
    return {**told, "names": list(site.names)}


def site_of_entry(entry: Mapping[str, Any]) -> Site:
    """Give the place of an entry. Raises LedgerError if the entry is of another form."""
    try:
        return Site(**{"country": None, **entry, "names": tuple(entry["names"])}, own=True)
    except (TypeError, KeyError) as error:
        raise LedgerError(f"the added place {dict(entry)} cannot be read ({error}); withdraw it") from error
