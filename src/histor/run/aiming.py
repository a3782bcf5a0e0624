"""A view's address in, what an alert watches of it out: a monitor, or the incidents that the view asks for.

The days of a view and the instant that it is as of are left out: an alert looks at the latest days by its own rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, get_args
from urllib.parse import parse_qsl, unquote, urlsplit

from histor.errors import UsageError
from histor.records.incidents import Incident, Sums
from histor.records.question import Question
from histor.records.seen import Seat
from histor.run import joining
from histor.run.viewing import seat_of
from histor.store.ledger import Ledger
from histor.store.view_asking import NO_PLACE, Box, box_of

_OF_INCIDENTS = ("/explorer", "/incidents", "/claims", "/events", "/reports", "/contradictions", "/brief")
_BOARDS = "/boards/"
_TIMES = ("since", "until", "as_of")
_PAGING = ("limit", "after")
_ASKED = tuple(each.name for each in fields(Question) if each.name not in (*_TIMES, *_PAGING))


@dataclass(frozen=True, slots=True)
class Aim:
    """What is watched: a monitor, or incidents of this grade and place of which an event fits a question."""

    monitor: str | None = None
    question: Question = field(default_factory=Question)
    grade: str | None = None
    sums: Sums | None = None
    target: str | None = None
    box: Box | None = None
    is_placeless: bool = False  # only what has no place finer than a country
    left_out: tuple[str, ...] = ()  # names of days and instants that the view has and an alert does not use


def aim_of(address: str) -> Aim:
    """Read an address of the reading room. Raises UsageError for a view of which nothing can be watched."""
    parts = urlsplit(address)
    given = dict(parse_qsl(parts.query))
    left_out = tuple(name for name in _TIMES if name in given)
    if parts.path.startswith(_BOARDS):
        return Aim(monitor=unquote(parts.path.removeprefix(_BOARDS)), left_out=left_out)
    if parts.path == "/brief" and "monitor" in given:
        return Aim(monitor=given["monitor"], left_out=left_out)
    if parts.path not in _OF_INCIDENTS:
        raise UsageError(f"{parts.path} lists nothing that an alert can watch: save a list of incidents, or a board")
    asked: dict[str, Any] = {name: given[name] for name in _ASKED if given.get(name)}
    box = given.get("box")
    return Aim(
        question=Question(**asked),
        grade=given.get("grade"),
        sums=_sums(given.get("sums")),
        target=given.get("target"),
        box=box_of(box) if box and box != NO_PLACE else None,
        is_placeless=box == NO_PLACE,
        left_out=left_out,
    )


def incidents_at(ledger: Ledger, aim: Aim) -> tuple[Incident, ...]:
    """Give the incidents that are aimed at, as the ledger stands. Raises LedgerError."""
    return tuple(each for each in joining.incidents(ledger, aim.question) if _fits(each, aim))


def words_of(aim: Aim) -> Mapping[str, str]:
    """Give what narrows an aim, by name, for people."""
    told = {name: getattr(aim.question, name) for name in _ASKED}
    told |= {"monitor": aim.monitor, "grade": aim.grade, "sums": aim.sums, "target": aim.target}
    if aim.box or aim.is_placeless:
        told["place on the map"] = ", ".join(f"{edge:g}" for edge in aim.box) if aim.box else "none"
    return {name: value for name, value in told.items() if value}


def _sums(given: str | None) -> Sums | None:
    return next((word for word in get_args(Sums) if word == given), None)


def _fits(incident: Incident, aim: Aim) -> bool:
    if aim.grade not in (None, incident.grade) or not incident.suits(aim.sums):
        return False
    if aim.target is not None and all(each.row.event.target != aim.target for each in incident.tellings):
        return False
    return _stands_there(seat_of(incident.tellings), aim)


def _stands_there(seat: Seat | None, aim: Aim) -> bool:
    """Tell whether an incident is drawn where the view looks, or nowhere, as the Explorer draws it."""
    if seat is None or seat.latitude is None or seat.longitude is None or seat.precision in (None, "country"):
        return aim.box is None
    if aim.box is None:
        return not aim.is_placeless
    west, south, east, north = aim.box
    return west <= seat.longitude <= east and south <= seat.latitude <= north
