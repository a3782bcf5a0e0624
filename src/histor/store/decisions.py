"""People's decisions in, kept and applied; and questions about them in, decisions and where they stand out."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from histor.errors import NotFoundError, UsageError
from histor.records.anchoring import hash_of
from histor.records.decisions import Anchor, Decision, PinState, Ruling, Verdict
from histor.store.as_of import NOW, shown, then
from histor.store.decision_tables import FIRST_VERSION
from histor.store.judged import decisions_by, renew
from histor.store.ledger import Ledger
from histor.store.rows import spans_text

_LAST_SIGN = "\U0010ffff"  # sorts after every id with the same beginning
_MOST_CANDIDATES = 10  # named in the message; more would not help to choose
_COUNTS = """
decisions.recorded <= :as_of AND decisions.kind != 'undo' AND NOT EXISTS (
  SELECT 1 FROM decisions AS undo WHERE undo.undoes = decisions.id AND undo.recorded <= :as_of)
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A decision with what became of it."""

    decision: Decision
    undone_by: str | None  # id of the undo; None: it counts
    states: tuple[PinState, ...]  # of its anchors, in the readings that count
    overruled: bool = False  # a merge or split that later ones contradict, so that nothing of it counts


def holds_decisions(connection: sqlite3.Connection) -> bool:
    """Tell whether a ledger has the tables of decisions: one of an older version gets them when it is written to."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) >= FIRST_VERSION


def decide(ledger: Ledger, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Keep decisions and apply them to the readings that count, all together; give those that are new."""
    with ledger.writing() as connection:
        new = tuple(each for each in decisions if _keep(connection, each))
        readings: dict[int, str] = {}
        for each in new:
            readings.update(dict.fromkeys(_readings_of(connection, each), each.recorded))
        for reading, recorded in readings.items():
            renew(connection, reading, recorded)
        return new


def decisions(ledger: Ledger, *, as_of: str | None = None) -> tuple[Listed, ...]:
    """Give all decisions made by then, in their order; undos are told with what they undo."""
    with ledger.reading() as connection:
        if not holds_decisions(connection):
            return ()
        named = {"as_of": then(as_of)}
        numbers = [
            row["number"] for row in connection.execute("SELECT number FROM decisions WHERE recorded <= :as_of", named)
        ]
        found = decisions_by(connection, numbers)
        return tuple(_listed(connection, number, each, named["as_of"]) for number, each in found.items())


def decision(ledger: Ledger, sought: str) -> Listed:
    """Give the decision with this id; a unique prefix will do.

    Raises NotFoundError, and UsageError naming the candidates if several fit.
    """
    with ledger.reading() as connection:
        bounds = (sought, sought + _LAST_SIGN, _MOST_CANDIDATES)
        command = "SELECT number, id FROM decisions WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"
        rows = connection.execute(command, bounds).fetchall() if holds_decisions(connection) else []
        if not rows:
            raise NotFoundError(f"no decision has the id {sought!r}; `histor judge list` shows them")
        if len(rows) > 1:
            raise UsageError(f"{sought!r} fits several: {', '.join(row['id'] for row in rows)}; give more of the id")
        ((number, found),) = decisions_by(connection, [rows[0]["number"]]).items()
        return _listed(connection, number, found, NOW)


def marks_among(
    connection: sqlite3.Connection, item: Literal["claim", "event"], numbers: Iterable[int], *, as_of: str
) -> dict[int, tuple[Decision, ...]]:
    """Give the decisions on claims or events themselves that count, in their order, by the numbers of the rows."""
    if not holds_decisions(connection):
        return {}
    rows = connection.execute(
        f"""
        SELECT DISTINCT pins.number AS marked, decisions.number FROM pins
        JOIN decisions ON decisions.number = pins.decision
        WHERE pins.item = :item AND pins.number IN (SELECT value FROM json_each(:numbers))
          AND state = 'held' AND target = :item AND {_COUNTS}
        """,
        {"item": item, "numbers": json.dumps(list(numbers)), "as_of": as_of},
    ).fetchall()
    marked: dict[int, list[Decision]] = {}
    for number, each in decisions_by(connection, {row["number"] for row in rows}).items() if rows else ():
        for row in rows:
            if row["number"] == number:
                marked.setdefault(row["marked"], []).append(each)
    return {number: tuple(made) for number, made in marked.items()}


def decisions_on(ledger: Ledger, report: str, *, as_of: str | None = None) -> tuple[Decision, ...]:
    """Give the decisions that count and stand in a report's words, in their order; `report` is its whole id."""
    with ledger.reading() as connection:
        if not holds_decisions(connection):
            return ()
        rows = connection.execute(
            f"""
            SELECT DISTINCT decisions.number FROM readings JOIN pins ON pins.reading = readings.number
            JOIN decisions ON decisions.number = pins.decision
            WHERE readings.report = :report AND state = 'held' AND {shown("readings.number")} AND {_COUNTS}
            """,
            {"report": report, "as_of": then(as_of)},
        ).fetchall()
        return tuple(decisions_by(connection, [row["number"] for row in rows]).values())


def partners(connection: sqlite3.Connection, events: Sequence[int], as_of: str) -> set[int]:
    """Give the numbers of the events that people merged with one of these."""
    if not holds_decisions(connection):
        return set()
    return {row["theirs"] for row in _pairs(connection, events, as_of) if row["kind"] == "merge"}


def rulings_among(connection: sqlite3.Connection, ids: dict[int, str], as_of: str) -> tuple[Ruling, ...]:
    """Give which of these events, ids by number, people hold together or apart, in the order of the decisions."""
    if not holds_decisions(connection):
        return ()
    rows = [
        row for row in _pairs(connection, list(ids), as_of) if row["theirs"] in ids and row["mine"] != row["theirs"]
    ]
    made = decisions_by(connection, {row["number"] for row in rows})
    pairs = {(row["number"], *_ordered(ids[row["mine"]], ids[row["theirs"]])) for row in rows}
    return tuple(
        Ruling(each.kind == "merge", one, other, each)
        for number, each in made.items()
        for decision, one, other in sorted(pairs)
        if decision == number
    )


def all_rulings(ledger: Ledger, *, as_of: str | None = None) -> tuple[Ruling, ...]:
    """Give which events people hold together or apart, in the order of the decisions."""
    with ledger.reading() as connection:
        if not holds_decisions(connection):
            return ()
        rows = connection.execute(
            f"""
            SELECT DISTINCT events.number, events.id FROM pins JOIN decisions ON decisions.number = pins.decision
            JOIN events ON events.number = pins.number
            WHERE pins.item = 'event' AND decisions.kind IN ('merge', 'split') AND {shown("pins.reading")}
            """,
            {"as_of": then(as_of)},
        )
        return rulings_among(connection, {row["number"]: row["id"] for row in rows}, then(as_of))


def verdicts(ledger: Ledger, target: Literal["contradiction", "incident"], *, as_of: str | None) -> tuple[Verdict, ...]:
    """Give people's words on contradictions or incidents, in their order, with the events as they are read now."""
    with ledger.reading() as connection:
        if not holds_decisions(connection):
            return ()
        named = {"target": target, "as_of": then(as_of)}
        rows = connection.execute(
            f"""
            SELECT decisions.number, events.id FROM decisions JOIN pins ON pins.decision = decisions.number
            JOIN events ON events.number = pins.number
            WHERE decisions.target = :target AND decisions.kind NOT IN ('merge', 'split') AND pins.item = 'event'
              AND {_COUNTS} AND {shown("pins.reading")} ORDER BY pins.position, events.id
            """,
            named,
        ).fetchall()
        made = decisions_by(connection, {row["number"] for row in rows})
    return tuple(Verdict(each, tuple(row["id"] for row in rows if row["number"] == n)) for n, each in made.items())


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _pairs(connection: sqlite3.Connection, events: Sequence[int], as_of: str) -> list[sqlite3.Row]:
    """Give the events on the other side of merges and splits of these events, both in readings that count."""
    return connection.execute(
        f"""
        SELECT decisions.number, decisions.kind, mine.number AS mine, theirs.number AS theirs
        FROM pins AS mine JOIN decisions ON decisions.number = mine.decision
        JOIN anchors AS my ON my.decision = mine.decision AND my.position = mine.position
        JOIN anchors AS their ON their.decision = mine.decision AND their.side != my.side
        JOIN pins AS theirs ON theirs.decision = their.decision AND theirs.position = their.position
        WHERE mine.item = 'event' AND mine.number IN (SELECT value FROM json_each(:events))
          AND decisions.kind IN ('merge', 'split') AND theirs.number IS NOT NULL AND {_COUNTS}
          AND {shown("mine.reading")} AND {shown("theirs.reading")}
        """,
        {"events": json.dumps(list(events)), "as_of": as_of},
    ).fetchall()


def _keep(connection: sqlite3.Connection, each: Decision) -> bool:
    """Keep a decision with its anchors; False if it is kept already."""
    if connection.execute("SELECT 1 FROM decisions WHERE id = ?", (each.id,)).fetchone():
        return False
    facts = (each.id, each.kind, each.target, each.who, each.recorded, each.why)
    row = (*facts, each.field, each.before, each.after, each.undoes)
    number = connection.execute(
        "INSERT INTO decisions (id, kind, target, who, recorded, why, field, before, after, undoes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    ).lastrowid
    for position, anchor in enumerate(each.anchors):
        values = (anchor.item, anchor.text, anchor.key, anchor.outlet, anchor.day, spans_text(anchor.spans))
        more = (anchor.words, anchor.sentence, anchor.sentence_start, anchor.ordinal, anchor.side)
        marks = ", ".join("?" * (2 + len(values) + len(more)))
        connection.execute(f"INSERT INTO anchors VALUES ({marks})", (number, position, *values, *more))
    return True


def _readings_of(connection: sqlite3.Connection, each: Decision) -> set[int]:
    """Give the readings that count in which a decision stands, or in which what it undoes stands."""
    at = {reading for anchor in each.anchors for reading in _readings_at(connection, anchor)}
    command = f"""
        SELECT reading FROM pins JOIN decisions ON decisions.number = decision
        WHERE decisions.id = :undoes AND {shown("reading")}
        """
    rows = connection.execute(command, {"undoes": each.undoes, "as_of": NOW})
    return at | {row["reading"] for row in rows}


def _readings_at(connection: sqlite3.Connection, anchor: Anchor) -> Iterable[int]:
    """Give the readings that count of the reports that an anchor stands in."""
    rows = connection.execute(
        f"""
        SELECT readings.number, text FROM readings JOIN reports ON reports.id = readings.report
        WHERE (readings.key = :key OR (order_day = COALESCE(:day, '9999-12-31') AND outlet IS :outlet))
          AND {shown("readings.number")}
        """,
        {"key": anchor.key, "day": anchor.day, "outlet": anchor.outlet, "as_of": NOW},
    )
    return [row["number"] for row in rows if hash_of(row["text"]) == anchor.text]


def _listed(connection: sqlite3.Connection, number: int, each: Decision, as_of: str) -> Listed:
    named = {"id": each.id, "number": number, "as_of": as_of}
    undo = connection.execute("SELECT id FROM decisions WHERE undoes = :id AND recorded <= :as_of", named).fetchone()
    states = connection.execute(
        f"SELECT state FROM pins WHERE decision = :number AND {shown('pins.reading')} ORDER BY position", named
    )
    return Listed(each, undo["id"] if undo else None, tuple(row["state"] for row in states))
