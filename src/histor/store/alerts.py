"""Alerts in and out: the definitions that count, what was told by a name, what has not gone out yet."""

import json
from collections.abc import Iterable

from histor.records.alert_form import alert_of_form, form_of_alert
from histor.records.alerts import Alert
from histor.records.measures import Day
from histor.records.question import instant
from histor.store import definitions
from histor.store.alert_tables import FIRST_VERSION
from histor.store.definitions import Kept, Shelf
from histor.store.ledger import Ledger

_SHELF = Shelf("alerts", "alert", FIRST_VERSION)
_KEEP = "INSERT INTO alerted (id, alert, day, form, recorded) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"


def keep_alert(ledger: Ledger, name: str, definition: str, recorded: str) -> bool:
    """Keep a definition under a name, in place of the one before; False if the same counts already.

    Raises LedgerError.
    """
    return definitions.keep(ledger, _SHELF, name, definition, recorded)


def withdraw_alert(ledger: Ledger, name: str, recorded: str) -> None:
    """Let a name's definition count no longer; nothing is deleted. Raises NotFoundError, LedgerError."""
    definitions.withdraw(ledger, _SHELF, name, recorded)


def alerts(ledger: Ledger) -> tuple[Kept, ...]:
    """Give the definitions that count, in order of name; none from a ledger older than these tables."""
    return definitions.counting(ledger, _SHELF)


def kept_alert(ledger: Ledger, name: str) -> Kept:
    """Give the definition that counts under a name. Raises NotFoundError, naming those that there are."""
    return definitions.named(ledger, _SHELF, name)


def told(ledger: Ledger, name: str) -> tuple[Alert, ...]:
    """Give what was told under a name, in order."""
    with ledger.reading() as connection:
        if _SHELF.is_missing(connection):
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
        if _SHELF.is_missing(connection):
            return None
        row = connection.execute("SELECT max(day) AS day FROM checked WHERE alert = ?", (name,)).fetchone()
    day: Day | None = row["day"]
    return day
