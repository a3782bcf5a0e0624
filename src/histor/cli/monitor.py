"""A definition and a file of records in, the board out: on the terminal, as JSON, as pictures, or row by row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli import options, screen
from histor.errors import UsageError

if TYPE_CHECKING:  # numpy and scipy are loaded when a board is asked for: `--help` must not wait for them
    from histor.records.made import Problem
    from histor.records.watch import Tally, Window
    from histor.run.monitoring import Watched

PROBLEMS = 1  # exit code

monitor = typer.Typer(
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Hold claims against a record: did the level change, did the mix, and when?",
)
DefinitionAt = Annotated[
    str, typer.Argument(metavar="DEFINITION", show_default=False, help="The monitor's definition, a TOML file.")
]
RecordsAt = Annotated[
    str, typer.Option("--records", metavar="FILE", show_default=False, help="The event table, a CSV file.")
]
ProfileIs = Annotated[
    str, typer.Option("--profile", metavar="NAME", help="Its columns: airwars, centcom, ged, acled or generic.")
]
MappingAt = Annotated[
    str | None, typer.Option("--mapping", metavar="FILE", help="For generic: a TOML file that names the columns.")
]
WitnessesAt = Annotated[
    list[str] | None,
    typer.Option("--witness", metavar="KEY=FILE", help="A record to put beside, by its key in the definition."),
]


@monitor.command()
def show(
    definition: DefinitionAt,
    records: RecordsAt,
    profile: ProfileIs = "generic",
    mapping: MappingAt = None,
    witness: WitnessesAt = None,
    as_json: options.AsJson = False,
) -> None:
    """Show a board: the answer, the figures behind it, and what the record cannot show.

    Ends with 1 if lines of a record could not be read in full.
    """
    from histor.cli.board import shown
    from histor.records.watch_form import form_of_board

    watched = _watch(definition, records, profile, mapping, witness)
    if as_json:
        screen.show_json(form_of_board(watched.board))
    else:
        screen.show(shown(watched.board), wide=True)
    _end(watched.problems)


@monitor.command()
def rows(
    definition: DefinitionAt,
    records: RecordsAt,
    profile: ProfileIs = "generic",
    mapping: MappingAt = None,
    window: Annotated[
        int | None, typer.Option("--window", metavar="N", help="Rows of the Nth window, from 1; else of all.")
    ] = None,
    group: Annotated[
        str | None, typer.Option("--group", metavar="NAME", help="Only of this group or class of target.")
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """List the rows that a figure of the board counts."""
    watched = _watch(definition, records, profile, mapping, None)
    windows = watched.board.windows
    if window is not None and not 1 <= window <= len(windows):
        raise UsageError(f"there is no window {window}: the board has {len(windows)}, from 1")
    chosen = windows if window is None else (windows[window - 1],)
    _show_rows(watched, {row for one in chosen for row in _tally(one, group).rows}, as_json)


@monitor.command()
def export(
    definition: DefinitionAt,
    records: RecordsAt,
    into: Annotated[str, typer.Option("--into", metavar="FOLDER", show_default=False, help="Where to write.")],
    profile: ProfileIs = "generic",
    mapping: MappingAt = None,
    witness: WitnessesAt = None,
) -> None:
    """Write the board as JSON and its pictures (strip, tempo, mix) as SVG into a folder."""
    from histor.run.monitoring import write

    watched = _watch(definition, records, profile, mapping, witness)
    screen.show_lines("\n".join(write(watched.board, into)))
    _end(watched.problems)


@monitor.command()
def check(definition: DefinitionAt, as_json: options.AsJson = False) -> None:
    """Check a definition; each fault is told with its line. Ends with 1 if there is one."""
    from histor.records.form import form_of_problem
    from histor.run.monitoring import check as find_faults

    faults = find_faults(definition)
    for fault in faults:
        if as_json:
            screen.show_json(form_of_problem(fault))
        else:
            screen.show_lines(fault.message)
    if faults:
        raise typer.Exit(PROBLEMS)
    if not as_json:
        screen.show_lines(f"{definition}: good")


def _watch(
    definition: str, records: str, profile: str, mapping: str | None, witnesses: Sequence[str] | None
) -> "Watched":
    from histor.run.monitoring import watch

    beside = {}
    for given in witnesses or ():
        key, equals, path = given.partition("=")
        if not equals or not key or not path:
            raise UsageError(f"--witness {given}: write KEY=FILE, with a key of the definition's [[witnesses]]")
        beside[key] = path
    return watch(definition, records, profile, mapping=mapping, witnesses=beside)


def _tally(window: "Window", group: str | None) -> "Tally":
    if group is None:
        return window.tally
    shares = {share.name: share.tally for share in (*window.groups, *window.targets, *window.grades)}
    if group not in shares:
        raise UsageError(f"no group {group!r}: the board has {', '.join(shares) or 'none'}")
    return shares[group]


def _show_rows(watched: "Watched", wanted: set[str], as_json: bool) -> None:
    from dataclasses import asdict

    from rich.table import Table

    from histor.cli import words

    found = sorted((row for row in watched.record.events if row.id in wanted), key=lambda row: (row.when.start, row.id))
    if as_json:
        for row in found:
            screen.show_json(asdict(row))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in ("id", "day", "place", "attackers", "grade", "told"):
        table.add_column(name, overflow="fold")
    for row in found:
        place = ", ".join(filter(None, (row.place, row.admin1, row.country)))
        cells = (row.id, words.days(row.when), place, ", ".join(row.attackers), row.grade, row.words or row.url)
        table.add_row(*(words.printable(str(cell or words.NOTHING)) for cell in cells))
    screen.show(table, wide=True)


def _end(problems: "Sequence[Problem]") -> None:
    from histor.cli.taking import Told

    told = Told()
    told.problems.extend(problems)
    told.tell(own=True)
    if problems:
        raise typer.Exit(PROBLEMS)
