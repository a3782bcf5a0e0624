"""The names of two collections in, what both have and what only one of them has out: a table, JSON lines or CSV."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from histor.cli import filters, options, screen, words
from histor.errors import UsageError
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:  # loaded when the command runs, so that `--help` does not wait for the database
    from histor.records.incidents import Telling
    from histor.run.comparing import Compared, Comparison

_SIDES = ("shared", "only ours", "only theirs")


Theirs = Annotated[
    str, typer.Option("--theirs", metavar="DATASET", show_default=False, help="An event table that was imported.")
]
Ours = Annotated[str, typer.Option("--ours", metavar="NAME", help="All that reports tell, or another event table.")]
CsvAt = Annotated[
    str | None, typer.Option("--csv", metavar="FILE", show_default=False, help="Write all rows to this file too.")
]


# A command's options are its parameters: that is how typer learns of them.
def compare(  # noqa: PLR0913
    theirs: Theirs,
    ours: Ours = "reports",
    since: filters.Since = None,
    until: filters.Until = None,
    type: filters.TypeOf = None,  # noqa: A002 - the option's name
    actor: filters.ActorOf = None,
    place: filters.PlaceOf = None,
    limit: filters.Limit = None,
    csv: CsvAt = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Hold your record against one that other people keep: what both have, only you, and only they; each with why.

    Filters count for both. `histor import events` brings other people's records in.
    """
    from histor.cli.incidents import joined
    from histor.run.comparing import compare as compared

    asked = filters.question(limit=None, since=since, until=until, type=type, actor=actor, place=place)
    if limit is not None and limit < 0:
        raise UsageError(f"--limit {limit}: ask for one row or more, or 0 for all.")
    with joined(ledger) as opened:
        _show(compared(opened, theirs, asked, ours=ours), limit, csv, as_json=as_json)


def _show(found: "Comparison", limit: int | None, csv: str | None, *, as_json: bool) -> None:
    if csv is not None:
        _write(found, csv)
    if as_json:
        for each in found.found[: limit or None]:
            screen.show_json(_form(each))
        return
    _show_table(found, filters.TABLE_ROWS if limit is None else limit or None)


def _show_table(found: "Comparison", most: int | None) -> None:
    from rich.table import Table

    counts = ", ".join(f"{side} {len(found.of(side)):,}" for side in _SIDES)  # type: ignore[arg-type]
    screen.show_lines(f"{found.ours} (ours) and {found.theirs} (theirs): {counts}.")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in ("who has it", "day", "where", "ours", "theirs", "why"):
        table.add_column(name, overflow="fold")
    for each in found.found[:most]:
        told = (*each.ours, *each.theirs)[0]
        cells = (each.side, _day(told), _place(told), _rows(each.ours), _rows(each.theirs), each.why)
        table.add_row(*(words.printable(words.flat(cell or words.NOTHING)) for cell in cells))
    screen.show(table, wide=True)
    if most is not None and len(found.found) > most:
        screen.tell(f"The first {most} of {len(found.found):,}; --limit 0 shows all.", "quiet")


def _form(each: "Compared") -> dict[str, Any]:
    told = (*each.ours, *each.theirs)[0]
    return {
        "side": each.side,
        "incident": each.incident,
        "day": _day(told) or None,
        "place": _place(told) or None,
        "ours": [_end(one) for one in each.ours],
        "theirs": [_end(one) for one in each.theirs],
        "score": each.score,
        "reasons": [{"what": one.what, "words": one.words, "weight": one.weight} for one in each.reasons],
        "why": each.why,
    }


def _end(telling: "Telling") -> dict[str, Any]:
    source = telling.row.source
    return {"event": telling.id, "report": source.key, "outlet": source.outlet, "sentence": telling.row.sentence}


def _write(found: "Comparison", path: str) -> None:
    import csv
    from pathlib import Path

    header = ("side", "day", "place", "ours", "theirs", "score", "why", "incident", "our_events", "their_events")
    try:
        with Path(path).open("w", encoding="utf-8", newline="") as out:
            lines = csv.writer(out)
            lines.writerow(header)
            for each in found.found:
                told = (*each.ours, *each.theirs)[0]
                ids = (" ".join(one.id for one in each.ours), " ".join(one.id for one in each.theirs))
                names = (_rows(each.ours), _rows(each.theirs))
                row = (each.side, _day(told), _place(told), *names, each.score, each.why, each.incident, *ids)
                lines.writerow(row)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error


def _day(telling: "Telling") -> str:
    days = telling.days
    if days is None:
        return ""
    return days.start if days.start == days.end else f"{days.start} to {days.end}"


def _place(telling: "Telling") -> str:
    return telling.spots[0].name if telling.spots else ""


def _rows(tellings: "tuple[Telling, ...]") -> str:
    keys = (one.row.source.key for one in tellings)
    return ", ".join(dict.fromkeys(key.split(":", 2)[2] if key.startswith("dataset:") else key for key in keys))
