"""JSON lines: one report a line, its text kept character for character.

Keys: `text`, and where known `id`, `title`, `published` (or `date`), `outlet` (or `source`), `url`; others are ignored.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from histor.read.charset import without_lone_surrogates
from histor.read.detection import Example
from histor.read.draft import Draft
from histor.read.source import Source, lines, too_long
from histor.read.voices import blocks_of
from histor.records.made import Problem

SUFFIXES = (".jsonl", ".ndjson", ".json")

EXAMPLES = (
    Example(
        b'{"id": 7, "text": "Two buses left Darayya.", "date": "2016-04-20", "source": "Field desk; outlets: none"}\n'
        b'{"id": 8, "title": "No text"}\n'
        b'{"id": 9, "text": "Two bu\n',
        (("paragraph", "Two buses left Darayya.", None),),
        published="2016-04-20",
        outlet="Field desk",
        problems=("bad-line", "bad-line"),
    ),
)

_OBJECT = re.compile(rb"\s*\{\s*[\"}]")


def recognises(head: bytes) -> bool:
    """Tell whether the first bytes open a JSON object, or a list of them."""
    return bool(_OBJECT.match(head.removeprefix(b"\xef\xbb\xbf"))) or bool(re.match(rb"\s*\[\s*\{\s*\"", head))


def drafts(source: Source) -> Iterator[Draft | Problem]:
    """Give a report for each line; a line that cannot be read is a problem that names its number."""
    if re.match(rb"\s*[\[{]\s*\r?\n", source.head) or source.head.lstrip().startswith(b"["):
        yield _one_document(source.key)
        return
    for number, line in enumerate(lines(source), 1):
        place = f"{source.key}:{number}"
        if line is None:
            yield too_long(place, source.longest)
        elif line.strip():
            yield _draft(line, place, source)


def _draft(line: bytes, place: str, source: Source) -> Draft | Problem:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return _bad(place, f"is not JSON ({error})")
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str) or not fields["text"].strip():
        return _bad(place, "has no `text`")
    text = _kept(fields["text"])
    title = _said(fields, "title")
    return Draft(
        line,
        text,
        blocks_of(text, title),
        _said(fields, "id") or place,
        title=title,
        outlet=_outlet(_said(fields, "outlet", "source")),
        published=_said(fields, "published", "date"),
        url=_said(fields, "url") or source.url,
        fetched=source.fetched,
        language=_said(fields, "language"),
    )


def _kept(text: str) -> str:
    return without_lone_surrogates(text.replace("\r\n", "\n").replace("\r", "\n"))


def _said(fields: dict[str, Any], *names: str) -> str | None:
    """Give the first of these keys that holds words or a number."""
    values = (fields.get(name) for name in names)
    return next((str(value) for value in values if isinstance(value, str | int) and str(value).strip()), None)


def _outlet(words: str | None) -> str | None:
    """Keep the outlet's name: data sets list others after a semicolon."""
    return words.split(";")[0].strip() or None if words else None


def _bad(place: str, why: str) -> Problem:
    return Problem("bad-line", f"{place} {why}; each line must be one JSON object with a `text`", key=place)


def _one_document(key: str) -> Problem:
    message = f"{key} is one JSON document, not one report a line; turn it into lines, as with `jq -c '.[]'`"
    return Problem("unknown-format", message, key=key)
