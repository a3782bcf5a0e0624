"""A ledger's path in, the ledger opened for one request out: for reading, and with all its reports joined."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from histor.errors import LedgerError
from histor.run import catching_up, joining
from histor.store.changing import Changes
from histor.store.ledger import PATIENCE, Ledger, open_to_read, open_to_write
from histor.web.apart import Apart

LOOK_PATIENCE = 0.5  # seconds that somebody who only looks waits for a writer


class Room:
    """The reading room of one ledger; it may be used by many threads at once."""

    def __init__(self, path: str, apart: Apart | None = None) -> None:
        self.path = path
        self._apart = apart
        self._writing = threading.Lock()
        self._changes = Changes(path)

    def change(self) -> str:
        """Give a mark that is another one whenever the ledger has changed. Raises LedgerError."""
        return self._changes.mark()

    @contextmanager
    def opened(self) -> Iterator[Ledger]:
        """Open the ledger for reading. Raises LedgerError."""
        with open_to_read(self.path) as ledger:
            yield ledger

    @contextmanager
    def joined(self, as_of: str | None = None) -> Iterator[Ledger]:
        """Open the ledger for reading, its reports joined into incidents.

        A ledger that cannot be written, or is being written, is shown as far as it is joined.
        Raises LedgerError.
        """
        with self.opened() as ledger:
            waits = joining.waiting(ledger, as_of=as_of)
        if waits:
            with suppress(LedgerError):
                self.join(as_of, patience=LOOK_PATIENCE)
        with self.opened() as ledger:
            yield ledger

    @contextmanager
    def writing(self, *, patience: float = PATIENCE) -> Iterator[Ledger]:
        """Open the ledger to add to it; one request at a time. Raises LedgerError if there is none, or it stays locked.

        `patience` is how many seconds to wait for another writer.
        """
        with self.opened():
            pass  # a ledger that is not there is told, not made
        with self._writing, open_to_write(self.path, patience=patience) as ledger:
            yield ledger

    def join(self, as_of: str | None = None, *, patience: float = PATIENCE) -> None:
        """Join the reports that wait for it. Raises LedgerError."""
        if as_of is None and self._apart and self._apart.is_ready and self._apart.join(patience):
            return
        with self._writing:
            catching_up.join(self.path, as_of=as_of, patience=patience)

    def build(self) -> None:
        """Join the reports that wait for it, and bring the overview of incidents up to them. Raises LedgerError."""
        if not (self._apart and self._apart.is_ready and self._apart.build()):
            catching_up.build(self.path)


def now() -> str:
    """Give this instant, ISO 8601, UTC."""
    return datetime.now(UTC).isoformat()
