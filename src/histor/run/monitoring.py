"""A definition's file and the files of records in, a board out: files are read and written here, never decided on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from histor.errors import UsageError
from histor.monitors.choosing import board_of
from histor.monitors.definition import Definition
from histor.monitors.pictures import pictures
from histor.monitors.reading import read_definition
from histor.read.datasets import KNOWN, Profile, read_mapping
from histor.read.tables import read_table
from histor.records.dataset import Imported
from histor.records.made import Problem
from histor.records.watch import Board
from histor.records.watch_form import form_of_board


@dataclass(frozen=True, slots=True)
class Watched:
    """A board with the record that it rests on."""

    board: Board
    record: Imported
    problems: tuple[Problem, ...]  # of the record and of the records beside it


def check(path: str) -> tuple[Problem, ...]:
    """Give what is wrong with a definition's file. Raises UsageError if there is no such file."""
    found = read_definition(_text(path), key=path)
    return () if isinstance(found, Definition) else found


def watch(
    path: str, records: str, profile: str, *, mapping: str | None = None, witnesses: Mapping[str, str] | None = None
) -> Watched:
    """Give the board of a definition over a file of records; `witnesses` are files by the keys of the definition.

    Raises UsageError for a definition with faults, a file that is not there, or a profile that does not fit.
    """
    definition = read_definition(_text(path), key=path)
    if not isinstance(definition, Definition):
        raise UsageError("\n".join(problem.message for problem in definition))
    record = read_table(_bytes(records), _profile(profile, mapping), key=records)
    beside = _beside(definition, Path(path).parent, witnesses or {})
    board = board_of(definition, record, beside)
    problems = [problem for read in (record, *beside.values()) for problem in read.problems]
    return Watched(board, record, tuple(dict.fromkeys(problems)))


def write(board: Board, folder: str) -> tuple[str, ...]:
    """Write the board as JSON and its pictures as SVG into a folder; give the paths, in order."""
    into = Path(folder)
    named = {"board.json": json.dumps(form_of_board(board), ensure_ascii=False, indent=1) + "\n"}
    named |= {f"{name}.svg": drawn for name, drawn in pictures(board).items()}
    try:
        into.mkdir(parents=True, exist_ok=True)
        for name, text in named.items():
            (into / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{folder} cannot be written to: {error.strerror}") from error
    return tuple(str(into / name) for name in named)


def _beside(definition: Definition, folder: Path, given: Mapping[str, str]) -> dict[str, Imported]:
    known = {witness.key: witness for witness in definition.witnesses}
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
        return read_mapping(_text(mapping), key=mapping)
    if mapping is not None:
        raise UsageError(f"profile {name} takes no mapping file: use --profile generic with --mapping")
    if name not in KNOWN:
        raise UsageError(f"no profile {name!r}: it is one of {', '.join(KNOWN)}, generic")
    return KNOWN[name]


def _text(path: str) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8") from error


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
