"""A question in, a page of typed rows out: the named questions of the ledger, asked by every face.

Rows come in one order: day of publication (unknown last), report id, place in the report. Only the newest reading of
each report answers, or, with `as_of`, what was the newest then.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from histor.errors import LedgerError
from histor.records.answer import ClaimRow, EventRow, Page, ProblemRow, ReportRow, Row
from histor.records.decisions import Decision
from histor.records.made import Step
from histor.records.question import Question
from histor.records.record import Record
from histor.records.text import Report, quote
from histor.store import rebuild, sieve
from histor.store.as_of import then
from histor.store.context import Context, Contexts
from histor.store.decisions import marks_among
from histor.store.finding import find
from histor.store.ledger import Ledger
from histor.store.packing import unpacked
from histor.store.rows import reading_id
from histor.store.words import sentence_around

Marks = Mapping[int, tuple[Decision, ...]]  # people's decisions by the numbers of rows

_PROBLEM_ORDER = ("COALESCE(readings.order_day, '~')", "COALESCE(readings.report, '')", "problems.number")


@dataclass(frozen=True, slots=True)
class Tally:
    """How much a ledger holds."""

    reports: int
    readings: int
    claims: int
    events: int
    problems: int


def reports(ledger: Ledger, question: Question) -> Page[ReportRow]:
    """List the reports published in the days asked for that hold such a claim or event."""
    counts = ", ".join(
        f"(SELECT count(*) FROM {table} WHERE reading = readings.number) AS {table}"
        for table in ("claims", "events", "problems")
    )
    select = f"SELECT readings.*, 0 AS place, {counts} FROM readings"
    order = ("readings.order_day", "readings.report")
    with ledger.reading() as connection:
        found = _select(connection, select, sieve.of_reports(question), question, order)
        return _page(found, question, _report_row)


def claims(ledger: Ledger, question: Question) -> Page[ClaimRow]:
    """List the claims said in the days asked for, by such a speaker, that hold such an event."""
    with ledger.reading() as connection:
        context = Contexts(connection)
        found = _select_in(connection, "claims", sieve.of_claims(question), question)
        marks = marks_among(connection, "claim", _numbers(found), as_of=then(question.as_of))
        return _page(found, question, lambda row: _claim_row(row, context.of(row["reading"]), marks))


def events(ledger: Ledger, question: Question) -> Page[EventRow]:
    """List the events of the days asked for."""
    with ledger.reading() as connection:
        context = Contexts(connection)
        found = _select_in(connection, "events", sieve.of_events(question), question)
        marks = marks_among(connection, "event", _numbers(found), as_of=then(question.as_of))
        return _page(found, question, lambda row: _event_row(connection, row, context.of(row["reading"]), marks))


def problems(ledger: Ledger, question: Question) -> Page[ProblemRow]:
    """List what went wrong in reports, then the inputs that gave no report and have not been read since."""
    day, report, _ = _PROBLEM_ORDER
    select = (
        f"SELECT problems.*, {day} AS order_day, {report} AS report, problems.number AS place"
        " FROM problems LEFT JOIN readings ON readings.number = problems.reading"
    )
    with ledger.reading() as connection:
        context = Contexts(connection)
        found = _select(connection, select, sieve.of_problems(question), question, _PROBLEM_ORDER)
        return _page(found, question, lambda row: _problem_row(row, context))


def record(ledger: Ledger, report_id: str, *, as_of: str | None = None) -> Record:
    """Give the whole record of a report, as its newest reading has it, or had it then; a unique prefix will do.

    Raises NotFoundError, and UsageError if several reports fit.
    """
    with ledger.reading() as connection:
        found = find(connection, report_id, kinds=("report",), as_of=as_of)
        return rebuild.record_of(connection, found.reading)


def recall(ledger: Ledger, report: Report, made_by: Sequence[Step]) -> Record | None:
    """Give the record that these steps made of this report with these facts; None if none is kept."""
    with ledger.reading() as connection:
        identity = reading_id(report, made_by)
        row = connection.execute("SELECT number FROM readings WHERE id = ?", (identity,)).fetchone()
        return rebuild.record_of(connection, row["number"]) if row else None


def raw_of(ledger: Ledger, report_id: str) -> bytes:
    """Give the bytes that a report was read from; a unique prefix of its id will do.

    Raises NotFoundError, and LedgerError if the kept bytes are not those any more.
    """
    with ledger.reading() as connection:
        found = find(connection, report_id, kinds=("report",))
        row = connection.execute(
            "SELECT raw.* FROM reports JOIN raw USING (sha256) WHERE reports.id = ?", (found.report,)
        ).fetchone()
    raw = unpacked(row)
    if raw is None:
        raise LedgerError(f"the bytes kept of {found.report} in {ledger.path} are damaged; read the report again")
    return raw


def tally(ledger: Ledger) -> Tally:
    """Count what the ledger holds; claims, events and problems of the newest readings only."""
    shown = "WHERE reading NOT IN (SELECT older FROM superseded)"
    with ledger.reading() as connection:
        commands = (
            "SELECT count(*) FROM readings WHERE number NOT IN (SELECT older FROM superseded)",
            "SELECT count(*) FROM readings",
            *(f"SELECT count(*) FROM {table} {shown}" for table in ("claims", "events")),
            f"SELECT count(*) FROM problems {shown} OR reading IS NULL",
        )
        return Tally(*(int(connection.execute(command).fetchone()[0]) for command in commands))


def _select_in(
    connection: sqlite3.Connection, table: str, conditions: list[str], question: Question
) -> list[sqlite3.Row]:
    select = (
        f"SELECT {table}.*, readings.order_day, readings.report, {table}.position AS place"
        f" FROM readings JOIN {table} ON {table}.reading = readings.number"
    )
    order = ("readings.order_day", "readings.report", f"{table}.position")
    return _select(connection, select, conditions, question, order)


def _select(
    connection: sqlite3.Connection,
    select: str,
    conditions: list[str],
    question: Question,
    order: Sequence[str],
) -> list[sqlite3.Row]:
    """Ask for one row more than the page holds, to know whether there is a next one."""
    later, marks = sieve.beyond(question, order)
    command = f"{select} WHERE {' AND '.join([*conditions, *later])} ORDER BY {', '.join(order)} LIMIT :limit"
    limit = -1 if question.limit is None else question.limit + 1
    return connection.execute(command, {**sieve.parameters(question), **marks, "limit": limit}).fetchall()


def _page(found: list[sqlite3.Row], question: Question, build: Callable[[sqlite3.Row], Row]) -> Page[Row]:
    if question.limit is None or len(found) <= question.limit:
        return Page(tuple(build(row) for row in found))
    last = found[question.limit - 1]
    rows = found[: question.limit]
    return Page(tuple(build(row) for row in rows), sieve.mark_of(last["order_day"], last["report"], last["place"]))


def _report_row(row: sqlite3.Row) -> ReportRow:
    return ReportRow(rebuild.source_of(row), row["claims"], row["events"], row["problems"])


def _numbers(rows: Iterable[sqlite3.Row]) -> list[int]:
    return [row["number"] for row in rows]


def _claim_row(row: sqlite3.Row, context: Context, marks: Marks) -> ClaimRow:
    claim = rebuild.claim_of(row)
    return ClaimRow(
        claim=claim,
        source=context.source,
        words=quote(context.text, claim.content),
        said_by=quote(context.text, claim.source),
        chain=context.chain(claim),
        decided=marks.get(row["number"], ()),
    )


def _event_row(connection: sqlite3.Connection, row: sqlite3.Row, context: Context, marks: Marks) -> EventRow:
    (event,) = rebuild.events_from(connection, [row])
    sentence = sentence_around(context.text, (event.trigger,), context.blocks)
    return EventRow(
        event=event,
        source=context.source,
        words=quote(context.text, (event.trigger,)),
        sentence=context.text[sentence.start : sentence.end],
        chain=context.chain(context.claims[event.claim] if event.claim else None),
        decided=marks.get(row["number"], ()),
    )


def _problem_row(row: sqlite3.Row, contexts: Contexts) -> ProblemRow:
    problem = rebuild.problem_of(row)
    context = None if row["reading"] is None else contexts.of(row["reading"])
    return ProblemRow(
        id=row["id"],
        problem=problem,
        source=context.source if context else None,
        recorded=row["recorded"],
        words=quote(context.text, (problem.span,)) if context and problem.span else "",
    )
