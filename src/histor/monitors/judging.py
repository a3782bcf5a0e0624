"""A definition, the record it asks and the records beside it in, the board out."""

from collections.abc import Mapping
from dataclasses import replace

from histor.monitors.counting import Series, of_types, series
from histor.monitors.definition import Beside, Definition, Group, Otherwise, Who
from histor.monitors.finding import answer, find
from histor.monitors.outlook.looking import look_ahead
from histor.monitors.testing import find_changes, find_mix, find_tempo, find_windows
from histor.records.dataset import Imported
from histor.records.watch import Board, DayCount, Variant, Witness

STEPS = {"day": 1, "week": 7}  # days


def judge(definition: Definition, record: Imported, beside: Mapping[str, Imported]) -> Board:
    """Give the board of a definition; `beside` holds the witnesses' records by their keys, as far as given."""
    found = _series(definition, record, definition.attackers)
    main = _variant(definition, found, definition.name, definition.groups)
    variants = tuple(_counted_otherwise(definition, record, one) for one in definition.variants)
    witnesses = tuple(_witness(definition, one, beside[one.key]) for one in definition.witnesses if one.key in beside)
    changes = find_changes(found, seed=definition.seed, silent=definition.silent_days)
    return Board(
        monitor=definition.monitor,
        name=definition.name,
        speaker=record.speaker,
        windows=main.windows,
        tempo=main.tempo,
        mix=main.mix,
        changes=changes,
        findings=main.findings,
        answer=answer(record.speaker, main, changes, variants, witnesses, definition.limits),
        limits=definition.limits,
        days=_strip(found, STEPS[definition.per]),
        variants=variants,
        witnesses=witnesses,
        left_out=found.left_out,
        totals=found.totals,
        per=definition.per,
        outlook=look_ahead(found.days, found.counts()),
    )


def _strip(found: Series, step: int) -> tuple[DayCount, ...]:
    cuts = [slice(place, place + step) for place in range(0, len(found.days), step)]
    return tuple(DayCount(found.days[cut.start], found.tally(cut), int(found.heard[cut].sum())) for cut in cuts)


def _series(definition: Definition, record: Imported, who: Who) -> Series:
    return series(
        record.events, who, definition.area, since=definition.since, until=definition.until, count=definition.count,
        of_kind=of_types(definition.types),
    )  # fmt: skip


def _variant(definition: Definition, found: Series, name: str, groups: tuple[Group, ...]) -> Variant:
    silent, dates = definition.silent_days, definition.dates
    tempo = find_tempo(found, dates, silent=silent)
    mix = find_mix(found, dates, groups, seed=definition.seed, silent=silent)
    windows = find_windows(found, definition, groups, silent=silent)
    return Variant(name, windows, tempo, mix, find(definition.claims, tempo, mix))


def _counted_otherwise(definition: Definition, record: Imported, one: Otherwise) -> Variant:
    who = replace(definition.attackers, named=one.named or definition.attackers.named)
    groups = definition.groups if one.groups is None else one.groups
    return _variant(definition, _series(definition, record, who), one.name, groups)


def _witness(definition: Definition, one: Beside, record: Imported) -> Witness:
    found = series(
        record.events, one.attackers, one.area, since=definition.since, until=definition.until, count=one.count,
        of_kind=of_types(one.types) if one.types else None,
    )  # fmt: skip
    return Witness(
        name=one.name,
        role=one.role,
        speaker=record.speaker,
        windows=find_windows(found, replace(definition, targets=()), silent=one.silent_days),
        tempo=find_tempo(found, definition.dates, silent=one.silent_days),
    )
