"""Incidents and contradictions as lists of the reading room: asked of the joined ledger, sorted, cut into pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from histor.errors import NotFoundError, UsageError
from histor.records.incident_form import form_of_contradiction, form_of_incident
from histor.records.incidents import Contradiction, Grade, Incident, Sums, Telling
from histor.run import joining
from histor.run.viewing import seat_of
from histor.steps.join import JOINER
from histor.store.amounts import holds_more_events
from histor.store.decisions import verdicts
from histor.store.incidents import named
from histor.store.ledger import Ledger
from histor.web import wording
from histor.web.explorer.choosing import SORTS, chosen, find, lines, start_of
from histor.web.listing import Flat, Listing, Point, Rows
from histor.web.room import Room
from histor.web.state import State

Pair = tuple[Contradiction, Telling, Telling]
Some = TypeVar("Some")
WORKED_OUT = 5_000  # events up to which incidents are worked out for each question: under half a second
_ORDER: Mapping[str, Callable[[Incident], tuple[Any, ...]]] = {
    "newest": lambda each: (_backward(first_day(each)), each.id),
    "oldest": lambda each: (first_day(each), each.id),
    "origins": lambda each: (-len(each.origins), _backward(first_day(each)), each.id),
    "reports": lambda each: (-_reports(each), _backward(first_day(each)), each.id),
}


def incidents_of(room: Room, state: State) -> Rows[Incident]:
    """Give the incidents of a state, in its order: worked out anew, or, of a large ledger, found in its overview.

    Raises UsageError for a grade that is none.
    """
    grade, sums = chosen(state, "grade", Grade), chosen(state, "sums", Sums)
    with room.opened() as ledger:
        is_large = holds_more_events(ledger, WORKED_OUT)
    if is_large:
        return _found_in_overview(room, state)
    with room.joined(state.question.as_of) as ledger:
        found = joining.incidents(ledger, state.question)
    kept = (each for each in found if grade in (None, each.grade) and each.suits(sums))
    return _cut(sorted(kept, key=_ORDER[state.sort or SORTS[0]]), state)


def _found_in_overview(room: Room, state: State) -> Rows[Incident]:
    """Ask the overview which incidents they are, and work out those of one page."""
    found = find(room, state)
    start, end = start_of(state, found.order.size)
    ids = [line.id for line in lines(room, found, found.order[start:end])]
    with room.opened() as ledger:
        found_now = held(ledger, ids, state.question.as_of)
    rows = tuple(found_now[each] for each in ids if each in found_now)
    return Rows(rows, str(end) if end < found.order.size else None, found.order.size)


def held(ledger: Ledger, ids: Iterable[str], as_of: str | None) -> dict[str, Incident]:
    """Work out these incidents; one that has become another since the overview was built is left out."""
    numbers = []
    for each in ids:
        with suppress(NotFoundError):
            numbers.append(named(ledger, JOINER, each, as_of=as_of))
    return {each.id: each for each in joining.held_with(ledger, numbers, as_of=as_of)}


def contradictions_of(room: Room, state: State) -> tuple[Pair, ...]:
    """Give all contradictions between events that a state asks for."""
    with room.joined(state.question.as_of) as ledger:
        found = joining.incidents(ledger, state.question)
        return tuple(joining.contradictions(found, verdicts(ledger, "contradiction", as_of=state.question.as_of)))


def first_day(each: Incident) -> str:
    """Give the first day on which an incident may have been, else the day on which it was first told."""
    days = [telling.days.start for telling in each.tellings if telling.days]
    return min(days) if days else each.tellings[0].row.source.published.start or "9999"


def texts(each: Incident, field: str) -> str:
    """Give the values of a field, those that most origins give first; `?` stands after one told around an act only."""
    return " / ".join(value.told for value in each.values if value.field == field)


def headline(each: Incident) -> str:
    """Tell what an incident is, in a line: the act, the place and the day that most origins give."""
    told = [
        next((value.told for value in each.values if value.field == field), "") for field in ("what", "where", "when")
    ]
    return wording.dated(", ".join(filter(None, (wording.acts(told[0]), *told[1:]))))


def tolls(each: Incident) -> str:
    """Give the numbers of an incident, each as the range of what is said."""
    return "; ".join(f"{toll.what} {wording.number(toll.low, toll.high)}" for toll in each.tolls)


def _reports(each: Incident) -> int:
    return len({telling.row.source.report_id for telling in each.tellings})


def _backward(day: str) -> int:
    return -int(day.replace("-", "")) if day[0] != "9" else 0


def _cut(found: Sequence[Some], state: State) -> Rows[Some]:
    """Give one page: `after` is how many rows came before it."""
    after = state.question.after or "0"
    if not after.isascii() or not after.isdigit():
        raise UsageError(f"after {after!r}: hand back the `next` of the page before")
    start, limit = int(after), state.question.limit
    end = len(found) if limit is None else start + limit
    return Rows(tuple(found[start:end]), str(end) if end < len(found) else None, len(found))


def _incident(each: Incident) -> Flat:
    first = each.tellings[0].row
    return {
        "id": each.id,
        "day": first_day(each),
        "what": texts(each, "what"),
        "where": texts(each, "where"),
        "who": texts(each, "who"),
        "whom": texts(each, "whom"),
        "happened": texts(each, "happened"),
        "counts": tolls(each),
        "grade": each.grade,
        "why": each.why,
        "contested": "; ".join(each.contested),
        "summary": str(each.is_summary).lower(),
        "origins": len(each.origins),
        "reports": _reports(each),
        "first_told_by": first.source.outlet,
        "first_told_on": first.source.published.start,
        "events": " ".join(telling.id for telling in each.tellings),
    }


def _point(each: Incident) -> Point | None:
    """Give where the Explorer draws it: the finest place that a telling gives, as it is told and no finer."""
    seat = seat_of(each.tellings)
    if seat is None or seat.latitude is None or seat.longitude is None:
        return None
    return Point(seat.longitude, seat.latitude, seat.precision or "unknown")


def _contradiction(pair: Pair) -> Flat:
    found, one, other = pair
    return {
        "id": found.id,
        "about": found.about,
        "revision": str(found.revision).lower(),
        **_side("one", found.one_says, one),
        **_side("other", found.other_says, other),
    }


def _side(name: str, says: str, telling: Telling) -> Flat:
    row = telling.row
    return {
        f"{name}_says": says,
        f"{name}_chain": " < ".join(row.chain),
        f"{name}_sentence": wording.flat(row.sentence),
        f"{name}_published": row.source.published.start,
        f"{name}_event": telling.id,
    }


INCIDENTS: Listing[Incident] = Listing(
    name="incidents",
    noun="incident",
    told="Happenings of which at least one event fits: every value with who gives it, and how well it is borne out.",
    ask=incidents_of,
    form=form_of_incident,
    flat=_incident,
    point=_point,
    sorts=SORTS,
    more=("grade", "sums"),
    examples=("?place=Palmyra", "?grade=contested&sort=origins"),
)
CONTRADICTIONS: Listing[Pair] = Listing(
    name="contradictions",
    noun="contradiction",
    told="What cannot both be so: pairs of events that different origins tell of one happening, with both texts.",
    ask=lambda room, state: _cut(contradictions_of(room, state), state),
    form=lambda pair: form_of_contradiction(*pair),
    flat=_contradiction,
    whole=True,
)
