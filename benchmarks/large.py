"""A number of incidents in, a ledger that holds them and ten claims to each out, by seed; most of it written straight.

Rows of the last days are read, joined and gathered as any report's are, so that a report that comes in has neighbours.
"""

import random
import time
import zlib
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import joining as maker
from histor.records.seen import Figure, Member, Seat, Seen, Shown
from histor.run import joining, viewing
from histor.run.keeping import keep
from histor.steps.join import JOINER
from histor.store import viewing as store
from histor.store.ledger import Ledger, open_to_write
from histor.store.register import load_register
from histor.store.view_tables import TABLES
from histor.store.viewing import Marks
from histor.store.words import searchable

PER_INCIDENT = 2.75  # events
CLAIMS = 10  # to an incident
PER_REPORT = 5  # events
TAIL_DAYS = 3  # read and joined as any report is
BATCH = 2000  # incidents written at a time
RECORDED = "2026-01-01T00:00:00.000000Z"
GRADES = ("weak",) * 6 + ("fair",) * 3 + ("contested",)
TARGETS = ("market", "hospital", "school", "military", None, None)


def days_of(incidents: int) -> int:
    """Tell on how many days so many incidents happen."""
    return max(3, round(incidents * PER_INCIDENT / maker.PER_DAY))


def make(path: Path, incidents: int) -> None:
    """Make the ledger, and tell what it holds."""
    begin = time.perf_counter()
    with open_to_write(path) as ledger:
        ledger.connection.execute("PRAGMA cache_size = -400000")
        ledger.connection.execute("PRAGMA synchronous = OFF")
        _Bulk(ledger, incidents).write()
        chance = random.Random(3)
        tail = maker._reports(chance, TAIL_DAYS, first=days_of(incidents), name="tail")
        keep(tail, ledger, recorded=RECORDED)
        joining.join(ledger, load_register(), recorded=RECORDED)
        viewing.refresh(ledger)
        ledger.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        marks = ("view_incidents WHERE NOT gone", "claims", "events", "reports")
        told = ", ".join(
            f"{ledger.connection.execute(f'SELECT count(*) FROM {table}').fetchone()[0]:,} {table.split()[0]}"
            for table in marks
        )
    print(f"made {told}; {path.stat().st_size / 1e6:,.0f} MB in {time.perf_counter() - begin:,.0f} s", flush=True)


class _Bulk:
    """Incidents with their tellings, put together into reports and written in batches."""

    def __init__(self, ledger: Ledger, incidents: int) -> None:
        self.ledger, self.incidents = ledger, incidents
        self.chance = random.Random(2016)
        self.reading = self.event = self.claim = 0

    def write(self) -> None:
        """Write all of them."""
        connection = self.ledger.connection
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT OR IGNORE INTO steps (name, version) VALUES (?, ?)", (JOINER.name, JOINER.version))
        for command in TABLES:
            connection.execute(command)
        row = (store.maker(JOINER), 1, 0, 0)
        connection.execute("INSERT INTO view_marks VALUES (1, ?, ?, ?, ?)", row)
        connection.execute("COMMIT")
        found = Marks(1, 0, 0)
        days = days_of(self.incidents)
        for first in range(0, self.incidents, BATCH):
            size = min(BATCH, self.incidents - first)
            seen = list(self._batch(first, size, days))
            upto = Marks(found.version + 1, self.reading, 0)
            assert store.keep(self.ledger, JOINER, seen, gone=(), found=found, upto=upto)
            found = upto

    def _batch(self, first: int, size: int, days: int) -> Iterator[Seen]:
        chance, connection = self.chance, self.ledger.connection
        told = []
        for number in range(first, first + size):
            day = number * days // self.incidents
            each = _happening(chance, day)
            times = max(1, min(8, round(chance.expovariate(1 / PER_INCIDENT) + 0.5)))
            told.append((number, each, [self._telling() for _ in range(times)]))
        connection.execute("BEGIN IMMEDIATE")
        events = [(event, number, each) for number, each, events in told for event in events]
        chance.shuffle(events)
        for start in range(0, len(events), PER_REPORT):
            self._report(events[start : start + PER_REPORT])
        connection.execute("COMMIT")
        for number, each, held in told:
            yield _seen(chance, number, each, held)

    def _telling(self) -> int:
        self.event += 1
        return self.event

    def _report(self, told: list[tuple[int, int, maker.Happening]]) -> None:
        chance, connection = self.chance, self.ledger.connection
        self.reading += 1
        key = f"bulk-{self.reading}"
        sentences = [maker._sentence(each, random.Random(number)) for _, number, each in told]
        text = " ".join(sentences)
        digest = sha256(f"{key} {text}".encode()).hexdigest()
        day = str(maker.FIRST_DAY + timedelta(max(each.day for _, _, each in told)))
        run = connection.execute
        run("INSERT INTO raw VALUES (?, 'zlib', ?, ?)", (digest, len(text), zlib.compress(text.encode(), 1)))
        run("INSERT INTO reports VALUES (?, ?, ?, ?)", (self.reading, f"r-{digest[:16]}", digest, text))
        run("INSERT INTO report_words (rowid, text) VALUES (?, ?)", (self.reading, text))
        run(
            "INSERT INTO readings (number, id, report, recipe, recorded, key, sha256, outlet, authors, published_start,"
            " published_end, published_precision, published_basis, language)"
            " VALUES (?, ?, ?, 'x', ?, ?, ?, ?, '[]', ?, ?, 'day', 'given', 'en')",
            (
                self.reading,
                f"g-{digest[:16]}",
                f"r-{digest[:16]}",
                RECORDED,
                key,
                digest,
                chance.choice(maker.OUTLETS),
                day,
                day,
            ),
        )
        run("INSERT INTO joined SELECT ?, number, ? FROM steps WHERE name = ? AND version = ?",
            (self.reading, RECORDED, JOINER.name, JOINER.version))  # fmt: skip
        self._claims(len(told), sentences, day)
        self._events(told, sentences)

    def _claims(self, events: int, sentences: list[str], day: str) -> None:
        wanted = round(events * CLAIMS / PER_INCIDENT)
        rows, words = [], []
        for position in range(wanted):
            self.claim += 1
            speaker = f"Speaker {self.chance.randrange(60)}"
            rows.append((self.claim, f"c-{self.claim}", self.reading, position, speaker, day, day))
            words.append((self.claim, sentences[position % events]))
        run = self.ledger.connection.executemany
        run(
            "INSERT INTO claims (number, id, reading, position, source, cue, content, stance, manner, speaker_name,"
            " speaker_kind, score, first_day, last_day)"
            " VALUES (?, ?, ?, ?, '[[0,5]]', '[]', '[[0,40]]', 'asserts', 'indirect', ?, 'person', 1.0, ?, ?)",
            rows,
        )
        run("INSERT INTO claim_words (rowid, content) VALUES (?, ?)", words)

    def _events(self, told: list[tuple[int, int, maker.Happening]], sentences: list[str]) -> None:
        rows, at = [], 0
        for position, ((event, _, each), sentence) in enumerate(zip(told, sentences, strict=True)):
            day, (latitude, longitude) = str(maker.FIRST_DAY + timedelta(each.day)), _where(each.town)
            claim = f"c-{self.claim - position}"
            where = (f"Town{each.town}", f"geonames:{each.town}", latitude, longitude)
            target = each.target if each.target in TARGETS else None
            told_at = (event, f"e-bulk-{event}", self.reading, position, claim, at, at + 4)
            rows.append((*told_at, each.type, *where, day, day, target))
            at += len(sentence) + 1
        run = self.ledger.connection.executemany
        run(
            "INSERT INTO events (number, id, reading, position, claim, trigger_start, trigger_end, type, contexts,"
            " place_name, place_ref, place_latitude, place_longitude, place_precision, status, certainty, violation,"
            " score, first_day, last_day, target)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?, 'town', 'occurred', 'attributed', 0, 1.0, ?, ?, ?)",
            rows,
        )
        run("INSERT INTO event_words (rowid, sentence) VALUES (?, ?)",
            [(event, sentence) for (event, _, _), sentence in zip(told, sentences, strict=True)])  # fmt: skip
        run("INSERT INTO parties VALUES (?, 'actor', 0, '[[0,5]]', ?, ?, 'REB', 'SYR')",
            [(event, *each.doer) for event, _, each in told])  # fmt: skip
        names = {name for _, _, each in told for name in (*each.doer, f"Town{each.town}", f"geonames:{each.town}")}
        run("INSERT OR IGNORE INTO names VALUES (?, ?)", [(name, searchable(name)) for name in names])


def _happening(chance: random.Random, day: int) -> maker.Happening:
    return maker.Happening(
        day, min(int(chance.paretovariate(0.45)), maker.TOWNS) - 1, chance.choice(maker.TYPES),
        chance.choice(maker.MODES), chance.choice(maker.OBJECTS), chance.choice(maker.DOERS),
        min(int(chance.paretovariate(0.8)) - 1, 300),
    )  # fmt: skip


def _where(town: int) -> tuple[float, float]:
    fixed = random.Random(town)
    return fixed.uniform(32.5, 37.0), fixed.uniform(36.0, 42.0)


def _seen(chance: random.Random, number: int, each: maker.Happening, events: list[int]) -> Seen:
    precision = chance.choices(("town", "site", "region", "country"), (80, 8, 8, 4))[0]
    latitude, longitude = _where(each.town)
    target = chance.choice(TARGETS)
    day = str(maker.FIRST_DAY + timedelta(each.day))
    origins = tuple({f"name:speaker {chance.randrange(60)}" for _ in events})
    shown = Shown(
        title=maker._sentence(each, random.Random(number)),
        kind=each.type.lower(),
        happened="occurred",
        where=f"Town{each.town}",
        who=each.doer[0],
        whom="",
        figures=(Figure("killed", each.killed, each.killed, f"e-bulk-{events[0]}"),),
        why="one origin",
        contested=(),
        told_by=chance.choice(maker.OUTLETS),
        told_on=day,
    )
    return Seen(
        id=f"i-bulk-{number}", day=day, exact=chance.random() < 0.7,
        seat=Seat(f"Town{each.town}", latitude, longitude, "SYR", precision),  # type: ignore[arg-type]
        grade=chance.choice(GRADES),  # type: ignore[arg-type]
        claims=CLAIMS, reports=len(events), origins=origins,
        members=tuple(
            Member(event, each.type, "occurred", target, "asserts")  # type: ignore[arg-type]
            for event in events
        ),
        shown=shown,
    )  # fmt: skip
