"""Two instants in, which readings were kept between them and which events may stand otherwise since out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from histor.records.answer import Source
from histor.store import rebuild
from histor.store.as_of import shown, then
from histor.store.decisions import holds_decisions
from histor.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading that the machine made and that was kept, with how much it holds."""

    source: Source
    claims: int
    events: int
    before: tuple[int, int] | None  # claims and events of the reading in whose place it came; None: a new report


def readings_kept(ledger: Ledger, after: str, until: str) -> tuple[Kept, ...]:
    """Give the machine's readings kept after one instant and up to another, in order; people's are no readings."""
    with ledger.reading() as connection:
        judged = "AND number NOT IN (SELECT reading FROM judgements)" if holds_decisions(connection) else ""
        rows = connection.execute(
            f"""
            SELECT *, (SELECT count(*) FROM claims WHERE reading = readings.number) AS claims,
              (SELECT count(*) FROM events WHERE reading = readings.number) AS events,
              (SELECT max(older) FROM superseded WHERE newer = readings.number) AS older
            FROM readings WHERE recorded > ? AND recorded <= ? {judged} ORDER BY recorded, number
            """,
            (after, until),
        ).fetchall()
        command = """
            SELECT (SELECT count(*) FROM claims WHERE reading = :reading) AS claims,
              (SELECT count(*) FROM events WHERE reading = :reading) AS events
            """
        olds = {row["older"]: connection.execute(command, {"reading": row["older"]}).fetchone() for row in rows}
        return tuple(
            Kept(
                rebuild.source_of(row),
                row["claims"],
                row["events"],
                (olds[row["older"]]["claims"], olds[row["older"]]["events"]) if row["older"] else None,
            )
            for row in rows
        )


def events_touched(ledger: Ledger, after: str, until: str) -> tuple[int, ...]:
    """Give the numbers of the events that were kept, superseded or decided on after one instant and up to another."""
    selected = [
        f"SELECT events.number FROM {table} JOIN events ON reading = {reading} WHERE recorded > ? AND recorded <= ?"
        for table, reading in (("readings", "readings.number"), ("superseded", "older"))
    ]
    with ledger.reading() as connection:
        if holds_decisions(connection):
            selected += [
                f"""
                SELECT pins.number FROM decisions AS made JOIN decisions ON decisions.number = made.number {also}
                JOIN pins ON pins.decision = decisions.number
                WHERE made.recorded > ? AND made.recorded <= ? AND item = 'event' AND pins.number IS NOT NULL
                """
                for also in ("", "OR decisions.id = made.undoes")
            ]
        rows = connection.execute(" UNION ".join(selected), (after, until) * len(selected))
        return tuple(sorted(row["number"] for row in rows))


def counting(ledger: Ledger, events: Iterable[int], *, as_of: str) -> tuple[int, ...]:
    """Keep the numbers of events of readings that counted then."""
    command = f"""
        SELECT number FROM events
        WHERE number IN (SELECT value FROM json_each(:events)) AND {shown("events.reading")} ORDER BY number
        """
    with ledger.reading() as connection:
        rows = connection.execute(command, {"events": json.dumps(list(events)), "as_of": then(as_of)})
        return tuple(row["number"] for row in rows)


def numbers_of(ledger: Ledger, events: Iterable[str], *, as_of: str) -> tuple[int, ...]:
    """Give the numbers of events by their ids, in readings that counted then."""
    command = f"""
        SELECT events.number FROM readings JOIN events ON events.reading = readings.number
        WHERE events.id IN (SELECT value FROM json_each(:events)) AND {shown("events.reading")} ORDER BY events.number
        """
    with ledger.reading() as connection:
        rows = connection.execute(command, {"events": json.dumps(list(events)), "as_of": then(as_of)})
        return tuple(row["number"] for row in rows)
