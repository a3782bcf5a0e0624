"""Filters in, incidents out as a map, days and a list of the same rows: a choice in one is a choice in all."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, get_args

from markupsafe import Markup

from histor.records.events import EventType, Status, Target
from histor.records.form import Form
from histor.records.incidents import Grade, Sums
from histor.records.seen import form_of_shown
from histor.store.view_asking import NO_PLACE, box_of, count
from histor.store.view_remembered import remembered
from histor.web import wording
from histor.web.covering import covered
from histor.web.explorer.choosing import MORE, SORTS, Found, Line, find, lines, start_of
from histor.web.explorer.days import HEIGHT, WIDTH, Strip, strip_of
from histor.web.explorer.drawing import drawn_bars, drawn_marks, listed_lines, listed_marks
from histor.web.explorer.holding import holder_of
from histor.web.explorer.places import draw, view_of, zoomed
from histor.web.listing import Flat, Listing, Point, Rows
from histor.web.page import Asked, Page
from histor.web.room import Room
from histor.web.state import State

ROWS = 30  # of one screen's list
CLOSER = 0.5  # how much narrower the map is one step nearer
_NOT_OF_ALL_DAYS = frozenset({"since", "until", "as_of", "sort", "limit", "after", "map", "lines"})
MAP, DAYS = (640, 440), (WIDTH, HEIGHT, 16)


def _show(asked: Asked) -> Mapping[str, Any]:
    state = asked.state
    found = find(asked.room, state)
    limited = replace(state, question=replace(state.question, limit=state.question.limit or ROWS))
    start, end = start_of(limited, found.order.size)
    box, seen = state.get("box"), state.get("map")
    drawn = draw(
        found.overview, found.chosen.without_box, view_of(seen) if seen else None,
        box_of(box) if box and box != NO_PLACE else None,
    )  # fmt: skip
    return {
        "counts": count(found.overview, found.chosen.all),
        "lines": lines(asked.room, found, found.order[start:end]),
        "rows": Rows((), str(end) if end < found.order.size else None),
        "start": start,
        "behind": found.look.behind,
        "total": found.overview.columns.number.size,
        "map": drawn,
        "nearer": zoomed(drawn.view, CLOSER).written,
        "farther": zoomed(drawn.view, 1 / CLOSER).written,
        "map_size": MAP,
        "strips": _strips(found, state),
        "days_size": DAYS,
        "choices": _CHOICES,
        "coverage": covered(asked.room, state.question.since, state.question.until, asked.as_of),
        "sorts": SORTS,
        **_DRAWN,
    }


def _rests_on(asked: Asked) -> str:
    """Give which overview is looked at and how much it lacks; of an earlier instant, all that the ledger holds."""
    look = holder_of(asked.room).look(None)
    changed = asked.room.change() if asked.as_of else ""
    return f"{look.overview.marks} {look.behind} {changed}"


def _strips(found: Found, state: State) -> tuple[Strip, ...]:
    """Give the bars of all days and, if those of the days chosen are wider than a day, these once more."""
    overview, since, until = found.overview, state.question.since, state.question.until
    others = tuple(pair for pair in state.pairs() if pair[0] not in _NOT_OF_ALL_DAYS)
    whole = remembered(overview, ("days", others), lambda: strip_of(overview, found.chosen.without_days))
    if whole is None or whole.unit == "day" or not (since or until):
        return (whole,) if whole else ()
    within = (max(since or whole.first, whole.first), min(until or whole.last, whole.last))
    if within[0] > within[1] or (within[0], within[1]) == (whole.first, whole.last):
        return (whole,)
    closer = strip_of(overview, found.chosen.all, within=within)
    return (whole, closer) if closer else (whole,)


def _ask(room: Room, state: State) -> Rows[Line]:
    found = find(room, state)
    start, end = start_of(state, found.order.size)
    after = str(end) if end < found.order.size else None
    return Rows(lines(room, found, found.order[start:end]), after, found.order.size)


def _form(line: Line) -> Form:
    place = {"name": line.place, "latitude": line.latitude, "longitude": line.longitude, "precision": line.precision}
    counts = {"claims": line.claims, "reports": line.reports, "origins": line.origins}
    told = form_of_shown(line.shown)
    return {
        "id": line.id,
        "day": line.day,
        "grade": line.grade,
        **counts,
        "place": place if line.place else None,
        **told,
    }


def _flat(line: Line) -> Flat:
    shown = line.shown
    return {
        "id": line.id,
        "day": line.day,
        "kind": shown.kind,
        "happened": shown.happened,
        "where": shown.where,
        "who": shown.who,
        "whom": shown.whom,
        "counts": "; ".join(f"{each.what} {wording.number(each.low, each.high)}" for each in shown.figures),
        "grade": line.grade,
        "why": shown.why,
        "contested": "; ".join(shown.contested),
        "summary": str(line.summary).lower(),
        "claims": line.claims,
        "reports": line.reports,
        "origins": line.origins,
        "first_told_by": shown.told_by,
        "first_told_on": shown.told_on,
        "first_words": shown.title,
    }


def _point(line: Line) -> Point | None:
    if line.latitude is None or line.longitude is None or line.precision in (None, "country"):
        return None
    return Point(line.longitude, line.latitude, line.precision)


_DRAWN: Mapping[str, Callable[..., Markup]] = {
    "drawn_marks": drawn_marks,
    "listed_marks": listed_marks,
    "drawn_bars": drawn_bars,
    "listed_lines": listed_lines,
}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "type": get_args(EventType),
    "status": get_args(Status),
    "grade": get_args(Grade),
    "sums": get_args(Sums),
    "target": get_args(Target),
}
LISTING: Listing[Line] = Listing(
    name="explorer",
    noun="incident",
    told="Incidents as rows: one day, one place no finer than known, how many claims, reports and origins, the grade.",
    ask=_ask,
    form=_form,
    flat=_flat,
    point=_point,
    sorts=SORTS,
    more=MORE,
    examples=("?place=Palmyra", "?type=ASSAULT&grade=contested", "?since=2016-03-01&until=2016-03-07&sort=origins"),
)
PAGE = Page(
    name="explorer",
    path="/explorer",
    title="Explorer",
    show=_show,
    rests_on=_rests_on,
    order=0,
    listing=LISTING,
    scripts=("explorer.js",),
    styles=("explorer.css",),
    examples=("/explorer", "/explorer?type=ASSAULT"),
)
