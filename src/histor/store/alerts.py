"""Alerts in and out: the definitions that count, what was told by a name, what has not gone out yet."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from histor.errors import NotFoundError
from histor.records.alert_form import alert_of_form, form_of_alert
from histor.records.alerts import Alert
from histor.records.measures import Day
from histor.records.question import instant
from histor.store.alert_tables import FIRST_VERSION
from histor.store.ledger import Ledger

_KEEP = "INSERT INTO alerted (id, alert, day, form, recorded) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"


@dataclass(frozen=True, slots=True)
class KeptAlert:
    """An alert's definition as it was kept."""

    name: str
    definition: str  # TOML text
    recorded: str  # instant, ISO 8601, UTC


def keep_alert(ledger: Ledger, name: str, definition: str, recorded: str) -> bool:
    """Keep a definition under a name, in place of the one before; False if the same counts already.

    Raises LedgerError.
    """
    if any(kept.definition == definition for kept in alerts(ledger) if kept.name == name):
        return False
    _add(ledger, name, definition, recorded)
    return True


def withdraw_alert(ledger: Ledger, name: str, recorded: str) -> None:
    """Let a name's definition count no longer; nothing is deleted. Raises NotFoundError, LedgerError."""
    kept_alert(ledger, name)
    _add(ledger, name, None, recorded)


def alerts(ledger: Ledger) -> tuple[KeptAlert, ...]:
    """Give the definitions that count, in order of name; none from a ledger older than these tables."""
    with ledger.reading() as connection:
        if _is_older(connection):
            return ()
        rows = connection.execute(
            """
            SELECT name, definition, recorded FROM alerts AS kept
            WHERE number = (SELECT max(number) FROM alerts WHERE name = kept.name) AND definition IS NOT NULL
            ORDER BY name
            """
        ).fetchall()
    return tuple(KeptAlert(row["name"], row["definition"], row["recorded"]) for row in rows)


def kept_alert(ledger: Ledger, name: str) -> KeptAlert:
    """Give the definition that counts under a name. Raises NotFoundError, naming those that there are."""
    found = alerts(ledger)
    for kept in found:
        if kept.name == name:
            return kept
    there = ", ".join(kept.name for kept in found) or "none"
    raise NotFoundError(f"{ledger.path} keeps no alert {name!r}; it keeps {there}")


def told(ledger: Ledger, name: str) -> tuple[Alert, ...]:
    """Give what was told under a name, in order."""
    with ledger.reading() as connection:
        if _is_older(connection):
            return ()
        rows = connection.execute("SELECT form FROM alerted WHERE alert = ? ORDER BY number", (name,)).fetchall()
    return tuple(alert_of_form(json.loads(row["form"])) for row in rows)


def waiting(ledger: Ledger, name: str, way: str) -> tuple[Alert, ...]:
    """Give what was told under a name and has not gone out by a way, in order."""
    with ledger.reading() as connection:
        rows = connection.execute(
            """
            SELECT form FROM alerted WHERE alert = ?
            AND NOT EXISTS (SELECT 1 FROM delivered WHERE alerted = alerted.id AND way = ?) ORDER BY number
            """,
            (name, way),
        ).fetchall()
    return tuple(alert_of_form(json.loads(row["form"])) for row in rows)


def keep_told(ledger: Ledger, name: str, found: Iterable[Alert], day: Day, recorded: str) -> tuple[Alert, ...]:
    """Keep what a check up to a day found, and give what was not told before. Raises LedgerError."""
    at = instant(recorded)
    new: list[Alert] = []
    with ledger.writing() as connection:
        for alert in found:
            form = json.dumps(form_of_alert(alert), ensure_ascii=False)
            row = (alert.id, name, alert.day, form, at)
            if connection.execute(_KEEP, row).rowcount:
                new.append(alert)
        connection.execute("INSERT INTO checked (alert, day, recorded) VALUES (?, ?, ?)", (name, day, at))
    return tuple(new)


def keep_delivered(ledger: Ledger, found: Iterable[Alert], way: str, recorded: str) -> None:
    """Keep that alerts went out by a way. Raises LedgerError."""
    rows = [(alert.id, way, instant(recorded)) for alert in found]
    with ledger.writing() as connection:
        connection.executemany("INSERT INTO delivered (alerted, way, recorded) VALUES (?, ?, ?)", rows)


def checked_to(ledger: Ledger, name: str) -> Day | None:
    """Give the last day that an alert was checked for; None: it never was."""
    with ledger.reading() as connection:
        if _is_older(connection):
            return None
        row = connection.execute("SELECT max(day) AS day FROM checked WHERE alert = ?", (name,)).fetchone()
    day: Day | None = row["day"]
    return day


def _is_older(connection: sqlite3.Connection) -> bool:
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) < FIRST_VERSION


def _add(ledger: Ledger, name: str, definition: str | None, recorded: str) -> None:
    with ledger.writing() as connection:
        connection.execute(
            "INSERT INTO alerts (name, definition, recorded) VALUES (?, ?, ?)", (name, definition, instant(recorded))
        )
