"""Rows of the ledger in, the values that they were made from out, equal to what was appended."""

import json
import sqlite3
from collections import defaultdict
from typing import Any

from histor.records.answer import Source
from histor.records.claims import Claim, Speaker
from histor.records.events import Event, Party, Place
from histor.records.made import Problem, Step
from histor.records.measures import Count, Span, Spans, When
from histor.records.record import Mention, Record
from histor.records.text import Block, Published, Report


def record_of(connection: sqlite3.Connection, reading: int) -> Record:
    """Rebuild the record of one reading."""
    return Record(
        report=_report_of(connection, reading),
        mentions=mentions_of(connection, reading),
        claims=claims_of(connection, reading),
        events=events_of(connection, reading),
        problems=tuple(problem_of(row) for row in _rows(connection, "problems", reading)),
        made_by=made_by_of(connection, reading),
    )


def claims_of(connection: sqlite3.Connection, reading: int) -> tuple[Claim, ...]:
    """Rebuild the claims of one reading, in their order."""
    return tuple(claim_of(row) for row in _rows(connection, "claims", reading))


def mentions_of(connection: sqlite3.Connection, reading: int) -> tuple[Mention, ...]:
    """Rebuild the mentions of one reading, in their order."""
    rows = _rows(connection, "mentions", reading)
    return tuple(Mention(row["id"], Span(row["span_start"], row["span_end"]), row["kind"], row["ref"]) for row in rows)


def events_of(connection: sqlite3.Connection, reading: int) -> tuple[Event, ...]:
    """Rebuild the events of one reading, in their order."""
    return events_from(connection, _rows(connection, "events", reading))


def blocks_of(connection: sqlite3.Connection, reading: int) -> tuple[Block, ...]:
    """Rebuild the blocks of one reading's report, in their order."""
    return tuple(
        Block(row["start"], row["end"], row["kind"], row["outlet"], row["basis"])
        for row in _rows(connection, "blocks", reading)
    )


def made_by_of(connection: sqlite3.Connection, reading: int) -> tuple[Step, ...]:
    """Name the steps that made one reading, in their order."""
    rows = connection.execute(
        "SELECT name, version FROM made_by JOIN steps ON steps.number = step WHERE reading = ? ORDER BY position",
        (reading,),
    )
    return tuple(Step(row["name"], row["version"]) for row in rows)


def claim_of(row: sqlite3.Row) -> Claim:
    """Rebuild a claim from its row."""
    speaker = None
    if row["speaker_kind"] is not None:
        speaker = Speaker(row["speaker_name"], row["speaker_kind"], row["speaker_ref"], row["speaker_for"])
    return Claim(
        id=row["id"],
        source=spans_of(row["source"]),
        cue=spans_of(row["cue"]),
        content=spans_of(row["content"]),
        stance=row["stance"],
        manner=row["manner"],
        parent=row["parent"],
        speaker=speaker,
        said=_when_of(row, "said"),
        score=row["score"],
    )


def events_from(connection: sqlite3.Connection, rows: list[sqlite3.Row]) -> tuple[Event, ...]:
    """Rebuild events from their rows, in the order of the rows."""
    numbers = json.dumps([row["number"] for row in rows])
    parties: dict[tuple[int, str], list[Party]] = defaultdict(list)
    for row in _rows_of_events(connection, "parties", numbers):
        party = Party(spans_of(row["spans"]), row["name"], row["ref"], row["sector"], row["country"])
        parties[row["event"], row["role"]].append(party)
    counts: dict[int, list[Count]] = defaultdict(list)
    for row in _rows_of_events(connection, "quantities", numbers):
        span = Span(row["span_start"], row["span_end"])
        counts[row["event"]].append(Count(row["what"], span, row["low"], row["high"], bool(row["approximate"])))
    return tuple(
        _event_of(
            row,
            actors=tuple(parties[row["number"], "actor"]),
            recipients=tuple(parties[row["number"], "recipient"]),
            quantities=tuple(counts[row["number"]]),
        )
        for row in rows
    )


def problem_of(row: sqlite3.Row) -> Problem:
    """Rebuild a problem from its row."""
    return Problem(row["code"], row["message"], _span_of(row, "span"), row["key"])


def published_of(row: sqlite3.Row) -> Published:
    """Rebuild a day of publication from the row of a reading."""
    return Published(row["published_start"], row["published_end"], row["published_precision"], row["published_basis"])


def source_of(row: sqlite3.Row) -> Source:
    """Rebuild where a row was read from, out of the row of its reading."""
    return Source(
        report_id=row["report"],
        key=row["key"],
        outlet=row["outlet"],
        published=published_of(row),
        title=row["title"],
        url=row["url"],
        recorded=row["recorded"],
    )


def spans_of(written: str) -> Spans:
    """Read spans from their JSON."""
    return tuple(Span(start, end) for start, end in json.loads(written))


def _report_of(connection: sqlite3.Connection, reading: int) -> Report:
    row = connection.execute(
        "SELECT readings.*, text FROM readings JOIN reports ON reports.id = report WHERE readings.number = ?",
        (reading,),
    ).fetchone()
    return Report(
        id=row["report"],
        key=row["key"],
        sha256=row["sha256"],
        text=row["text"],
        blocks=blocks_of(connection, reading),
        published=published_of(row),
        url=row["url"],
        title=row["title"],
        outlet=row["outlet"],
        authors=tuple(json.loads(row["authors"])),
        fetched=row["fetched"],
        language=row["language"],
    )


def _event_of(
    row: sqlite3.Row, *, actors: tuple[Party, ...], recipients: tuple[Party, ...], quantities: tuple[Count, ...]
) -> Event:
    return Event(
        id=row["id"],
        claim=row["claim"],
        trigger=Span(row["trigger_start"], row["trigger_end"]),
        type=row["type"],
        status=row["status"],
        certainty=row["certainty"],
        mode=row["mode"],
        contexts=tuple(json.loads(row["contexts"])),
        actors=actors,
        recipients=recipients,
        place=_place_of(row),
        when=_when_of(row, "when"),
        violation=bool(row["violation"]),
        target=row["target"],
        posture=row["posture"],
        stage=row["stage"],
        quantities=quantities,
        score=row["score"],
    )


def _place_of(row: sqlite3.Row) -> Place | None:
    span = _span_of(row, "place_span")
    if span is None:
        return None
    return Place(
        span=span,
        name=row["place_name"],
        ref=row["place_ref"],
        latitude=row["place_latitude"],
        longitude=row["place_longitude"],
        country=row["place_country"],
        admin1=row["place_admin1"],
        precision=row["place_precision"],
    )


def _when_of(row: sqlite3.Row, name: str) -> When | None:
    if row[f"{name}_precision"] is None:
        return None
    return When(
        span=_span_of(row, f"{name}_span"),
        start=row[f"{name}_start"],
        end=row[f"{name}_end"],
        precision=row[f"{name}_precision"],
        approximate=bool(row[f"{name}_approximate"]),
    )


def _span_of(row: sqlite3.Row, name: str) -> Span | None:
    start: Any = row[f"{name}_start"]
    return None if start is None else Span(start, row[f"{name}_end"])


def _rows(connection: sqlite3.Connection, table: str, reading: int) -> list[sqlite3.Row]:
    return connection.execute(f"SELECT * FROM {table} WHERE reading = ? ORDER BY position", (reading,)).fetchall()


def _rows_of_events(connection: sqlite3.Connection, table: str, numbers: str) -> list[sqlite3.Row]:
    return connection.execute(
        f"SELECT * FROM {table} WHERE event IN (SELECT value FROM json_each(?)) ORDER BY event, position", (numbers,)
    ).fetchall()
