"""Records as they are read in, kept in the ledger; what was new and what was known out."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from histor.records.made import Problem
from histor.records.record import Record
from histor.run.stopping import held_back
from histor.store.append import append, append_problems
from histor.store.ledger import Ledger

# A batch is one transaction, so that a killed run loses at most one batch, and another writer waits for one.
_BATCH_RECORDS = 50  # from here on, larger batches add less than a tenth to the rate (benchmarks/ledger.py)
_BATCH_BYTES = 4_000_000  # bytes read: keeps a batch of long reports out of memory


@dataclass(frozen=True, slots=True)
class Kept:
    """What one run kept."""

    added: int = 0  # records that are new
    known: int = 0  # records that were kept already
    claims: int = 0  # in the records added
    events: int = 0  # in the records added
    problems: int = 0  # met in this run: in records, new and known, and in inputs that gave none
    stopped: bool = False  # by Ctrl-C: what is counted is kept, and adding the same again goes on


def keep(records: Iterable[tuple[Record, bytes] | Problem], ledger: Ledger, *, recorded: str) -> Kept:
    """Keep each record with the bytes that it was read from, and each problem of an input that gave no record.

    `recorded` is the instant of this run, ISO 8601. What was read before an error or Ctrl-C is kept.
    Raises LedgerError.
    """
    batch = _Batch(ledger, recorded)
    try:
        for entry in records:
            batch.take(entry)
    except KeyboardInterrupt:
        batch.kept = replace(batch.kept, stopped=True)
    finally:
        batch.write()
    return batch.kept


@dataclass(slots=True)
class _Batch:
    """Records and problems on their way into one transaction."""

    ledger: Ledger
    recorded: str
    records: list[tuple[Record, bytes]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    size: int = 0  # bytes
    kept: Kept = Kept()

    def take(self, entry: tuple[Record, bytes] | Problem) -> None:
        """Hold an entry, and write the batch when it is full."""
        if isinstance(entry, Problem):
            self.problems.append(entry)
        else:
            self.records.append(entry)
            self.size += len(entry[1])
        if len(self.records) + len(self.problems) >= _BATCH_RECORDS or self.size >= _BATCH_BYTES:
            self.write()

    def write(self) -> None:
        """Keep what is held, and count it; Ctrl-C waits, so that all that is kept is counted."""
        with held_back():
            self._write()

    def _write(self) -> None:
        records, problems = self.records, self.problems
        self.records, self.problems, self.size = [], [], 0
        news = append(self.ledger, records, recorded=self.recorded) if records else ()
        if problems:
            append_problems(self.ledger, problems, recorded=self.recorded)
        added = [record for (record, _), new in zip(records, news, strict=True) if new]
        self.kept = replace(
            self.kept,
            added=self.kept.added + len(added),
            known=self.kept.known + len(records) - len(added),
            claims=self.kept.claims + sum(len(record.claims) for record in added),
            events=self.kept.events + sum(len(record.events) for record in added),
            problems=self.kept.problems + sum(len(record.problems) for record, _ in records) + len(problems),
        )
