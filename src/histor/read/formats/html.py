"""HTML: one page, one report; its text is built from the page's blocks."""

import re
from collections.abc import Iterator

from histor.read.charset import decode, is_binary
from histor.read.detection import Example, without_prologue
from histor.read.draft import Draft, compose
from histor.read.page import parse, read_page
from histor.read.pagefacts import inferred_day
from histor.read.source import HEAD, Source, whole
from histor.records.made import Problem

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")

_PAGE = """<!doctype html><html lang="en-GB"><head><title>Envoys meet in Geneva | Lake Post</title>
<meta property="og:site_name" content="Lake Post"><meta property="article:published_time"
content="2016-03-14T22:10:00+01:00">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoys meet in Geneva</h1><p class="byline">By Ann Marsh</p>
<p>The talks opened on Monday, and the delegations sat in separate rooms while
a mediator walked between them all day, and each was told what the other had said.</p>
<p>The agency that was first with it, <a href="https://www.reuters.com/x">in this dispatch</a>, put it so:</p>
<blockquote><p>Both sides submitted papers on the rules of a political transition.</p></blockquote>
<figure><img src="a.jpg"><figcaption>The mediator arrives.</figcaption></figure>
<p>Nobody expects a result this week.</p></article>
<footer>All rights reserved</footer></body></html>"""

EXAMPLES = (
    Example(
        _PAGE.encode(),
        (
            ("furniture", "Home World", None),
            ("title", "Envoys meet in Geneva", None),
            ("furniture", "By Ann Marsh", None),
            ("paragraph", "The talks opened", None),
            ("paragraph", "The agency that was first", None),
            ("quote", "Both sides submitted", "Reuters"),
            ("caption", "The mediator arrives.", None),
            ("paragraph", "Nobody expects", None),
            ("furniture", "All rights reserved", None),
        ),
        published="2016-03-14",
        outlet="Lake Post",
    ),
    Example(b"<html><body><script>render()</script></body></html>", problems=("no-text",)),
)

_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|div|p|article|main|section|h[1-6]|table|blockquote|center|font"
    rb"|span|script|style|header|nav)\b",
    re.I,
)
_DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.I
)


def recognises(head: bytes) -> bool:
    """Tell whether the first bytes open a page."""
    return bool(_MARKUP.match(without_prologue(head)))


def drafts(source: Source) -> Iterator[Draft | Problem]:
    """Give the one report of a page."""
    raw = whole(source)
    if isinstance(raw, Problem):
        yield raw
    elif is_binary(raw):
        yield Problem("binary-file", f"{source.key} is no page but binary; name the page itself", key=source.key)
    else:
        yield _draft(raw, source)


def _draft(raw: bytes, source: Source) -> Draft | Problem:
    page = parse(decode(raw, source.charset or declared_charset(raw)))
    if page is None:
        return _no_text(source.key)
    pieces, facts = read_page(page, source.url)
    text, blocks = compose(pieces)
    if not any(block.kind != "furniture" for block in blocks):
        return _no_text(source.key)
    inferred = None if facts.published else inferred_day(page, facts.url)
    return Draft(
        raw,
        text,
        blocks,
        source.key,
        title=next((piece.words for piece in pieces if piece.kind == "title"), facts.title),
        outlet=facts.outlet,
        authors=facts.authors,
        published=facts.published or inferred,
        basis="inferred" if inferred else "metadata",
        url=facts.url,
        fetched=source.fetched,
        language=facts.language,
    )


def declared_charset(raw: bytes) -> str | None:
    """Give the charset that a page says it is written in."""
    match = _DECLARED.search(raw[:HEAD])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def _no_text(key: str) -> Problem:
    message = f"{key} shows no text without its scripts; save it from a browser as text, HTML or PDF"
    return Problem("no-text", message, key=key)
