"""A ledger's path in, a mark out that is another one whenever anything was kept or built in between."""

import sqlite3
import threading
from pathlib import Path

from histor.store.ledger import open_to_watch


class Changes:
    """Watches one ledger; many threads may ask."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._file: int | None = None
        self._opened = 0

    def mark(self) -> str:
        """Give the mark of this instant: one question to the database, which reads no table. Raises LedgerError."""
        with self._lock:
            file = self._path.stat().st_ino if self._path.exists() else None
            if self._connection is None or file != self._file:
                self._connection, self._file = open_to_watch(self._path), file
                self._opened += 1
            # Counts what other connections have committed; this one commits nothing (sqlite.org/pragma.html).
            version = self._connection.execute("PRAGMA data_version").fetchone()[0]
            return f"{self._opened}.{version}"
