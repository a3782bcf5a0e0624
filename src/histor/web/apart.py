"""A ledger's path in, a process beside the server that joins its reports out, so that no answer waits for that.

It ends with the server, however the server ends. Should it end by itself, that is told, and the server joins as it does
before the process is ready: nothing is shown later for it.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import IO

from histor.errors import LedgerError
from histor.run.catching_up import READY

_LATEST = 2.0  # seconds given to a task under way when the server stops; the ledger drops a half-kept one by itself


class Apart:
    """A process that joins the reports of one ledger; many threads may ask, it does one task at a time."""

    def __init__(self, ledger: str) -> None:
        self._ledger = ledger
        self._process: subprocess.Popen[str] | None = None
        self._asking = threading.Lock()
        self._begun = threading.Event()
        self._stopped = False
        self.is_ready = False

    @property
    def number(self) -> int | None:
        """Give the number by which the system knows the process; None: there is none."""
        return self._process.pid if self._process else None

    def begun(self, patience: float) -> bool:
        """Wait some seconds until it is ready and has brought the overview up; tell whether it is ready."""
        self._begun.wait(patience)
        return self.is_ready

    def start(self) -> None:
        """Start the process and go on; when it is ready, it brings the overview up to what is joined."""
        new_group = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # Ctrl-C is for the server, which ends both
        command = [sys.executable, "-P", "-m", "histor.run.catching_up", self._ledger]
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True,
                creationflags=new_group, env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
                "PYTHONIOENCODING": "utf-8"},
            )  # fmt: skip
        except OSError as error:
            _tell(f"no process could be started that joins reports ({error}); the server joins them itself")
            return
        threading.Thread(target=self._begin, daemon=True).start()

    def stop(self) -> None:
        """End the process: after its task, if that is done within a moment."""
        self._stopped, self.is_ready = True, False
        if self._process is None:
            return
        if not self._asking.acquire(timeout=_LATEST):
            self._process.kill()
            self._asking.acquire()  # whoever waited for the task is told that it ended
        with suppress(OSError):
            _end(self._process.stdin).close()
        self._process.wait()
        _end(self._process.stdout).close()
        self._asking.release()

    def join(self, patience: float) -> bool:
        """Have the reports joined that wait for it; False: it cannot, the process has ended. Raises LedgerError."""
        return self._ask({"do": "join", "patience": patience})

    def build(self) -> bool:
        """Have the overview brought up to the ledger's end, likewise. Raises LedgerError."""
        return self._ask({"do": "build"})

    def _begin(self) -> None:
        assert self._process is not None
        with self._asking:
            self.is_ready = _end(self._process.stdout).readline().strip() == READY and not self._stopped
        if not self.is_ready:
            self._lost("did not start")
        with suppress(LedgerError):  # one that cannot be written is shown as it is built
            self._ask({"do": "prepare"})
        self._begun.set()

    def _ask(self, task: Mapping[str, object]) -> bool:
        """Hand on a task and wait for it; False: there is no process that could do it."""
        with self._asking:
            if not self.is_ready or self._process is None:
                return False
            try:
                given = _end(self._process.stdin)
                given.write(json.dumps(task) + "\n")
                given.flush()
                answer = _end(self._process.stdout).readline()
            except OSError:
                answer = ""
        if not answer:
            self._lost("has ended")
            return False
        if fault := json.loads(answer)["fault"]:
            raise LedgerError(fault)
        return True

    def _lost(self, how: str) -> None:
        """Say that there is no process any longer."""
        self.is_ready = False
        if not self._stopped and self._process is not None:
            code = self._process.wait()
            _tell(f"the process that joins reports {how} (code {code}); the server joins them itself from now on")


def _end(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


def _tell(words: str) -> None:
    print(f"histor: {words}", file=sys.stderr, flush=True)
