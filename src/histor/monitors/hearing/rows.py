"""Deeds in, the rows that counting monitors take out: parties and places spelt as the definition spells them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from histor.codebook.countries import BY_CODE
from histor.monitors.definition import Definition, Who
from histor.monitors.hearing.sides import plain_names
from histor.records.dataset import Imported, ImportedEvent, Toll
from histor.records.events import HAPPENED
from histor.records.heard import Deed, Heard, Side
from histor.records.measures import Precision, When, count_days

_WEEK, _MONTH = 7, 31  # days that an expression may span at most to be known to a week, a month
_PEOPLE = ("killed", "wounded")


def rows_of(heard: Heard, definition: Definition) -> Imported:
    """Give the rows that a counting monitor counts: violence that somebody says happened; its deed's id is a row's id.

    Each report gives a row of line 0 on its day of publication, which is never counted as a happening: a day on which
    reports were heard is told apart from a day of silence, and reports are the volume that a level is held against.
    What sums up many acts is no happening of one day: it says so, and how much of it was left out is told.
    A table's row of number 0 is such a row too.
    """
    wanted = _wanted(definition)
    rows = [_row(number, deed, wanted) for number, deed in enumerate(heard.deeds, 1) if _counts(deed, definition)]
    tables = {line.outlet for deed in heard.deeds if deed.row for line in deed.lines if line.published is None}
    reports = (
        ImportedEvent("report", 0, When(None, day, day, "day"), source=outlet)
        for day, outlet in heard.reports
        if outlet not in tables
    )
    quiet = (replace(row, line=0) for row in heard.quiet)
    return Imported(heard.speaker, (*rows, *reports, *quiet), ())


def violent(deed: Deed) -> bool:
    """Tell whether somebody says that it happened, and it is violence; a table counts what it discounts too."""
    return deed.type == "ASSAULT" and _told(deed)


def _counts(deed: Deed, definition: Definition) -> bool:
    """Tell whether a deed is of the kind that is counted. A row of a table is sorted by its own kind."""
    if deed.row is not None:
        return _told(deed) and deed.row.number > 0
    return violent(deed) and (deed.from_air or definition.monitor != "air")


def _told(deed: Deed) -> bool:
    alone = deed.row is not None and len(deed.lines) == 1
    return alone or any(line.status in HAPPENED for line in deed.lines)


def _wanted(definition: Definition) -> list[tuple[str, frozenset[str]]]:
    """Give each name of an attacker that the definition asks for, with the form in which sides are known."""
    whose: list[Who] = [definition.attackers, *(witness.attackers for witness in definition.witnesses)]
    names = dict.fromkeys(name for who in whose for name in who.names)
    return [(name, plain_names([name])) for name in names]


def _row(number: int, deed: Deed, wanted: Sequence[tuple[str, frozenset[str]]]) -> ImportedEvent:
    if deed.row is not None:
        return replace(
            deed.row, id=deed.id, line=number, grade=deed.grade, latitude=deed.latitude, longitude=deed.longitude
        )
    first = deed.lines[0]
    killed, injured = (_toll(deed, what) for what in _PEOPLE)
    return ImportedEvent(
        id=deed.id,
        line=number,
        when=When(None, deed.first, deed.last, _precision(deed), deed.approximate),
        attackers=_spelt((side for line in deed.lines for side in line.actors), wanted),
        recipients=_spelt((side for line in deed.lines for side in line.recipients), ()),
        place=deed.place,
        admin1=deed.admin1,
        country=_country(deed.country),
        latitude=deed.latitude,
        longitude=deed.longitude,
        type=f"{deed.type}/{deed.mode}" if deed.mode else deed.type,
        targets=(deed.target,) if deed.target else (),
        grade=deed.grade,
        source=", ".join(deed.origins) or None,
        killed=killed,
        injured=injured,
        words=first.sentence,
        is_total=deed.is_total,
    )


def _spelt(sides: Iterable[Side], wanted: Sequence[tuple[str, frozenset[str]]]) -> tuple[str, ...]:
    """Give each side once, by the name that the definition has for it, else by its own."""
    return tuple(dict.fromkeys(_name(side, wanted) for side in sides))


def _name(side: Side, wanted: Sequence[tuple[str, frozenset[str]]]) -> str:
    return next((name for name, forms in wanted if not forms.isdisjoint(side.keys)), side.name)


def _toll(deed: Deed, what: str) -> Toll | None:
    return next((Toll(low, high) for told, low, high in deed.tolls if told == what), None)


def _precision(deed: Deed) -> Precision:
    if deed.first is None or deed.last is None:
        return "unknown"
    days = count_days(deed.first, deed.last)
    if days == 1 or deed.day_basis == "published":
        return "day"
    return "week" if days <= _WEEK else "month" if days <= _MONTH else "year"


def _country(code: str | None) -> str | None:
    return BY_CODE[code].name if code in BY_CODE else code
