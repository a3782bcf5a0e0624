"""A definition and a ledger or an event table in, the board out: on the terminal, as JSON, as files, or row by row."""

from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli import options, screen
from histor.cli.monitor_options import (
    DefinitionAt,
    LedgerAt,
    MappingAt,
    ProfileIs,
    RecordsAt,
    WitnessesAt,
    end,
    watch,
)
from histor.errors import UsageError

if TYPE_CHECKING:
    from histor.records.watch import Board, Tally, Window
    from histor.run.monitoring import Watched


# A command's options are its parameters: that is how typer learns of them.
def show(  # noqa: PLR0913
    definition: DefinitionAt,
    ledger: LedgerAt = None,
    records: RecordsAt = None,
    profile: ProfileIs = "generic",
    mapping: MappingAt = None,
    witness: WitnessesAt = None,
    with_rows: Annotated[
        bool, typer.Option("--rows", metavar="", help="Show the words of every report behind every figure too.")
    ] = False,
    picture: Annotated[
        str | None, typer.Option("--picture", metavar="FILE", help="Write the pictures to this .svg or .png too.")
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Show a board: the answer, the figures behind it, and what the record cannot show.

    Ends with 1 if lines of a record could not be read in full.
    """
    from histor.cli.boards import behind, shown
    from histor.records.board_form import form_of_any_board

    watched = watch(definition, ledger=ledger, records=records, profile=profile, mapping=mapping, witnesses=witness)
    if picture is not None:
        _draw(watched, picture)
    if as_json:
        screen.show_json(form_of_any_board(watched.board, watched.deeds))
    else:
        screen.show(shown(watched.board), wide=True)
        if with_rows:
            screen.show(behind(watched.board, watched.record, watched.deeds), wide=True)
    end(watched.problems)


def rows(
    definition: DefinitionAt,
    ledger: LedgerAt = None,
    records: RecordsAt = None,
    profile: ProfileIs = "generic",
    mapping: MappingAt = None,
    window: Annotated[
        int | None,
        typer.Option("--window", metavar="N", help="Of counts: rows of the Nth window, from 1; else of all."),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(
            "--group", metavar="NAME", help="Only of this group or class: of a ceasefire, violations, excluded …"
        ),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """List the rows that a figure of the board counts, each with its words."""
    from histor.records.watch import Board

    watched = watch(definition, ledger=ledger, records=records, profile=profile, mapping=mapping)
    if isinstance(watched.board, Board):
        _show_counted(watched, _wanted(watched.board, window, group), as_json)
    else:
        _show_lines(watched, window, group, as_json)


def export(
    definition: DefinitionAt,
    into: Annotated[str, typer.Option("--into", metavar="FOLDER", show_default=False, help="Where to write.")],
    ledger: LedgerAt = None,
    records: RecordsAt = None,
    profile: ProfileIs = "generic",
    mapping: MappingAt = None,
    witness: WitnessesAt = None,
) -> None:
    """Write the board as JSON, its rows as CSV and its pictures as SVG into a folder."""
    from histor.run.monitoring import write

    watched = watch(definition, ledger=ledger, records=records, profile=profile, mapping=mapping, witnesses=witness)
    screen.show_lines("\n".join(write(watched, into)))
    end(watched.problems)


def _draw(watched: "Watched", path: str) -> None:
    from histor.run.board_pictures import pictures_of
    from histor.run.picturing import write_picture

    write_picture(pictures_of(watched.board), path)
    screen.tell(f"Written: {path}", "quiet")


def _wanted(board: "Board", window: int | None, group: str | None) -> set[str]:
    windows = board.windows
    if window is not None and not 1 <= window <= len(windows):
        raise UsageError(f"there is no window {window}: the board has {len(windows)}, from 1")
    chosen = windows if window is None else (windows[window - 1],)
    return {row for one in chosen for row in _tally(one, group).rows}


def _tally(window: "Window", group: str | None) -> "Tally":
    if group is None:
        return window.tally
    shares = {share.name: share.tally for share in (*window.groups, *window.targets, *window.grades)}
    if group not in shares:
        raise UsageError(f"no group {group!r}: the board has {', '.join(shares) or 'none'}")
    return shares[group]


def _show_counted(watched: "Watched", wanted: set[str], as_json: bool) -> None:
    from dataclasses import asdict

    from histor.cli.boards import counted_rows
    from histor.records.board_form import form_of_deed

    record = watched.record
    if record is None:
        return
    found = sorted((row for row in record.events if row.id in wanted), key=lambda row: (row.when.start, row.id))
    if not as_json:
        screen.show(counted_rows(found, watched.deeds), wide=True)
        return
    deeds = {deed.id: deed for deed in watched.deeds}
    for row in found:
        told = {"lines": form_of_deed(deeds[row.id])["lines"]} if row.id in deeds else {}
        screen.show_json({**asdict(row), **told})


def _show_lines(watched: "Watched", window: int | None, group: str | None, as_json: bool) -> None:
    from histor.cli.boards import groups_of, shown_lines
    from histor.records.board_form import form_of_line

    if window is not None:
        raise UsageError(
            f"--window {window}: a {watched.board.monitor} board has no windows; --group names a part of it"
        )
    groups = groups_of(watched.board)
    if group is not None and group not in groups:
        raise UsageError(f"no group {group!r}: the board has {', '.join(groups) or 'none'}")
    chosen = {name: lines for name, lines in groups.items() if group in (None, name)}
    if not as_json:
        screen.show(shown_lines(chosen), wide=True)
        return
    for name, lines in chosen.items():
        for about, line in lines:
            screen.show_json({"group": name, "about": about, **form_of_line(line)})
