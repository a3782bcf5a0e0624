"""The rows of an event table in, deeds on the dataset's word out."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TypedDict

from histor.codebook.acts.dataset_types import act_of
from histor.monitors.counting import COARSE, days_between, fold
from histor.monitors.hearing.sides import plain_names
from histor.records.dataset import Grade, Imported, ImportedEvent, Toll
from histor.records.events import Status
from histor.records.heard import DayBasis, Deed, Heard, Line, Side
from histor.records.measures import Day

REMEMBERED = 20_000  # places: a table names each again and again
_DENIED = "discounted"  # the grade of what the dataset holds not to have happened so


def by_words(name: str) -> Side:
    """Give the side of a name that is known by its words only."""
    return Side(name, keys=plain_names([name]))


def heard_in_table(record: Imported, side: Callable[[str], Side] = by_words) -> Heard:
    """Give what an event table has heard: a row of a kind that is not known is violence.

    `side` gives whom a name of the table means.
    """
    deeds = tuple(_deed(row, record.speaker, side) for row in record.events if row.number)
    return Heard(record.speaker, deeds, reports=days_of_record(record.events, record.speaker))


def as_table_has_it(deed: Deed, row: ImportedEvent) -> Deed:
    """Give a deed that one row alone tells, with its day, place, means and grade as the table has them."""
    lines = tuple(replace(line, status=status_of_row(row)) for line in deed.lines)
    return replace(deed, places=deed.places | _places(row.place, row.admin1), lines=lines, **_facts(row))


def days_of_record(rows: Iterable[ImportedEvent], speaker: str) -> tuple[tuple[Day, str], ...]:
    """Give the days on which a record was kept, with its name.

    A record that has rows of days on which nothing happened tells by them when it was kept; one that has none was
    kept on every day from its first row to its last.
    """
    rows = [row for row in rows if row.when.start and row.when.precision == "day"]
    days = sorted(row.when.start for row in rows if row.when.start)
    if days and all(row.number for row in rows):
        days += sorted({*days_between(days[0], days[-1])} - {*days})
    return tuple((day, speaker) for day in sorted(days))


def status_of_row(row: ImportedEvent) -> Status:
    """Give how a row tells its deed: what the dataset discounts did not happen so."""
    return "denied" if row.grade == _DENIED else "occurred"


def why_graded(row: ImportedEvent) -> str:
    """Say on what a row's grade rests."""
    return f"{row.grade}: as the dataset grades it" if row.grade else "the dataset does not grade"


class _Facts(TypedDict):
    """What a table alone says of a deed."""

    mode: str | None
    first: Day | None
    last: Day | None
    day_basis: DayBasis
    place: str | None
    admin1: str | None
    country: str | None
    grade: Grade | None
    why: str
    row: ImportedEvent


def _facts(row: ImportedEvent) -> _Facts:
    coarse = row.when.precision in COARSE
    return _Facts(
        mode=row.type,
        first=None if coarse else row.when.start,
        last=None if coarse else row.when.end,
        day_basis="row",
        place=row.place,
        admin1=row.admin1,
        country=row.country,
        grade=row.grade,
        why=why_graded(row),
        row=row,
    )


@lru_cache(maxsize=REMEMBERED)
def _places(place: str | None, admin1: str | None) -> frozenset[str]:
    return frozenset(fold(name) for name in (place, admin1) if name)


def _deed(row: ImportedEvent, speaker: str, side: Callable[[str], Side]) -> Deed:
    act = act_of("", row.type)
    return Deed(
        id=row.id,
        type=act[0] if act else "ASSAULT",
        approximate=row.when.approximate,
        places=_places(row.place, row.admin1),
        latitude=row.latitude,
        longitude=row.longitude,
        lines=(_line(row, speaker, side),),
        origins=(row.source,) if row.source else (),
        target=", ".join(row.targets) or None,
        tolls=_tolls(row.killed, row.injured),
        **_facts(row),
    )


def _line(row: ImportedEvent, speaker: str, side: Callable[[str], Side]) -> Line:
    chain = (speaker, row.source) if row.source else (speaker,)
    return Line(
        event=row.id, report=speaker, outlet=speaker, published=None, chain=chain, sentence=row.words or row.url or "",
        status=status_of_row(row), voice=side(chain[-1]), actors=tuple(map(side, row.attackers)),
        recipients=tuple(map(side, row.recipients)), first=row.when.start, last=row.when.end,
    )  # fmt: skip


def _tolls(killed: Toll | None, injured: Toll | None) -> tuple[tuple[str, int | None, int | None], ...]:
    if killed is None and injured is None:
        return ()
    told = (("killed", killed), ("wounded", injured))
    return tuple([(what, toll.low, toll.high) for what, toll in told if toll])
