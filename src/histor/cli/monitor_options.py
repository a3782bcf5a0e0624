"""The options that the commands of `histor monitor` share, each explained once; and the board they ask for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from histor.errors import UsageError
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:  # numpy and scipy are loaded when a board is asked for: `--help` must not wait for them
    from histor.records.made import Problem
    from histor.run.monitoring import Watched

PROBLEMS = 1  # exit code
DefinitionAt = Annotated[
    str,
    typer.Argument(
        metavar="DEFINITION",
        show_default=False,
        help="The monitor's definition: a TOML file, or a name kept in the ledger.",
    ),
]
LedgerAt = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="PATH", envvar="HISTOR_LEDGER", show_default=DEFAULT_LEDGER,
        help="Ask the reports of this ledger.",
    ),
]  # fmt: skip
RecordsAt = Annotated[
    str | None, typer.Option("--records", metavar="FILE", show_default=False, help="Ask an event table, a CSV file.")
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


def watch(
    definition: str,
    *,
    ledger: str | None,
    records: str | None,
    profile: str,
    mapping: str | None,
    witnesses: Sequence[str] | None = None,
) -> "Watched":
    """Give the board of a definition over an event table where one is given, else over a ledger's reports."""
    from histor.cli import taking
    from histor.run import monitoring

    beside = dict(map(_witness, witnesses or ()))
    if records is not None:
        return monitoring.watch(definition, records, profile, mapping=mapping, witnesses=beside)
    return monitoring.watch_ledger(definition, ledger or DEFAULT_LEDGER, recorded=taking.now(), witnesses=beside)


def end(problems: "Sequence[Problem]") -> None:
    """Tell the problems of a record on standard error, and end with 1 if there are any."""
    from histor.cli.taking import Told

    told = Told()
    told.problems.extend(problems)
    told.tell(own=True)
    if problems:
        raise typer.Exit(PROBLEMS)


def _witness(given: str) -> tuple[str, str]:
    key, equals, path = given.partition("=")
    if not equals or not key or not path:
        raise UsageError(f"--witness {given}: write KEY=FILE, with a key of the definition's [[witnesses]]")
    return key, path
