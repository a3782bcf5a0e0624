"""Ways to run the real command line: in a process of its own, and on a terminal of a chosen width."""

import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from fcntl import ioctl
from pathlib import Path

from cli.sample import RAW, RECORD
from histor.store.append import append
from histor.store.ledger import open_to_write

PROGRAM = (sys.executable, "-m", "histor")
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def environment(**extra: str) -> dict[str, str]:
    """Give the environment of this process without what would steer colours, width or the ledger."""
    steering = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "HISTOR_LEDGER", "GITHUB_ACTIONS", "PY_COLORS"}
    kept = {name: value for name, value in os.environ.items() if name not in steering}
    return {**kept, "TERM": "xterm-256color", **extra}


def run(*arguments: str | Path, stdin: bytes = b"", folder: Path | None = None, **extra: str) -> tuple[int, str, str]:
    """Run the command line with its output piped; give its exit code, standard output and standard error."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, cwd=folder, env=environment(**extra),
        timeout=120, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def run_on_terminal(*arguments: str | Path, columns: int = 100, **extra: str) -> tuple[int, str]:
    """Run the command line on a terminal of its own; give its exit code and all that it wrote there."""
    terminal, inner = pty.openpty()
    ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    process = subprocess.Popen(
        [*PROGRAM, *map(str, arguments)], stdin=inner, stdout=inner, stderr=inner, env=environment(**extra)
    )
    os.close(inner)
    written = b""
    while piece := _read(terminal):
        written += piece
    os.close(terminal)
    return process.wait(timeout=120), written.decode().replace("\r\n", "\n")


def plain(written: str) -> str:
    """Take the colours out of what was written on a terminal."""
    return _COLOURS.sub("", written)


def lines_of(written: str) -> Sequence[str]:
    """Give the lines of what was written on a terminal, without colours."""
    return plain(written).split("\n")


def make_ledger(folder: Path) -> Path:
    """Keep the sample's record in a ledger."""
    path = folder / "sample.db"
    with open_to_write(path) as ledger:
        append(ledger, [(RECORD, RAW)], recorded="2016-03-15T08:00:00Z")
    return path


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""
