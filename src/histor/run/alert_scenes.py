"""An alert's definition and a ledger in, what it watches as it was known on any day out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from histor.errors import UsageError
from histor.monitors.alerting.known import known_by
from histor.monitors.alerting.rules import Dispute, Scene
from histor.monitors.alerting.states import Standing, row_of, standings
from histor.monitors.choosing import AnyDefinition, monitors
from histor.monitors.definition import Definition
from histor.monitors.hearing.rows import rows_of
from histor.monitors.reading import read_definition
from histor.records.alerts import AlertDefinition, Rule
from histor.records.board_form import AnyBoard
from histor.records.heard import Deed, Heard, Line
from histor.records.incidents import Contradiction
from histor.records.measures import Day
from histor.records.question import Question
from histor.run import joining
from histor.run.aiming import Aim, aim_of, incidents_at
from histor.run.definitions import find_definition
from histor.run.hearing import hear
from histor.store.decisions import verdicts
from histor.store.ledger import open_to_read
from histor.store.saved import saved_view

Standings = dict[str, Standing]


@dataclass(frozen=True, slots=True)
class Watched:
    """All that an alert can ask about."""

    heard: Heard
    deeds: frozenset[str]  # ids of those that are watched
    disputes: tuple[Dispute, ...]
    monitor: AnyDefinition | None
    seen: dict[Day, Standings]  # states by day, each worked out once


def watched_by(definition: AlertDefinition, ledger: str, *, recorded: str) -> Watched:
    """Hear a ledger for an alert; reports that were not joined yet are joined first.

    Raises UsageError for a monitor with faults, NotFoundError, LedgerError.
    """
    aim = aim_at(definition, ledger)
    monitor = _monitor(aim.monitor, ledger) if aim.monitor is not None else None
    module = monitors()[monitor.monitor] if monitor else None
    wanted: Callable[[str], bool] | None = None
    if monitor is not None and module is not None and not isinstance(monitor, Definition):
        wanted = module.wanted(monitor)
    heard = hear(ledger, wanted=wanted, recorded=recorded)
    fitting = _fitting(aim, ledger) if monitor is None else _counted(monitor, heard)
    return Watched(heard, fitting, _disputes(heard, fitting, ledger), monitor, {})


def scene_of(watched: Watched, rule: Rule, day: Day) -> Scene:
    """Give what was known by the end of a day."""
    known = known_by(watched.heard, day)
    of_states = rule.kind == "state change" and watched.monitor is not None
    return Scene(
        day=day,
        since=min((on for on, _ in known.reports), default=None),
        deeds=tuple(deed for deed in known.deeds if deed.id in watched.deeds),
        reports=known.reports,
        disputes=watched.disputes if rule.kind == "dispute" else (),
        now=_states(watched, day) if of_states else {},
        before=_states(watched, _back(day, rule.days)) if of_states else {},
    )


def aim_at(definition: AlertDefinition, ledger: str) -> Aim:
    """Give what an alert watches; of a saved view, what its address asks for now.

    Raises UsageError for a view that cannot be watched so, NotFoundError if it is not kept, LedgerError.
    """
    if definition.view is None:
        return Aim(definition.monitor, definition.question or Question())
    with open_to_read(ledger) as opened:
        aim = aim_of(saved_view(opened, definition.view).definition)
    if aim.monitor is None and any(rule.kind == "state change" for rule in definition.rules):
        raise UsageError(f"the view {definition.view!r} lists incidents, which have no state: watch a board for that")
    return aim


def _monitor(wanted: str, ledger: str) -> AnyDefinition:
    text, key = find_definition(wanted, ledger)
    found = read_definition(text, key=key)
    if isinstance(found, tuple):
        raise UsageError("\n".join(problem.message for problem in found))
    return found


def _fitting(aim: Aim, ledger: str) -> frozenset[str]:
    with open_to_read(ledger) as opened:
        return frozenset(each.id for each in incidents_at(opened, aim))


def _counted(monitor: AnyDefinition, heard: Heard) -> frozenset[str]:
    """Give the deeds that a monitor counts: of a counting one its rows, of any other what it shows."""
    board = _board(monitor, heard)
    if isinstance(monitor, Definition):
        return frozenset(row for day in getattr(board, "days", ()) for row in day.tally.rows)
    violations = frozenset(each.deed.id for each in getattr(board, "violations", ()))
    return violations or frozenset(deed.id for deed in heard.deeds)


def _board(monitor: AnyDefinition, heard: Heard) -> AnyBoard:
    module = monitors()[monitor.monitor]
    if isinstance(monitor, Definition):
        board: AnyBoard = module.judge(monitor, rows_of(heard, monitor), {})
    else:
        board = module.judge(monitor, heard)
    return board


def _states(watched: Watched, day: Day) -> Standings:
    """Give the states by what was known on a day; before a monitor's first day there are none."""
    if day not in watched.seen and watched.monitor is not None:
        known = known_by(watched.heard, day)
        monitor = watched.monitor
        started = getattr(monitor, "in_effect", None) or getattr(monitor, "since", None) or ""
        within = started <= day and bool(known.reports)
        watched.seen[day] = dict(standings(_board(_asked_on(monitor, day), known), known.deeds)) if within else {}
    return watched.seen.get(day, {})


def _asked_on(monitor: AnyDefinition, day: Day) -> AnyDefinition:
    """Give a monitor as it can be asked on a day: of the days after it, which it may have, nothing is known yet."""
    if monitor.until is None or monitor.until <= day:
        return monitor
    if not isinstance(monitor, Definition):
        return replace(monitor, until=None)  # to the last day heard from
    dates = tuple(date for date in monitor.dates if date.day <= day)
    names = {date.name for date in dates}
    claims = tuple(claim for claim in monitor.claims if claim.at in names)
    return replace(monitor, until=day, dates=dates, claims=claims)


def _disputes(heard: Heard, fitting: frozenset[str], ledger: str) -> tuple[Dispute, ...]:
    """Give what cannot both be so of the happenings that are watched; a revision by one origin is no dispute."""
    known = {line.event: (deed, line) for deed in heard.deeds for line in deed.lines if line.event}
    with open_to_read(ledger) as opened:
        found = [each for each in joining.incidents(opened, Question()) if each.id in fitting]
        pairs = joining.contradictions(found, verdicts(opened, "contradiction", as_of=None))
        return tuple(_dispute(each, known) for each, *_ in pairs if not each.revision and _is_known(each, known))


def _is_known(each: Contradiction, known: Mapping[str, tuple[Deed, Line]]) -> bool:
    return each.one in known and each.other in known


def _dispute(each: Contradiction, known: Mapping[str, tuple[Deed, Line]]) -> Dispute:
    (deed, one), (_, other) = known[each.one], known[each.other]
    lines = tuple(dict.fromkeys((one, other)))
    says = f"{_voice(one)} says: {each.one_says}; {_voice(other)} says: {each.other_says}."
    later = max(line.published or line.first or "" for line in lines)  # a table's row counts as told on its own day
    return Dispute(each.id, each.about, says, later, replace(row_of(deed), lines=lines))


def _voice(line: Line) -> str:
    return line.chain[-1] if line.chain else line.outlet or line.report


def _back(day: Day, days: int) -> Day:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
