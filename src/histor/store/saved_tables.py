"""The table of views that people save under names: the newest address of a name counts, and older ones stay."""

TABLES = """
CREATE TABLE saved (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, definition TEXT, recorded TEXT NOT NULL, who TEXT
);
CREATE INDEX saved_by_name ON saved (name, number);
"""

KEPT = ("saved",)
FIRST_VERSION = 8  # of a ledger that holds this table
