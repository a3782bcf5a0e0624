"""An event table's file and a ledger in, its rows kept as events of a dataset out; each row's words are its witness."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from histor.errors import UsageError
from histor.read.datasets import KNOWN, Profile, read_mapping
from histor.read.tables import read_table
from histor.records.dataset import Imported, ImportedEvent
from histor.records.gazetteer import Asked
from histor.records.made import Problem
from histor.records.record import Record
from histor.records.register import Register, Site, fold_name
from histor.run.gazetteer import look_up
from histor.run.keeping import Kept, keep
from histor.run.register import Known, linker_of, register_of
from histor.steps.rows import ROWS
from histor.steps.rows.telling import Table, names_of_place, record_of_quiet_row, record_of_row
from histor.store.ledger import Ledger

PACKAGED = Known()  # the register that comes with the program, without additions
_SHORT_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Taken:
    """What one import did."""

    dataset: str
    kept: Kept
    problems: tuple[Problem, ...]  # lines that were left out or read in part, and rows whose act is not known


def import_events(
    ledger: Ledger,
    path: str,
    profile: str,
    *,
    recorded: str,
    mapping: str | None = None,
    name: str | None = None,
    known: Known = PACKAGED,
) -> Taken:
    """Keep the rows of a file as events of a dataset; a row that is kept already is not kept twice.

    `name` is what the dataset is asked for by; without it, that of the profile, or of the generic table's speaker.
    Raises UsageError for a file that is not there or does not fit its profile, LedgerError.
    """
    chosen = profile_of(profile, mapping)
    table = read_table(bytes_of(path), chosen, key=path)
    dataset = _short(name or (table.speaker if profile == "generic" else profile))
    entries = list(_entries(table, Table(dataset, table.speaker), known))
    kept = keep([each for each in entries if not isinstance(each, Problem)], ledger, recorded=recorded)
    lost = tuple(each for each in entries if isinstance(each, Problem))
    return Taken(dataset, kept, (*table.problems, *lost))


def profile_of(name: str, mapping: str | None) -> Profile:
    """Give the profile of this name; `generic` is described by a mapping file. Raises UsageError."""
    if name == "generic":
        if mapping is None:
            raise UsageError("profile generic needs a mapping file that names the columns: --mapping FILE")
        try:
            return read_mapping(bytes_of(mapping).decode("utf-8-sig"), key=mapping)
        except UnicodeDecodeError as error:
            raise UsageError(f"{mapping} is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    if mapping is not None:
        raise UsageError(f"profile {name} takes no mapping file: use --profile generic with --mapping")
    if name not in KNOWN:
        raise UsageError(f"no profile {name!r}: it is one of {', '.join(KNOWN)}, generic")
    return KNOWN[name]


def bytes_of(path: str) -> bytes:
    """Read a file whole. Raises UsageError."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error


def records_of(table: Imported, dataset: str, known: Known = PACKAGED) -> Iterator[Record | Problem]:
    """Give the record of each row; rows that stand for nothing (a day heard from) give none."""
    about = Table(_short(dataset), table.speaker)
    register, places = register_of(known), _Places(known)
    made_by = (ROWS, linker_of(ROWS, known)) if known.version else (ROWS,)
    for row in table.events:
        if row.number > 0:
            yield record_of_row(row, about, places.of(row), register, made_by)


def _entries(table: Imported, about: Table, known: Known) -> Iterator[tuple[Record, bytes] | Problem]:
    quiet = (record_of_quiet_row(row, about, (ROWS,)) for row in table.events if row.number == 0)
    for each in (*records_of(table, about.dataset, known), *quiet):
        yield each if isinstance(each, Problem) else (each, each.report.text.encode())


class _Places:
    """The places that bear a name, each name looked up once."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._register: Register = register_of(known)
        self._found: dict[str, tuple[tuple[Site, ...], tuple[Site, ...]]] = {}

    def of(self, row: ImportedEvent) -> tuple[tuple[Site, ...], ...]:
        """Give the places that bear one of the names of a row's place: those of the register, then of other lists."""
        found = [self._named(name) for name in names_of_place(row)]
        return tuple(tuple(site for lists in found for site in lists[rank]) for rank in (0, 1))

    def _named(self, name: str) -> tuple[tuple[Site, ...], tuple[Site, ...]]:
        if name not in self._found:
            listed = look_up(Asked((name,)), self._known).entries.get(fold_name(name), ())
            own = self._register.sites.get(fold_name(name), ())
            self._found[name] = (own, tuple(entry.site for entry in listed))
        return self._found[name]


def _short(name: str) -> str:
    """Give a dataset's short name: small letters, digits and hyphens. Raises UsageError."""
    short = "-".join(re.findall(r"[a-z0-9]+", name.casefold()))
    if not _SHORT_NAME.fullmatch(short):
        raise UsageError(f"a dataset cannot be named {name!r}: give --name with letters or digits")
    return short
