"""The tables of the incidents' overview: a view of events, bonds and decisions, which may be dropped and built anew.

Nothing is known from them that the kept tables do not tell, so they are not append only and no part of a ledger's
version: whoever builds the view makes them. `view_marks` says how far they are built. A row that stands no longer is
`gone`, with the version that let it go, so that readers who hold the rows in memory can follow.
"""

TABLES = (
    """
CREATE TABLE view_incidents (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, gone INTEGER NOT NULL,
  day TEXT, exact INTEGER NOT NULL, place TEXT, latitude REAL, longitude REAL, country TEXT, precision TEXT,
  grade TEXT NOT NULL, summary INTEGER NOT NULL, claims INTEGER NOT NULL, reports INTEGER NOT NULL,
  origins TEXT NOT NULL, shown TEXT NOT NULL
)""",
    "CREATE INDEX view_incidents_by_version ON view_incidents (version)",
    """
CREATE TABLE view_members (
  event INTEGER PRIMARY KEY, incident INTEGER NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, target TEXT,
  stance TEXT
)""",
    "CREATE INDEX view_members_by_incident ON view_members (incident)",
    """
CREATE TABLE view_marks (
  one INTEGER PRIMARY KEY CHECK (one = 1), made_by TEXT NOT NULL, version INTEGER NOT NULL, reading INTEGER NOT NULL,
  decision INTEGER NOT NULL
)""",
)
# The overview as it is held in memory, in one piece (histor.store.view_snapshot); made when it is first kept.
SNAPSHOT = """
CREATE TABLE IF NOT EXISTS view_snapshot (
  one INTEGER PRIMARY KEY CHECK (one = 1), made_by TEXT NOT NULL, marks TEXT NOT NULL, words TEXT NOT NULL,
  columns BLOB NOT NULL
)"""
NAMES = ("view_incidents", "view_members", "view_marks", "view_snapshot")
LAYOUT = "2"  # of these tables; a view of another layout is dropped and built anew
