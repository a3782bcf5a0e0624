"""The tables of the work that joins events: what stands around them, under which keys they are found, bonds, copies.

Rows of another version of the joining step stay; those of the version that counts are asked for.
"""

# Fingerprints stand in order of time, so that copies are sought among the news of some days, and so that what is
# written together lies together. `day` is that of publication, as an ordinal (0: not known); a period is 16 days.
FINGERPRINTS = """
CREATE TABLE fingerprints (
  joiner INTEGER NOT NULL REFERENCES steps, period INTEGER NOT NULL, hash INTEGER NOT NULL, day INTEGER NOT NULL,
  reading INTEGER NOT NULL REFERENCES readings,
  PRIMARY KEY (joiner, period, hash, day, reading)
) WITHOUT ROWID;
"""
PERIOD = 16  # days; the window in which copies are sought reaches over two or three

# Voices, spots, ways and things are JSON. `incident` is the id of the incident whose first telling this event would be.
_TABLES = """
CREATE TABLE settings (
  event INTEGER NOT NULL REFERENCES events, joiner INTEGER NOT NULL REFERENCES steps, incident TEXT NOT NULL,
  stance TEXT, voices TEXT NOT NULL, spots TEXT NOT NULL, first_day TEXT, last_day TEXT, day_basis TEXT,
  day_approximate INTEGER, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
  ways TEXT NOT NULL, things TEXT NOT NULL,
  PRIMARY KEY (event, joiner)
) WITHOUT ROWID;
CREATE INDEX settings_by_incident ON settings (incident);
CREATE TABLE setting_keys (
  key TEXT NOT NULL, joiner INTEGER NOT NULL REFERENCES steps, event INTEGER NOT NULL REFERENCES events,
  PRIMARY KEY (key, joiner, event)
) WITHOUT ROWID;
CREATE TABLE samples (
  reading INTEGER NOT NULL REFERENCES readings, joiner INTEGER NOT NULL REFERENCES steps, size INTEGER NOT NULL,
  PRIMARY KEY (reading, joiner)
) WITHOUT ROWID;
CREATE TABLE copies (
  one INTEGER NOT NULL REFERENCES readings, other INTEGER NOT NULL REFERENCES readings,
  joiner INTEGER NOT NULL REFERENCES steps, kind TEXT NOT NULL, share REAL NOT NULL, recorded TEXT NOT NULL,
  PRIMARY KEY (one, other, joiner)
) WITHOUT ROWID;
CREATE INDEX copies_by_other ON copies (other, joiner);
CREATE TABLE bonds (
  one INTEGER NOT NULL REFERENCES events, other INTEGER NOT NULL REFERENCES events,
  joiner INTEGER NOT NULL REFERENCES steps, score REAL NOT NULL, reasons TEXT NOT NULL, recorded TEXT NOT NULL,
  PRIMARY KEY (one, other, joiner)
) WITHOUT ROWID;
CREATE INDEX bonds_by_other ON bonds (other, joiner);
CREATE TABLE joined (
  reading INTEGER NOT NULL REFERENCES readings, joiner INTEGER NOT NULL REFERENCES steps, recorded TEXT NOT NULL,
  PRIMARY KEY (reading, joiner)
) WITHOUT ROWID;
"""

# Of settings that sum up many happenings: why, as JSON. Most tell one, and have no row.
SUMMARIES = """
CREATE TABLE summaries (
  event INTEGER NOT NULL REFERENCES events, joiner INTEGER NOT NULL REFERENCES steps, words TEXT NOT NULL,
  PRIMARY KEY (event, joiner)
) WITHOUT ROWID;
"""

TABLES = _TABLES + FINGERPRINTS + SUMMARIES
KEPT = ("settings", "summaries", "setting_keys", "fingerprints", "samples", "copies", "bonds", "joined")
FIRST_VERSION = 9  # of a ledger that holds all these tables
