"""Pieces of a page in, text with blocks out; and the draft of a report that every format hands over."""

from collections.abc import Iterable
from dataclasses import dataclass

from histor.records.made import Problem
from histor.records.text import Basis, Block, BlockKind, PublishedBasis

BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one block whose text this room builds, before it has a place in the text."""

    words: str
    kind: BlockKind
    outlet: str | None = None
    basis: Basis = "markup"
    links: tuple[str, ...] = ()  # addresses that the words link to
    linked: bool = False  # every word is the text of a link


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as its bytes give it, before the caller's word and the dateline are heard."""

    raw: bytes
    text: str
    blocks: tuple[Block, ...]
    key: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None  # a day or moment as the metadata writes it
    basis: PublishedBasis = "metadata"  # inferred: worked out from the page, and weaker than a dateline
    url: str | None = None
    fetched: str | None = None  # ISO 8601, UTC
    language: str | None = None
    problems: tuple[Problem, ...] = ()


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Join pieces with blank lines and give the text with its blocks; pieces without words are left out."""
    parts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for piece in pieces:
        if not piece.words.strip():
            continue
        end = start + len(piece.words)
        blocks.append(Block(start, end, piece.kind, piece.outlet, piece.basis))
        parts.append(piece.words)
        start = end + len(BETWEEN_BLOCKS)
    return BETWEEN_BLOCKS.join(parts), tuple(blocks)
