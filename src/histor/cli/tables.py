"""Rows of an answer in, tables for people out: they fit `columns` of a terminal; None, for a pipe, cuts nothing."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from histor.cli import words
from histor.cli.decided import mark
from histor.records.answer import ClaimRow, EventRow, ProblemRow, ReportRow
from histor.records.decisions import Decision
from histor.records.events import Event

QUOTED = 160  # characters of a claim's words on a terminal; the whole stands in `trace` and in JSON
NARROW, SPACIOUS = 80, 150  # columns: of a plain terminal, and from where on every slot of an event has its own
_NEVER_WRAPPED = {"id", "day", "status", "stance", "claims", "events", "problems", "code"}
_RIGHT = {"claims", "events", "problems"}


def events(rows: Sequence[EventRow], *, columns: int | None) -> Table:
    """Lay out events, one a row; where the terminal is narrow, what belongs together shares a column.

    A day in brackets is the report's: the event's own words tell none.
    """
    if columns is not None and columns < SPACIOUS:
        return _narrow_events(rows)
    table = _table("day", "status", "type", "who → whom", "where", "how many", "on whose word", "id")
    for row in rows:
        event = row.event
        kind = _marked(words.kind(event), row.decided)
        cells = (_day(row), _status(event), kind, words.who(event), _place(event))
        voice = _stacked(*_voice(row), columns)
        table.add_row(*map(_cell, (*cells, words.counts(event.quantities), voice, _id(event.id, columns))))
    return table


def _narrow_events(rows: Sequence[EventRow]) -> Table:
    table = _table("day", "type", "who → whom · where · how many", "on whose word", "id")
    for row in rows:
        event = row.event
        day = Text(f"{_day(row)}\n".replace("…", "\n…")).append_text(_status(event))
        kind = words.kind(event).replace("/", "\n", 1).replace(" (", "\n(", 1)
        told = " · ".join(
            filter(None, (words.who(event), _place(event), words.counts(event.quantities), mark(row.decided)))
        )
        table.add_row(*map(_cell, (day, kind, told, _stacked(*_voice(row), NARROW), _id(event.id, NARROW))))
    return table


def claims(rows: Sequence[ClaimRow], *, columns: int | None) -> Table:
    """Lay out claims, one a row; piped, ids are full and words are not cut."""
    table = _table("day", "who says", "stance", "words", "id")
    for row in rows:
        claim = row.claim
        quoted = words.flat(row.words, None if columns is None else QUOTED)
        said = claim.said if claim.said and claim.said.start else None
        day = words.days(said) if said else f"({row.source.published.start or 'unknown'})"
        voice = _stacked(_speaker(row), row.chain, "", columns)
        quoted = _marked(quoted, row.decided)
        table.add_row(*map(_cell, (day, voice, claim.stance, quoted, _id(claim.id, columns))))
    return table


def reports(rows: Sequence[ReportRow], *, columns: int | None) -> Table:
    """Lay out reports, one a row."""
    table = _table("published", "outlet", "title", "claims", "events", "problems", "id")
    for row in rows:
        source = row.source
        facts = (words.published(source.published), source.outlet or "unknown", source.title or source.key)
        numbers = (str(row.claims), str(row.events), str(row.problems) if row.problems else words.NOTHING)
        table.add_row(*map(_cell, (*facts, *numbers, _id(source.report_id, columns))))
    return table


def problems(rows: Sequence[ProblemRow], *, columns: int | None) -> Table:
    """Lay out problems, one a row."""
    table = _table("code", "report or input", "what is wrong and what to do", "id")
    for row in rows:
        concerned = row.source.key if row.source else row.problem.key or ""
        told = f"{row.problem.message} (“{row.words}”)" if row.words else row.problem.message
        table.add_row(*map(_cell, (row.problem.code, concerned, told, _id(row.id, columns))))
    return table


def _table(*names: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in names:
        side = "right" if name in _RIGHT else "left"
        table.add_column(name, no_wrap=name in _NEVER_WRAPPED, overflow="fold", justify=side)  # type: ignore[arg-type]
    return table


def _cell(value: object) -> Text:
    return value if isinstance(value, Text) else Text(words.printable(str(value or words.NOTHING)))


def _day(row: EventRow) -> str:
    when = row.event.when
    if when and (when.start or when.end):
        return words.days(when)
    return f"({row.source.published.start or 'unknown'})"


def _status(event: Event) -> Text:
    return Text(f"{words.LETTERS[event.status]} {event.status}", style=f"status.{event.status}")


def _place(event: Event) -> str:
    """Name the place, with its precision where that is wider than a town."""
    place = event.place
    if place is None:
        return ""
    return f"{place.name} ({place.precision})" if place.precision in ("district", "region", "country") else place.name


def _marked(told: str, decided: Sequence[Decision]) -> str:
    return " ".join(filter(None, (told, mark(decided))))


def _voice(row: EventRow) -> tuple[str, Sequence[str], str]:
    """Name the innermost voice, all voices, and how far the innermost stands behind the event."""
    name = row.chain[-1] if row.chain else row.source.outlet or "the report"
    note = {"author": " (own)", "accused": " (accuses)", "possible": " (not sure)", "attributed": ""}
    return name, row.chain, note[row.event.certainty]


def _stacked(name: str, chain: Sequence[str], note: str, columns: int | None) -> str | Text:
    """Put the voices through whom it comes below the voice; piped, give the whole chain in one line."""
    outer = words.chained(chain[:-1])
    if columns is None or not outer:
        return f"{outer} {words.BACK} {name}{note}" if outer else f"{name}{note}"
    return Text(words.printable(f"{name}{note}")).append(words.printable(f"\nin {outer}"), style="dim")


def _speaker(row: ClaimRow) -> str:
    named = row.claim.speaker.name if row.claim.speaker else None
    return named or (f"“{row.said_by}”" if row.said_by else "unnamed")


def _id(identity: str, columns: int | None) -> str:
    return identity if columns is None else words.short(identity)
