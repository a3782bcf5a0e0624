"""The rows of an event table in, deeds on the dataset's word out."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from histor.codebook.acts.dataset_types import act_of
from histor.monitors.counting import COARSE, days_between
from histor.monitors.hearing.sides import plain_names
from histor.records.dataset import Imported, ImportedEvent, Toll
from histor.records.events import Status
from histor.records.heard import Deed, Heard, Line, Side
from histor.records.measures import Day
from histor.records.register import fold_name

_DENIED = "discounted"  # the grade of what the dataset holds not to have happened so


def by_words(name: str) -> Side:
    """Give the side of a name that is known by its words only."""
    return Side(name, keys=plain_names([name]))


def nobody(_: str) -> tuple[Side, ...]:
    """Name nobody in a sentence."""
    return ()


def heard_in_table(
    record: Imported, side: Callable[[str], Side] = by_words, names_in: Callable[[str], tuple[Side, ...]] = nobody
) -> Heard:
    """Give what an event table has heard: a row of a kind that is not known is violence.

    `side` gives whom a name of the table means, `names_in` whom the register knows in a row's sentence.
    """
    deeds = (_deed(row, record.speaker, side) for row in record.events if row.number)
    rows = (row for row in record.events if row.number)
    told = tuple(as_table_has_it(deed, row, names_in) for deed, row in zip(deeds, rows, strict=True))
    return Heard(record.speaker, told, reports=days_of_record(record.events, record.speaker))


def as_table_has_it(deed: Deed, row: ImportedEvent, names_in: Callable[[str], tuple[Side, ...]]) -> Deed:
    """Give a deed that one row alone tells, with its day, place, means and grade as the table has them."""
    coarse = row.when.precision in COARSE
    named = names_in(row.words) if row.words else ()
    return replace(
        deed,
        mode=row.type,
        first=None if coarse else row.when.start,
        last=None if coarse else row.when.end,
        day_basis="row",
        place=row.place,
        places=deed.places | {fold_name(name) for name in (row.place, row.admin1) if name},
        admin1=row.admin1,
        country=row.country,
        lines=tuple(replace(line, status=status_of_row(row), named=named) for line in deed.lines),
        grade=row.grade,
        why=why_graded(row),
        row=row,
    )


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


def _deed(row: ImportedEvent, speaker: str, side: Callable[[str], Side]) -> Deed:
    act = act_of("", row.type)
    return Deed(
        id=row.id,
        type=act[0] if act else "ASSAULT",
        mode=None,
        first=None,
        last=None,
        day_basis="row",
        approximate=row.when.approximate,
        place=None,
        places=frozenset(),
        admin1=None,
        country=None,
        latitude=row.latitude,
        longitude=row.longitude,
        lines=(_line(row, speaker, side),),
        grade=None,
        why="",
        origins=tuple(filter(None, (row.source,))),
        target=", ".join(row.targets) or None,
        tolls=tuple(_tolls(("killed", row.killed), ("wounded", row.injured))),
    )


def _line(row: ImportedEvent, speaker: str, side: Callable[[str], Side]) -> Line:
    chain = tuple(filter(None, (speaker, row.source)))
    return Line(
        event=row.id, report=speaker, outlet=speaker, published=None, chain=chain, sentence=row.words or row.url or "",
        voice=side(chain[-1]), actors=tuple(map(side, row.attackers)), recipients=tuple(map(side, row.recipients)),
        first=row.when.start, last=row.when.end,
    )  # fmt: skip


def _tolls(*told: tuple[str, Toll | None]) -> list[tuple[str, int | None, int | None]]:
    return [(what, toll.low, toll.high) for what, toll in told if toll]
