"""Views saved under names: kept in a ledger, listed with the alerts that watch them, renamed, withdrawn, watched."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from histor.errors import UsageError
from histor.run import alerting
from histor.run.aiming import aim_of
from histor.run.delivery.server import NOT_SET, mail_server
from histor.store import saved as store
from histor.store.definitions import Kept
from histor.store.ledger import open_to_read, open_to_write

MOST_ADDRESSES = 10  # an alert is no circular
LONGEST_NAME, LONGEST_ADDRESS = 80, 2_000  # characters; browsers and proxies take no much longer address


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved view, and the alerts that watch it."""

    kept: Kept
    alerts: tuple[alerting.Listed, ...]

    @property
    def name(self) -> str:
        """The name that it is saved under."""
        return self.kept.name

    @property
    def address(self) -> str:
        """Where it is: `/explorer?place=Palmyra`."""
        return self.kept.definition

    @property
    def fault(self) -> str:
        """Say why no alert can watch it; empty: one can."""
        try:
            aim_of(self.address)
        except UsageError as error:
            return str(error)
        return ""


def views(ledger: str, *, as_of: str | None = None) -> tuple[Saved, ...]:
    """List the views that count, or counted then, in order of name. Raises LedgerError."""
    with open_to_read(ledger) as opened:
        found = store.saved_views(opened, as_of=as_of)
    watched = _watched(ledger)
    return tuple(Saved(each, watched.get(each.name, ())) for each in found)


def find(ledger: str, name: str) -> Kept:
    """Give the view of a name. Raises NotFoundError, LedgerError."""
    with open_to_read(ledger) as opened:
        return store.saved_view(opened, name)


def save(ledger: str, name: str, address: str, *, recorded: str, who: str | None = None) -> bool:
    """Save an address under a name, in place of the one before; False if the same counts already.

    Raises UsageError for a name or address that cannot be, LedgerError.
    """
    _check(name, address)
    with open_to_write(ledger) as opened:
        return store.keep_view(opened, name, address, recorded, who=who)


def rename(ledger: str, name: str, to: str, *, recorded: str, who: str | None = None) -> None:
    """Save a view under another name, and withdraw the one before.

    Raises UsageError if the other name is taken or an alert watches the view, NotFoundError, LedgerError.
    """
    kept = find(ledger, name)
    _check(to, kept.definition)
    _unwatched(ledger, name, "renamed")
    with open_to_write(ledger) as opened:
        if any(each.name == to for each in store.saved_views(opened)):
            raise UsageError(f"a view is called {to!r} already: choose another name, or delete that one first")
        store.keep_view(opened, to, kept.definition, recorded, who=who)
        store.withdraw_view(opened, name, recorded, who=who)


def withdraw(ledger: str, name: str, *, recorded: str, who: str | None = None) -> None:
    """Let a view count no longer; nothing is deleted.

    Raises UsageError if an alert watches it, NotFoundError, LedgerError.
    """
    _unwatched(ledger, name, "deleted")
    with open_to_write(ledger) as opened:
        store.withdraw_view(opened, name, recorded, who=who)


def watch(
    ledger: str, view: str, rules: Sequence[str], *, alert: str = "", mail: Sequence[str] = (), recorded: str
) -> str:
    """Keep an alert that watches a view by these rules, and give its name: the view's, unless it is named.

    What it tells is mailed to the addresses of `mail`, through the server that the surroundings name.
    Raises UsageError, also where no server is named; NotFoundError, LedgerError.
    """
    if not rules:
        raise UsageError("choose at least one rule: a rise, silence, a shift, a new actor, a dispute, a state change")
    name = alert.strip() or view
    if any(each.kept.name == name and each.watched != view for each in alerting.kept(ledger)):
        raise UsageError(f"an alert is called {name!r} already: choose another name")
    written = "".join(f"\n[[rules]]\nrule = {_quoted(rule)}\n" for rule in rules)
    text = f"view = {_quoted(view)}\n{written}{_mailed(mail)}"
    alerting.add(ledger, name, text, key=name, recorded=recorded)
    return name


def _mailed(to: Sequence[str]) -> str:
    """Write how mail goes out; the password stays in the surroundings."""
    if not to:
        return ""
    if len(to) > MOST_ADDRESSES:
        raise UsageError(
            f"{len(to)} addresses: an alert is mailed to {MOST_ADDRESSES} at most; write to a list of yours"
        )
    server = mail_server()
    if server is None:
        raise UsageError(NOT_SET)
    security = "starttls" if server.start_tls else "none"
    lines = [
        "\n[deliver.mail]",
        f"to = [{', '.join(map(_quoted, to))}]",
        f"sender = {_quoted(server.sender)}",
        f"host = {_quoted(server.host)}",
        f"port = {server.port}",
        f"security = {_quoted(security)}",
        *([f"user = {_quoted(server.user)}"] if server.user else []),
    ]
    return "\n".join(lines) + "\n"


def _watched(ledger: str) -> Mapping[str, tuple[alerting.Listed, ...]]:
    found: dict[str, tuple[alerting.Listed, ...]] = {}
    for each in alerting.kept(ledger):
        if each.watched is not None:
            found[each.watched] = (*found.get(each.watched, ()), each)
    return found


def _unwatched(ledger: str, name: str, done: str) -> None:
    alerts = _watched(ledger).get(name, ())
    if alerts:
        named = ", ".join(each.kept.name for each in alerts)
        raise UsageError(f"{name!r} cannot be {done}: the alert {named} watches it; withdraw that first")


def _check(name: str, address: str) -> None:
    if not name.strip() or name != name.strip() or not name.isprintable() or len(name) > LONGEST_NAME or "/" in name:
        raise UsageError(f"name {name!r}: write 1 to {LONGEST_NAME} characters in one line, without /")
    if not address.startswith("/") or not address.isprintable() or len(address) > LONGEST_ADDRESS:
        raise UsageError(f"{address[:60]!r} is no address of the reading room: it begins with /, such as /explorer")


def _quoted(text: str) -> str:
    """Write a text as TOML does."""
    return json.dumps(text, ensure_ascii=False)
