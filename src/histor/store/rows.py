"""A record in, the rows of one reading of its report out, and which earlier readings it takes the place of."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from histor.errors import LedgerError
from histor.records.claims import Claim
from histor.records.events import Event, Party
from histor.records.made import Problem, Step, identify
from histor.records.measures import Day, Spans, When
from histor.records.record import Record
from histor.records.text import Published, Report, quote
from histor.store.words import searchable, sentence_around

Values = tuple[Any, ...]

# The reading's own facts: if one of them is another, it is another reading of the report. `key` and `fetched` are
# not among them: the same bytes found again elsewhere, or fetched again, are the same report.
_FACTS = ("url", "title", "outlet", "authors", "published", "language")


def keep_reading(connection: sqlite3.Connection, record: Record, *, identity: str, recipe: str, recorded: str) -> int:
    """Keep what was read out of a report whose words are kept already; give the number of the reading's row.

    Raises LedgerError if the record contradicts itself.
    """
    _check_links(record)
    try:
        reading = _keep_facts(connection, record, (identity, recipe, recorded))
        _keep_blocks_and_mentions(connection, record, reading)
        _keep_claims(connection, record, reading)
        for position, event in enumerate(record.events):
            _keep_event(connection, record, event, (reading, position))
        _keep_problems(connection, record, reading, identity, recorded)
    except (sqlite3.IntegrityError, OverflowError, UnicodeEncodeError) as error:
        raise LedgerError(f"the record of {record.report.id} ({record.report.key}) cannot be kept: {error}") from error
    return reading


def reading_id(report: Report, made_by: Sequence[Step]) -> str:
    """Give the id of a reading: the report, its facts, and the steps that read it."""
    facts = tuple(getattr(report, name) for name in _FACTS)
    return identify("g", report.id, recipe_of(made_by), *facts)


def recipe_of(made_by: Sequence[Step]) -> str:
    """Give the id of the step versions that make a record, in their order."""
    return identify("recipe", *made_by)


def _keep_facts(connection: sqlite3.Connection, record: Record, made: tuple[str, str, str]) -> int:
    report, published = record.report, record.report.published
    identity, recipe, recorded = made
    row = (
        *(None, identity, report.id, recipe, recorded),
        *(report.key, report.sha256, report.url, report.title, report.outlet, json.dumps(report.authors)),
        *(published.start, published.end, published.precision, published.basis, report.fetched, report.language),
    )
    reading = insert(connection, "readings", [row])
    _supersede(connection, reading)
    steps = [(reading, position, _step(connection, s.name, s.version)) for position, s in enumerate(record.made_by)]
    insert(connection, "made_by", steps)
    return reading


def _supersede(connection: sqlite3.Connection, reading: int) -> None:
    """Note which readings this one takes the place of.

    Those of the same report. And, because a new version of the reader or another outlet gives the report a new id,
    those of the same bytes under the same key, if by other steps or with the same words: reports that came out of
    one file together are by the same steps and have other words. Of a row of an event table, those of the same row.
    """
    # The plus keeps SQLite from going through all older readings where it has no statistics yet (optoverview.html).
    rows = connection.execute(
        """
        SELECT older.number, newer.number, newer.recorded FROM readings AS newer JOIN readings AS older
          ON +older.number < newer.number
            AND (older.report = newer.report
              OR (older.key = newer.key AND (older.sha256 = newer.sha256 OR older.key LIKE 'dataset:%')))
          JOIN reports AS old_report ON old_report.id = older.report
          JOIN reports AS new_report ON new_report.id = newer.report
        WHERE newer.number = ?
          AND (older.report = newer.report OR older.recipe != newer.recipe OR old_report.text = new_report.text
            OR older.key LIKE 'dataset:%')
          AND NOT EXISTS (SELECT 1 FROM superseded WHERE superseded.older = older.number)
        """,
        (reading,),
    )
    insert(connection, "superseded", [tuple(row) for row in rows])


def _step(connection: sqlite3.Connection, name: str, version: str) -> int:
    connection.execute("INSERT OR IGNORE INTO steps (name, version) VALUES (?, ?)", (name, version))
    row = connection.execute("SELECT number FROM steps WHERE name = ? AND version = ?", (name, version)).fetchone()
    return int(row["number"])


def _keep_blocks_and_mentions(connection: sqlite3.Connection, record: Record, reading: int) -> None:
    blocks = [
        (reading, position, block.start, block.end, block.kind, block.outlet, block.basis)
        for position, block in enumerate(record.report.blocks)
    ]
    insert(connection, "blocks", blocks)
    mentions = [
        (None, mention.id, reading, position, *mention.span, mention.kind, mention.ref)
        for position, mention in enumerate(record.mentions)
    ]
    insert(connection, "mentions", mentions)


def _keep_claims(connection: sqlite3.Connection, record: Record, reading: int) -> None:
    words: list[Values] = []
    for position, claim in enumerate(record.claims):
        number = insert(connection, "claims", [_claim_row(claim, reading, position, record.report.published)])
        words.append((number, quote(record.report.text, claim.content)))
    connection.executemany("INSERT INTO claim_words (rowid, content) VALUES (?, ?)", words)
    speakers = [claim.speaker for claim in record.claims if claim.speaker]
    _keep_names(connection, [name for speaker in speakers for name in (speaker.name, speaker.ref)])


def _claim_row(claim: Claim, reading: int, position: int, published: Published) -> Values:
    speaker, said = claim.speaker, claim.said
    return (
        *(None, claim.id, reading, position, claim.parent),
        *(spans_text(claim.source), spans_text(claim.cue), spans_text(claim.content), claim.stance, claim.manner),
        *((speaker.name, speaker.ref, speaker.kind, speaker.represents) if speaker else (None,) * 4),
        *_when_row(said),
        claim.score,
        *_days(said, published),
    )


def _keep_event(connection: sqlite3.Connection, record: Record, event: Event, where: tuple[int, int]) -> None:
    report = record.report
    number = insert(connection, "events", [_event_row(event, where, report.published)])
    sentence = sentence_around(report.text, (event.trigger,), report.blocks)
    words = report.text[sentence.start : sentence.end]
    connection.execute("INSERT INTO event_words (rowid, sentence) VALUES (?, ?)", (number, words))
    parties = [*_party_rows(number, "actor", event.actors), *_party_rows(number, "recipient", event.recipients)]
    insert(connection, "parties", parties)
    quantities = [
        (number, position, count.what, *count.span, count.low, count.high, count.approximate)
        for position, count in enumerate(event.quantities)
    ]
    insert(connection, "quantities", quantities)
    named = (*event.actors, *event.recipients, *((event.place,) if event.place else ()))
    _keep_names(connection, [name for one in named for name in (one.name, one.ref)])


def _event_row(event: Event, where: tuple[int, int], published: Published) -> Values:
    place = event.place
    return (
        *(None, event.id, *where, event.claim, *event.trigger),
        *(event.type, event.mode, json.dumps(event.contexts)),
        *((*place.span, place.name, place.ref, place.latitude, place.longitude) if place else (None,) * 6),
        *((place.country, place.admin1, place.precision) if place else (None,) * 3),
        *_when_row(event.when),
        *(event.status, event.certainty, event.violation, event.target, event.posture, event.stage, event.score),
        *_days(event.when, published),
    )


def _party_rows(event: int, role: str, parties: Iterable[Party]) -> list[Values]:
    return [
        (event, role, position, spans_text(party.spans), party.name, party.ref, party.sector, party.country)
        for position, party in enumerate(parties)
    ]


def _when_row(when: When | None) -> Values:
    if when is None:
        return (None,) * 6
    return (*(when.span or (None, None)), when.start, when.end, when.precision, when.approximate)


def _days(when: When | None, published: Published) -> tuple[Day | None, Day | None]:
    """Give the days that questions compare: those of the words, else those of publication."""
    for days in (when, published):
        if days is not None and (days.start or days.end):
            return days.start or days.end, days.end or days.start
    return None, None


def _keep_names(connection: sqlite3.Connection, names: Iterable[str | None]) -> None:
    rows = [(name, searchable(name)) for name in dict.fromkeys(names) if name]
    connection.executemany("INSERT OR IGNORE INTO names (name, folded) VALUES (?, ?)", rows)


def _keep_problems(connection: sqlite3.Connection, record: Record, reading: int, identity: str, recorded: str) -> None:
    rows = [
        (None, identify("p", identity, position), reading, position, *problem_row(problem), recorded)
        for position, problem in enumerate(record.problems)
    ]
    insert(connection, "problems", rows)


def _check_links(record: Record) -> None:
    """Refuse a record whose claims or events stand in a claim that it does not hold."""
    known = {claim.id for claim in record.claims}
    links = [*((claim.id, claim.parent) for claim in record.claims), *((e.id, e.claim) for e in record.events)]
    for inner, outer in links:
        if outer is not None and outer not in known:
            raise LedgerError(f"{inner} in {record.report.id} stands in the claim {outer}, which the record lacks")


def spans_text(spans: Spans) -> str:
    """Write spans as the JSON of the contract."""
    return f"[{','.join(f'[{start},{end}]' for start, end in spans)}]"


def problem_row(problem: Problem) -> Values:
    """Give the columns of a problem itself."""
    return (problem.code, problem.message, *(problem.span or (None, None)), problem.key)


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[Values]) -> int:
    """Add rows to a table, values in the order of its columns; give the number of the last one."""
    if not rows:
        return 0
    cursor = connection.cursor()
    command = f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})"
    if len(rows) > 1:
        cursor.executemany(command, rows)
    else:
        cursor.execute(command, rows[0])
    return cursor.lastrowid or 0
