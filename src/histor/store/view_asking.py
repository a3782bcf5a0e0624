"""An overview and a question in, which of its incidents fit out; and how many claims, origins, days those make.

An incident fits if one of its tellings fits all that is asked of tellings: kind, status, target, stance, names, words.
It stands on one day, the first on which it may have been, and in one place; days and a stretch of the map choose by
these, so that what is drawn and what is listed are always the same incidents.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from histor.errors import UsageError
from histor.records.incidents import Sums
from histor.records.question import Question
from histor.store import sieve
from histor.store.ledger import Ledger
from histor.store.view_columns import NO_DAY, Columns, Overview, day_number
from histor.store.view_remembered import remembered
from histor.store.view_worked import Mask, by_origin, contested, placed, telling_at

SORTS = ("newest", "oldest", "origins", "reports")


class Box(NamedTuple):
    """A stretch of the map, its edges included; one that crosses the date line is not asked for."""

    west: float  # degrees, WGS 84
    south: float
    east: float
    north: float


NO_PLACE = "none"  # in the place of a stretch: what has no place finer than a country


def box_of(written: str) -> Box:
    """Read a stretch of the map: west, south, east and north in degrees. Raises UsageError."""
    try:
        box = Box(*map(float, written.split(",")))
    except (ValueError, TypeError) as error:
        raise UsageError(f"box {written!r}: write west,south,east,north in degrees, or {NO_PLACE}") from error
    if not (box.west <= box.east and box.south <= box.north):
        raise UsageError(f"box {written!r}: west lies before east, south below north")
    return box


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show of the overview."""

    question: Question
    grade: str | None = None
    target: str | None = None
    box: Box | None = None
    placeless: bool = False  # only what has no place finer than a country
    sums: Sums | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which incidents fit, one truth value for each."""

    without_days: Mask  # what fits but for the days
    without_box: Mask  # what fits but for the stretch of the map
    all: Mask


class Counts(NamedTuple):
    """How many there are."""

    incidents: int
    claims: int
    origins: int
    contested: int


def events_asked(ledger: Ledger, question: Question, *, after: int = 0) -> tuple[NDArray[np.int64], ...]:
    """Give the numbers of the events that bear each name or word asked for, one array for each, in order.

    Only those with a higher number than `after`: what is kept of an event never changes, so an answer can be followed.
    """
    named = {"as_of": None, **sieve.parameters(question), "after": after}
    with ledger.reading() as connection:
        # One text for all: row by row, each number would stop whatever else this program does.
        rows = (connection.execute(f"SELECT group_concat(number) FROM ({each})", named) for each in _commands(question))
        return tuple(_numbers(row.fetchone()[0] or "") for row in rows)


def last_event(ledger: Ledger) -> int:
    """Give the number of the event that was kept last; 0: there is none."""
    with ledger.reading() as connection:
        return int(connection.execute("SELECT max(number) FROM events").fetchone()[0] or 0)


def choose(overview: Overview, wanted: Wanted, events: tuple[NDArray[np.int64], ...]) -> Chosen:
    """Choose what fits; `events` are those that bear the names and words asked for."""
    columns, question = overview.columns, wanted.question
    # Of words that were asked for at another time, other events may be known: their arrays are part of the question.
    words = (question.actor, question.place, question.speaker, question.text, *map(len, events))
    asked = (question.type, question.status, question.stance, wanted.target, wanted.grade, wanted.sums, *words)
    fits = remembered(overview, ("fits", asked), lambda: _fitting(overview, wanted, events))
    days = np.ones_like(fits)
    if question.since is not None:
        days &= (columns.day >= day_number(question.since)) & (columns.day != NO_DAY)
    if question.until is not None:
        days &= columns.day <= day_number(question.until)
    within = _within(overview, wanted)
    return Chosen(fits & within, fits & days, fits & days & within)


def count(overview: Overview, chosen: Mask) -> Counts:
    """Count what is chosen."""
    columns = overview.columns
    pairs = by_origin(overview)
    told_by = np.logical_or.reduceat(chosen[pairs.incident], pairs.starts) if pairs.starts.size else chosen[:0]
    return Counts(
        int(np.count_nonzero(chosen)), int(np.dot(chosen, columns.claims)), int(np.count_nonzero(told_by)),
        int(np.count_nonzero(chosen & contested(overview))),
    )  # fmt: skip


def in_order(overview: Overview, chosen: Mask, sort: str) -> NDArray[np.intp]:
    """Give the places of what is chosen in their order: what has no day comes last."""
    order = remembered(overview, ("order", sort), lambda: _order(overview.columns, sort))
    return order[chosen[order]]


def _order(columns: Columns, sort: str) -> NDArray[np.intp]:
    day = columns.day.astype(np.int64)
    newest = np.where(day == NO_DAY, NO_DAY, -day)
    keys: Mapping[str, tuple[NDArray[np.int64], ...]] = {
        "newest": (newest,),
        "oldest": (day,),
        "origins": (newest, -columns.origins.astype(np.int64)),
        "reports": (newest, -columns.reports.astype(np.int64)),
    }
    return np.lexsort((columns.number, *keys[sort]))


def _within(overview: Overview, wanted: Wanted) -> Mask:
    """Tell which incidents stand in the stretch of the map, or in no place."""
    if wanted.box is None:
        return ~placed(overview) if wanted.placeless else np.ones(overview.columns.number.size, dtype=np.bool_)
    longitude, latitude = overview.columns.longitude, overview.columns.latitude
    west, south, east, north = wanted.box
    across: Mask = (longitude >= west) & (longitude <= east)
    return placed(overview) & across & (latitude >= south) & (latitude <= north)


def _fitting(overview: Overview, wanted: Wanted, events: tuple[NDArray[np.int64], ...]) -> Mask:
    """Tell which incidents fit but for their day and their place."""
    fits, columns = _told(overview, wanted, events), overview.columns
    if wanted.grade is not None:
        fits = fits & (columns.grade == overview.codes.of(wanted.grade))
    if wanted.sums is not None:
        fits = fits & (columns.summary == (wanted.sums == "only"))
    return fits


def _told(overview: Overview, wanted: Wanted, events: tuple[NDArray[np.int64], ...]) -> Mask:
    """Tell which incidents have a telling that fits all that is asked of tellings."""
    columns, question = overview.columns, wanted.question
    words = {
        "type": question.type and question.type.upper(),
        "status": question.status,
        "target": wanted.target,
        "stance": question.stance,
    }
    asked = [(getattr(columns, name), overview.codes.of(word)) for name, word in words.items() if word is not None]
    if not asked and not events:
        return np.ones(columns.number.size, dtype=np.bool_)
    found = np.zeros(columns.number.size, dtype=np.bool_)
    if events:
        tellings = _tellings(overview, events)
        for column, code in asked:
            tellings = tellings[column[tellings] == code]
        found[columns.event_of[tellings]] = True
        return found
    fits = np.ones(columns.event.size, dtype=np.bool_)
    for column, code in asked:
        fits &= column == code
    found[columns.event_of[fits]] = True
    return found


def _tellings(overview: Overview, events: tuple[NDArray[np.int64], ...]) -> NDArray[np.intp]:
    """Give the tellings that are among the events of each list."""
    least, *others = sorted(events, key=len)
    at = telling_at(overview)
    for other in others:
        least = np.intersect1d(least, other, assume_unique=True)
    places = at[least[least < at.size]]
    return places[places >= 0]


def _commands(question: Question) -> list[str]:
    found = []
    if question.actor is not None:
        found.append(_after(sieve.named("parties", "event", "actor", question.actor), "event"))
    if question.place is not None:
        found.append(_after(sieve.named("events", "number", "place", question.place), "number"))
    if question.speaker is not None:
        claims = sieve.named("claims", "number", "speaker", question.speaker)
        found.append(
            "SELECT events.number AS number FROM claims JOIN events ON events.reading = claims.reading"
            f" AND events.claim = claims.id WHERE claims.number IN ({claims}) AND events.number > :after"
        )
    if question.text is not None:
        found.append("SELECT rowid AS number FROM event_words WHERE event_words MATCH :text AND rowid > :after")
    return found


def _numbers(written: str) -> NDArray[np.int64]:
    """Read numbers apart by commas; give each once, in order."""
    found = np.sort(np.fromstring(written, dtype=np.int64, sep=","))
    return found[np.flatnonzero(np.diff(found, prepend=-1))]


def _after(selection: str, number: str) -> str:
    return f"SELECT {number} AS number FROM ({selection}) WHERE {number} > :after"
