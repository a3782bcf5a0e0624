"""An open stream with its name, and the small ways to read from it without holding more than one report."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from histor.records.made import Problem

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD = 4096  # bytes looked at to tell a format
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Source:
    """A stream to read reports from, positioned at its start."""

    key: str  # path or address, for people and as key of the report
    stream: BinaryIO
    longest: int  # bytes of the longest report that is read
    suffix: str = ""  # ".html": from the name, or from what the server says the type is
    charset: str | None = None  # as the server says
    url: str | None = None
    fetched: str | None = None  # ISO 8601, UTC
    head: bytes = field(default=b"", kw_only=True)  # the first bytes, which the stream gives again


class _Rewound(io.RawIOBase):
    """A stream that gives back the bytes already taken from its head."""

    def __init__(self, head: bytes, stream: BinaryIO, failure: Exception | None) -> None:
        self._head = head
        self._stream = stream
        self._failure = failure  # what ended the head, to be met again after it

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill a buffer and give the number of bytes, 0 at the end."""
        view = memoryview(buffer).cast("B")
        if self._failure and not self._head:
            raise self._failure
        piece = self._head[: len(view)] or read_some(self._stream, len(view))
        self._head = self._head[len(piece) :]
        view[: len(piece)] = piece
        return len(piece)


def take_head(stream: BinaryIO, size: int = HEAD) -> tuple[bytes, BinaryIO]:
    """Give the first bytes of a stream, and a stream that begins with them again.

    Damage within these bytes is met when the stream is read, after what comes before it.
    """
    head, failure = b"", None
    try:
        while len(head) < size and (piece := read_some(stream, size - len(head))):
            head += piece
    except (EOFError, OSError, zlib.error) as error:
        failure = error
    return head, io.BufferedReader(_Rewound(head, stream, failure), _CHUNK)


def whole(source: Source) -> bytes | Problem:
    """Read a source that is one report; a problem if it is longer than may be read."""
    parts: list[bytes] = []
    size = 0
    while piece := read_some(source.stream, _CHUNK):
        size += len(piece)
        if size > source.longest:
            return too_long(source.key, source.longest)
        parts.append(piece)
    return b"".join(parts)


def lines(source: Source) -> Iterator[bytes | None]:
    """Give the lines of a stream without their ends; None for each line that is longer than may be read.

    A line is held only while it may still be read: of a longer one nothing is kept, and the next lines follow.
    """
    parts: list[bytes] = []
    size, begun = 0, False
    while chunk := read_some(source.stream, _CHUNK):
        *complete, rest = chunk.split(b"\n")
        for piece in complete:
            size += len(piece)
            parts.append(piece)
            yield None if size > source.longest else b"".join(parts).removesuffix(b"\r")
            parts, size = [], 0
        size += len(rest)
        begun = size > 0
        parts = [*parts, rest] if size <= source.longest else []
    if begun:
        yield None if size > source.longest else b"".join(parts)


def read_some(stream: BinaryIO, size: int) -> bytes:
    """Read what one call gives, at most `size` bytes, none at the end.

    Of a compressed stream, `read1` gives what stands before a damaged place, which `read` loses.
    """
    if isinstance(stream, io.BufferedIOBase):
        return stream.read1(size)
    return stream.read(size) or b""


def too_long(key: str, longest: int) -> Problem:
    """Say that a report is longer than may be read."""
    limit = f"{longest / 1_000_000:g} MB"
    return Problem(
        "report-too-long",
        f"{key} is longer than {limit} and was not read; split it into reports",
        key=key,
    )
