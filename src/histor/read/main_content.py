"""A parsed page in, where its report stands out: by markup if that tells, else by a vote of a content extractor."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from histor.read.draft import Piece

_PATHS = (
    "//*[@itemprop='articleBody']",
    "//article",
    "//main|//*[@role='main']",
)
_SHORTEST_REPORT = 200  # characters; less than that in an element marked as article is a teaser
_FAR_LONGER = 2  # one article this many times longer than every other is the page's report
_SHARE_FOUND = 0.25  # of the page's words; an extractor that finds less has failed
_SAME = 0.6  # share of a piece's word triples that must be found


def main_of(body: HtmlElement) -> HtmlElement | None:
    """Give the element that the markup names as the report; None: it names none, or several alike."""
    for path in _PATHS:
        found = sorted(body.xpath(path), key=_length, reverse=True)
        inside = set(found)
        outer = [element for element in found if inside.isdisjoint(element.iterancestors())]
        if not outer or _length(outer[0]) < _SHORTEST_REPORT:
            continue
        if len(outer) == 1 or _length(outer[0]) >= _FAR_LONGER * _length(outer[1]):
            return outer[0]
    return None


def title_of(body: HtmlElement, stated: str | None) -> HtmlElement | None:
    """Give the heading over the report: the one that the page's title repeats, else the first of the highest rank."""
    headings = [each for each in body.iter("h1", "h2") if each.text_content().strip()]
    same = [each for each in headings if stated and _fold(each.text_content()) in _fold(stated)]
    long_enough = [each for each in same if len(each.text_content().split()) > 2]  # a site's name is shorter
    first = [each for each in headings if each.tag == "h1" and len(each.text_content().split()) > 2]
    return next(iter([*long_enough, *first]), None)


def vote(page: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Mark as furniture the paragraphs and lists that an extractor of main content leaves out."""
    # Imported here: it takes most of a second to load, and pages with honest markup do not need it.
    import trafilatura

    found = trafilatura.extract(page, include_comments=False, include_tables=True, fast=True) or ""
    if len(found) < _SHARE_FOUND * sum(len(piece.words) for piece in pieces if piece.kind != "furniture"):
        return list(pieces)
    kept, text = _triples(found), _fold(found)
    return [
        piece
        if piece.kind not in {"paragraph", "list"} or _fold(piece.words) in text or _share(piece.words, kept) >= _SAME
        else replace(piece, kind="furniture", basis="style")
        for piece in pieces
    ]


def _length(element: HtmlElement) -> int:
    return len(" ".join(element.text_content().split()))


def _share(words: str, kept: set[tuple[str, ...]]) -> float:
    triples = _triples(words)
    return len(triples & kept) / len(triples) if triples else 0.0


def _triples(words: str) -> set[tuple[str, ...]]:
    tokens = _fold(words).split()
    return set(zip(tokens, tokens[1:], tokens[2:], strict=False))


def _fold(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
