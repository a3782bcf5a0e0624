"""RSS and Atom: one entry, one report; an entry's content is read as HTML."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax import SAXParseException

from histor.read.detection import Example, without_prologue
from histor.read.draft import Draft, Piece, compose
from histor.read.outlets import known_name
from histor.read.page import parse, read_fragment
from histor.read.source import Source, whole
from histor.records.made import Problem

SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
# A server that has lost a feed answers with a page, which is then no report.
DECISIVE = (".rss", ".atom")

EXAMPLES = (
    Example(
        b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Hill Radio</title>
<item><title>Water is back in Zabadani</title><link>https://hill.example/1</link>
<pubDate>Sat, 05 Mar 2016 00:30:00 +0200</pubDate>
<description>&lt;p&gt;The pumps ran again on Friday.&lt;/p&gt;&lt;p&gt;Read more&lt;/p&gt;</description></item>
<item><title>Two held at a checkpoint</title><link>https://hill.example/2</link>
<pubDate>Sat, 05 Mar 2016 09:00:00 +0200</pubDate></item></channel></rss>""",
        (
            ("title", "Water is back", None),
            ("paragraph", "The pumps ran", None),
            ("furniture", "Read more", None),
            ("title", "Two held", None),
        ),
        published="2016-03-05",
        outlet="Hill Radio",
    ),
    Example(b"<rss version='2.0'><channel><title>Cut", problems=("broken-feed",)),
)

_ROOT = re.compile(rb"(?:<!DOCTYPE\s+(?:rss|feed|rdf)[^>]*>\s*)?<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.I)
_ENTRY = re.compile(rb"<(item|entry)[\s>].*?</\1\s*>", re.S)


def recognises(head: bytes) -> bool:
    """Tell whether the root element is that of a feed."""
    return bool(_ROOT.match(without_prologue(head)))


def drafts(source: Source) -> Iterator[Draft | Problem]:
    """Give a report for each entry; a feed that is not well formed is a problem beside what could be read."""
    raw = whole(source)
    if isinstance(raw, Problem):
        yield raw
        return
    # Imported here: it is slow to load, and most runs read no feed.
    import feedparser

    feed: Any = feedparser.parse(io.BytesIO(raw))
    if isinstance(feed.get("bozo_exception"), SAXParseException) or not feed.version:
        yield _broken(source.key, feed)
    elif not feed.entries:
        yield Problem("no-reports", f"the feed {source.key} has no entries; nothing was read from it", key=source.key)
    parts = _parts(raw, len(feed.entries))
    for number, (entry, part) in enumerate(zip(feed.entries, parts, strict=True), 1):
        yield _draft(entry, part, feed.feed, f"{source.key}:{number}", source)


def _broken(key: str, feed: Any) -> Problem:
    error = feed.get("bozo_exception")
    why = f"is not well-formed XML ({error})" if error else "is neither RSS nor Atom"
    count = f"{len(feed.entries)} entries could be read" if feed.entries else "nothing could be read"
    return Problem("broken-feed", f"the feed {key} {why}; {count}; check the address of the feed", key=key)


def _parts(raw: bytes, count: int) -> Sequence[bytes]:
    """Give the bytes of each entry; those of the whole feed where the entries cannot be told apart."""
    ends = len(re.findall(rb"</(?:item|entry)\s*>", raw))  # counted first: a search for an end that lacks is slow
    parts = [match[0] for match in _ENTRY.finditer(raw)] if ends == count else []
    return parts if len(parts) == count else [raw] * count


def _draft(entry: Any, raw: bytes, feed: Any, place: str, source: Source) -> Draft | Problem:
    title = " ".join(_plain(entry.get("title") or "").split())
    link = entry.get("link")
    page = parse(_content(entry))
    body = [] if page is None else read_fragment(page, link or source.url)
    text, blocks = compose([*([Piece(title, "title")] if title else []), *body])
    if not text:
        return Problem("no-text", f"the entry {place} has neither title nor text; nothing was read from it", key=place)
    outlet = (entry.get("source") or {}).get("title") or feed.get("title")
    return Draft(
        raw,
        text,
        blocks,
        link or place,
        title=title or None,
        outlet=known_name(outlet) if outlet else None,
        authors=tuple(author["name"] for author in entry.get("authors") or () if author.get("name")),
        published=entry.get("published") or entry.get("updated"),
        url=link or source.url,
        fetched=source.fetched,
        language=(feed.get("language") or "").split("-")[0].lower() or None,
    )


def _content(entry: Any) -> str:
    """Give the entry's full content, or its summary."""
    full = max((item.get("value") or "" for item in entry.get("content") or ()), key=len, default="")
    return full or entry.get("summary") or ""


def _plain(markup: str) -> str:
    page = parse(markup) if "<" in markup or "&" in markup else None
    return markup if page is None else str(page.text_content())
