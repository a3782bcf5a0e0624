"""Incidents gathered from reports in, deeds out: one for each incident, with a line for each report's telling of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from histor.monitors.hearing.sides import Sides
from histor.monitors.hearing.tables import as_table_has_it
from histor.records.dataset import ImportedEvent
from histor.records.events import HAPPENED, Party
from histor.records.heard import DayBasis, Deed, Line, Side
from histor.records.incidents import Incident, Spot, Stretch, Telling
from histor.records.measures import Count
from histor.records.register import fold_name

RowIn = Callable[[Telling], ImportedEvent | None]
_ACTS = frozenset({"strikes", "other"})  # what a text counts when it counts acts and not people
_DAY_BASES: dict[str, DayBasis] = {"own": "own", "published": "published"}
_AIR = frozenset({"aerial", "drone"})
_CERTAIN = ("own", "sentence", "paragraph", "title", "report", "published")  # whose days are believed first


def deeds_of(incidents: Iterable[Incident], sides: Sides, row_in: RowIn = lambda _: None) -> tuple[Deed, ...]:
    """Give the deeds, in the order of the incidents; `row_in` gives the row of an event table that a telling is."""
    return tuple(_with_row(_deed(incident, sides), incident, row_in) for incident in incidents)


def _with_row(deed: Deed, incident: Incident, row_in: RowIn) -> Deed:
    """Add the row that tells it; where nothing else does, the deed is as the table has it."""
    row = next((row for telling in incident.tellings if (row := row_in(telling))), None)
    if row is None or len(deed.lines) > 1:
        return replace(deed, row=row) if row else deed
    return as_table_has_it(deed, row)


def _deed(incident: Incident, sides: Sides) -> Deed:
    events = [telling.row.event for telling in incident.tellings]
    leading = next((event for event in events if event.status in HAPPENED), events[0])
    spots = [telling.setting.spots[0] for telling in incident.tellings if telling.setting.spots]
    spot = min(spots, key=lambda each: _CERTAIN.index(each.basis), default=None)
    days = _days(incident.tellings)
    return Deed(
        id=incident.id,
        type=leading.type,
        mode=next((event.mode for event in (leading, *events) if event.mode), None),
        first=days.start if days else None,
        last=days.end if days else None,
        day_basis=_DAY_BASES.get(days.basis, "nearby") if days else "published",
        approximate=days.approximate if days else False,
        place=spot.name if spot else None,
        places=frozenset(_places(incident.tellings)),
        admin1=spot.admin1 if spot else None,
        country=_country(spots),
        latitude=spot.latitude if spot else None,
        longitude=spot.longitude if spot else None,
        lines=tuple(_line(telling, sides) for telling in incident.tellings),
        grade=incident.grade,
        why=incident.why,
        origins=tuple(origin.name for origin in incident.origins if origin.named),
        from_air=any(event.mode in _AIR for event in events) or _by_air(incident.tellings),
        target=next((event.target for event in events if event.target), None),
        posture=next((event.posture for event in (leading, *events) if event.posture), None),
        stage=next((event.stage for event in (leading, *events) if event.stage), None),
        tolls=tuple((toll.what, toll.low, toll.high) for toll in incident.tolls),
    )


def _line(telling: Telling, sides: Sides) -> Line:
    row, setting = telling.row, telling.setting
    voice = setting.voices[-1] if setting.voices else None
    days = setting.days
    return Line(
        event=row.event.id,
        report=row.source.report_id,
        outlet=row.source.outlet,
        published=row.source.published.start,
        chain=row.chain,
        sentence=" ".join(row.sentence.split()),
        status=row.event.status,
        stance=setting.stance,
        voice=sides.side(voice.name or "unnamed", voice.ref) if voice else None,
        actors=_sides(row.event.actors, sides),
        recipients=_sides(row.event.recipients, sides),
        violation=row.event.violation,
        first=days.start if days else None,
        last=days.end if days else None,
        counted=_counted(row.event.quantities),
        type=row.event.type,
        mode=row.event.mode,
        posture=row.event.posture,
        stage=row.event.stage,
        numbers=row.event.quantities,
        summary=setting.summary,
    )


def _sides(parties: Sequence[Party], sides: Sides) -> tuple[Side, ...]:
    return tuple(sides.side(party.name, party.ref, party.sector, party.country) for party in parties)


def _counted(quantities: Sequence[Count]) -> tuple[int | None, int | None] | None:
    for count in quantities:
        if count.what in _ACTS and (count.low or count.high or 0) > 1:
            return count.low, count.high
    return None


def _days(tellings: Sequence[Telling]) -> Stretch | None:
    """Give the days of the telling that names them nearest to its words; of these, the fewest days."""
    told = [telling.setting.days for telling in tellings if telling.setting.days]
    return min(told, key=lambda days: (_CERTAIN.index(days.basis), days.end > days.start, days.start), default=None)


def _places(tellings: Iterable[Telling]) -> Iterable[str]:
    for telling in tellings:
        for spot in telling.setting.spots[:1]:
            yield from filter(None, (fold_name(spot.name), spot.ref, fold_name(spot.admin1 or "")))


def _country(spots: Iterable[Spot]) -> str | None:
    return next((spot.country for spot in spots if spot.country), None)


def _by_air(tellings: Iterable[Telling]) -> bool:
    """Tell whether the words nearest to every telling speak of nothing but what comes from the air."""
    ways = [telling.setting.ways for telling in tellings if telling.setting.ways]
    return bool(ways) and all(way == ("from the air",) for way in ways)
