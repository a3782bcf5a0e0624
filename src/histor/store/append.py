"""A record and the bytes it was read from in, rows of the ledger out; what is kept already is not kept twice."""

import hashlib
import sqlite3
from collections.abc import Sequence

from histor.errors import LedgerError
from histor.records.made import Problem, identify
from histor.records.question import instant
from histor.records.record import Record
from histor.records.text import Report
from histor.store.judged import renew
from histor.store.ledger import Ledger
from histor.store.packing import packed
from histor.store.rows import insert, keep_reading, problem_row, reading_id, recipe_of
from histor.store.sieve import BY_MACHINE


def append(ledger: Ledger, entries: Sequence[tuple[Record, bytes]], *, recorded: str) -> tuple[bool, ...]:
    """Keep whole records together, in one transaction; tell for each whether it is new.

    A record is known if a reading of the same report by the same steps with the same facts is kept.
    Raises LedgerError if the bytes are not those that the report names, or the record contradicts itself.
    """
    when = instant(recorded)
    with ledger.writing() as connection:
        return tuple(_append_one(connection, record, raw, when) for record, raw in entries)


def append_problems(ledger: Ledger, problems: Sequence[Problem], *, recorded: str) -> int:
    """Keep the problems of inputs that gave no report; give how many are new.

    A problem is known if it is kept already and its input has not been read since.
    """
    when = instant(recorded)
    with ledger.writing() as connection:
        return sum(_append_problem(connection, problem, when) for problem in problems)


def _append_one(connection: sqlite3.Connection, record: Record, raw: bytes, recorded: str) -> bool:
    identity = reading_id(record.report, record.made_by)
    if connection.execute("SELECT 1 FROM readings WHERE id = ?", (identity,)).fetchone():
        return False
    try:
        _keep_raw(connection, record.report, raw)
        _keep_report(connection, record.report)
    except (sqlite3.IntegrityError, UnicodeEncodeError) as error:
        raise LedgerError(f"the record of {record.report.id} ({record.report.key}) cannot be kept: {error}") from error
    made = recipe_of(record.made_by)
    reading = keep_reading(connection, record, identity=identity, recipe=made, recorded=recorded)
    renew(connection, reading, recorded)
    return True


def _keep_raw(connection: sqlite3.Connection, report: Report, raw: bytes) -> None:
    found = hashlib.sha256(raw).hexdigest()
    if found != report.sha256:
        raise LedgerError(f"{report.id} ({report.key}) was read from bytes {report.sha256}, but was given {found}")
    if connection.execute("SELECT 1 FROM raw WHERE sha256 = ?", (found,)).fetchone():
        return
    coding, kept = packed(raw)
    insert(connection, "raw", [(found, coding, len(raw), kept)])


def _keep_report(connection: sqlite3.Connection, report: Report) -> None:
    kept = connection.execute("SELECT text, sha256 FROM reports WHERE id = ?", (report.id,)).fetchone()
    if kept is None:
        number = insert(connection, "reports", [(None, report.id, report.sha256, report.text)])
        connection.execute("INSERT INTO report_words (rowid, text) VALUES (?, ?)", (number, report.text))
    elif (kept["text"], kept["sha256"]) != (report.text, report.sha256):
        raise LedgerError(f"{report.id} ({report.key}) is kept with other words; the reader's version must be raised")


def _append_problem(connection: sqlite3.Connection, problem: Problem, recorded: str) -> bool:
    known = connection.execute(
        f"""
        SELECT 1 FROM problems WHERE reading IS NULL AND key IS ? AND code = ? AND message = ? AND NOT EXISTS (
          SELECT 1 FROM readings AS later
          WHERE later.key = problems.key AND later.recorded > problems.recorded AND {BY_MACHINE})
        """,
        (problem.key, problem.code, problem.message),
    ).fetchone()
    if known:
        return False
    identity = identify("p", problem.key, problem.code, problem.message, recorded)
    insert(connection, "problems", [(None, identity, None, 0, *problem_row(problem), recorded)])
    return True
