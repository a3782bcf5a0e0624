"""`demo` and `doctor`: the bundled example or this installation in, a picture or a list of checks out."""

import os
import shlex
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from histor.cli import options, progress, screen, words
from histor.cli.demo_room import open_room, way_in
from histor.cli.serve import PORT, PortAt
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:
    from histor.cli.taking import Told
    from histor.records.answer import EventRow
    from histor.run.demo import Picture
    from histor.run.doctor import Check
    from histor.run.keeping import Kept

FAILED = 3  # exit code


def demo(
    ledger: Annotated[
        str | None,
        typer.Option("--ledger", metavar="PATH", show_default=False, help="Where to keep it; else in your cache."),
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", metavar="", help="Then open its reading room and stay; Ctrl-C ends it.")
    ] = False,
    port: PortAt = PORT,
    as_json: options.AsJson = False,
) -> None:
    """Read the bundled example (Syria, February to April 2016) into a ledger of its own and show what it says."""
    path = ledger or str(_place_for_demo())
    picture, told = _read_example(path)
    if as_json:
        from histor.cli.picture_form import form_of_picture

        screen.show_json({"ledger": path, **form_of_picture(picture)})
        return
    screen.tell(f"{told}\n")
    _show_picture(picture, path)
    if serve:
        open_room(path, port)
    else:
        screen.show_lines(way_in(path, _program()))


def _read_example(path: str) -> "tuple[Picture, str]":
    """Keep the example in its ledger; give what it says, and what was read in words."""
    from histor.cli import taking
    from histor.run import demo as example
    from histor.store.ledger import open_to_read

    told = taking.Told()
    with example.example_files() as found:
        kept = _add_example(found, path, told)
        example.keep_monitors(path, recorded=taking.now())
        with open_to_read(path) as opened:
            picture = example.look(opened, found)
    return picture, (
        f"Read the example: {kept.added} reports added, {kept.known} known already, "
        f"{words.several(len(told.problems), 'problem')} (see `problems`)."
    )


def _add_example(found: "tuple[Path, ...]", path: str, told: "Told") -> "Kept":
    """Keep the example in its ledger. Raises KeyboardInterrupt if it was stopped on the way."""
    from histor.cli import taking
    from histor.run.keeping import keep
    from histor.store.ledger import open_to_write

    with open_to_write(path) as opened:
        readings = progress.followed(taking.readings(map(str, found), ledger=opened), "Reading the example")
        kept = keep(told.passing(readings), opened, recorded=taking.now())
    if told.stopped or kept.stopped:
        raise KeyboardInterrupt
    return kept


def _show_picture(picture: "Picture", path: str) -> None:
    from histor.cli.picture import pictured

    screen.show(pictured(picture))
    screen.show_lines(_next_steps(picture, path))


def doctor(ledger: options.LedgerAt = DEFAULT_LEDGER, as_json: options.AsJson = False) -> None:
    """Check this installation and the ledger, and say what to do where something is wrong."""
    from histor.run.doctor import examine

    bad = 0
    for check in examine(ledger):
        bad += not check.fine
        if as_json:
            screen.show_json(asdict(check))
        else:
            screen.show_lines(_line(check))
    if bad:
        raise typer.Exit(FAILED)


def _line(check: "Check") -> Any:
    from rich.text import Text

    line = Text("✓ " if check.fine else "✗ ", style="good" if check.fine else "bad")
    line.append(f"{check.name}: ", style="not bold bold").append(words.printable(check.words), style="default not bold")
    return line if check.fine else line.append(f"\n  {check.advice}", style="problem")


def _place_for_demo() -> Path:
    """Choose the demo's own file: in the user's cache, or in the folder for temporary files."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()) / "histor"
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir()) / "histor-demo.db"
    return cache / "demo.db"


def _next_steps(picture: "Picture", path: str) -> Any:
    """Name the ledger and the commands to try next, with ids that are in it."""
    from rich.text import Text

    event = _telling_event(picture)
    asked = ["events --status planned", "claims --stance denies", "reports"]
    if event:
        asked = [f"trace {words.short(event.event.id)}", f"show {words.short(event.source.report_id)}", *asked]
    text = Text("The ledger to open: ", style="bold").append(path, style="not bold")
    text.append("\nTry next:", style="bold")
    for command in asked:
        text.append(f"\n  {_program()} {command} --ledger {shlex.quote(path)}", style="not bold")
    return text


def _telling_event(picture: "Picture") -> "EventRow | None":
    """Choose an event that has much to trace: one that is denied, else one with a long chain."""
    if picture.disagreements:
        return picture.disagreements[0].other
    return max(picture.events, key=lambda row: (len(row.chain), row.event.id), default=None)


def _program() -> str:
    """Give what to type to run this very program: `make demo` does not put it where the shell looks."""
    started = Path(sys.argv[0])
    if started.name != "histor":
        return f"{shlex.quote(sys.executable)} -m histor"
    found = shutil.which("histor")
    if found and Path(found).resolve() == started.resolve():
        return "histor"
    try:
        return shlex.quote(str(started.resolve().relative_to(Path.cwd())))
    except ValueError:
        return shlex.quote(str(started))
