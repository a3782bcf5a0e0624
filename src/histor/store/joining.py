"""A joining version in, readings that it has not joined and their neighbours out; bonds and copies in, kept."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from histor.records.incidents import Bond, Copy, Setting, Spot, Voice
from histor.records.made import Step, identify
from histor.records.measures import Span
from histor.records.question import instant
from histor.records.record import Record
from histor.store import rebuild
from histor.store.as_of import NOW, shown, then
from histor.store.incident_tables import PERIOD
from histor.store.ledger import Ledger
from histor.store.standing import number_of
from histor.store.words import sentence_around

_json = json.JSONEncoder(separators=(",", ":")).encode
_VOICE = tuple(field.name for field in fields(Voice))
_SPOT = tuple(field.name for field in fields(Spot))
# Two readings are compared if there was a moment at which both counted: so incidents can be told as of any day.
_AT_ONE_TIME = """
  NOT EXISTS (SELECT 1 FROM superseded WHERE older = readings.number AND recorded <= :recorded)
  AND NOT EXISTS (SELECT 1 FROM superseded WHERE older = :reading AND superseded.recorded <= readings.recorded)
"""

NO_DAY = 0  # of a report whose day of publication is not known


@dataclass(frozen=True, slots=True)
class Pending:
    """A reading that has not been joined yet."""

    reading: int
    recorded: str
    record: Record
    numbers: Mapping[str, int]  # of its events' rows, by event id
    sentences: Mapping[str, Span]  # by event id


@dataclass(frozen=True, slots=True)
class Placed:
    """What is kept of a reading so that others find it."""

    reading: int
    settings: Sequence[tuple[int, Setting, frozenset[str]]]  # number of the event's row, its setting, its keys
    sample: frozenset[int]
    day: int = NO_DAY  # of publication, as an ordinal


@dataclass(frozen=True, slots=True)
class Shared:
    """How many fingerprints two readings have in common."""

    reading: int
    report: str
    published: str | None
    shared: int
    size: int


def pending(
    ledger: Ledger, joiner: Step, most: int, *, after: int | None = None, as_of: str | None = None
) -> tuple[Pending, ...]:
    """Give readings that count, or counted then, and have not been joined by this version, the oldest first.

    So many at most, of those after the reading of this number.
    """
    with ledger.reading() as connection:
        readings = connection.execute(
            f"""
            SELECT number, recorded FROM readings WHERE number > :after AND {shown("readings.number")} AND NOT EXISTS (
              SELECT 1 FROM joined WHERE reading = readings.number AND joiner = :joiner)
            ORDER BY number LIMIT :most
            """,
            {"joiner": number_of(connection, joiner), "after": after or 0, "most": most, "as_of": then(as_of)},
        ).fetchall()
        return tuple(_pending(connection, row["number"], row["recorded"]) for row in readings)


def joined_until(ledger: Ledger, joiner: Step) -> int:
    """Give the number of the last reading that this version joined: all that count before it are joined too.

    For readings are joined in the order of their numbers, and those that count now before any others.
    """
    command = "SELECT reading FROM joined WHERE joiner = ? ORDER BY reading DESC LIMIT 1"
    with ledger.reading() as connection:
        row = connection.execute(command, (number_of(connection, joiner),)).fetchone()
    return int(row["reading"]) if row else 0


def place(ledger: Ledger, joiner: Step, placed: Sequence[Placed]) -> None:
    """Keep what stands around events and the fingerprints of texts, before neighbours are asked for.

    Of two that join at once, at least one then finds the other's events.
    """
    settings = [each for one in placed for each in one.settings]
    with ledger.writing() as connection:
        step = _number_of(connection, joiner)
        _keep(connection, "settings", [_setting_row(number, step, setting) for number, setting, _ in settings])
        sums = [(number, step, _json(setting.summary)) for number, setting, _ in settings if setting.summary]
        _keep(connection, "summaries", sums)
        _keep(connection, "setting_keys", [(key, step, number) for number, _, held in settings for key in sorted(held)])
        prints = [
            (step, one.day // PERIOD, number, one.day, one.reading) for one in placed for number in sorted(one.sample)
        ]
        _keep(connection, "fingerprints", prints)
        _keep(connection, "samples", [(one.reading, step, len(one.sample)) for one in placed])


def neighbours(ledger: Ledger, joiner: Step, sought: Mapping[int, Collection[str]]) -> dict[int, frozenset[int]]:
    """Give, for each event, those that are kept under one of the keys that it seeks, by the numbers of their rows.

    Of readings that counted at one time with its own. An event may be its own neighbour.
    """
    with ledger.reading() as connection:
        under = _kept_under(connection, joiner, frozenset().union(*sought.values()))
        found = {event: {other for key in keys for other in under.get(key, ())} for event, keys in sought.items()}
        lives = _lives(connection, sought.keys() | set().union(*found.values()))
    return {
        event: frozenset(other for other in others if _at_one_time(lives[event], lives[other]))
        for event, others in found.items()
    }


def sharing(ledger: Ledger, joiner: Step, placed: Placed, *, fewest: int, within: int) -> tuple[Shared, ...]:
    """Give the readings that have so many fingerprints of this one and counted at one time with it.

    Only of reports published within so many days of its own; a report without a day is compared with its like.
    """
    first, last = (placed.day - within, placed.day + within) if placed.day != NO_DAY else (NO_DAY, NO_DAY)
    with ledger.reading() as connection:
        rows = connection.execute(
            f"""
            SELECT readings.number, readings.report, readings.published_start, count(*) AS shared, samples.size
            FROM json_each(:periods) AS periods CROSS JOIN json_each(:hashes) AS hashes
            CROSS JOIN fingerprints ON fingerprints.joiner = :joiner AND period = periods.value AND hash = hashes.value
              AND day BETWEEN :first AND :last
            JOIN readings ON readings.number = fingerprints.reading
            JOIN samples ON samples.reading = readings.number AND samples.joiner = fingerprints.joiner
            WHERE {_AT_ONE_TIME}
            GROUP BY readings.number HAVING count(*) >= :fewest ORDER BY readings.number
            """,
            {"periods": json.dumps(list(range(first // PERIOD, last // PERIOD + 1))),
             "hashes": json.dumps(sorted(placed.sample)), "fewest": fewest, "first": first, "last": last,
             **_named(connection, joiner, placed.reading)},
        )  # fmt: skip
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


def _named(connection: sqlite3.Connection, joiner: Step, reading: int) -> dict[str, object]:
    row = connection.execute("SELECT recorded FROM readings WHERE number = ?", (reading,)).fetchone()
    return {"joiner": number_of(connection, joiner), "reading": reading, "recorded": row["recorded"]}


def _kept_under(connection: sqlite3.Connection, joiner: Step, keys: Iterable[str]) -> dict[str, list[int]]:
    """Give the events kept under each of these keys."""
    rows = connection.execute(
        "SELECT key, event FROM setting_keys WHERE key IN (SELECT value FROM json_each(?)) AND joiner = ?",
        (json.dumps(sorted(keys)), number_of(connection, joiner)),
    )
    found: dict[str, list[int]] = {}
    for row in rows:
        found.setdefault(row["key"], []).append(row["event"])
    return found


def _lives(connection: sqlite3.Connection, events: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Give when the reading of each event was kept, and when another took its place."""
    rows = connection.execute(
        """
        SELECT events.number, readings.recorded,
          COALESCE((SELECT min(recorded) FROM superseded WHERE older = readings.number), ?) AS until
        FROM events JOIN readings ON readings.number = events.reading
        WHERE events.number IN (SELECT value FROM json_each(?))
        """,
        (NOW, json.dumps(sorted(events))),
    )
    return {row["number"]: (row["recorded"], row["until"]) for row in rows}


def _at_one_time(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether there was a moment at which both counted: so incidents can be told as of any day."""
    return one[0] < other[1] and other[0] < one[1]


def _pending(connection: sqlite3.Connection, reading: int, recorded: str) -> Pending:
    record = rebuild.record_of(connection, reading)
    rows = connection.execute("SELECT id, number FROM events WHERE reading = ?", (reading,))
    report = record.report
    return Pending(
        reading=reading,
        recorded=recorded,
        record=record,
        numbers={row["id"]: row["number"] for row in rows},
        sentences={event.id: sentence_around(report.text, (event.trigger,), report.blocks) for event in record.events},
    )


def _setting_row(number: int, step: int, setting: Setting) -> tuple[object, ...]:
    days = setting.days
    return (
        *(number, step, identify("i", setting.event), setting.stance),
        *(_written(_VOICE, setting.voices), _written(_SPOT, setting.spots)),
        *((days.start, days.end, days.basis, days.approximate) if days else (None,) * 4),
        *setting.sentence,
        *(_json(setting.ways), _json(setting.things)),
    )


def _reasons(bond: Bond) -> str:
    return _json([[reason.what, reason.words, reason.weight] for reason in bond.reasons])


def _written(names: Sequence[str], values: Iterable[Voice | Spot]) -> str:
    return _json([{name: getattr(value, name) for name in names} for value in values])


def _number_of(connection: sqlite3.Connection, step: Step) -> int:
    connection.execute("INSERT OR IGNORE INTO steps (name, version) VALUES (?, ?)", (step.name, step.version))
    found = "SELECT number FROM steps WHERE name = ? AND version = ?"
    return int(connection.execute(found, (step.name, step.version)).fetchone()["number"])


def _keep(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Add rows; one that is kept already is left as it is."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)
