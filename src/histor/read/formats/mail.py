"""E-mail: one message, one report; a file of one message (.eml) or of many (mbox)."""

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from histor.read.charset import without_lone_surrogates
from histor.read.detection import Example
from histor.read.draft import Draft, Piece, compose
from histor.read.outlets import known_name
from histor.read.page import parse, read_fragment
from histor.read.source import Source, lines, too_long, whole
from histor.read.voices import blocks_of
from histor.records.made import Problem

SUFFIXES = (".eml", ".mbox", ".mbx")

_MESSAGE = b"""From: Border Watch <desk@borderwatch.example>
To: list@example.org
Subject: Convoy reaches Kafraya
Date: Thu, 21 Apr 2016 23:40:00 +0300
Content-Type: text/plain; charset=utf-8

A convoy of twelve lorries reached Kafraya after dark,
a driver said by telephone.

On 20 April 2016, Ann Marsh wrote:

> The road was still closed this morning.

--
Border Watch, an example
"""

EXAMPLES = (
    Example(
        _MESSAGE,
        (
            ("title", "Convoy reaches Kafraya", None),
            ("paragraph", "A convoy of twelve lorries reached Kafraya after dark, a driver said", None),
            ("paragraph", "On 20 April", None),
            ("quote", "The road was still closed", "Ann Marsh"),
            ("furniture", "-- Border Watch", None),
        ),
        published="2016-04-21",
        outlet="Border Watch",
    ),
    Example(
        b"From desk@borderwatch.example Thu Apr 21 23:40:00 2016\n"
        + _MESSAGE
        + b"\nFrom desk@borderwatch.example Fri Apr 22 08:00:00 2016\n"
        + b"From: Border Watch <desk@borderwatch.example>\nSubject: Empty\nDate: Fri, 22 Apr 2016 08:00:00 +0300\n\n\n",
        (
            ("title", "Convoy reaches Kafraya", None),
            ("paragraph", "A convoy of twelve", None),
            ("paragraph", "On 20 April", None),
            ("quote", "The road was still closed", "Ann Marsh"),
            ("furniture", "-- Border Watch", None),
        ),
        published="2016-04-21",
        problems=("no-text",),
    ),
)

_BOX = re.compile(rb"From \S+ .*\b\d{4}\b")  # sender and moment of delivery (RFC 4155, appendix A)
_HEADERS = re.compile(
    rb"^(?:From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type):\s", re.I | re.M
)
_FIELD = re.compile(rb"[!-9;-~]+:")
_LEAST_HEADERS = 3  # a text may open with one or two such words
_SIGNATURE = re.compile(r"^-- ?$", re.M)


def recognises(head: bytes) -> bool:
    """Tell whether the first bytes open a mailbox or a message."""
    if _BOX.match(head):
        return True
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return bool(_FIELD.match(top)) and len(set(_HEADERS.findall(top))) >= _LEAST_HEADERS


def drafts(source: Source) -> Iterator[Draft | Problem]:
    """Give a report for each message."""
    if _BOX.match(source.head):
        for number, raw in enumerate(_messages(source), 1):
            place = f"{source.key}:{number}"
            yield too_long(place, source.longest) if raw is None else _draft(raw, place, source)
        return
    message = whole(source)
    yield message if isinstance(message, Problem) else _draft(message, source.key, source)


def _messages(source: Source) -> Iterator[bytes | None]:
    """Cut a mailbox at its `From ` lines; None for a message that is longer than may be read."""
    parts: list[bytes] = []
    size, blank = 0, True
    for line in lines(source):
        if blank and line is not None and _BOX.match(line):
            if parts or size:
                yield b"\n".join(parts) if size <= source.longest else None
            parts, size = [], 0
            continue
        size += source.longest + 1 if line is None else len(line) + 1
        parts = [] if size > source.longest or line is None else parts
        parts.append(line or b"")
        blank = not line
    if parts:
        yield b"\n".join(parts) if size <= source.longest else None


def _draft(raw: bytes, place: str, source: Source) -> Draft | Problem:
    message = BytesParser(policy=policy.default).parsebytes(raw)
    subject = _header(message, "Subject")
    body = _pieces(message)
    if not any(piece.kind != "furniture" for piece in body):
        return Problem(
            "no-text", f"the mail {place} holds no text; save what it carries as a file of its own", key=place
        )
    text, blocks = compose([*([Piece(subject, "title")] if subject else []), *body])
    name, address = parseaddr(_header(message, "From") or "")
    return Draft(
        raw,
        text,
        blocks,
        place,
        title=subject,
        outlet=known_name(name) if name else address or None,
        published=_header(message, "Date"),
        url=source.url,
        fetched=source.fetched,
    )


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except (AttributeError, IndexError, TypeError, ValueError):  # the library's parser fails on some broken headers
        return None
    return " ".join(without_lone_surrogates(str(value)).split()) or None if value else None


def _pieces(message: EmailMessage) -> list[Piece]:
    """Cut the message's text, plain before HTML, into pieces."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return []
    try:
        words = without_lone_surrogates(str(part.get_content()))
    except (LookupError, ValueError):  # a charset that nobody knows, or a type that holds no text
        words = (part.get_payload(decode=True) or b"").decode("utf-8", "replace")  # type: ignore[union-attr]
    if part.get_content_subtype() == "html":
        page = parse(words)
        return [] if page is None else read_fragment(page, None)
    return _plain_pieces(words.replace("\r\n", "\n"))


def _plain_pieces(words: str) -> list[Piece]:
    signed = _SIGNATURE.search(words)
    letter = words[: signed.start()] if signed else words
    signature = " ".join(words[signed.start() :].split()) if signed else ""
    return [
        *(
            Piece(_unfilled(letter[block.start : block.end]), block.kind, block.outlet, block.basis)
            for block in blocks_of(letter, "")
        ),
        Piece(signature, "furniture", None, "typography"),
    ]


def _unfilled(words: str) -> str:
    """Join the lines of a block, without the marks that set it off."""
    return " ".join(re.sub(r"^[>\s]+", "", words, flags=re.M).split())
