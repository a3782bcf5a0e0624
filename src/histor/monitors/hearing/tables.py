"""The rows of an event table in, deeds on the dataset's word out."""

from histor.monitors.hearing.sides import plain_names
from histor.records.dataset import Imported, ImportedEvent, Toll
from histor.records.events import Status
from histor.records.heard import Deed, Heard, Line, Side
from histor.records.register import fold_name

_DENIED = "discounted"  # the grade of what the dataset holds not to have happened so


def heard_in_table(record: Imported) -> Heard:
    """Give what an event table has heard: every row is violence, and the day of every row was heard from."""
    deeds = tuple(_deed(row, record.speaker) for row in record.events if row.number)
    days = sorted(row.when.start for row in record.events if row.when.start)
    return Heard(record.speaker, deeds, reports=tuple((day, record.speaker) for day in days))


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
        why=f"{row.grade}: as the dataset grades it" if row.grade else "the dataset does not grade",
        origins=tuple(filter(None, (row.source,))),
        target=", ".join(row.targets) or None,
        tolls=tuple(_tolls(("killed", row.killed), ("wounded", row.injured))),
    )


def _line(row: ImportedEvent, speaker: str) -> Line:
    status: Status = "denied" if row.grade == _DENIED else "occurred"
    chain = tuple(filter(None, (speaker, row.source)))
    return Line(
        event=row.id, report=speaker, outlet=speaker, published=None, chain=chain, sentence=row.words or row.url or "",
        status=status, voice=_side(chain[-1]), actors=tuple(map(_side, row.attackers)),
        recipients=tuple(map(_side, row.recipients)), first=row.when.start, last=row.when.end,
    )  # fmt: skip


def _side(name: str) -> Side:
    return Side(name, keys=plain_names([name]))


def _tolls(*told: tuple[str, Toll | None]) -> list[tuple[str, int | None, int | None]]:
    return [(what, toll.low, toll.high) for what, toll in told if toll]
