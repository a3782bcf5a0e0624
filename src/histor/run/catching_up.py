"""A ledger's path in, its reports joined and its overview brought up to them; also as a process that does it when told.

A report costs a tenth of a second to join and gather. A reading room has it done in a process of its own, so that its
answers go on meanwhile: `python -m histor.run.catching_up LEDGER` says that it is ready, reads one task a line (JSON)
from its input, answers each with a line, and ends with its input, so it never outlives whoever started it.
"""

import json
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime

from histor.errors import HistorError
from histor.run import joining, viewing
from histor.run.register import known_by, register_of
from histor.store.ledger import PATIENCE, open_to_read, open_to_write

READY = "ready"


def join(ledger: str, *, as_of: str | None = None, patience: float = PATIENCE) -> None:
    """Join the reports that wait for it, also those that counted at an instant; `patience`: seconds for other writers.

    Raises LedgerError if there is no ledger, or it stays locked.
    """
    joining.join_waiting(ledger, recorded=datetime.now(UTC).isoformat(), as_of=as_of, patience=patience)


def build(ledger: str) -> None:
    """Join the reports that wait for it and gather them into the overview. Raises LedgerError."""
    join(ledger)
    with open_to_write(ledger) as opened:
        viewing.refresh(opened)


def prepare(ledger: str) -> None:
    """Bring an overview that is built up to what is joined; else the first visitor has all of it built.

    Raises LedgerError.
    """
    with open_to_read(ledger) as there:
        is_built = bool(viewing.built(there).version)
    if is_built:
        with open_to_write(ledger) as opened:
            viewing.refresh(opened)


def main(ledger: str) -> None:
    """Do tasks until the input ends: `{"do": "join", "patience": 0.5}`, `{"do": "build"}`, `{"do": "prepare"}`.

    Each is answered with `{"fault": null}`, or with what went wrong in words. A fault in histor itself ends it.
    """
    with suppress(HistorError):  # told by the first task
        register_of(known_by(ledger))  # read once, before anybody waits for it
    _say(READY)
    for line in sys.stdin:
        _say(json.dumps({"fault": _fault(ledger, json.loads(line))}))


def _fault(ledger: str, task: dict[str, object]) -> str | None:
    try:
        match task:
            case {"do": "join", "patience": float(patience)}:
                join(ledger, patience=patience)
            case {"do": "build"}:
                build(ledger)
            case {"do": "prepare"}:
                prepare(ledger)
            case _:
                return f"nobody can do {task}"
    except HistorError as error:
        return str(error)
    return None


def _say(words: str) -> None:
    """Tell whoever started this; if nobody is there any longer, end."""
    try:
        os.write(sys.stdout.fileno(), f"{words}\n".encode())  # nothing stays in a buffer
    except BrokenPipeError:
        sys.exit()


if __name__ == "__main__":
    main(sys.argv[1])
