"""A joining version in, readings that it has not joined and their neighbours out; bonds and copies in, kept."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from histor.records.incidents import Bond, Copy, Setting
from histor.records.made import Step, identify
from histor.records.measures import Span
from histor.records.question import instant
from histor.records.record import Record
from histor.store import rebuild
from histor.store.ledger import Ledger
from histor.store.words import sentence_around

_SHOWN = "NOT EXISTS (SELECT 1 FROM superseded WHERE superseded.older = readings.number)"


@dataclass(frozen=True, slots=True)
class Pending:
    """A reading that has not been joined yet."""

    reading: int
    record: Record
    numbers: Mapping[str, int]  # of its events' rows, by event id
    sentences: Mapping[str, Span]  # by event id


@dataclass(frozen=True, slots=True)
class Placed:
    """What is kept of a reading so that others find it."""

    reading: int
    settings: Sequence[tuple[int, Setting, frozenset[str]]]  # number of the event's row, its setting, its keys
    sample: frozenset[int]


@dataclass(frozen=True, slots=True)
class Shared:
    """How many fingerprints two readings have in common."""

    reading: int
    report: str
    published: str | None
    shared: int
    size: int


def pending(ledger: Ledger, joiner: Step, most: int) -> tuple[Pending, ...]:
    """Give readings that count and have not been joined by this version, the oldest first, so many at most."""
    with ledger.reading() as connection:
        numbers = connection.execute(
            f"""
            SELECT number FROM readings WHERE {_SHOWN} AND NOT EXISTS (
              SELECT 1 FROM joined JOIN steps ON steps.number = joiner
              WHERE reading = readings.number AND name = ? AND version = ?)
            ORDER BY number LIMIT ?
            """,
            (joiner.name, joiner.version, most),
        ).fetchall()
        return tuple(_pending(connection, row["number"]) for row in numbers)


def place(ledger: Ledger, joiner: Step, placed: Sequence[Placed]) -> None:
    """Keep what stands around events and the fingerprints of texts, before neighbours are asked for.

    Of two that join at once, at least one then finds the other's events.
    """
    with ledger.writing() as connection:
        step = _number_of(connection, joiner)
        for one in placed:
            rows = [_setting_row(number, step, setting) for number, setting, _ in one.settings]
            _keep(connection, "settings", rows)
            keys = [(key, step, number) for number, _, held in one.settings for key in sorted(held)]
            _keep(connection, "setting_keys", keys)
            _keep(connection, "fingerprints", [(number, step, one.reading) for number in sorted(one.sample)])
            _keep(connection, "samples", [(one.reading, step, len(one.sample))])


def neighbours(ledger: Ledger, joiner: Step, keys: Iterable[str]) -> tuple[int, ...]:
    """Give the numbers of the events that are kept under one of the keys, of readings that count."""
    with ledger.reading() as connection:
        rows = connection.execute(
            f"""
            SELECT DISTINCT event FROM setting_keys JOIN steps ON steps.number = setting_keys.joiner
            JOIN events ON events.number = event JOIN readings ON readings.number = events.reading
            WHERE setting_keys.key IN (SELECT value FROM json_each(?))
              AND steps.name = ? AND steps.version = ? AND {_SHOWN}
            ORDER BY event
            """,
            (json.dumps(sorted(keys)), joiner.name, joiner.version),
        )
        return tuple(row["event"] for row in rows)


def sharing(ledger: Ledger, joiner: Step, sample: Iterable[int], *, fewest: int) -> tuple[Shared, ...]:
    """Give the readings that count and have so many of these fingerprints."""
    with ledger.reading() as connection:
        rows = connection.execute(
            f"""
            SELECT readings.number, readings.report, readings.published_start, count(*) AS shared, samples.size
            FROM fingerprints JOIN steps ON steps.number = fingerprints.joiner
            JOIN readings ON readings.number = fingerprints.reading
            JOIN samples ON samples.reading = readings.number AND samples.joiner = fingerprints.joiner
            WHERE hash IN (SELECT value FROM json_each(?)) AND steps.name = ? AND steps.version = ? AND {_SHOWN}
            GROUP BY readings.number HAVING count(*) >= ? ORDER BY readings.number
            """,
            (json.dumps(sorted(sample)), joiner.name, joiner.version, fewest),
        )
        return tuple(
            Shared(row["number"], row["report"], row["published_start"], row["shared"], row["size"]) for row in rows
        )


def keep(
    ledger: Ledger,
    joiner: Step,
    readings: Sequence[int],
    bonds: Sequence[tuple[int, int, Bond]],
    copies: Sequence[tuple[int, int, Copy]],
    *,
    recorded: str,
) -> int:
    """Keep bonds and copies by their rows' numbers, and that the readings are joined; give how many bonds are new."""
    when = instant(recorded)
    with ledger.writing() as connection:
        step = _number_of(connection, joiner)
        before = connection.total_changes
        rows = [(one, other, step, bond.score, _reasons(bond), when) for one, other, bond in bonds]
        _keep(connection, "bonds", rows)
        added = connection.total_changes - before
        _keep(connection, "copies", [(one, other, step, copy.kind, copy.share, when) for one, other, copy in copies])
        _keep(connection, "joined", [(reading, step, when) for reading in readings])
        return added


def _pending(connection: sqlite3.Connection, reading: int) -> Pending:
    record = rebuild.record_of(connection, reading)
    rows = connection.execute("SELECT id, number FROM events WHERE reading = ?", (reading,))
    report = record.report
    return Pending(
        reading=reading,
        record=record,
        numbers={row["id"]: row["number"] for row in rows},
        sentences={event.id: sentence_around(report.text, (event.trigger,), report.blocks) for event in record.events},
    )


def _setting_row(number: int, step: int, setting: Setting) -> tuple[object, ...]:
    days = setting.days
    return (
        *(number, step, identify("i", setting.event), setting.stance),
        *(_json([asdict(voice) for voice in setting.voices]), _json([asdict(spot) for spot in setting.spots])),
        *((days.start, days.end, days.basis, days.approximate) if days else (None,) * 4),
        *setting.sentence,
        *(_json(setting.ways), _json(setting.things)),
    )


def _reasons(bond: Bond) -> str:
    return _json([[reason.what, reason.words, reason.weight] for reason in bond.reasons])


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _number_of(connection: sqlite3.Connection, step: Step) -> int:
    connection.execute("INSERT OR IGNORE INTO steps (name, version) VALUES (?, ?)", (step.name, step.version))
    found = "SELECT number FROM steps WHERE name = ? AND version = ?"
    return int(connection.execute(found, (step.name, step.version)).fetchone()["number"])


def _keep(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Add rows; one that is kept already is left as it is."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)
