"""One row of an event table in, its record out: a report of one event, on the dataset's word."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from histor.codebook.acts.dataset_types import act_of
from histor.codebook.countries import COUNTRIES
from histor.records.claims import Claim, Speaker
from histor.records.dataset import ImportedEvent, row_key
from histor.records.events import Event, Party, Place
from histor.records.incidents import Spot
from histor.records.made import Problem, Step, identify
from histor.records.measures import Count, Span, When
from histor.records.record import Mention, Record
from histor.records.register import Register, Site, fold_name
from histor.records.text import Block, Published, Report
from histor.steps.join.identity import distance
from histor.steps.rows.wording import Worded, worded

NEAR = 10.0  # km between a row's pin and the gazetteer's, within which a place of that name is the one meant
_KINDS = frozenset("village town city suburb area neighbourhood neighborhood district street camp".split())
_CODES = {fold_name(country.name): country.code for country in COUNTRIES}
_NO_DAY = Published(None, None, "unknown", "unknown")


@dataclass(frozen=True, slots=True)
class Table:
    """What is said of a whole event table."""

    dataset: str  # the short name by which it is asked for, such as `airwars`
    speaker: str  # its name, as the voice that says what its rows say


def names_of_place(row: ImportedEvent) -> tuple[str, ...]:
    """Give the names by which a row's place is looked up: as spelt, its first part, and that without the kind."""
    if not row.place:
        return ()
    first = row.place.partition(",")[0].partition("(")[0].partition("/")[0].strip()
    words = first.split()
    bare = " ".join(words[:-1]) if len(words) > 1 and words[-1].casefold() in _KINDS else first
    return tuple(dict.fromkeys(name for name in (row.place, first, bare) if name))


def record_of_row(
    row: ImportedEvent, table: Table, lists: Sequence[Sequence[Site]], register: Register, made_by: Sequence[Step]
) -> Record | Problem:
    """Give the record of a row, or a problem if its kind of act is not known.

    `lists` are the places that bear the names of its place, those of the list that wins first.
    """
    act = act_of(table.dataset, row.type)
    if act is None:
        return _no_act(row, table)
    words = worded(row)
    report = _report(row, table, words)
    claim = _claim(row, report, words, register)
    place = _place(row, words, lists)
    parties = {
        name: tuple(_party(spelt, words.at(name, number), register) for number, spelt in enumerate(spelt_all))
        for name, spelt_all in (("by", row.attackers), ("against", row.recipients))
    }
    event = Event(
        id=identify("e", report.id, row.id),
        claim=claim.id if claim else None,
        trigger=words.at("type"),
        type=act[0],
        mode=act[1],
        status="occurred",
        certainty="attributed" if claim else "author",
        actors=parties["by"],
        recipients=parties["against"],
        place=place,
        when=When(words.at("day"), row.when.start, row.when.end, row.when.precision),
        quantities=tuple(_counts(row, words)),
    )
    mentions = (Mention(identify("m", event.id), place.span, "place", place.ref),) if place else ()
    return Record(report, mentions, (claim,) if claim else (), (event,), (), tuple(made_by))


def record_of_quiet_row(row: ImportedEvent, table: Table, made_by: Sequence[Step]) -> Record:
    """Give the record of a row of number 0: its day was heard from, and nothing happened on it."""
    return Record(_report(row, table, worded(row)), (), (), (), (), tuple(made_by))


def _report(row: ImportedEvent, table: Table, words: Worded) -> Report:
    digest = hashlib.sha256(words.text.encode()).hexdigest()
    return Report(
        id=identify("r", table.dataset, row.id, digest),
        key=row_key(table.dataset, row.id),
        sha256=digest,
        text=words.text,
        blocks=(Block(0, len(words.text), "paragraph", basis="markup"),),
        published=_NO_DAY,
        url=row.url,
        title=" ".join(row.words.split()) or None,
        outlet=table.speaker,
    )


def _claim(row: ImportedEvent, report: Report, words: Worded, register: Register) -> Claim | None:
    """Give the claim of the source that the dataset names; None: it names none, and speaks itself."""
    if not row.source:
        return None
    span, name = words.at("source"), " ".join(row.source.split())
    known = register.actors.get(fold_name(name), ())
    speaker = Speaker(
        name, "outlet" if known and known[0].kind == "outlet" else "body", known[0].ref if known else None
    )
    return Claim(
        id=identify("c", report.id, row.id),
        source=(span,),
        cue=(),
        content=(Span(0, words.at("event").start),) if row.words else (words.at("event"),),
        stance="asserts",
        manner="indirect",
        speaker=speaker,
    )


def _place(row: ImportedEvent, words: Worded, lists: Sequence[Sequence[Site]]) -> Place | None:
    if not row.place and not row.admin1:
        return None
    cell = "place" if row.place else "region"
    site = next((found for sites in lists if (found := _meant(row, sites))), None) if row.place else None
    located = row.latitude is not None and row.longitude is not None
    precision = row.precision or (site.precision if site else None)
    return Place(
        span=words.at(cell),
        name=row.place or row.admin1 or "",
        ref=site.ref if site else None,
        latitude=row.latitude if located else site.latitude if site else None,
        longitude=row.longitude if located else site.longitude if site else None,
        country=site.country if site else _code(row.country),
        admin1=site.admin1 if site else row.admin1,
        precision=site.precision if site and precision in ("site", "town", "district") else precision,
    )


def _meant(row: ImportedEvent, sites: Sequence[Site]) -> Site | None:
    """Choose the place: the nearest to the row's pin; without a pin, the only one of the row's country."""
    if row.latitude is not None and row.longitude is not None:
        pin = Spot("", None, row.latitude, row.longitude, None, None, None, "own")
        near = [(far, site.ref, site) for site in sites if (far := _far(pin, site)) is not None and far <= NEAR]
        return min(near, key=lambda each: each[:2])[2] if near else None
    code = _code(row.country)
    fitting = {site.ref: site for site in sites if code is None or site.country == code}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _far(pin: Spot, site: Site) -> float | None:
    return distance(pin, Spot(site.name, site.ref, site.latitude, site.longitude, None, None, None, "own"))


def _code(country: str | None) -> str | None:
    return _CODES.get(fold_name(country)) if country else None


def _party(spelt: str, span: Span, register: Register) -> Party:
    known = register.actors.get(fold_name(spelt), ())
    if not known:
        return Party((span,), spelt)
    return Party((span,), spelt, known[0].ref, known[0].sector, known[0].country)


def _counts(row: ImportedEvent, words: Worded) -> Iterable[Count]:
    if row.killed is not None and row.killed.high != 0 and (row.killed.low, row.killed.high) != (None, None):
        yield Count("killed", words.at("killed"), row.killed.low, row.killed.high)
    if row.injured is not None and row.injured.high != 0 and (row.injured.low, row.injured.high) != (None, None):
        yield Count("wounded", words.at("wounded"), row.injured.low, row.injured.high)


def _no_act(row: ImportedEvent, table: Table) -> Problem:
    told = f"under [types]: {row.type!r} = 'airstrike'" if row.type else "for all rows: constant = {type = 'airstrike'}"
    message = (
        f"{table.speaker}, line {row.line}: the kind of act {row.type or '(none)'!r} is not known; it is left out. "
        f"Say in the mapping file what it is, such as {told}"
    )
    return Problem("unknown-act", message, key=row_key(table.dataset, row.id))
