"""Alerts: kept, listed, checked day by day against a ledger, sent out once each, or tried on the days behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from histor.errors import UsageError
from histor.monitors.alerting.definition import read_alert
from histor.monitors.alerting.rules import find
from histor.records.alerts import Alert, AlertDefinition
from histor.records.made import Problem
from histor.records.measures import Day
from histor.run.alert_scenes import Watched, aim_at, scene_of, watched_by
from histor.run.definitions import read_text
from histor.run.delivery import feed, file, mail, webhook
from histor.store import alerts as store
from histor.store.definitions import Kept
from histor.store.ledger import Ledger, open_to_read, open_to_write

LONGEST_BACK = 31  # days that a check makes up for; what is older is for a dry run


@dataclass(frozen=True, slots=True)
class Listed:
    """A kept alert, what it says, how many it has told, and how far it was checked."""

    kept: Kept
    definition: AlertDefinition | None  # None: this version of the program reads it no longer
    told: int
    checked: Day | None

    @property
    def watched(self) -> str | None:
        """The name of the saved view that it watches; None: it watches something else."""
        return self.definition.view if self.definition else None


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found and what could not go out."""

    name: str
    first: Day  # days checked, both included
    last: Day
    new: tuple[Alert, ...]
    sent: tuple[tuple[str, int], ...]  # way, how many went out
    problems: tuple[Problem, ...]


def add(ledger: str, name: str, text: str, *, key: str, recorded: str) -> bool:
    """Keep an alert's definition under a name; False if the same counts already.

    Raises UsageError with every fault and its line, or for a view that cannot be watched; NotFoundError, LedgerError.
    """
    if not name.strip():
        raise UsageError("a kept alert needs a name, such as `--name weir`")
    aim_at(_good(text, name.strip(), key), ledger)
    with open_to_write(ledger) as opened:
        return store.keep_alert(opened, name.strip(), text, recorded)


def withdraw(ledger: str, name: str, *, recorded: str) -> None:
    """Let a kept alert count no longer; nothing is deleted. Raises NotFoundError, LedgerError."""
    with open_to_write(ledger) as opened:
        store.withdraw_alert(opened, name, recorded)


def kept(ledger: str) -> tuple[Listed, ...]:
    """List the alerts that a ledger keeps, in order of name. Raises LedgerError."""
    with open_to_read(ledger) as opened:
        return tuple(_listed(opened, one) for one in store.alerts(opened))


def check(ledger: str, names: Sequence[str] = (), *, day: Day, recorded: str) -> tuple[Checked, ...]:
    """Check kept alerts, all or those named, for the days since their last check up to `day`, and send what is new.

    What could not go out before is sent again. Raises UsageError, NotFoundError, LedgerError.
    """
    with open_to_read(ledger) as opened:
        chosen = [store.kept_alert(opened, name) for name in names] if names else list(store.alerts(opened))
    return tuple(_check(ledger, one, day, recorded) for one in chosen)


def dry_run(ledger: str, wanted: str, *, days: int, day: Day, recorded: str) -> tuple[Alert, ...]:
    """Give what an alert, a file or a kept one, would have told over the last days up to `day`.

    Nothing is kept or sent. Raises UsageError, NotFoundError, LedgerError.
    """
    if days < 1:
        raise UsageError(f"--days {days}: try one day or more")
    definition = _definition(ledger, wanted)
    return _found(definition, watched_by(definition, ledger, recorded=recorded), _days(_back(day, days - 1), day), ())


def _definition(ledger: str, wanted: str) -> AlertDefinition:
    with open_to_read(ledger) as opened:
        known = {one.name: one for one in store.alerts(opened)}
    if wanted in known:
        return _good(known[wanted].definition, wanted, wanted)
    return _good(read_text(wanted), wanted, wanted)


def _check(ledger: str, one: Kept, day: Day, recorded: str) -> Checked:
    definition = _good(one.definition, one.name, one.name)
    watched = watched_by(definition, ledger, recorded=recorded)
    with open_to_write(ledger) as opened:
        before = store.checked_to(opened, one.name)
        first = max(_back(day, LONGEST_BACK - 1), _back(before, -1)) if before else day
        first = min(first, day)
        found = _found(definition, watched, _days(first, day), store.told(opened, one.name))
        new = store.keep_told(opened, one.name, found, day, recorded)
        sent, problems = _send(opened, definition, recorded)
    return Checked(one.name, first, day, new, sent, problems)


def _found(
    definition: AlertDefinition, watched: Watched, days: Iterator[Day], told: Sequence[Alert]
) -> tuple[Alert, ...]:
    known = list(told)
    new: list[Alert] = []
    for day in days:
        for rule in definition.rules:
            found = find(definition.name, rule, scene_of(watched, rule, day), known)
            known.extend(found)
            new.extend(found)
    return tuple(new)


def _send(
    ledger: Ledger, definition: AlertDefinition, recorded: str
) -> tuple[tuple[tuple[str, int], ...], tuple[Problem, ...]]:
    """Send by each way what has not gone out by it yet; what went out is kept at once."""
    sent: list[tuple[str, int]] = []
    problems: list[Problem] = []
    for way in definition.deliver.ways():
        waiting = store.waiting(ledger, definition.name, way)
        if not waiting:
            continue
        out, wrong = _by(way, ledger, definition, waiting, recorded)
        store.keep_delivered(ledger, out, way, recorded)
        sent.append((way, len(out)))
        problems.extend(wrong)
    return tuple(sent), tuple(problems)


def _by(
    way: str, ledger: Ledger, definition: AlertDefinition, waiting: Sequence[Alert], recorded: str
) -> tuple[Sequence[Alert], tuple[Problem, ...]]:
    deliver = definition.deliver
    if way == "file" and deliver.file:
        return file.send(deliver.file, waiting)
    if way == "webhook" and deliver.webhook:
        return webhook.send(deliver.webhook, waiting)
    if way == "mail" and deliver.mail:
        return mail.send(deliver.mail, waiting, recorded)
    wrong = feed.write(str(deliver.feed), definition.name, store.told(ledger, definition.name), recorded)
    return (() if wrong else waiting), wrong


def _listed(ledger: Ledger, one: Kept) -> Listed:
    found = read_alert(one.definition, one.name, key=one.name)
    definition = None if isinstance(found, tuple) else found
    return Listed(one, definition, len(store.told(ledger, one.name)), store.checked_to(ledger, one.name))


def _good(text: str, name: str, key: str) -> AlertDefinition:
    found = read_alert(text, name, key=key)
    if isinstance(found, tuple):
        raise UsageError("\n".join(problem.message for problem in found))
    return found


def _days(first: Day, last: Day) -> Iterator[Day]:
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        yield day.isoformat()
        day += timedelta(days=1)


def _back(day: Day, days: int) -> Day:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
