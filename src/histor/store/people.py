"""Accounts, invitations, sessions and the audit in and out of a file of their own beside the ledger.

A ledger is handed on as one file; password hashes must not go with it, so they are kept in `LEDGER.people`.
Passwords, invitations and sessions are kept as hashes only.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from histor.errors import LedgerError, NotFoundError, UsageError
from histor.records.people import Account, Role, Trail

PATIENCE = 10.0  # seconds to wait for another writer
_TABLES = """
CREATE TABLE IF NOT EXISTS keys (name TEXT PRIMARY KEY, key BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS accounts (
  name TEXT PRIMARY KEY, role TEXT NOT NULL CHECK (role IN ('reader', 'analyst', 'admin')), salt BLOB NOT NULL,
  hash BLOB NOT NULL, recorded TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS invitations (
  hash BLOB PRIMARY KEY, role TEXT NOT NULL, invited_by TEXT NOT NULL, expires TEXT NOT NULL, used TEXT
);
CREATE TABLE IF NOT EXISTS sessions (hash BLOB PRIMARY KEY, account TEXT NOT NULL, expires TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS audit (
  number INTEGER PRIMARY KEY, recorded TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL
);
CREATE TRIGGER IF NOT EXISTS audit_refuses_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append only'); END;
CREATE TRIGGER IF NOT EXISTS audit_refuses_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append only'); END;
"""


@dataclass(frozen=True, slots=True)
class Secret:
    """An account with what its password is checked against."""

    account: Account
    salt: bytes
    hash: bytes


class People:
    """The accounts of one ledger; it opens its file for each question, so that many threads may ask."""

    def __init__(self, ledger: str) -> None:
        self.path = f"{ledger}.people"

    def exists(self) -> bool:
        """Tell whether anybody has made an account."""
        return Path(self.path).exists()

    def key(self, fresh: bytes) -> bytes:
        """Give the key that cookies are signed with; `fresh` is kept if there is none yet."""
        with self._open() as opened:
            opened.execute("INSERT OR IGNORE INTO keys VALUES ('cookies', ?)", (fresh,))
            return bytes(opened.execute("SELECT key FROM keys WHERE name = 'cookies'").fetchone()["key"])

    def add(self, account: Account, salt: bytes, hashed: bytes) -> None:
        """Keep a new account. Raises UsageError if the name is taken."""
        check_role(account.role)
        with self._open() as opened:
            try:
                row = (account.name, account.role, salt, hashed, account.recorded)
                opened.execute("INSERT INTO accounts (name, role, salt, hash, recorded) VALUES (?, ?, ?, ?, ?)", row)
            except sqlite3.IntegrityError as error:
                raise UsageError(f"there is an account {account.name!r} already; choose another name") from error

    def secret(self, name: str) -> Secret | None:
        """Give an account with what its password is checked against; None if there is none, or it is shut."""
        with self._open() as opened:
            row = opened.execute("SELECT * FROM accounts WHERE name = ? AND active", (name,)).fetchone()
        return Secret(_account(row), bytes(row["salt"]), bytes(row["hash"])) if row else None

    def accounts(self) -> tuple[Account, ...]:
        """Give all accounts, in order of name."""
        with self._open() as opened:
            return tuple(_account(row) for row in opened.execute("SELECT * FROM accounts ORDER BY name"))

    def change(self, name: str, *, role: str | None = None, active: bool | None = None) -> None:
        """Give an account another role, shut or open it; its sessions end. Raises NotFoundError, UsageError."""
        with self._open() as opened:
            if not opened.execute("SELECT 1 FROM accounts WHERE name = ?", (name,)).fetchone():
                raise NotFoundError(f"no account has the name {name!r}")
            if role is not None:
                opened.execute("UPDATE accounts SET role = ? WHERE name = ?", (check_role(role), name))
            if active is not None:
                opened.execute("UPDATE accounts SET active = ? WHERE name = ?", (active, name))
            opened.execute("DELETE FROM sessions WHERE account = ?", (name,))

    def invite(self, hashed: bytes, role: Role, by: str, expires: str) -> None:
        """Keep an invitation by the hash of its word."""
        with self._open() as opened:
            opened.execute("INSERT INTO invitations VALUES (?, ?, ?, ?, NULL)", (hashed, check_role(role), by, expires))

    def invited(self, hashed: bytes, now: str) -> Role | None:
        """Give the role that an invitation is for; None if there is none, or it is used, or too old."""
        with self._open() as opened:
            command = "SELECT role FROM invitations WHERE hash = ? AND used IS NULL AND expires > ?"
            row = opened.execute(command, (hashed, now)).fetchone()
        return check_role(row["role"]) if row else None

    def use(self, hashed: bytes, now: str) -> bool:
        """Use an invitation up; False if it was not there to use: of two at once, one gets it."""
        with self._open() as opened:
            command = "UPDATE invitations SET used = ? WHERE hash = ? AND used IS NULL AND expires > ?"
            return opened.execute(command, (now, hashed, now)).rowcount == 1

    def begin(self, hashed: bytes, account: str, expires: str, now: str) -> None:
        """Keep a session by the hash of its word; those that have ended are forgotten."""
        with self._open() as opened:
            opened.execute("DELETE FROM sessions WHERE expires <= ?", (now,))
            opened.execute("INSERT INTO sessions VALUES (?, ?, ?)", (hashed, account, expires))

    def member(self, hashed: bytes, now: str) -> Account | None:
        """Give whose session it is; None if it has ended, or the account is shut."""
        command = """
            SELECT accounts.* FROM sessions JOIN accounts ON accounts.name = sessions.account
            WHERE sessions.hash = ? AND sessions.expires > ? AND active
            """
        with self._open() as opened:
            row = opened.execute(command, (hashed, now)).fetchone()
        return _account(row) if row else None

    def end(self, hashed: bytes) -> None:
        """End a session."""
        with self._open() as opened:
            opened.execute("DELETE FROM sessions WHERE hash = ?", (hashed,))

    def note(self, trail: Trail) -> None:
        """Write a line of the audit."""
        with self._open() as opened:
            row = (trail.recorded, trail.who, trail.what, trail.about)
            opened.execute("INSERT INTO audit (recorded, who, what, about) VALUES (?, ?, ?, ?)", row)

    def audit(self, most: int) -> tuple[Trail, ...]:
        """Give the latest lines of the audit, the newest first."""
        with self._open() as opened:
            rows = opened.execute("SELECT * FROM audit ORDER BY number DESC LIMIT ?", (most,)).fetchall()
        return tuple(Trail(row["recorded"], row["who"], row["what"], row["about"]) for row in rows)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            made = not self.exists()
            connection = sqlite3.connect(self.path, timeout=PATIENCE)
            try:
                if made:
                    Path(self.path).chmod(0o600)
                connection.row_factory = sqlite3.Row
                connection.executescript(_TABLES)
                with connection:
                    yield connection
            finally:
                connection.close()
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(f"{self.path} cannot be used: {error}") from error


def check_role(role: str) -> Role:
    """Give a role that is one. Raises UsageError."""
    for known in get_args(Role):
        if role == known:
            return known  # type: ignore[no-any-return]
    raise UsageError(f"no role {role!r}: it is one of {', '.join(get_args(Role))}")


def _account(row: sqlite3.Row) -> Account:
    return Account(row["name"], check_role(row["role"]), row["recorded"], bool(row["active"]))
