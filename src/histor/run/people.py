"""A name and password, an invitation or a session's word in, who that is out; everything is written into the audit."""

import hashlib
import hmac
import re
import secrets
from datetime import UTC, datetime, timedelta

from histor.errors import UsageError
from histor.records.people import Account, Role, Trail
from histor.store.people import People, Secret, check_role

LEAST_PASSWORD = 10  # characters; NIST SP 800-63B asks for eight at least
SESSION = timedelta(hours=12)  # a working day
INVITATION = timedelta(days=7)
_COST, _BLOCK, _LANES = 2**14, 8, 5  # OWASP password storage cheat sheet: scrypt N=2^14, r=8, p=5
_MEMORY = 64 * 1024 * 1024  # bytes allowed to scrypt; it takes 128 * N * r, 16 MiB
_NAME = re.compile(r"[^\W_](?:[\w .@-]{0,62}\w)?")
_NOBODY = Secret(Account("", "reader", ""), b"\0" * 16, b"\0" * 64)  # hashed against where no account is: same time


def add_account(people: People, name: str, password: str, role: str, *, by: str) -> Account:
    """Make an account. Raises UsageError for a name that is taken, a short password, or no role."""
    if not _NAME.fullmatch(name.strip()):
        raise UsageError(f"{name!r} cannot be a name: 1 to 64 letters, digits, blanks, full stops, hyphens or @")
    if len(password) < LEAST_PASSWORD:
        raise UsageError(f"the password is too short: {LEAST_PASSWORD} characters at least")
    made = Account(name.strip(), check_role(role), _now())
    salt = secrets.token_bytes(16)
    people.add(made, salt, _hashed(password, salt))
    note(people, by, "made an account", f"{made.name} ({made.role})")
    return made


def invite(people: People, role: str, *, by: str) -> str:
    """Make an invitation that one person can use within a week; give its word. Raises UsageError."""
    word = secrets.token_urlsafe(24)
    people.invite(_digest(word), check_role(role), by, _in(INVITATION))
    note(people, by, "invited", role)
    return word


def role_of(people: People, word: str) -> Role | None:
    """Give the role that an invitation is for; None if it is none, used, or too old."""
    return people.invited(_digest(word), _now())


def join(people: People, word: str, name: str, password: str) -> Account:
    """Make the account of somebody who was invited. Raises UsageError."""
    role = role_of(people, word)
    if role is None:
        raise UsageError("this invitation is used, too old, or none: ask for another")
    made = add_account(people, name, password, role, by=f"{name.strip()} (invited)")
    if not people.use(_digest(word), _now()):
        people.change(made.name, active=False)
        raise UsageError("this invitation has just been used: ask for another")
    return made


def log_in(people: People, name: str, password: str) -> Account | None:
    """Give the account if the password is right; None if it is not, or there is no such account."""
    found = people.secret(name.strip())
    held = found or _NOBODY
    right = hmac.compare_digest(_hashed(password, held.salt), held.hash)
    if not found or not right:
        note(people, "", "failed to log in", name.strip()[:64])
        return None
    note(people, found.account.name, "logged in", "")
    return found.account


def begin(people: People, account: Account) -> str:
    """Begin a session; give its word."""
    word = secrets.token_urlsafe(32)
    people.begin(_digest(word), account.name, _in(SESSION), _now())
    return word


def member(people: People, word: str) -> Account | None:
    """Give whose session it is; None if it has ended."""
    return people.member(_digest(word), _now())


def end(people: People, word: str, who: str) -> None:
    """End a session."""
    people.end(_digest(word))
    note(people, who, "logged out", "")


def change(people: People, name: str, *, by: str, role: str | None = None, active: bool | None = None) -> None:
    """Give an account another role, shut it or open it. Raises NotFoundError, UsageError."""
    people.change(name, role=role, active=active)
    what = f"gave the role {role}" if role else "opened" if active else "shut"
    note(people, by, what, name)


def note(people: People, who: str, what: str, about: str) -> None:
    """Write a line of the audit."""
    people.note(Trail(_now(), who, what, about))


def _hashed(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY)


def _digest(word: str) -> bytes:
    return hashlib.sha256(word.encode()).digest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _in(time: timedelta) -> str:
    return (datetime.now(UTC) + time).isoformat(timespec="seconds")
