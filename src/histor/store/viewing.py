"""What has changed since the overview was built in, the events to look at again out; rows of the overview in, kept."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from histor.records.made import Step
from histor.records.question import instant
from histor.records.seen import Seen, form_of_shown
from histor.store.as_of import NOW, shown, then
from histor.store.decisions import holds_decisions
from histor.store.ledger import Ledger
from histor.store.standing import number_of
from histor.store.view_tables import LAYOUT, NAMES, TABLES


@dataclass(frozen=True, slots=True)
class Marks:
    """How far the overview is built, or the ledger reaches."""

    version: int = 0  # of the overview; 0: there is none
    reading: int = 0  # number of the last reading looked at
    decision: int = 0  # number of the last decision looked at


def marks(ledger: Ledger, joiner: Step) -> Marks:
    """Tell how far the overview of this joining step is built."""
    with ledger.reading() as connection:
        if not _has_tables(connection):
            return Marks()
        row = connection.execute("SELECT * FROM view_marks WHERE made_by = ?", (maker(joiner),)).fetchone()
        return Marks(row["version"], row["reading"], row["decision"]) if row else Marks()


def reached(ledger: Ledger, joiner: Step, since: Marks) -> Marks:
    """Tell how far the overview could be built: to the last reading before one that waits to be joined."""
    with ledger.reading() as connection:
        named = {"since": since.reading, "joiner": number_of(connection, joiner), "as_of": NOW}
        waiting = connection.execute(
            f"""
            SELECT min(number) AS first FROM readings WHERE number > :since AND {shown("readings.number")}
              AND NOT EXISTS (SELECT 1 FROM joined WHERE reading = readings.number AND joiner = :joiner)
            """,
            named,
        ).fetchone()["first"]
        ends = ends_of(connection)
        return Marks(since.version, ends.reading if waiting is None else waiting - 1, ends.decision)


def ends_of(connection: sqlite3.Connection) -> Marks:
    """Tell how far the ledger reaches."""
    reading = connection.execute("SELECT max(number) FROM readings").fetchone()[0] or 0
    decided = connection.execute("SELECT max(number) FROM decisions") if holds_decisions(connection) else None
    return Marks(0, reading, (decided.fetchone()[0] or 0) if decided else 0)


def ends(ledger: Ledger) -> Marks:
    """Tell how far the ledger reaches: two look-ups of an index."""
    with ledger.reading() as connection:
        return ends_of(connection)


def touched_between(ledger: Ledger, joiner: Step, since: Marks, upto: Marks) -> tuple[int, ...]:
    """Give the numbers of the events whose incidents may be others since: read, read anew, decided on, or copied."""
    readings = "SELECT number FROM readings WHERE number > :since AND number <= :upto"
    older = f"SELECT older FROM superseded WHERE newer IN ({readings})"
    decided = "decisions.number > :since_decision AND decisions.number <= :upto_decision"
    named = {"since": since.reading, "upto": upto.reading}
    named |= {"since_decision": since.decision, "upto_decision": upto.decision}
    return _touched(ledger, joiner, f"{readings} UNION {older}", decided, named)


def touched_after(ledger: Ledger, joiner: Step, as_of: str) -> tuple[int, ...]:
    """Give the numbers of the events whose incidents may have been others at an instant."""
    readings = "SELECT number FROM readings WHERE recorded > :as_of"
    older = "SELECT older FROM superseded WHERE recorded > :as_of"
    return _touched(
        ledger, joiner, f"{readings} UNION {older}", "decisions.recorded > :as_of", {"as_of": instant(as_of)}
    )


def counting(ledger: Ledger, joiner: Step, events: Iterable[int], *, as_of: str | None = None) -> tuple[int, ...]:
    """Keep the events that are part of an incident, of readings that count, or counted then."""
    with ledger.reading() as connection:
        rows = connection.execute(
            f"""
            SELECT events.number FROM events JOIN settings ON settings.event = events.number
            WHERE settings.joiner = :joiner AND events.number IN (SELECT value FROM json_each(:events))
              AND {shown("events.reading")}
            """,
            {"joiner": number_of(connection, joiner), "events": json.dumps(list(events)), "as_of": then(as_of)},
        )
        return tuple(row["number"] for row in rows)


def numbers_of(ledger: Ledger, events: Iterable[int]) -> dict[str, int]:
    """Give the ids of events and their numbers."""
    with ledger.reading() as connection:
        found = "SELECT id, number FROM events WHERE number IN (SELECT value FROM json_each(?))"
        return {row["id"]: row["number"] for row in connection.execute(found, (json.dumps(list(events)),))}


def seen_with(ledger: Ledger, events: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Give the incidents of the overview that hold one of these events: each with the numbers of all its events."""
    with ledger.reading() as connection:
        if not _has_tables(connection):
            return {}
        rows = connection.execute(
            """
            SELECT incident, event FROM view_members WHERE incident IN (
              SELECT incident FROM view_members WHERE event IN (SELECT value FROM json_each(?)))
            """,
            (json.dumps(list(events)),),
        ).fetchall()
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(row["incident"], []).append(row["event"])
    return {incident: tuple(held) for incident, held in found.items()}


def keep(ledger: Ledger, joiner: Step, seen: Sequence[Seen], *, gone: Iterable[int], found: Marks, upto: Marks) -> bool:
    """Put incidents into the overview in the place of those that are gone; False if another has built on it meanwhile.

    `found` are its marks when the work began, `upto` those that it has from now on.
    """
    with ledger.writing() as connection:
        if marks(ledger, joiner) != found:
            return False
        if found.version == 0:
            _make(connection)
        version = upto.version
        left = json.dumps(list(gone))
        of_them = "(SELECT value FROM json_each(?))"
        connection.execute(f"DELETE FROM view_members WHERE incident IN {of_them}", (left,))
        let_go = "gone = 1, origins = '[]', shown = '{}'"
        connection.execute(
            f"UPDATE view_incidents SET {let_go}, version = ? WHERE number IN {of_them}", (version, left)
        )
        for each in seen:
            _keep_one(connection, each, version)
        row = (maker(joiner), version, upto.reading, upto.decision)
        connection.execute("INSERT OR REPLACE INTO view_marks VALUES (1, ?, ?, ?, ?)", row)
        return True


def _keep_one(connection: sqlite3.Connection, each: Seen, version: int) -> None:
    seat = each.seat
    where = (seat.name, seat.latitude, seat.longitude, seat.country, seat.precision) if seat else (None,) * 5
    row = (each.id, version, 0, each.day, each.exact, *where, each.grade, each.summary, each.claims, each.reports)
    written = (json.dumps(each.origins), json.dumps(form_of_shown(each.shown), ensure_ascii=False))
    slots = ", ".join("?" * (1 + len(row) + len(written)))
    number = connection.execute(f"INSERT INTO view_incidents VALUES ({slots})", (None, *row, *written)).lastrowid
    connection.executemany(
        "INSERT OR REPLACE INTO view_members VALUES (?, ?, ?, ?, ?, ?)",
        [(one.event, number, one.type, one.status, one.target, one.stance) for one in each.members],
    )


def _touched(
    ledger: Ledger, joiner: Step, readings: str, decided: str, named: dict[str, int] | dict[str, str]
) -> tuple[int, ...]:
    with ledger.reading() as connection:
        step = number_of(connection, joiner)
        copied = " UNION ".join(
            f"SELECT copies.{other} FROM copies WHERE copies.{one} IN ({readings}) AND copies.joiner = {step}"
            for one, other in (("one", "other"), ("other", "one"))
        )
        parts = [f"SELECT number FROM events WHERE reading IN ({readings} UNION {copied})"]
        if holds_decisions(connection):
            parts.append(
                f"""
                SELECT pins.number FROM pins WHERE item = 'event' AND pins.number IS NOT NULL AND decision IN (
                  SELECT number FROM decisions WHERE {decided} UNION
                  SELECT undone.number FROM decisions JOIN decisions AS undone ON undone.id = decisions.undoes
                  WHERE {decided})
                """
            )
        return tuple(sorted(row[0] for row in connection.execute(" UNION ".join(parts), named)))


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables anew."""
    for name in NAMES:
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    for command in TABLES:
        connection.execute(command)


def maker(joiner: Step) -> str:
    """Name what the view is made by: another step, version or layout makes another view."""
    return f"{joiner.name}/{joiner.version} {LAYOUT}"


def has_snapshot(connection: sqlite3.Connection) -> bool:
    """Tell whether there is a table of snapshots."""
    return _has_table(connection, "view_snapshot")


def _has_tables(connection: sqlite3.Connection) -> bool:
    return _has_table(connection, "view_marks")


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
    return found.fetchone() is not None
