"""The rows of an event table in, deeds on the dataset's word out."""

from collections.abc import Iterable

from histor.monitors.counting import days_between
from histor.monitors.hearing.sides import plain_names
from histor.records.dataset import Imported, ImportedEvent, Toll
from histor.records.events import Status
from histor.records.heard import Deed, Heard, Line, Side
from histor.records.measures import Day
from histor.records.register import fold_name

_DENIED = "discounted"  # the grade of what the dataset holds not to have happened so


def heard_in_table(record: Imported) -> Heard:
    """Give what an event table has heard: every row is violence, and the day of every row was heard from."""
    deeds = tuple(_deed(row, record.speaker) for row in record.events if row.number)
    return Heard(record.speaker, deeds, reports=days_of_record(record.events, record.speaker))


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


def _deed(row: ImportedEvent, speaker: str) -> Deed:
    named = tuple(filter(None, (row.place, row.admin1)))
    coarse = row.when.precision in ("month", "year", "unknown")
    return Deed(
        id=row.id,
        type="ASSAULT",
        mode=row.type,
        first=None if coarse else row.when.start,
        last=None if coarse else row.when.end,
        day_basis="row",
        approximate=row.when.approximate,
        place=row.place,
        places=frozenset(map(fold_name, named)),
        admin1=row.admin1,
        country=row.country,
        latitude=row.latitude,
        longitude=row.longitude,
        lines=(_line(row, speaker),),
        grade=row.grade,
        why=why_graded(row),
        origins=tuple(filter(None, (row.source,))),
        target=", ".join(row.targets) or None,
        tolls=tuple(_tolls(("killed", row.killed), ("wounded", row.injured))),
    )


def _line(row: ImportedEvent, speaker: str) -> Line:
    chain = tuple(filter(None, (speaker, row.source)))
    return Line(
        event=row.id, report=speaker, outlet=speaker, published=None, chain=chain, sentence=row.words or row.url or "",
        status=status_of_row(row), voice=_side(chain[-1]), actors=tuple(map(_side, row.attackers)),
        recipients=tuple(map(_side, row.recipients)), first=row.when.start, last=row.when.end,
    )  # fmt: skip


def _side(name: str) -> Side:
    return Side(name, keys=plain_names([name]))


def _tolls(*told: tuple[str, Toll | None]) -> list[tuple[str, int | None, int | None]]:
    return [(what, toll.low, toll.high) for what, toll in told if toll]
