"""Numbers or ids of events in, what gathering needs of them out: events as told, their bonds, and copies of reports."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from histor.errors import NotFoundError, UsageError
from histor.records.answer import EventRow
from histor.records.dataset import ROW_KEYS, dataset_of
from histor.records.decisions import Decision
from histor.records.events import Event
from histor.records.incidents import Bond, Copy, Reason, Setting, Stretch, Telling, Voice
from histor.records.made import Step
from histor.records.measures import Days, Span
from histor.records.question import Question
from histor.store import rebuild, sieve
from histor.store.as_of import shown, then
from histor.store.context import Context, Contexts
from histor.store.decisions import marks_among
from histor.store.incident_tables import FIRST_VERSION
from histor.store.ledger import Ledger
from histor.store.standing import spots_in

_MOST_CANDIDATES = 10  # named in the message; more would not help to choose
_REMEMBERED = 10_000  # the same voices come again in report after report
_LAST_SIGN = "\U0010ffff"  # sorts after every id with the same beginning
_COPIES_AT = (
    """
SELECT copies.*, one.report AS first, one.order_day AS first_day, other.report AS second, other.order_day AS second_day
FROM copies JOIN steps ON steps.number = copies.joiner
JOIN readings AS one ON one.number = copies.one JOIN readings AS other ON other.number = copies.other
WHERE copies.{} IN (SELECT value FROM json_each(:readings)) AND kind != 'quotation'
  AND name = :name AND version = :version
"""
    + f" AND {shown('copies.one')} AND {shown('copies.other')}"
)


@dataclass(frozen=True, slots=True)
class Tied:
    """Events as told, by id, with the bonds between them."""

    tellings: Mapping[str, Telling]
    numbers: Mapping[str, int]  # of the events' rows
    bonds: tuple[Bond, ...]
    copies: tuple[Copy, ...] = ()  # that their reports are part of, and the copies of those; no quotations
    order: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # of the copied reports: day, id


def holds_joins(ledger: Ledger) -> bool:
    """Tell whether a ledger has the tables of joining: one of an older version gets them when it is written to."""
    return int(ledger.connection.execute("PRAGMA user_version").fetchone()[0]) >= FIRST_VERSION


def found_by(ledger: Ledger, joiner: Step, question: Question, days: Days = (None, None)) -> tuple[int, ...]:
    """Give the numbers of the events that a question asks for and that can be part of an incident.

    Of these, those that may have been between these days, both included, by what stands around them too; and all rows
    of event tables, since a table tells by its first and last row on which days it was kept.
    """
    conditions = " AND ".join(
        (
            *sieve.of_events(question),
            "(readings.key LIKE :rows OR settings.first_day IS NULL"
            " OR (coalesce(settings.last_day >= :since_day, 1) AND coalesce(settings.first_day <= :until_day, 1)))",
        )
    )
    command = f"""
        SELECT events.number FROM readings JOIN events ON events.reading = readings.number
        JOIN settings ON settings.event = events.number JOIN steps ON steps.number = settings.joiner
        WHERE {conditions} AND steps.name = :joiner AND steps.version = :joiner_version ORDER BY events.number
        """
    named = {
        "joiner": joiner.name, "joiner_version": joiner.version, "since_day": days[0], "until_day": days[1],
        "rows": f"{ROW_KEYS}%",
    }  # fmt: skip
    with ledger.reading() as connection:
        return tuple(row["number"] for row in connection.execute(command, {**sieve.parameters(question), **named}))


def named(ledger: Ledger, joiner: Step, sought: str, *, as_of: str | None = None) -> int:
    """Give the number of an event by its id, or by that of the incident that it is the first telling of.

    A prefix will do; of readings that count, or counted then.

    Raises NotFoundError, and UsageError naming the candidates if several fit.
    """
    column = "settings.incident" if sought.startswith("i-") else "events.id"
    command = f"""
        SELECT events.number, {column} AS id FROM settings JOIN events ON events.number = settings.event
        JOIN readings ON readings.number = events.reading JOIN steps ON steps.number = settings.joiner
        WHERE {column} BETWEEN :first AND :last AND name = :name AND version = :version
          AND {shown("readings.number")} ORDER BY id LIMIT {_MOST_CANDIDATES}
        """
    bounds = {"first": sought, "name": joiner.name, "version": joiner.version, "as_of": then(as_of)}
    with ledger.reading() as connection:
        for last in (sought, sought + _LAST_SIGN):
            rows = connection.execute(command, {**bounds, "last": last}).fetchall()
            if len(rows) == 1:
                return int(rows[0]["number"])
            if rows:
                fitting = ", ".join(row["id"] for row in rows)
                raise UsageError(f"{sought!r} fits several: {fitting}; give more of the id")
    raise NotFoundError(f"no incident and no event of one has the id {sought!r}")


def datasets(ledger: Ledger) -> tuple[str, ...]:
    """Name the event tables whose rows a ledger holds, in order."""
    with ledger.reading() as connection:
        rows = connection.execute("SELECT DISTINCT key FROM readings WHERE key BETWEEN 'dataset:' AND 'dataset;'")
        return tuple(sorted({name for row in rows if (name := dataset_of(row["key"]))}))


def row_of(ledger: Ledger, event: str) -> tuple[int, int]:
    """Give the number of an event's row and that of its reading, of readings that count. Raises NotFoundError."""
    command = f"SELECT number, reading FROM events WHERE id = :id AND {shown('reading')}"
    with ledger.reading() as connection:
        row = connection.execute(command, {"id": event, "as_of": then(None)}).fetchone()
    if row is None:
        raise NotFoundError(f"no event that counts has the id {event!r}")
    return int(row["number"]), int(row["reading"])


def numbers_of(ledger: Ledger, events: Collection[str], *, as_of: str | None = None) -> dict[str, int]:
    """Give the numbers of events' rows by their ids, of readings that count, or counted then."""
    command = f"SELECT id, number FROM events WHERE id IN (SELECT value FROM json_each(:ids)) AND {shown('reading')}"
    with ledger.reading() as connection:
        rows = connection.execute(command, {"ids": json.dumps(list(events)), "as_of": then(as_of)})
        return {row["id"]: row["number"] for row in rows}


def tellings(ledger: Ledger, joiner: Step, events: Sequence[int], *, as_of: str | None = None) -> dict[int, Telling]:
    """Give events as told, by the numbers of their rows, in the order of reports and words."""
    with ledger.reading() as connection:
        rows = _setting_rows(connection, joiner, events)
        marks = marks_among(connection, "event", (row["number"] for row in rows), as_of=then(as_of))
        contexts = Contexts(connection)
        return {
            row["number"]: _telling(event, row, contexts.of(row["reading"]), marks.get(row["number"], ()))
            for event, row in zip(rebuild.events_from(connection, rows), rows, strict=True)
        }


def told(ledger: Ledger, joiner: Step, events: Sequence[int], *, as_of: str | None = None) -> Tied:
    """Give events as told, the bonds among them, and the copies that their reports are part of.

    The events are of readings that count, or counted then.
    """
    when = then(as_of)
    with ledger.reading() as connection:
        found = tellings(ledger, joiner, events, as_of=as_of)
        ids = {number: telling.id for number, telling in found.items()}
        copies = _copies_around(connection, joiner, _readings_of(connection, ids), when)
        bonds = [_bond(row, ids) for row in _bond_rows(connection, joiner, ids, ids)]
    return Tied(
        tellings={telling.id: telling for telling in found.values()},
        numbers={event: number for number, event in ids.items()},
        bonds=tuple(sorted(bonds, key=lambda each: (each.one, each.other))),
        copies=tuple(Copy(row["first"], row["second"], row["kind"], row["share"]) for row in copies),
        order={row[end]: (row[f"{end}_day"], row[end]) for row in copies for end in ("first", "second")},
    )


def bonds_between(ledger: Ledger, joiner: Step, ones: Mapping[int, str], others: Mapping[int, str]) -> tuple[Bond, ...]:
    """Give the bonds between these events and those, ids by the numbers of their rows; no event is in both."""
    with ledger.reading() as connection:
        rows = [*_bond_rows(connection, joiner, ones, others), *_bond_rows(connection, joiner, others, ones)]
    return tuple(_bond(row, {**ones, **others}) for row in rows)


def _readings_of(connection: sqlite3.Connection, events: Iterable[int]) -> set[int]:
    command = "SELECT DISTINCT reading FROM events WHERE number IN (SELECT value FROM json_each(?))"
    return {row["reading"] for row in connection.execute(command, (json.dumps(list(events)),))}


def _bond_rows(
    connection: sqlite3.Connection, joiner: Step, ones: Iterable[int], others: Iterable[int]
) -> list[sqlite3.Row]:
    """Give the bonds of which the one end is among these events and the other among those."""
    command = """
        SELECT bonds.* FROM bonds JOIN steps ON steps.number = bonds.joiner
        WHERE one IN (SELECT value FROM json_each(:ones)) AND other IN (SELECT value FROM json_each(:others))
          AND name = :name AND version = :version
        """
    named = {"ones": json.dumps(list(ones)), "others": json.dumps(list(others))}
    return connection.execute(command, {**named, "name": joiner.name, "version": joiner.version}).fetchall()


def _setting_rows(connection: sqlite3.Connection, joiner: Step, events: Sequence[int]) -> list[sqlite3.Row]:
    return connection.execute(
        """
        SELECT events.*, settings.stance, voices, spots, settings.first_day AS from_day, settings.last_day AS to_day,
          day_basis, day_approximate, sentence_start, sentence_end, ways, things,
          summaries.words AS summary
        FROM events JOIN settings ON settings.event = events.number JOIN steps ON steps.number = settings.joiner
        LEFT JOIN summaries ON summaries.event = settings.event AND summaries.joiner = settings.joiner
        WHERE events.number IN (SELECT value FROM json_each(?)) AND steps.name = ? AND steps.version = ?
        ORDER BY events.reading, events.position
        """,
        (json.dumps(list(events)), joiner.name, joiner.version),
    ).fetchall()


def _copies_around(
    connection: sqlite3.Connection, joiner: Step, readings: Iterable[int], as_of: str
) -> list[sqlite3.Row]:
    """Give the copies that lead from these readings to others, over any number of steps, of readings that count.

    A quotation makes no copy of the whole, and leads nowhere.
    """
    found: dict[tuple[int, int], sqlite3.Row] = {}
    ahead, seen = list(readings), set(readings)
    while ahead:
        named = {"readings": json.dumps(ahead), "name": joiner.name, "version": joiner.version, "as_of": as_of}
        command = " UNION ALL ".join(_COPIES_AT.format(side) for side in ("one", "other"))
        rows = connection.execute(command, named).fetchall()
        found.update(((row["one"], row["other"]), row) for row in rows)
        ahead = sorted({end for row in rows for end in (row["one"], row["other"])} - seen)
        seen.update(ahead)
    return [found[ends] for ends in sorted(found)]


def _telling(event: Event, row: sqlite3.Row, context: Context, decided: tuple[Decision, ...]) -> Telling:
    sentence = Span(row["sentence_start"], row["sentence_end"])
    answer = EventRow(
        event=event,
        source=context.source,
        words=context.text[event.trigger.start : event.trigger.end],
        sentence=context.text[sentence.start : sentence.end],
        chain=context.chain(context.claims[event.claim] if event.claim else None),
        decided=decided,
    )
    return Telling(answer, _setting(row, event.id, sentence), position=row["position"])


def _setting(row: sqlite3.Row, event: str, sentence: Span) -> Setting:
    days = None
    if row["day_basis"] is not None:
        days = Stretch(row["from_day"], row["to_day"], row["day_basis"], bool(row["day_approximate"]))
    return Setting(
        event=event,
        stance=row["stance"],
        voices=_voices(row["voices"]),
        spots=spots_in(row["spots"]),
        days=days,
        sentence=sentence,
        ways=tuple(json.loads(row["ways"])),
        things=tuple(json.loads(row["things"])),
        summary=tuple(json.loads(row["summary"])) if row["summary"] else (),
    )


@lru_cache(maxsize=_REMEMBERED)
def _voices(written: str) -> tuple[Voice, ...]:
    return tuple(Voice(**voice) for voice in json.loads(written))


def _bond(row: sqlite3.Row, ids: Mapping[int, str]) -> Bond:
    reasons = tuple(map(Reason._make, json.loads(row["reasons"])))
    return Bond(ids[row["one"]], ids[row["other"]], row["score"], reasons)
