"""An http or https address in, what the server gives out; or a problem that says why nothing came."""

import io
import re
import time
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from histor.read.source import Source, too_long
from histor.records.made import Problem
from histor.settings import Settings

if TYPE_CHECKING:
    import httpx

_PATIENCE = 10  # timeouts that a whole body may take: a server that sends a byte now and then holds nobody up
_AGENT = "histor/0.1 (reads reports on request of a person)"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rss",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/json": ".json",
    "message/rfc822": ".eml",
    "application/mbox": ".mbox",
    "application/warc": ".warc",
}


def is_address(given: str) -> bool:
    """Tell whether an input is an address and no path."""
    return bool(re.match(r"https?://", given, re.I))


def suffix_of_type(content_type: str | None) -> str:
    """Give the file ending for what a server says a body is; empty: it says nothing known."""
    return _SUFFIXES.get((content_type or "").split(";")[0].strip().lower(), "")


def charset_of_type(content_type: str | None) -> str | None:
    """Give the charset that a server says a body has."""
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type or "", re.I)
    return match[1] if match else None


def fetch(address: str, settings: Settings) -> Source | Problem:
    """Ask for an address, following redirects; the body is held in memory and no longer than one report may be."""
    # Imported here: most runs read files only.
    import httpx

    try:
        with httpx.stream(
            "GET", address, follow_redirects=True, timeout=settings.timeout, headers={"User-Agent": _AGENT}
        ) as answer:
            return _take(address, answer, settings)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        return _silent(address, str(error) or type(error).__name__)


def _take(address: str, answer: "httpx.Response", settings: Settings) -> Source | Problem:
    if answer.status_code != HTTPStatus.OK:
        words = f"{answer.status_code} {answer.reason_phrase}".strip()
        message = f"{address} gives no report: the server says {words}; open it in a browser and save the page"
        return Problem("http-error", message, key=address)
    body = bytearray()
    latest = time.monotonic() + _PATIENCE * settings.timeout
    for piece in answer.iter_bytes():
        body += piece
        if time.monotonic() > latest:
            return _silent(address, "it sends too slowly")
        if len(body) > settings.longest_report:
            return too_long(address, settings.longest_report)
    kind = answer.headers.get("content-type")
    return Source(
        address,
        io.BytesIO(bytes(body)),
        settings.longest_report,
        suffix_of_type(kind),
        charset_of_type(kind),
        str(answer.url),
        datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _silent(address: str, why: str) -> Problem:
    message = f"{address} does not answer ({why}); check the address and the connection, then try again"
    return Problem("no-answer", message, key=address)
