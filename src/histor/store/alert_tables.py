"""The tables of alerts: definitions that a user keeps, what was told, by which ways it went out, and what was checked.

The newest definition of a name counts. `form` is the alert's JSON object with the words that it rests on.
"""

TABLES = """
CREATE TABLE alerts (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, definition TEXT, recorded TEXT NOT NULL, who TEXT
);
CREATE INDEX alerts_by_name ON alerts (name, number);
CREATE TABLE alerted (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, alert TEXT NOT NULL, day TEXT NOT NULL,
  form TEXT NOT NULL, recorded TEXT NOT NULL
);
CREATE INDEX alerted_by_alert ON alerted (alert, day);
CREATE TABLE delivered (
  alerted TEXT NOT NULL REFERENCES alerted (id), way TEXT NOT NULL, recorded TEXT NOT NULL,
  PRIMARY KEY (alerted, way)
) WITHOUT ROWID;
CREATE TABLE checked (
  number INTEGER PRIMARY KEY, alert TEXT NOT NULL, day TEXT NOT NULL, recorded TEXT NOT NULL
);
CREATE INDEX checked_by_alert ON checked (alert, day);
"""

KEPT = ("alerts", "alerted", "delivered", "checked")
FIRST_VERSION = 7  # of a ledger that holds these tables
