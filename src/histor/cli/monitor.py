"""The commands of `histor monitor`: boards over reports or event tables, and the definitions that they are asked by."""

import typer

from histor.cli import monitor_boards, monitor_definitions

monitor = typer.Typer(
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Watch a ceasefire, strikes, a force, talks or a tempo: boards over your reports or an event table.",
)
for _command in (
    monitor_definitions.suggest,
    monitor_definitions.add,
    monitor_definitions.listed,
    monitor_boards.show,
    monitor_boards.rows,
    monitor_boards.export,
    monitor_definitions.check,
    monitor_definitions.withdraw,
):
    monitor.command(name="list" if _command is monitor_definitions.listed else None)(_command)
