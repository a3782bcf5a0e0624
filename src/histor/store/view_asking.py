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

from histor.records.question import Question
from histor.store import sieve
from histor.store.ledger import Ledger
from histor.store.view_columns import NO_DAY, Codes, Columns, Overview, day_number

Mask = NDArray[np.bool_]
SORTS = ("newest", "oldest", "origins", "reports")


class Box(NamedTuple):
    """A stretch of the map, its edges included; one that crosses the date line is not asked for."""

    west: float  # degrees, WGS 84
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show of the overview."""

    question: Question
    grade: str | None = None
    target: str | None = None
    box: Box | None = None
    placeless: bool = False  # only what has no place finer than a country


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


def events_asked(ledger: Ledger, question: Question) -> tuple[NDArray[np.int64], ...]:
    """Give the numbers of the events that bear each name or word asked for, one array for each, in order."""
    named = {"as_of": None, **sieve.parameters(question)}
    with ledger.reading() as connection:
        found = []
        for command in _commands(question):
            connection.row_factory, before = None, connection.row_factory
            rows = connection.execute(command, named).fetchall()
            connection.row_factory = before
            found.append(np.unique(np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))))
        return tuple(found)


def choose(overview: Overview, wanted: Wanted, events: tuple[NDArray[np.int64], ...]) -> Chosen:
    """Choose what fits; `events` are those that bear the names and words asked for."""
    columns, question = overview.columns, wanted.question
    fits = _fitting(columns, overview.codes, wanted, events)
    if wanted.grade is not None:
        fits &= columns.grade == overview.codes.of(wanted.grade)
    days = np.ones_like(fits)
    if question.since is not None:
        days &= (columns.day >= day_number(question.since)) & (columns.day != NO_DAY)
    if question.until is not None:
        days &= columns.day <= day_number(question.until)
    within = placed(overview) if wanted.box else np.ones_like(fits)
    if wanted.box:
        west, south, east, north = wanted.box
        within &= (columns.longitude >= west) & (columns.longitude <= east)
        within &= (columns.latitude >= south) & (columns.latitude <= north)
    elif wanted.placeless:
        within &= ~placed(overview)
    return Chosen(fits & within, fits & days, fits & days & within)


def placed(overview: Overview) -> Mask:
    """Tell which incidents can be drawn: with a position, and finer than a country."""
    columns = overview.columns
    country, unknown = overview.codes.of("country"), overview.codes.of(None)
    found: Mask = ~np.isnan(columns.latitude) & (columns.precision != country) & (columns.precision != unknown)
    return found


def count(overview: Overview, chosen: Mask) -> Counts:
    """Count what is chosen."""
    columns = overview.columns
    origins = np.bincount(columns.pair_origin[chosen[columns.pair_of]])
    contested = columns.grade[chosen] == overview.codes.of("contested")
    return Counts(
        int(np.count_nonzero(chosen)), int(columns.claims[chosen].sum()), int(np.count_nonzero(origins)),
        int(np.count_nonzero(contested)),
    )  # fmt: skip


def in_order(overview: Overview, chosen: Mask, sort: str) -> NDArray[np.intp]:
    """Give the places of what is chosen in their order: what has no day comes last."""
    order = overview.orders.get(sort)
    if order is None:
        order = overview.orders[sort] = _order(overview.columns, sort)
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


def _fitting(columns: Columns, codes: Codes, wanted: Wanted, events: tuple[NDArray[np.int64], ...]) -> Mask:
    """Tell which incidents have a telling that fits all that is asked of tellings."""
    question = wanted.question
    asked = {
        "type": question.type and question.type.upper(),
        "status": question.status,
        "target": wanted.target,
        "stance": question.stance,
    }
    asked = {name: word for name, word in asked.items() if word is not None}
    if not asked and not events:
        return np.ones(columns.number.size, dtype=np.bool_)
    fits = np.ones(columns.event.size, dtype=np.bool_)
    for name, word in asked.items():
        fits &= getattr(columns, name) == codes.of(word)
    for numbers in events:
        fits &= _among(columns.event, numbers)
    found = np.zeros(columns.number.size, dtype=np.bool_)
    found[columns.event_of[fits]] = True
    return found


def _among(events: NDArray[np.int64], numbers: NDArray[np.int64]) -> Mask:
    """Tell which events are among those numbers; a table of truth values is quicker than sorting."""
    most = max(int(events.max(initial=0)), int(numbers.max(initial=0)))
    table = np.zeros(most + 1, dtype=np.bool_)
    table[numbers] = True
    return table[events]


def _commands(question: Question) -> list[str]:
    found = []
    if question.actor is not None:
        found.append(sieve.named("parties", "event", "actor", question.actor))
    if question.place is not None:
        found.append(sieve.named("events", "number", "place", question.place))
    if question.speaker is not None:
        claims = sieve.named("claims", "number", "speaker", question.speaker)
        found.append(
            "SELECT events.number FROM claims JOIN events ON events.reading = claims.reading"
            f" AND events.claim = claims.id WHERE claims.number IN ({claims})"
        )
    if question.text is not None:
        found.append("SELECT rowid FROM event_words WHERE event_words MATCH :text")
    return found
