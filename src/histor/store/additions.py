"""Entries that a user adds to the register in, kept in the ledger; those that count out: the newest of each ref."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from histor.errors import LedgerError
from histor.records.question import instant
from histor.store.ledger import Ledger

AdditionKind = Literal["actor", "place"]
Entry = Mapping[str, Any]
WITHDRAWN = "withdrawn"  # the key of an entry that says that the ref's earlier entries no longer count
_FIRST_VERSION = 2  # of a ledger that keeps additions


def add_entries(
    ledger: Ledger, kind: AdditionKind, rows: Sequence[Entry], recorded: str, *, who: str | None = None
) -> int:
    """Keep entries together; give how many are new.

    Each row has a `ref`. Rows of one ref stand together and take the place of all rows of that ref added before; what
    counts already is not added again. `recorded` is an instant, ISO 8601; `who` is whose addition it is, if known.
    Raises LedgerError if a row has no ref or is no JSON.
    """
    when = instant(recorded)
    with ledger.writing() as connection:
        counting = _counting(connection, kind)
        added = [
            (kind, ref, _text(row), when, who)
            for ref, own in _by_ref(rows).items()
            if list(map(_text, own)) != list(map(_text, counting.get(ref, ())))
            for row in own
        ]
        connection.executemany("INSERT INTO additions (kind, ref, entry, recorded, who) VALUES (?, ?, ?, ?, ?)", added)
    return len(added)


def withdraw(ledger: Ledger, kind: AdditionKind, ref: str, recorded: str, *, who: str | None = None) -> bool:
    """Let a ref's additions count no longer; False if it has none. Nothing is deleted."""
    if ref not in {entry["ref"] for entry in entries(ledger, kind)}:
        return False
    return add_entries(ledger, kind, [{"ref": ref, WITHDRAWN: True}], recorded, who=who) > 0


def entries(ledger: Ledger, kind: AdditionKind) -> tuple[dict[str, Any], ...]:
    """Give the entries that count, in the order of their addition; none from a ledger older than additions."""
    with ledger.reading() as connection:
        counting = _counting(connection, kind)
    return tuple(row for rows in counting.values() for row in rows if not row.get(WITHDRAWN))


def _counting(connection: sqlite3.Connection, kind: AdditionKind) -> dict[str, list[dict[str, Any]]]:
    """Give, for each ref, the rows that were added last together."""
    if connection.execute("PRAGMA user_version").fetchone()[0] < _FIRST_VERSION:
        return {}
    found: dict[str, tuple[str, list[dict[str, Any]]]] = {}
    for row in connection.execute("SELECT ref, entry, recorded FROM additions WHERE kind = ? ORDER BY number", (kind,)):
        if row["ref"] in found and found[row["ref"]][0] != row["recorded"]:
            del found[row["ref"]]
        found.setdefault(row["ref"], (row["recorded"], []))[1].append(json.loads(row["entry"]))
    return {ref: rows for ref, (_, rows) in found.items()}


def _by_ref(rows: Sequence[Entry]) -> dict[str, list[Entry]]:
    grouped: dict[str, list[Entry]] = {}
    for row in rows:
        ref = row.get("ref")
        if not isinstance(ref, str) or not ref.strip():
            raise LedgerError(f"an addition needs a ref, such as own:first-brigade: {dict(row)}")
        grouped.setdefault(ref, []).append(row)
    return grouped


def _text(row: Entry) -> str:
    try:
        return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    except (TypeError, ValueError) as error:
        raise LedgerError(f"an addition cannot be kept: {error}") from error
