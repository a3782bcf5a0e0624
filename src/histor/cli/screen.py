"""What is to be shown in, text on standard output or standard error out: colour on a terminal, plain text elsewhere."""

import json
import sys
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from rich.console import Console, RenderableType
from rich.theme import Theme

PIPED_WIDTH = 100  # columns of running text that goes to a file or a pipe
TABLE_WIDTH = 400  # columns a piped table may take, so that no cell is cut

_STATUS_COLOURS = {
    "occurred": "red",
    "ongoing": "yellow",
    "planned": "blue",
    "threatened": "magenta",
    "hypothetical": "cyan",
    "denied": "green",
}
THEME = Theme(
    {
        **{f"status.{status}": f"bold {colour}" for status, colour in _STATUS_COLOURS.items()},
        **{f"trigger.{status}": f"bold reverse not underline {colour}" for status, colour in _STATUS_COLOURS.items()},
        "quiet": "dim",
        "label": "bold",
        "problem": "yellow",
        "good": "green",
        "bad": "bold red",
    }
)


def out() -> Console:
    """Give the console for answers: standard output."""
    return _console(sys.stdout)


def err() -> Console:
    """Give the console for progress and words about the work: standard error."""
    return _console(sys.stderr)


def columns() -> int | None:
    """Give the width of the terminal that answers go to; None: they go to a file or a pipe."""
    return out().width if out().is_terminal else None


def show(what: RenderableType, *, wide: bool = False) -> None:
    """Print an answer; piped, it is plain text without blanks at the ends of lines.

    A `wide` answer (a table) takes the columns that it needs when it is piped.
    """
    console = out()
    if console.is_terminal:
        console.print(what)
        return
    with console.capture() as caught:
        if wide:
            console.width = TABLE_WIDTH
        console.print(what)
    console.width = PIPED_WIDTH
    _write("\n".join(line.rstrip() for line in caught.get().split("\n")))


def show_lines(what: RenderableType) -> None:
    """Print lines that are never wrapped, such as commands to copy."""
    with out().capture() as caught:
        out().print(what, soft_wrap=True)
    _write(caught.get())


def show_json(form: Mapping[str, Any]) -> None:
    """Print one JSON object as one line of UTF-8."""
    line = json.dumps(form, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can write and UTF-8 cannot
        line = json.dumps(form, separators=(",", ":"))
    _write(line + "\n")


def tell(words: str, style: str = "") -> None:
    """Say something about the work on standard error."""
    err().print(words, style=style, soft_wrap=True)


def flush() -> None:
    """Hand everything printed to whoever reads it.

    Raises BrokenPipeError if nobody reads any more.
    """
    sys.stdout.flush()


@lru_cache(maxsize=2)
def _console(file: Any) -> Console:
    if hasattr(file, "reconfigure"):
        file.reconfigure(encoding="utf-8", errors="backslashreplace")
    console = Console(file=file, theme=THEME, highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console = Console(
            file=file, theme=THEME, highlight=False, markup=False, emoji=False, width=PIPED_WIDTH, no_color=True,
            color_system=None,
        )  # fmt: skip
    return console


def _write(text: str) -> None:
    out()  # sets the encoding
    sys.stdout.write(text)
