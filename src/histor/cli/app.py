"""The command line's one tree of commands, and how each of them ends: its exit code and its last words."""

import os
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from histor import __version__
from histor.cli import (
    actors,
    alert,
    asking,
    brief,
    changes,
    compare,
    import_events,
    incidents,
    judge,
    monitor,
    people,
    places,
    screen,
    serve,
    taking,
    trying,
    views,
)
from histor.errors import HistorError, UsageError

PROBLEMS, WRONG_USE, FAILED, STOPPED = 1, 2, 3, 130  # exit codes; 130 is what shells give for Ctrl-C
EPILOG = (
    "Exit codes: 0 done · 1 finished, with problems (an input that could not be read, a report without a day …) · "
    "2 wrong use · 3 failed · 130 stopped with Ctrl-C."
)


class Ending(TyperGroup):
    """A group of commands that ends in plain words, whatever happens."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; an error becomes one line on standard error and an exit code."""
        try:
            result = super().invoke(ctx)
            screen.flush()
        except UsageError as error:
            raise _end(str(error), WRONG_USE) from error
        except HistorError as error:
            raise _end(str(error), FAILED) from error
        except BrokenPipeError as error:
            _forget_output()
            raise typer.Exit(0) from error
        except KeyboardInterrupt as error:
            raise _end("Stopped.", STOPPED) from error
        return result


app = typer.Typer(
    cls=Ending,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Turn reports about armed conflict into a record that can be checked word by word.",
    epilog=EPILOG,
)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"histor {__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool,
        typer.Option(
            "--version", metavar="", help="Print the version and stop.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    """Turn reports about armed conflict into a record that can be checked word by word."""


def _end(words: str, code: int) -> typer.Exit:
    screen.tell(f"histor: {words}", "bold red" if code != STOPPED else "")
    return typer.Exit(code)


def _forget_output() -> None:
    """Send what is still unwritten nowhere: whoever read our output has gone, and that is no failure."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _register(panel: str, *commands: Callable[..., None]) -> None:
    for command in commands:
        app.command(rich_help_panel=panel)(command)


_register("Take in", taking.read, taking.add)
_register("Ask the ledger", asking.claims, asking.events, asking.reports, asking.problems, asking.show, asking.trace)
_register(
    "Many reports, one happening", incidents.incidents, incidents.contradictions, changes.changes, compare.compare
)
_register("Read in the browser", serve.serve)
_register("Try", trying.demo, trying.doctor)
app.add_typer(import_events.app, name="import", rich_help_panel="Take in")
app.add_typer(brief.app, name="brief", rich_help_panel="Many reports, one happening")
app.add_typer(judge.app, name="judge", rich_help_panel="Decide")
app.add_typer(actors.app, name="actors", rich_help_panel="Know names")
app.add_typer(people.app, name="people", rich_help_panel="Read in the browser")
app.add_typer(views.views, name="views", rich_help_panel="Read in the browser")
app.add_typer(places.app, name="places", rich_help_panel="Know names")
app.add_typer(monitor.monitor, name="monitor", rich_help_panel="Watch")
app.add_typer(alert.alert, name="alert", rich_help_panel="Watch")
