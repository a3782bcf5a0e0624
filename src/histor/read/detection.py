"""A source in, the format that reads it out: told by its first bytes, by its name only where they do not tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol, cast

from histor.plugins import modules_of, offered
from histor.read.charset import BOMS
from histor.read.draft import Draft
from histor.read.source import Source
from histor.records.made import Problem

TEXT = ".txt"
GROUP = "histor.formats"
_PACKED = {
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "a rich-text document",
    b"PAR1": "a Parquet table",
    b"SQLite format 3": "a SQLite database",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A small sample of a format and what must come of it."""

    raw: bytes
    blocks: tuple[tuple[str, str, str | None], ...] = ()  # kind, how its words begin, outlet; of all reports, in order
    published: str | None = None
    outlet: str | None = None
    problems: tuple[str, ...] = ()  # codes, in order


class Format(Protocol):
    """What a module of `histor.read.formats` holds."""

    __name__: str
    SUFFIXES: tuple[str, ...]
    EXAMPLES: tuple[Example, ...]

    def recognises(self, head: bytes) -> bool:
        """Tell from the first bytes whether a source is of this format."""

    def drafts(self, source: Source) -> Iterator[Draft | Problem]:
        """Give a draft for each report of a source, and a problem for each that cannot be read."""


@cache
def formats() -> tuple[Format, ...]:
    """List the formats that can be read: those of this package, then those that others offer."""
    return tuple(cast(Format, module) for module in (*modules_of("histor.read.formats"), *offered(GROUP)))


def drafts_of(source: Source) -> Iterator[Draft | Problem]:
    """Give the drafts of a source in whatever format it is."""
    told = format_of(source)
    return iter((told,)) if isinstance(told, Problem) else told.drafts(source)


def format_of(source: Source) -> Format | Problem:
    """Tell the format of a source, or say why it can be read as none."""
    if not _without_mark(source.head).strip():
        return empty(source.key)
    for magic, name in _PACKED.items():
        if source.head.startswith(magic):
            return _unknown(source.key, f"is {name}; unpack it or save it as text, HTML or PDF first")
    sure = [each for each in formats() if source.suffix in getattr(each, "DECISIVE", ())]
    seen = [each for each in formats() if each.recognises(source.head)]
    named = [each for each in formats() if source.suffix in each.SUFFIXES]
    text = [each for each in formats() if TEXT in each.SUFFIXES]
    return [*sure, *seen, *named, *text][0]


def without_prologue(head: bytes) -> bytes:
    """Give the first bytes of a page or feed without what may stand before its first element, as single bytes."""
    plain = _without_mark(head).replace(b"\x00", b"")
    return re.sub(rb"<!--.*?-->|<\?.*?\?>", b"", plain, flags=re.S).lstrip()


def empty(key: str) -> Problem:
    """Say that there is nothing in a source."""
    return Problem("empty-file", f"{key} is empty; look whether it was saved whole", key=key)


def _without_mark(head: bytes) -> bytes:
    for mark, _ in BOMS:
        head = head.removeprefix(mark)
    return head


def _unknown(key: str, why: str) -> Problem:
    return Problem("unknown-format", f"{key} {why}", key=key)
