"""A view's address in, what an alert watches of it out: a monitor, or the incidents that the view asks for.

The days of a view and the instant that it is as of are left out: an alert looks at the latest days by its own rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from histor.errors import UsageError
from histor.records.incidents import Incident, Telling
from histor.records.question import Question
from histor.run import joining
from histor.store.ledger import Ledger
from histor.store.view_asking import Box

_OF_INCIDENTS = ("/explorer", "/incidents", "/claims", "/events", "/reports", "/contradictions", "/brief")
_BOARDS = "/boards/"
_TIMES = ("since", "until", "as_of")
_PAGING = ("limit", "after")
_ASKED = tuple(each.name for each in fields(Question) if each.name not in (*_TIMES, *_PAGING))
_NO_PLACE = "none"  # as `box`: what has no place finer than a country


@dataclass(frozen=True, slots=True)
class Aim:
    """What is watched: a monitor, or incidents of this grade and place of which an event fits a question."""

    monitor: str | None = None
    question: Question = field(default_factory=Question)
    grade: str | None = None
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
        target=given.get("target"),
        box=_box(box) if box and box != _NO_PLACE else None,
        is_placeless=box == _NO_PLACE,
        left_out=left_out,
    )


def incidents_at(ledger: Ledger, aim: Aim) -> tuple[Incident, ...]:
    """Give the incidents that are aimed at, as the ledger stands. Raises LedgerError."""
    return tuple(each for each in joining.incidents(ledger, aim.question) if _fits(each, aim))


def words_of(aim: Aim) -> Mapping[str, str]:
    """Give what narrows an aim, by name, for people."""
    told = {name: getattr(aim.question, name) for name in _ASKED}
    told |= {"monitor": aim.monitor, "grade": aim.grade, "target": aim.target}
    if aim.box or aim.is_placeless:
        told["place on the map"] = ", ".join(f"{edge:g}" for edge in aim.box) if aim.box else "none"
    return {name: value for name, value in told.items() if value}


def _fits(incident: Incident, aim: Aim) -> bool:
    if aim.grade is not None and incident.grade != aim.grade:
        return False
    if aim.target is not None and all(each.row.event.target != aim.target for each in incident.tellings):
        return False
    at = next(_positions(incident.tellings), None)
    if aim.is_placeless:
        return at is None
    box = aim.box
    return box is None or (at is not None and box.west <= at[0] <= box.east and box.south <= at[1] <= box.north)


def _positions(tellings: Sequence[Telling]) -> Iterator[tuple[float, float]]:
    """Give the places with a position, longitude first, that are finer than a country."""
    for spot in (spot for telling in tellings for spot in telling.spots[:1]):
        if spot.longitude is not None and spot.latitude is not None and spot.precision != "country":
            yield spot.longitude, spot.latitude


def _box(written: str) -> Box:
    try:
        return Box(*map(float, written.split(",")))
    except (TypeError, ValueError) as error:
        raise UsageError(f"box {written!r}: write west,south,east,north in degrees, or {_NO_PLACE}") from error
