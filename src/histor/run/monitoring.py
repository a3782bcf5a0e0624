"""A definition and what it is asked of in, a board out: an event table or a ledger is read here, never decided on."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from histor.errors import UsageError
from histor.monitors.choosing import AnyDefinition, monitors, spanned_by
from histor.monitors.definition import Definition
from histor.monitors.hearing.rows import rows_of
from histor.monitors.reading import read_definition
from histor.read.datasets import KNOWN, Profile, read_mapping
from histor.read.tables import read_table
from histor.records.board_form import AnyBoard, form_of_any_board
from histor.records.dataset import Imported
from histor.records.heard import Deed, Heard
from histor.records.made import Problem
from histor.run.board_pictures import pictures_of
from histor.run.board_tables import tables_of
from histor.run.collecting import seldom_collected
from histor.run.definitions import find_definition, read_text
from histor.run.hearing import hear, hear_table

_OF_REPORTS = ("posture", "talks")  # monitors that read sentences


@dataclass(frozen=True, slots=True)
class Table:
    """An event table to ask."""

    records: str  # path
    profile: str
    mapping: str | None = None  # path, of a generic profile


@dataclass(frozen=True, slots=True)
class Watched:
    """A board with the record that it rests on."""

    board: AnyBoard
    record: Imported | None  # the rows counted; None: the board rests on deeds and sentences
    deeds: tuple[Deed, ...]  # of a ledger, or of a table that was asked as one
    problems: tuple[Problem, ...]  # of the record and of the records beside it


def check(path: str) -> tuple[Problem, ...]:
    """Give what is wrong with a definition's file. Raises UsageError if there is no such file."""
    found = read_definition(read_text(path), key=path)
    return found if isinstance(found, tuple) else ()


def watch(
    definition: str,
    records: str,
    profile: str,
    *,
    mapping: str | None = None,
    witnesses: Mapping[str, str] | None = None,
) -> Watched:
    """Give the board of a definition's file over an event table; `witnesses` are files by the keys of the definition.

    Raises UsageError for a definition with faults, a file that is not there, or a profile that does not fit.
    """
    return watch_table(
        _good(read_text(definition), definition), definition, Table(records, profile, mapping), witnesses
    )


@seldom_collected()
def watch_table(
    definition: AnyDefinition, path: str, table: Table, witnesses: Mapping[str, str] | None = None
) -> Watched:
    """Give the board of a definition over an event table; `path` is that of the definition. Raises UsageError."""
    if definition.monitor in _OF_REPORTS:
        raise UsageError(
            f"a {definition.monitor} monitor reads reports, which an event table has not: give --ledger PATH"
        )
    record = read_table(_bytes(table.records), _profile(table.profile, table.mapping), key=table.records)
    beside = _beside(definition, Path(path).parent, witnesses or {})
    problems = tuple(dict.fromkeys(problem for read in (record, *beside.values()) for problem in read.problems))
    if isinstance(definition, Definition):
        return Watched(_judge(definition, record, beside), record, (), problems)
    heard = hear_table(record)
    return Watched(_judge(definition, heard), None, heard.deeds, problems)


@seldom_collected()
def watch_ledger(
    definition: str,
    ledger: str,
    *,
    recorded: str,
    witnesses: Mapping[str, str] | None = None,
    as_of: str | None = None,
) -> Watched:
    """Give the board of a definition, a file or the name of a kept one, over a ledger's own reports.

    `recorded` is this instant, ISO 8601: reports that were not joined yet are joined first. With `as_of`, it rests on
    what the ledger held then; the definition is the one that counts now.
    Raises UsageError, NotFoundError, LedgerError.
    """
    text, key = find_definition(definition, ledger)
    found = _good(text, key)
    module = monitors()[found.monitor]
    wanted: Callable[[str], bool] | None = None if isinstance(found, Definition) else module.wanted(found)
    heard = hear(ledger, wanted=wanted, spanned=spanned_by(found), recorded=recorded, as_of=as_of)
    if not isinstance(found, Definition):
        return Watched(_judge(found, heard), None, heard.deeds, ())
    record = rows_of(heard, found)
    beside = _beside(found, Path(key).parent, witnesses or {})
    problems = tuple(dict.fromkeys(problem for read in beside.values() for problem in read.problems))
    return Watched(_judge(found, record, beside), record, heard.deeds, problems)


def write(watched: Watched, folder: str) -> tuple[str, ...]:
    """Write the board as JSON, its tables as CSV and its pictures as SVG into a folder; give the paths, in order."""
    into = Path(folder)
    form = form_of_any_board(watched.board, watched.deeds)
    named = {"board.json": json.dumps(form, ensure_ascii=False, indent=1) + "\n"}
    named |= {f"{name}.csv": text for name, text in tables_of(watched.board, watched.record, watched.deeds).items()}
    named |= {f"{name}.svg": drawn for name, drawn in pictures_of(watched.board).items()}
    try:
        into.mkdir(parents=True, exist_ok=True)
        for name, text in named.items():
            (into / name).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{folder} cannot be written to: {error.strerror}") from error
    return tuple(str(into / name) for name in named)


def _judge(
    definition: AnyDefinition, asked: Imported | Heard, beside: Mapping[str, Imported] | None = None
) -> AnyBoard:
    module = monitors()[definition.monitor]
    board: AnyBoard = module.judge(definition, asked) if beside is None else module.judge(definition, asked, beside)
    return board


def _good(text: str, key: str) -> AnyDefinition:
    found = read_definition(text, key=key)
    if isinstance(found, tuple):
        raise UsageError("\n".join(problem.message for problem in found))
    return found


def _beside(definition: AnyDefinition, folder: Path, given: Mapping[str, str]) -> dict[str, Imported]:
    known = {witness.key: witness for witness in definition.witnesses} if isinstance(definition, Definition) else {}
    unknown = [key for key in given if key not in known]
    if unknown:
        raise UsageError(f"no witness has the key {unknown[0]!r}; the definition has {', '.join(known) or 'none'}")
    read = {}
    for key, path in given.items():
        mapping = known[key].mapping
        profile = _profile(known[key].profile, str(folder / mapping) if mapping else None)
        read[key] = read_table(_bytes(path), profile, key=path)
    return read


def _profile(name: str, mapping: str | None) -> Profile:
    if name == "generic":
        if mapping is None:
            raise UsageError("profile generic needs a mapping file that names the columns: --mapping FILE")
        return read_mapping(read_text(mapping), key=mapping)
    if mapping is not None:
        raise UsageError(f"profile {name} takes no mapping file: use --profile generic with --mapping")
    if name not in KNOWN:
        raise UsageError(f"no profile {name!r}: it is one of {', '.join(KNOWN)}, generic")
    return KNOWN[name]


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
