"""The tables of a ledger, named as in the record's contract, and the triggers that keep them append only."""

from types import ModuleType

from histor.store import alert_tables, decision_tables, incident_tables, monitor_tables, saved_tables

APPLICATION_ID = 0x48495354  # "HIST" in ASCII; tells a ledger from any other SQLite file
VERSION = 9  # raise it when tables change, and write the step from the version before into `_LIFTS`

LAST_DAY = "9999-12-31"  # sorts reports without a day of publication after all others

# Spans, authors and contexts are JSON arrays in text columns; truth values are 0 and 1.
# `first_day` and `last_day` are the days that a question's `since` and `until` are compared with.
_TABLES = f"""
CREATE TABLE steps (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL,
  UNIQUE (name, version)
);
CREATE TABLE raw (
  sha256 TEXT PRIMARY KEY, coding TEXT NOT NULL CHECK (coding IN ('zlib', 'plain')),
  size INTEGER NOT NULL, bytes BLOB NOT NULL
);
CREATE TABLE reports (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL REFERENCES raw,
  text TEXT NOT NULL
);
CREATE TABLE readings (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, report TEXT NOT NULL REFERENCES reports (id),
  recipe TEXT NOT NULL, recorded TEXT NOT NULL,
  key TEXT NOT NULL, sha256 TEXT NOT NULL, url TEXT, title TEXT, outlet TEXT, authors TEXT NOT NULL,
  published_start TEXT, published_end TEXT, published_precision TEXT NOT NULL, published_basis TEXT NOT NULL,
  fetched TEXT, language TEXT NOT NULL,
  order_day TEXT GENERATED ALWAYS AS (COALESCE(published_start, '{LAST_DAY}')) VIRTUAL
);
CREATE INDEX readings_in_order ON readings (order_day, report);
CREATE INDEX readings_by_report ON readings (report);
CREATE INDEX readings_by_key ON readings (key, sha256);
CREATE TABLE superseded (
  older INTEGER PRIMARY KEY REFERENCES readings, newer INTEGER NOT NULL REFERENCES readings, recorded TEXT NOT NULL
);
CREATE TABLE made_by (
  reading INTEGER NOT NULL REFERENCES readings, position INTEGER NOT NULL, step INTEGER NOT NULL REFERENCES steps,
  PRIMARY KEY (reading, position)
) WITHOUT ROWID;
CREATE TABLE blocks (
  reading INTEGER NOT NULL REFERENCES readings, position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL, outlet TEXT, basis TEXT NOT NULL,
  PRIMARY KEY (reading, position)
) WITHOUT ROWID;
CREATE TABLE mentions (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, reading INTEGER NOT NULL REFERENCES readings,
  position INTEGER NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, kind TEXT NOT NULL, ref TEXT,
  UNIQUE (id, reading)
);
CREATE INDEX mentions_by_reading ON mentions (reading, position);
CREATE TABLE claims (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, reading INTEGER NOT NULL REFERENCES readings,
  position INTEGER NOT NULL, parent TEXT,
  source TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL, stance TEXT NOT NULL, manner TEXT NOT NULL,
  speaker_name TEXT, speaker_ref TEXT, speaker_kind TEXT, speaker_for TEXT,
  said_span_start INTEGER, said_span_end INTEGER, said_start TEXT, said_end TEXT, said_precision TEXT,
  said_approximate INTEGER, score REAL NOT NULL, first_day TEXT, last_day TEXT,
  UNIQUE (id, reading),
  FOREIGN KEY (parent, reading) REFERENCES claims (id, reading) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX claims_by_reading ON claims (reading, position);
CREATE INDEX claims_by_speaker_name ON claims (speaker_name);
CREATE INDEX claims_by_speaker_ref ON claims (speaker_ref);
CREATE TABLE events (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, reading INTEGER NOT NULL REFERENCES readings,
  position INTEGER NOT NULL, claim TEXT, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
  type TEXT NOT NULL, mode TEXT, contexts TEXT NOT NULL,
  place_span_start INTEGER, place_span_end INTEGER, place_name TEXT, place_ref TEXT, place_latitude REAL,
  place_longitude REAL, place_country TEXT, place_admin1 TEXT, place_precision TEXT,
  when_span_start INTEGER, when_span_end INTEGER, when_start TEXT, when_end TEXT, when_precision TEXT,
  when_approximate INTEGER,
  status TEXT NOT NULL, certainty TEXT NOT NULL, violation INTEGER NOT NULL, target TEXT, posture TEXT, stage TEXT,
  score REAL NOT NULL, first_day TEXT, last_day TEXT,
  UNIQUE (id, reading),
  FOREIGN KEY (claim, reading) REFERENCES claims (id, reading) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX events_by_reading ON events (reading, position);
CREATE INDEX events_by_place_name ON events (place_name);
CREATE INDEX events_by_place_ref ON events (place_ref);
CREATE TABLE parties (
  event INTEGER NOT NULL REFERENCES events, role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  position INTEGER NOT NULL, spans TEXT NOT NULL, name TEXT NOT NULL, ref TEXT, sector TEXT, country TEXT,
  PRIMARY KEY (event, role, position)
) WITHOUT ROWID;
CREATE INDEX parties_by_name ON parties (name);
CREATE INDEX parties_by_ref ON parties (ref);
CREATE TABLE quantities (
  event INTEGER NOT NULL REFERENCES events, position INTEGER NOT NULL, what TEXT NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, low INTEGER, high INTEGER, approximate INTEGER NOT NULL,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE TABLE problems (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, reading INTEGER REFERENCES readings, position INTEGER NOT NULL,
  code TEXT NOT NULL, message TEXT NOT NULL, span_start INTEGER, span_end INTEGER, key TEXT, recorded TEXT NOT NULL
);
CREATE INDEX problems_by_reading ON problems (reading, position);
CREATE INDEX problems_by_key ON problems (key) WHERE reading IS NULL;
CREATE TABLE names (name TEXT PRIMARY KEY, folded TEXT NOT NULL) WITHOUT ROWID;
"""

# What a user has added to the register: the newest entry of a ref counts (histor.store.additions).
_ADDITIONS = """
CREATE TABLE additions (
  number INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('actor', 'place')), ref TEXT NOT NULL,
  entry TEXT NOT NULL, recorded TEXT NOT NULL, who TEXT
);
CREATE INDEX additions_by_kind ON additions (kind, number);
"""

# Search tables hold an index only: the words stay where they are, in `reports.text`.
_WORDS = """
CREATE VIRTUAL TABLE report_words USING fts5 (
  text, content='reports', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_words USING fts5 (content, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE event_words USING fts5 (sentence, content='', tokenize='unicode61 remove_diacritics 2');
"""

KEPT = (
    "steps", "raw", "reports", "readings", "superseded", "made_by", "blocks", "mentions", "claims", "events",
    "parties", "quantities", "problems", "names", "additions", *incident_tables.KEPT,
    *decision_tables.KEPT, *monitor_tables.KEPT, *alert_tables.KEPT, *saved_tables.KEPT,
)  # fmt: skip


def statements() -> str:
    """Write the SQL that makes an empty ledger."""
    rooms = (incident_tables, decision_tables, monitor_tables, alert_tables, saved_tables)
    added = (room.TABLES for room in rooms)
    return "\n".join((_TABLES, _ADDITIONS, *added, _WORDS, *(_append_only(table) for table in KEPT)))


def lift(version: int) -> str:
    """Write the SQL that lifts a ledger from a version to the next one."""
    return _LIFTS[version]


def _append_only(table: str) -> str:
    return "\n".join(
        f"CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the ledger is append only: {table} takes no {act.lower()}'); END;"
        for act in ("UPDATE", "DELETE")
    )


def _added(tables: ModuleType) -> str:
    """Write the SQL that adds a module's tables."""
    return "\n".join((tables.TABLES, *map(_append_only, tables.KEPT)))


_LIFTS = {
    1: "\n".join((_ADDITIONS, _append_only("additions"))),
    2: _added(incident_tables),
    3: _added(decision_tables),
    4: _added(monitor_tables),
    5: "\n".join(("DROP TABLE IF EXISTS fingerprints;", incident_tables.FINGERPRINTS, _append_only("fingerprints"))),
    6: _added(alert_tables),
    7: _added(saved_tables),
    8: "\n".join(("DROP TABLE IF EXISTS summaries;", incident_tables.SUMMARIES, _append_only("summaries"))),
}
