"""Views that people save in the ledger, addresses under names, in; those that count out."""

from histor.store import definitions as shelves
from histor.store.definitions import Kept, Shelf
from histor.store.ledger import Ledger
from histor.store.saved_tables import FIRST_VERSION

_SHELF = Shelf("saved", "view", FIRST_VERSION)


def keep_view(ledger: Ledger, name: str, address: str, recorded: str, *, who: str | None = None) -> bool:
    """Keep an address under a name, in place of the one before; False if the same counts already.

    `recorded` is an instant, ISO 8601. Raises LedgerError.
    """
    return shelves.keep(ledger, _SHELF, name, address, recorded, who)


def withdraw_view(ledger: Ledger, name: str, recorded: str, *, who: str | None = None) -> None:
    """Let a name's address count no longer; nothing is deleted. Raises NotFoundError, LedgerError."""
    shelves.withdraw(ledger, _SHELF, name, recorded, who)


def saved_views(ledger: Ledger, *, as_of: str | None = None) -> tuple[Kept, ...]:
    """Give the views that count, or counted then, in order of name; none from a ledger older than this table."""
    return shelves.counting(ledger, _SHELF, as_of=as_of)


def saved_view(ledger: Ledger, name: str) -> Kept:
    """Give the view that counts under a name. Raises NotFoundError, naming those that there are."""
    return shelves.named(ledger, _SHELF, name)
