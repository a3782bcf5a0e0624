"""An event table's file in, its rows kept in the ledger as events of a dataset."""

from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli import options, screen, words
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:  # loaded when a command runs, so that `--help` does not wait for the database
    from histor.run.importing import Taken

PROBLEMS = 1  # exit code

app = typer.Typer(
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Bring in records that other people keep, to hold your own against them.",
)


FileAt = Annotated[str, typer.Argument(metavar="FILE", show_default=False, help="An event table, a CSV file.")]
ProfileIs = Annotated[
    str, typer.Option("--profile", metavar="NAME", help="Its columns: airwars, centcom, ged, acled or generic.")
]
MappingAt = Annotated[
    str | None, typer.Option("--mapping", metavar="FILE", help="For generic: a TOML file that names the columns.")
]
NameIs = Annotated[
    str | None, typer.Option("--name", metavar="NAME", help="What to ask for it by; else the profile's name.")
]


@app.command()
def events(
    file: FileAt,
    profile: ProfileIs = "generic",
    mapping: MappingAt = None,
    name: NameIs = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Keep the rows of an event table as events of a dataset, each with its words; none is kept twice.

    Ends with 1 if lines of the file could not be read in full, or the kind of act of a row is not known.
    """
    from histor.cli.taking import Told, now
    from histor.run.importing import import_events
    from histor.run.register import known_by
    from histor.store.ledger import open_to_write

    known = known_by(ledger)
    with open_to_write(ledger) as opened:
        taken = import_events(opened, file, profile, recorded=now(), mapping=mapping, name=name, known=known)
    told = Told()
    told.problems.extend(taken.problems)
    told.tell(own=True)
    screen.show_json(_form(taken, ledger)) if as_json else screen.show_lines(_summary(taken, ledger))
    if taken.problems:
        raise typer.Exit(PROBLEMS)


def _summary(taken: "Taken", ledger: str) -> str:
    known = f"; {taken.kept.known:,} were there" if taken.kept.known else ""
    return f"{words.several(taken.kept.added, 'event')} of {taken.dataset} added to {ledger}{known}."


def _form(taken: "Taken", ledger: str) -> dict[str, object]:
    problems = [{"code": problem.code, "message": problem.message, "key": problem.key} for problem in taken.problems]
    counts = {"added": taken.kept.added, "known": taken.kept.known}
    return {"ledger": ledger, "dataset": taken.dataset, **counts, "problems": problems}
