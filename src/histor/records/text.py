"""A report as text: its words, its blocks, and spans that point at words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from histor.records.measures import Day, Span

BlockKind = Literal["title", "heading", "paragraph", "quote", "list", "caption", "furniture"]
Basis = Literal["markup", "typography", "style"]
PublishedBasis = Literal["given", "metadata", "dateline", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a report that is one thing: a title, a paragraph, somebody's quoted copy, or page furniture."""

    start: int  # code points, included
    end: int  # code points, excluded
    kind: BlockKind
    outlet: str | None = None  # whose words a quote block is; None: the report's own, or not said
    basis: Basis = "typography"  # how the kind was told


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, both ends included."""

    start: Day | None  # None: unknown
    end: Day | None
    precision: Literal["day", "month", "year", "unknown"]
    basis: PublishedBasis


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its words and what is known of where they came from."""

    id: str
    key: str  # the caller's own id: the `id` of a JSON line, else the path or address
    sha256: str  # of the bytes read
    text: str
    blocks: tuple[Block, ...]
    published: Published
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    fetched: str | None = None  # ISO 8601, UTC; None: not fetched from an address
    language: str = "en"


def quote(text: str, spans: Iterable[Span]) -> str:
    """Give the words that the spans point at, pieces joined by an ellipsis."""
    return " … ".join(text[start:end] for start, end in spans)


def readable(report: Report) -> tuple[Block, ...]:
    """List the blocks whose words are read for claims and events: all but furniture."""
    return tuple(block for block in report.blocks if block.kind != "furniture")
