"""Actors as a user adds them: an `Actor` in, its JSON entry out, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from histor.errors import LedgerError
from histor.records.register import Actor

_LEFT_OUT = frozenset({"own"})


def entry_of_actor(actor: Actor) -> dict[str, Any]:
    """Give the entry of an actor; what is not known is left out."""
    told = {name: value for name, value in asdict(actor).items() if name not in _LEFT_OUT and value}
    return {**told, "names": list(actor.names)}


def actor_of_entry(entry: Mapping[str, Any]) -> Actor:
    """Give the actor of an entry. Raises LedgerError if the entry is of another form."""
    try:
        return Actor(**{**entry, "names": tuple(entry["names"])}, own=True)
    except (TypeError, KeyError) as error:
        raise LedgerError(f"the added actor {dict(entry)} cannot be read ({error}); withdraw it") from error
