"""Monitors that a user keeps in the ledger in; those that count out."""

from histor.store import definitions as shelves
from histor.store.definitions import Kept, Shelf
from histor.store.ledger import Ledger
from histor.store.monitor_tables import FIRST_VERSION

__all__ = ["Kept", "definitions", "keep_definition", "kept_definition", "withdraw_definition"]

_SHELF = Shelf("monitors", "monitor", FIRST_VERSION)


def keep_definition(ledger: Ledger, name: str, definition: str, recorded: str, *, who: str | None = None) -> bool:
    """Keep a definition under a name, in place of the one before; False if the same counts already.

    `recorded` is an instant, ISO 8601. Raises LedgerError.
    """
    return shelves.keep(ledger, _SHELF, name, definition, recorded, who)


def withdraw_definition(ledger: Ledger, name: str, recorded: str, *, who: str | None = None) -> None:
    """Let a name's definition count no longer; nothing is deleted. Raises NotFoundError, LedgerError."""
    shelves.withdraw(ledger, _SHELF, name, recorded, who)


def definitions(ledger: Ledger) -> tuple[Kept, ...]:
    """Give the definitions that count, in order of name; none from a ledger older than this table."""
    return shelves.counting(ledger, _SHELF)


def kept_definition(ledger: Ledger, name: str) -> Kept:
    """Give the definition that counts under a name. Raises NotFoundError, naming those that there are."""
    return shelves.named(ledger, _SHELF, name)
