"""Definitions that a user keeps in the ledger under names in; those that count out: the newest of each name.

Monitors, alerts and saved views are kept alike, each in a table of its own.
"""

import sqlite3
from dataclasses import dataclass

from histor.errors import NotFoundError
from histor.records.question import instant
from histor.store.as_of import then
from histor.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Kept:
    """A definition as it was kept."""

    name: str
    definition: str  # TOML text; of a view its address
    recorded: str  # instant, ISO 8601, UTC
    who: str | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where definitions of one kind are kept."""

    table: str
    noun: str
    first_version: int  # of a ledger that holds the table

    def is_missing(self, connection: sqlite3.Connection) -> bool:
        """Tell whether the ledger is older than the table."""
        return int(connection.execute("PRAGMA user_version").fetchone()[0]) < self.first_version


def keep(ledger: Ledger, shelf: Shelf, name: str, definition: str, recorded: str, who: str | None = None) -> bool:
    """Keep a definition under a name, in place of the one before; False if the same counts already.

    `recorded` is an instant, ISO 8601. Raises LedgerError.
    """
    if any(kept.definition == definition for kept in counting(ledger, shelf) if kept.name == name):
        return False
    _add(ledger, shelf, name, definition, recorded, who)
    return True


def withdraw(ledger: Ledger, shelf: Shelf, name: str, recorded: str, who: str | None = None) -> None:
    """Let a name's definition count no longer; nothing is deleted. Raises NotFoundError, LedgerError."""
    named(ledger, shelf, name)
    _add(ledger, shelf, name, None, recorded, who)


def counting(ledger: Ledger, shelf: Shelf, *, as_of: str | None = None) -> tuple[Kept, ...]:
    """Give the definitions that count, or counted then, in order of name; none from a ledger older than the table."""
    with ledger.reading() as connection:
        if shelf.is_missing(connection):
            return ()
        rows = connection.execute(
            f"""
            SELECT name, definition, recorded, who FROM {shelf.table} AS kept
            WHERE definition IS NOT NULL AND number = (
              SELECT max(number) FROM {shelf.table} WHERE name = kept.name AND recorded <= :as_of)
            ORDER BY name
            """,
            {"as_of": then(as_of)},
        ).fetchall()
    return tuple(Kept(row["name"], row["definition"], row["recorded"], row["who"]) for row in rows)


def named(ledger: Ledger, shelf: Shelf, name: str) -> Kept:
    """Give the definition that counts under a name. Raises NotFoundError, naming those that there are."""
    found = counting(ledger, shelf)
    for kept in found:
        if kept.name == name:
            return kept
    there = ", ".join(kept.name for kept in found) or "none"
    raise NotFoundError(f"{ledger.path} keeps no {shelf.noun} {name!r}; it keeps {there}")


def _add(ledger: Ledger, shelf: Shelf, name: str, definition: str | None, recorded: str, who: str | None) -> None:
    with ledger.writing() as connection:
        connection.execute(
            f"INSERT INTO {shelf.table} (name, definition, recorded, who) VALUES (?, ?, ?, ?)",
            (name, definition, instant(recorded), who),
        )
