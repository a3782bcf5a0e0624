"""A page's HTML in, its text with blocks and what it says about itself out."""

import logging
import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import html as lxml_html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from histor.read.draft import Piece
from histor.read.main_content import main_of, title_of, vote
from histor.read.markup import pieces_of
from histor.read.pagefacts import PageFacts, facts_of
from histor.read.voices import Stretch, mark_furniture, mark_quotations

# Without a handler, Python prints the libraries' warnings; what matters to a reader of reports is a problem already.
for _library in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_SHORTEST_VOTE = 1000  # characters; of a shorter page an extractor finds little
_LONGEST_LINK = 15  # words; a paragraph that is nothing but so short a link leads to another story
_SOFT = re.compile("[\u00ad\u200b\ufeff]")  # soft hyphens and marks without width


def parse(text: str) -> HtmlElement | None:
    """Give the root element of a page; None: there is no markup in it."""
    # A declaration of a charset makes the parser refuse text that is decoded already.
    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\x00", "")
    try:
        return lxml_html.document_fromstring(_SOFT.sub("", plain)) if plain.strip() else None
    except ParserError:
        return None


def read_page(page: HtmlElement, address: str | None) -> tuple[list[Piece], PageFacts]:
    """Cut a whole page into pieces, furniture among them, and read what it says about itself."""
    facts = facts_of(page, address)
    body = page.find("body") if page.find("body") is not None else page
    main = main_of(body)
    pieces = pieces_of(body, main=main, title=title_of(body, facts.title), address=facts.url)
    if main is None and sum(len(piece.words) for piece in pieces) >= _SHORTEST_VOTE:
        pieces = vote(lxml_html.tostring(page, encoding="unicode"), pieces)
    return judge(pieces), facts


def read_fragment(page: HtmlElement, address: str | None) -> list[Piece]:
    """Cut a fragment that holds a report and nothing else, such as an entry of a feed."""
    return judge(pieces_of(page, main=None, title=None, address=address))


def judge(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark by their words what the markup left open: calls, links to other stories, quotations without markup."""
    open_pieces = [_as_link(piece) for piece in pieces]
    stretches = mark_furniture(
        [Stretch(each.words, each.kind, outlet=each.outlet, basis=each.basis) for each in open_pieces]
    )
    if not any(stretch.kind == "quote" for stretch in stretches):
        stretches = mark_quotations(stretches)
    return [
        replace(piece, kind=stretch.kind, outlet=stretch.outlet, basis=stretch.basis)
        for piece, stretch in zip(open_pieces, stretches, strict=True)
    ]


def _as_link(piece: Piece) -> Piece:
    lone = piece.kind == "paragraph" and piece.linked and len(piece.words.split()) <= _LONGEST_LINK
    return replace(piece, kind="furniture") if lone else piece
