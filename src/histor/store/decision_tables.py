"""The tables of people's decisions: what was decided, the words that it is pinned to, and where these stand.

`pins` says where an anchor stands in a reading; a reading that people changed names in `judgements` the machine's
reading that it was made from.
"""

TABLES = """
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('confirm', 'reject', 'edit', 'note', 'merge', 'split', 'undo')),
  target TEXT NOT NULL CHECK (target IN ('claim', 'event', 'incident', 'contradiction', 'decision')),
  who TEXT NOT NULL, recorded TEXT NOT NULL, why TEXT NOT NULL,
  field TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, undoes TEXT REFERENCES decisions (id)
);
CREATE INDEX decisions_by_instant ON decisions (recorded);
CREATE INDEX decisions_undone ON decisions (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE anchors (
  decision INTEGER NOT NULL REFERENCES decisions, position INTEGER NOT NULL,
  item TEXT NOT NULL CHECK (item IN ('claim', 'event')), text TEXT NOT NULL, key TEXT NOT NULL, outlet TEXT, day TEXT,
  spans TEXT NOT NULL, words TEXT NOT NULL, sentence TEXT NOT NULL, sentence_start INTEGER NOT NULL,
  ordinal INTEGER NOT NULL, side TEXT NOT NULL CHECK (side IN ('one', 'other')),
  PRIMARY KEY (decision, position)
) WITHOUT ROWID;
CREATE INDEX anchors_by_text ON anchors (text);
CREATE TABLE pins (
  decision INTEGER NOT NULL REFERENCES decisions, position INTEGER NOT NULL,
  reading INTEGER NOT NULL REFERENCES readings, item TEXT NOT NULL, number INTEGER,
  state TEXT NOT NULL CHECK (state IN ('held', 'changed', 'lost')),
  PRIMARY KEY (decision, position, reading)
) WITHOUT ROWID;
CREATE INDEX pins_by_reading ON pins (reading);
CREATE INDEX pins_by_number ON pins (item, number);
CREATE TABLE judgements (
  reading INTEGER PRIMARY KEY REFERENCES readings, base INTEGER NOT NULL REFERENCES readings
);
CREATE INDEX IF NOT EXISTS superseded_by_newer ON superseded (newer);
CREATE INDEX IF NOT EXISTS superseded_by_instant ON superseded (recorded);
CREATE INDEX IF NOT EXISTS readings_by_instant ON readings (recorded);
"""

KEPT = ("decisions", "anchors", "pins", "judgements")
FIRST_VERSION = 4  # of a ledger that holds these tables
