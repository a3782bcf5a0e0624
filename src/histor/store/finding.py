"""An id or the beginning of one in, the one record that it names out."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from histor.errors import NotFoundError, UsageError
from histor.records.answer import RecordKind
from histor.records.question import instant

KINDS: tuple[RecordKind, ...] = ("report", "claim", "event", "mention", "problem")
_MOST_CANDIDATES = 10  # named in the message; more would not help to choose
_LAST_SIGN = "\U0010ffff"  # sorts after every id with the same beginning


@dataclass(frozen=True, slots=True)
class Found:
    """Where a record stands."""

    kind: RecordKind
    id: str
    number: int  # of its row; of a report: of its reading
    reading: int  # the newest that holds it; 0: none, a problem of an input that gave no report
    report: str  # empty: none


def find(
    connection: sqlite3.Connection, sought: str, *, kinds: Sequence[RecordKind] = KINDS, as_of: str | None = None
) -> Found:
    """Find the one record with this id, or whose id begins so; in the newest reading that holds it.

    Raises NotFoundError, and UsageError naming the candidates if several records fit.
    """
    then = instant(as_of) if as_of is not None else _LAST_SIGN
    for last in (sought, sought + _LAST_SIGN):  # an id in full comes before ids that it is the beginning of
        found = [one for kind in kinds for one in _look(connection, kind, (sought, last, then))]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(_too_many(sought, found))
    raise NotFoundError(f"no {' or '.join(kinds)} has the id {sought!r}{f' as of {as_of}' if as_of else ''}")


def _look(connection: sqlite3.Connection, kind: RecordKind, bounds: tuple[str, str, str]) -> list[Found]:
    rows = connection.execute(_COMMANDS[kind], (*bounds, _MOST_CANDIDATES + 1))
    return [Found(kind, row["id"], row["number"], row["reading"] or 0, row["report"] or "") for row in rows]


def _command(table: str, join: str = "JOIN") -> str:
    # max() picks the row that the bare columns come from: sqlite.org/lang_select.html#bareagg
    return f"""
      SELECT one.id, one.number, max(one.reading) AS reading, report
      FROM {table} AS one {join} readings ON readings.number = one.reading
      WHERE one.id BETWEEN ? AND ? AND COALESCE(readings.recorded, '') <= ?
      GROUP BY one.id, report ORDER BY one.id LIMIT ?
    """


_COMMANDS: dict[RecordKind, str] = {
    "report": """
      SELECT report AS id, max(number) AS number, max(number) AS reading, report FROM readings
      WHERE report BETWEEN ? AND ? AND recorded <= ? GROUP BY report ORDER BY report LIMIT ?
    """,
    "claim": _command("claims"),
    "event": _command("events"),
    "mention": _command("mentions"),
    "problem": _command("problems", "LEFT JOIN"),
}


def _too_many(sought: str, found: Sequence[Found]) -> str:
    named = [f"{one.kind} {one.id}" + (f" in {one.report}" if one.id == sought else "") for one in found]
    more = ", …" if len(named) > _MOST_CANDIDATES else ""
    return f"{sought!r} fits several records: {', '.join(named[:_MOST_CANDIDATES])}{more}; give more of the id"
