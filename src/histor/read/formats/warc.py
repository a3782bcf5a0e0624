"""WARC: each page, text or PDF that an archive holds as an answer is one report, with the address it came from."""

import gzip
import io
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from typing import Any, BinaryIO

from histor.read.addresses import charset_of_type, suffix_of_type
from histor.read.detection import Example, drafts_of
from histor.read.draft import Draft
from histor.read.source import HEAD, Source, read_some, too_long
from histor.records.made import Problem

SUFFIXES = (".warc",)

_PAGE = b"<html><body><p>The bridge at Deir Hafer was open on 2 May, drivers said.</p></body></html>"
_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(_PAGE), _PAGE)
_RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://bridge.example/a\r\n"
    b"WARC-Date: 2016-05-03T06:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:6d3f2a10-0000-4000-8000-000000000001>\r\n"
    b"Content-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(_ANSWER), _ANSWER)
)

EXAMPLES = (
    Example(
        _RECORD,
        (("paragraph", "The bridge at Deir Hafer", None),),
        outlet="bridge.example",
        problems=("undated-report",),
    ),
    Example(_RECORD[:-30], problems=("broken-archive",)),
)

_READ = frozenset((".html", ".txt", ".pdf"))


def recognises(head: bytes) -> bool:
    """Tell whether the first bytes open an archive."""
    return head.startswith(b"WARC/")


def drafts(source: Source) -> Iterator[Draft | Problem]:
    """Give a report for each answer that is a page, a text or a PDF; the rest of the archive is passed over."""
    found = False
    try:
        for record in _answers(source):
            found = True
            yield from _reports(record, source)
    except gzip.BadGzipFile:
        raise
    except OSError as error:
        yield _damaged(source.key, error)
        return
    if not found:
        message = f"the archive {source.key} holds no page, text or PDF that a server answered with; name another one"
        yield Problem("no-reports", message, key=source.key)


class _Forward:
    """A stream as the archive reader asks for it, which gives what stands before a damaged place."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        """Give what comes next, and nothing at the end."""
        piece = read_some(self._stream, size if size >= 0 else HEAD)
        self._place += len(piece)
        return piece

    def seek(self, offset: int, whence: int = 0) -> int:
        """Refuse to move: what was read is gone."""
        raise io.UnsupportedOperation(f"a stream cannot move to {offset} ({whence})")

    def close(self) -> None:
        """Leave the stream to whoever opened it."""

    def tell(self) -> int:
        """Say how many bytes were given."""
        return self._place


def _answers(source: Source) -> Iterator[Any]:
    # Imported here: most runs read no archive.
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream = _Forward(source.stream)
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"):
        headers = record.http_headers
        good = headers is not None and headers.status_code == HTTPStatus.OK
        if good and suffix_of_type(record.http_content_type) in _READ:
            yield record


def _reports(record: Any, source: Source) -> Iterator[Draft | Problem]:
    address = record.headers.get("WARC-Target-URI") or source.key
    stated = record.http_headers.get("Content-Length")
    body = record.reader.read(source.longest + 1)
    if len(body) > source.longest:
        yield too_long(address, source.longest)
    elif stated and stated.isdigit() and len(body) < int(stated) and not record.http_headers.get("Content-Encoding"):
        yield _cut_off(address, source.key)
    else:
        yield from (_named(item, address) for item in drafts_of(_inner(record, body, address, source)))


def _inner(record: Any, body: bytes, address: str, source: Source) -> Source:
    kind = record.http_headers.get("Content-Type")
    return Source(
        address,
        io.BytesIO(body),
        source.longest,
        suffix_of_type(kind),
        charset_of_type(kind),
        address,
        record.record_date.isoformat(timespec="seconds") if record.record_date else None,
        head=body[:HEAD],
    )


def _named(item: Draft | Problem, address: str) -> Draft | Problem:
    return replace(item, key=address)


def _cut_off(address: str, archive: str) -> Problem:
    message = f"{address} is cut off in the archive {archive}, and was not read; get the archive again"
    return Problem("broken-archive", message, key=archive)


def _damaged(archive: str, error: OSError) -> Problem:
    message = f"the archive {archive} is damaged ({error}); what came before was read; get the archive again"
    return Problem("broken-archive", message, key=archive)
