"""Definitions of monitors that a user keeps in the ledger in; those that count out: the newest of each name."""

from dataclasses import dataclass

from histor.errors import NotFoundError
from histor.records.question import instant
from histor.store.ledger import Ledger
from histor.store.monitor_tables import FIRST_VERSION


@dataclass(frozen=True, slots=True)
class Kept:
    """A definition as it was kept."""

    name: str
    definition: str  # TOML text
    recorded: str  # instant, ISO 8601, UTC
    who: str | None = None


def keep_definition(ledger: Ledger, name: str, definition: str, recorded: str, *, who: str | None = None) -> bool:
    """Keep a definition under a name, in place of the one before; False if the same counts already.

    `recorded` is an instant, ISO 8601. Raises LedgerError.
    """
    if any(kept.definition == definition for kept in definitions(ledger) if kept.name == name):
        return False
    _add(ledger, name, definition, recorded, who)
    return True


def withdraw_definition(ledger: Ledger, name: str, recorded: str, *, who: str | None = None) -> None:
    """Let a name's definition count no longer; nothing is deleted. Raises NotFoundError, LedgerError."""
    kept_definition(ledger, name)
    _add(ledger, name, None, recorded, who)


def definitions(ledger: Ledger) -> tuple[Kept, ...]:
    """Give the definitions that count, in order of name; none from a ledger older than this table."""
    with ledger.reading() as connection:
        if int(connection.execute("PRAGMA user_version").fetchone()[0]) < FIRST_VERSION:
            return ()
        rows = connection.execute(
            """
            SELECT name, definition, recorded, who FROM monitors AS kept
            WHERE number = (SELECT max(number) FROM monitors WHERE name = kept.name) AND definition IS NOT NULL
            ORDER BY name
            """
        ).fetchall()
    return tuple(Kept(row["name"], row["definition"], row["recorded"], row["who"]) for row in rows)


def kept_definition(ledger: Ledger, name: str) -> Kept:
    """Give the definition that counts under a name. Raises NotFoundError, naming those that there are."""
    found = definitions(ledger)
    for kept in found:
        if kept.name == name:
            return kept
    there = ", ".join(kept.name for kept in found) or "none"
    raise NotFoundError(f"{ledger.path} keeps no monitor {name!r}; it keeps {there}")


def _add(ledger: Ledger, name: str, definition: str | None, recorded: str, who: str | None) -> None:
    with ledger.writing() as connection:
        connection.execute(
            "INSERT INTO monitors (name, definition, recorded, who) VALUES (?, ?, ?, ?)",
            (name, definition, instant(recorded), who),
        )
