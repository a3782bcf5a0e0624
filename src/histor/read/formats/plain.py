"""Plain text: one report, its text kept character for character."""

from collections.abc import Iterator

from histor.read.charset import decode, is_binary
from histor.read.detection import Example, empty
from histor.read.draft import Draft
from histor.read.source import Source, whole
from histor.read.voices import blocks_of
from histor.records.made import Problem

SUFFIXES = (".txt", ".text", ".md")

EXAMPLES = (
    Example(
        b"Shelling stops in Rastan\n\n12 March 2016\n\nNo shells fell on Rastan overnight, a medic said.\n",
        (
            ("title", "Shelling stops", None),
            ("paragraph", "12 March 2016", None),
            ("paragraph", "No shells fell", None),
        ),
        published="2016-03-12",
    ),
    Example(b"", problems=("empty-file",)),
    Example(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01", problems=("binary-file",)),
)


def recognises(head: bytes) -> bool:
    """Tell whether there is but white space; any other text is what no other format recognises."""
    return not head.strip()


def drafts(source: Source) -> Iterator[Draft | Problem]:
    """Give the one report of a text file."""
    raw = whole(source)
    if isinstance(raw, Problem):
        yield raw
        return
    if is_binary(raw):
        yield Problem("binary-file", f"{source.key} is not text; save it as text, HTML or PDF", key=source.key)
        return
    text = decode(raw, source.charset)
    blocks = blocks_of(text)
    yield (
        Draft(raw, text, blocks, source.key, url=source.url, fetched=source.fetched) if blocks else empty(source.key)
    )
