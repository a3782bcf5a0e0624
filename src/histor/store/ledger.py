"""A path in, an open ledger out: one SQLite file, many readers at once, one writer at a time.

Readers never wait and never see half a report: the file is in write-ahead mode. A writer holds the lock for one
transaction only; a second writer waits up to `patience` seconds for it, then gets a LedgerError that names the path.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from histor.errors import LedgerError
from histor.store import schema

PATIENCE = 10.0  # seconds; a batch of reports takes well under one (benchmarks/ledger.py)
_STATISTICS_ROWS = 1000  # rows looked at per index when a writer closes; sqlite.org/lang_analyze.html advises 100-1000


class Ledger:
    """An open ledger; use it in a `with` statement, in the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, path: str, *, writable: bool) -> None:
        self.connection = connection
        self.path = path
        self.writable = writable

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a writer first refreshes the statistics by which questions are planned."""
        if self.writable:
            # The statistics only make answers faster: not worth waiting for another writer, nor an error.
            with suppress(sqlite3.Error):
                self.connection.execute("PRAGMA busy_timeout = 0")
                self.connection.execute(f"PRAGMA analysis_limit = {_STATISTICS_ROWS}")
                self.connection.execute("PRAGMA optimize")
        self.connection.close()

    def change(self) -> int:
        """Give a mark that is another one, of this open ledger, whenever somebody else has added to it."""
        return _pragma(self.connection, "data_version")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection on which everything asked is answered from one state of the ledger."""
        if self.connection.in_transaction:
            yield self.connection
            return
        with _told(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self.connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose additions are kept together at the end, or not at all.

        Raises LedgerError if the ledger is open for reading only, or another writer keeps it locked.
        """
        if not self.writable:
            raise LedgerError(f"{self.path} is open for reading; nothing can be added")
        with _told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise


def open_to_read(path: str | Path) -> Ledger:
    """Open a ledger that exists; one of an older version is read as it is.

    Raises LedgerError if there is none, or it is no ledger, or it is from a newer version.
    """
    _refuse_what_is_no_file(Path(path))
    if not Path(path).exists():
        raise LedgerError(f"there is no ledger at {path}; `histor add FILE` makes one")
    with _told(str(path)):
        connection = _connect(path, mode="ro", patience=PATIENCE)
        try:
            _check(connection, path)
        except BaseException:
            connection.close()
            raise
    return Ledger(connection, str(path), writable=False)


def open_to_watch(path: str | Path) -> sqlite3.Connection:
    """Open a ledger only to see whether it changes, from any thread. Raises LedgerError if there is none."""
    with open_to_read(path):
        pass  # tells what is wrong with it in the words of a ledger
    with _told(str(path)):
        return _connect(path, mode="ro", patience=PATIENCE, any_thread=True)


def open_to_write(path: str | Path, *, patience: float = PATIENCE) -> Ledger:
    """Open a ledger to add to it; make it where there is none, lift it where it is of an older version.

    `patience` is how many seconds to wait for another writer, each time.
    Raises LedgerError if the file is no ledger, is from a newer version, or stays locked.
    """
    _refuse_what_is_no_file(Path(path))
    if not Path(path).parent.is_dir():
        raise LedgerError(f"the folder of {path} does not exist; make it, or name another ledger")
    with _told(str(path)):
        connection = _connect(path, mode="rwc", patience=patience)
        try:
            _make_if_empty(connection)
            _check(connection, path)
            _lift(connection)
        except BaseException:
            connection.close()
            raise
    return Ledger(connection, str(path), writable=True)


def _connect(path: str | Path, *, mode: str, patience: float, any_thread: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{Path(path).absolute().as_uri()}?mode={mode}", uri=True, timeout=patience, isolation_level=None,
        check_same_thread=not any_thread,
    )  # fmt: skip
    connection.row_factory = sqlite3.Row
    return connection


def _make_if_empty(connection: sqlite3.Connection) -> None:
    """Write the tables into a new file, and set how a writer keeps it."""
    if not _is_empty(connection):
        _prepare_writer(connection)
        return
    connection.execute("PRAGMA journal_mode = WAL")
    _prepare_writer(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _is_empty(connection):  # another writer may have made it in between
            for statement in _split(schema.statements()):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _lift(connection: sqlite3.Connection) -> None:
    """Bring a ledger of an older version to this one, all at once or not at all."""
    if _pragma(connection, "user_version") == schema.VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again under the lock: another writer may have lifted it in between.
        for version in range(_pragma(connection, "user_version"), schema.VERSION):
            for statement in _split(schema.lift(version)):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _prepare_writer(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # NORMAL in write-ahead mode: a killed process loses nothing, a power cut may lose the last batch, whole.
    connection.execute("PRAGMA synchronous = NORMAL")
    # Without it, INSERT OR REPLACE would delete rows past the triggers (sqlite.org/lang_conflict.html).
    connection.execute("PRAGMA recursive_triggers = ON")


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not _pragma(connection, "application_id") and _count_tables(connection) == 0


def _check(connection: sqlite3.Connection, path: str | Path) -> None:
    if _pragma(connection, "application_id") != schema.APPLICATION_ID:
        raise LedgerError(f"{path} is no histor ledger; name another file")
    version = _pragma(connection, "user_version")
    if version > schema.VERSION:
        raise LedgerError(
            f"{path} was written by a newer histor (ledger version {version}, this one knows {schema.VERSION}); "
            "upgrade histor to open it"
        )


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _count_tables(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])


def _split(script: str) -> Iterator[str]:
    """Cut a script into statements, so that they can run in one transaction."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _refuse_what_is_no_file(path: Path) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name a file, such as {path / 'histor.db'}")


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Turn the database's errors into a LedgerError that names the path and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerError(_explain(error, path)) from error


def _explain(error: sqlite3.Error, path: str) -> str:
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:  # the low byte is the primary code, sqlite.org/rescode.html
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"{path} is locked by another writer; try again when it has finished"
        case sqlite3.SQLITE_NOTADB:
            return f"{path} is no histor ledger; name another file"
        case sqlite3.SQLITE_CORRUPT:
            return f"{path} is damaged ({error}); restore it from a copy, or add its reports to a new ledger"
        case sqlite3.SQLITE_FULL:
            return f"the disk of {path} is full; nothing of this batch was kept"
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return f"{path} cannot be opened ({error}); check who may read and write it and its folder"
        case _:
            return f"{path}: {error}"
