"""Paths, folders, addresses and standard input in, reports out; a bad input is a problem and the next one is read."""

import gzip
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from histor.errors import UsageError
from histor.read.addresses import fetch, is_address
from histor.read.detection import drafts_of
from histor.read.draft import Draft
from histor.read.finish import finish
from histor.read.publication import published_of
from histor.read.received import Given, Received
from histor.read.source import Source, take_head
from histor.records.made import Problem
from histor.settings import Settings

STANDARD_INPUT = "-"
_GZIP = b"\x1f\x8b"


def receive(
    inputs: Sequence[str], given: Given, settings: Settings, *, stdin: BinaryIO
) -> Iterator[Received | Problem]:
    """Give the reports of each input in order, one at a time, and a problem with the input's name for each failure.

    An input is a path, a folder (all its files in order of name, hidden ones left out), `-` for standard input,
    or an http or https address. Raises UsageError where what is given as the day is none.
    """
    if given.published and published_of(given.published) is None:
        raise UsageError(f"“{given.published}” is no day; write it as YYYY-MM-DD, or as YYYY-MM for a month")
    return _receive(inputs, given, settings, stdin)


def _receive(inputs: Sequence[str], given: Given, settings: Settings, stdin: BinaryIO) -> Iterator[Received | Problem]:
    for each in inputs:
        if each == STANDARD_INPUT:
            yield from _read(Source("stdin", stdin, settings.longest_report), given)
        elif is_address(each):
            fetched = fetch(each, settings)
            yield from (fetched,) if isinstance(fetched, Problem) else _read(fetched, given)
        else:
            yield from _read_path(Path(each), given, settings)


def _read_path(path: Path, given: Given, settings: Settings) -> Iterator[Received | Problem]:
    if not path.is_dir():
        yield from _read_file(path, given, settings)
        return
    files = tuple(_files_in(path))
    if not files:
        yield Problem("no-reports", f"the folder {path} holds no file to read; name another one", key=str(path))
    for file in files:
        yield from _read_file(file, given, settings)


def _files_in(folder: Path) -> Iterator[Path]:
    """List the files of a folder and of those within it, in order of name, hidden ones left out."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))


def _read_file(path: Path, given: Given, settings: Settings) -> Iterator[Received | Problem]:
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        yield Problem("no-such-file", f"there is no file {path}; check the path", key=str(path))
    except OSError as error:
        yield Problem("unreadable-file", f"{path} cannot be opened ({error.strerror}); check its rights", key=str(path))
    else:
        with stream:
            yield from _read(Source(str(path), stream, settings.longest_report, path.suffix.lower()), given)


def _read(source: Source, given: Given) -> Iterator[Received | Problem]:
    """Give the reports of one source; whatever a damaged one does to its parser, the next source is read."""
    try:
        for item in drafts_of(_unpacked(source)):
            yield finish(item, given) if isinstance(item, Draft) else item
    except (EOFError, zlib.error, gzip.BadGzipFile):
        message = f"{source.key} is a gzip file that is cut off or damaged; what came before was read; get it again"
        yield Problem("broken-gzip", message, key=source.key)
    except OSError as error:
        message = f"{source.key} could not be read to its end ({error.strerror or error}); try again"
        yield Problem("unreadable-file", message, key=source.key)
    except BaseException as error:
        # The end of one input's work: recorded, and the next is read. A parser written in Rust that fails raises
        # an exception of its own that is no `Exception`.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        message = f"{source.key} could not be read ({type(error).__name__}: {error}); please report it with the file"
        yield Problem("reader-failed", message, key=source.key)


def _unpacked(source: Source) -> Source:
    """Look at the first bytes, through gzip where the source is packed."""
    head, stream = take_head(source.stream)
    if not head.startswith(_GZIP):
        return replace(source, stream=stream, head=head)
    suffix = Path(source.key.lower().removesuffix(".gz")).suffix if source.suffix in {".gz", ""} else source.suffix
    unpacked: BinaryIO = gzip.GzipFile(fileobj=stream)  # type: ignore[assignment]
    head, stream = take_head(unpacked)
    return replace(source, stream=stream, head=head, suffix=suffix)
