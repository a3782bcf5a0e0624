"""The table of definitions that a user keeps: the newest of a name counts, and older ones stay."""

TABLES = """
CREATE TABLE monitors (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, definition TEXT, recorded TEXT NOT NULL, who TEXT
);
CREATE INDEX monitors_by_name ON monitors (name, number);
"""

KEPT = ("monitors",)
FIRST_VERSION = 5  # of a ledger that holds this table
