"""Moves of a force in, each promise with what has since been reported of it out, and its state by a rule.

A report bears on a promise if it was published on the day of the promise or later and is no promise itself; that a
force stays is borne out by later reports only.
"""

from collections.abc import Iterable, Iterator, Sequence

from histor.monitors.posture.words import AGAIN
from histor.records.boards import Bearing, Move, MoveKind, MoveState, Promise
from histor.records.measures import Day

_PROMISING: frozenset[MoveState] = frozenset({"ordered", "announced"})
_COMING: frozenset[MoveKind] = frozenset({"deploy", "reinforce"})
_STRONGEST: tuple[MoveState, ...] = ("observed", "claimed", "begun")  # what others saw, then what the force says
_DONE: frozenset[MoveState] = frozenset({"begun", "observed", "claimed", "completed"})


def promises_of(moves: Sequence[Move]) -> tuple[Promise, ...]:
    """Give the promises in the order in which they were first made; those of one kind and site are one."""
    promising = [move for move in moves if move.state in _PROMISING]
    grouped: dict[tuple[MoveKind, str | None], list[Move]] = {}
    for move in promising:
        grouped.setdefault((move.kind, _site(move, promising)), []).append(move)
    return tuple(_promise(kind, site, made, moves) for (kind, site), made in grouped.items())


def _site(move: Move, promising: Sequence[Move]) -> str | None:
    """Give the site of a promise; one that names none is of the one site that its report names for such a move."""
    alike = [each for each in promising if each.kind == move.kind and each.line.report == move.line.report]
    named = {each.site for each in alike if each.site}
    return named.pop() if move.site is None and len(named) == 1 else move.site


def _promise(kind: MoveKind, site: str | None, made: Sequence[Move], moves: Iterable[Move]) -> Promise:
    first = made[0].line.published or ""
    later = [move for move in moves if move.state not in _PROMISING and _is_later(move, first)]
    reports = tuple(_bearing_on(kind, site, first, later))
    state, rule = _state(made, reports)
    return Promise(kind, site, tuple(made), reports, state, rule)


def _is_later(move: Move, first: Day) -> bool:
    """A report of the same day can tell of a beginning; that something stands on that day bears nothing out."""
    published = move.line.published or ""
    return published > first or (published == first and move.kind != "remain")


def _bearing_on(
    kind: MoveKind, site: str | None, promised: Day, later: Iterable[Move]
) -> Iterator[tuple[Bearing, Move]]:
    begun = False
    for move in _once(later) if site is None else later:
        if not _is_there(kind, site, move):
            continue
        bearing = None if _is_old(move, promised) else _bearing(kind, site, move, begun=begun)
        begun = begun or (move.kind == kind and move.state in _DONE)
        if bearing:
            yield bearing, move


def _once(moves: Iterable[Move]) -> Iterable[Move]:
    """Give a sentence that names two sites once for a promise that names none."""
    seen: dict[tuple[str, str, MoveKind], Move] = {}
    for move in moves:
        seen.setdefault((move.line.report, move.line.sentence, move.kind), move)
    return seen.values()


def _is_there(kind: MoveKind, site: str | None, move: Move) -> bool:
    """Tell whether a move is of the promise's site; a site is not borne out to stay by what stays somewhere."""
    if kind == "remain" and move.kind == kind:
        return move.site == site
    return site is None or move.site in (None, site)


def _bearing(kind: MoveKind, site: str | None, move: Move, *, begun: bool) -> Bearing | None:
    if move.kind == kind:
        if move.state == "denied":
            return "speaks against it"
        in_part = move.extent == "in part" or move.state == "begun"
        return "bears it out in part" if in_part and kind == "withdraw" else "bears it out"
    if kind == "withdraw":
        if move.kind in _COMING and begun:
            return "speaks against it"
        return "tells what stays" if move.kind == "remain" and move.state == "remains" else None
    if kind == "remain" and move.kind == "withdraw" and site is not None and move.site == site:
        return "speaks against it" if move.extent == "whole" else None
    return None


def _is_old(move: Move, promised: Day) -> bool:
    """Tell whether it tells of a coming before the promise: without a day since, only words such as "back" tell."""
    since = move.day is not None and move.day >= promised
    return move.kind in _COMING and not since and not AGAIN.search(move.line.sentence)


def _state(made: Sequence[Move], reports: Sequence[tuple[Bearing, Move]]) -> tuple[MoveState, str]:
    """Name how far the promise has come; the first rule that holds decides."""
    against = [move for bearing, move in reports if bearing == "speaks against it"]
    if back := [move for move in against if move.kind in _COMING]:
        return "reversed", f"reversed: {several_reports(back)} of the force coming back after it had begun"
    borne = [move for bearing, move in reports if bearing.startswith("bears")]
    whole = [move for move in borne if move.state == "completed"]
    if whole and not against:
        return "completed", f"completed: {several_reports(whole)} of the whole"
    if borne and made[0].kind == "remain":
        return "remains", f"remains: {several_reports(borne)} that it does"
    for state in _STRONGEST:
        told = [move for move in borne if move.state == state]
        if told:
            extent = "in part" if all(move.extent == "in part" for move in told) else "of an extent that is not told"
            return state, f"{state}, {extent}: {several_reports(told)}" + (
                f"; {len(against)} against it" if against else ""
            )
    if against:
        return "denied", f"denied: {several_reports(against)} against it, none that bears it out"
    promised: MoveState = "ordered" if any(move.state == "ordered" for move in made) else "announced"
    return promised, f"{promised}: no report since says that it was carried out"


def several_reports(moves: Sequence[Move]) -> str:
    """Say in how many reports moves are told."""
    reports = len({move.line.report for move in moves})
    return f"{reports} report{'' if reports == 1 else 's'}"
