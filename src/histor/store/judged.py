"""A reading in, the same as people have it out: decisions on its words are applied, and their places are kept.

Where decisions change a record, the changed record is a reading of its own that takes the machine's place. So every
question, and every question as of an earlier day, sees what people decided without knowing of decisions.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from histor.records.anchoring import hash_of
from histor.records.decisions import Anchor, Decision, Pin
from histor.records.judging import judge, judging_step
from histor.records.record import Record
from histor.store import rebuild
from histor.store.rows import keep_reading, reading_id

_ON_WORDS = """
SELECT decision, position FROM anchors JOIN readings ON readings.number = :reading
WHERE anchors.text = :text
  AND (anchors.key = readings.key OR (anchors.outlet IS readings.outlet AND anchors.day IS readings.published_start))
UNION
SELECT decision, position FROM pins WHERE reading IN (
  WITH RECURSIVE earlier (number) AS (
    SELECT older FROM superseded WHERE newer = :reading
    UNION SELECT older FROM superseded JOIN earlier ON newer = earlier.number)
  SELECT number FROM earlier)
"""


def renew(connection: sqlite3.Connection, reading: int, recorded: str) -> int:
    """Apply the decisions on a reading's words; give the number of the reading that counts then.

    It is another one if decisions make its record another than it is.
    """
    places = _places(connection, reading)
    if not places:
        return reading
    record = rebuild.record_of(connection, reading)
    base = _base_of(connection, reading)
    counting = decisions_by(connection, [number for number in places if not _undone(connection, number)])
    rulings = [(decision, places[number]) for number, decision in counting.items() if decision.kind != "undo"]
    judged = judge(record if base == reading else rebuild.record_of(connection, base), rulings)
    if not _same(judged.record, record):
        reading = _keep(connection, judged.record, base, places, recorded)
    for each in dict.fromkeys((base, reading)):  # what is rejected stands in the machine's reading only
        _keep_pins(connection, each, judged.pins)
    return reading


def decisions_by(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Decision]:
    """Rebuild decisions with their anchors, by the numbers of their rows."""
    listed = json.dumps(list(numbers))
    anchors: dict[int, list[Anchor]] = {}
    command = "SELECT * FROM anchors WHERE decision IN (SELECT value FROM json_each(?)) ORDER BY decision, position"
    for row in connection.execute(command, (listed,)):
        anchors.setdefault(row["decision"], []).append(_anchor(row))
    rows = connection.execute(
        "SELECT * FROM decisions WHERE number IN (SELECT value FROM json_each(?)) ORDER BY recorded, id", (listed,)
    )
    return {row["number"]: _decision(row, tuple(anchors.get(row["number"], ()))) for row in rows}


def _places(connection: sqlite3.Connection, reading: int) -> dict[int, list[int]]:
    """Give the decisions on a reading's words, and on those of readings before it, with the positions of anchors."""
    # Most ledgers hold no decision at all, and most texts none: a text is hashed only if there is one to find.
    if not connection.execute("SELECT 1 FROM decisions LIMIT 1").fetchone():
        return {}
    command = "SELECT text FROM readings JOIN reports ON reports.id = report WHERE readings.number = ?"
    text = connection.execute(command, (reading,)).fetchone()["text"]
    named = {"reading": reading, "text": hash_of(text)}
    places: dict[int, list[int]] = {}
    for row in connection.execute(f"{_ON_WORDS} ORDER BY decision, position", named):
        places.setdefault(row["decision"], []).append(row["position"])
    return places


def _undone(connection: sqlite3.Connection, decision: int) -> bool:
    command = "SELECT 1 FROM decisions AS undo JOIN decisions ON undo.undoes = decisions.id WHERE decisions.number = ?"
    return connection.execute(command, (decision,)).fetchone() is not None


def _base_of(connection: sqlite3.Connection, reading: int) -> int:
    row = connection.execute("SELECT base FROM judgements WHERE reading = ?", (reading,)).fetchone()
    return int(row["base"]) if row else reading


def _same(one: Record, other: Record) -> bool:
    return (one.claims, one.events, one.problems) == (other.claims, other.events, other.problems)


def _keep(connection: sqlite3.Connection, record: Record, base: int, places: Iterable[int], recorded: str) -> int:
    ids = [decision.id for decision in decisions_by(connection, places).values()]
    command = "SELECT id FROM decisions WHERE undoes IN (SELECT value FROM json_each(?))"
    ids += [row["id"] for row in connection.execute(command, (json.dumps(ids),)) if row["id"] not in ids]
    judged = replace(record, made_by=(*record.made_by, judging_step(ids)))
    # The recipe stays the machine's: with another one, other reports out of the same file would be superseded.
    recipe = connection.execute("SELECT recipe FROM readings WHERE number = ?", (base,)).fetchone()["recipe"]
    identity = reading_id(judged.report, judged.made_by)
    reading = keep_reading(connection, judged, identity=identity, recipe=recipe, recorded=recorded)
    connection.execute("INSERT INTO judgements (reading, base) VALUES (?, ?)", (reading, base))
    return reading


def _keep_pins(connection: sqlite3.Connection, reading: int, pins: Sequence[Pin]) -> None:
    numbers = {
        row["id"]: row["number"]
        for table in ("claims", "events")
        for row in connection.execute(f"SELECT id, number FROM {table} WHERE reading = ?", (reading,))
    }
    connection.executemany(
        """
        INSERT OR IGNORE INTO pins (decision, position, reading, item, number, state)
        SELECT decision, position, ?, item, ?, ? FROM anchors JOIN decisions ON decisions.number = decision
        WHERE decisions.id = ? AND position = ?
        """,
        [(reading, numbers.get(pin.item or ""), pin.state, pin.decision, pin.position) for pin in pins],
    )


def _anchor(row: sqlite3.Row) -> Anchor:
    return Anchor(
        item=row["item"],
        text=row["text"],
        key=row["key"],
        outlet=row["outlet"],
        day=row["day"],
        spans=rebuild.spans_of(row["spans"]),
        words=row["words"],
        sentence=row["sentence"],
        sentence_start=row["sentence_start"],
        ordinal=row["ordinal"],
        side=row["side"],
    )


def _decision(row: sqlite3.Row, anchors: tuple[Anchor, ...]) -> Decision:
    return Decision(
        id=row["id"],
        kind=row["kind"],
        target=row["target"],
        anchors=anchors,
        who=row["who"],
        recorded=row["recorded"],
        why=row["why"],
        field=row["field"],
        before=row["before"],
        after=row["after"],
        undoes=row["undoes"],
    )
