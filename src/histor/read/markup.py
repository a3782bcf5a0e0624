"""A parsed page in, its pieces in order out: whose words each is, as the markup tells."""

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from histor.read.draft import Piece
from histor.read.furniture import ROLES, TAGS, is_named_furniture
from histor.read.quoting import is_attribution, outlet_of_quotation
from histor.records.text import BlockKind

_SKIPPED = frozenset("script style noscript template svg math iframe object head audio video canvas img input".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ENTRIES = frozenset(("li", "dt", "dd"))
# An element that holds this share of the page's words is the page, whatever its class is called.
_MOST_OF_THE_PAGE = 0.5
_LINKED = 0.9  # share of the words that are link text, for a piece that is nothing but a link
_MENU_ITEMS, _MENU_WORDS = 3, 12  # a list of so many links of at most so many words each is a menu


@dataclass(frozen=True, slots=True)
class _Inside:
    """What the elements around some words make of them."""

    kind: BlockKind = "paragraph"
    outlet: str | None = None
    in_main: bool = False


@dataclass(slots=True)
class _Walk:
    """The walk down a page: the words of the piece at hand, and the pieces already cut."""

    main: HtmlElement | None
    title: HtmlElement | None
    address: str | None
    size: int  # characters of the page
    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    linked: int = 0  # characters of the words that are link text
    inside: _Inside = field(default_factory=_Inside)


def pieces_of(
    body: HtmlElement, *, main: HtmlElement | None, title: HtmlElement | None, address: str | None
) -> list[Piece]:
    """Cut a page into pieces in reading order.

    `main` is the element that holds the report, if one is known: what stands outside is furniture.
    `title` is the heading over the report; `address` is the page's own, to tell its links from those to others.
    """
    walk = _Walk(main, title, address, max(1, len(body.text_content())))
    _visit(walk, body, _Inside())
    _cut(walk)
    return walk.pieces


def _visit(walk: _Walk, element: HtmlElement, around: _Inside) -> None:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or _is_hidden(element):
        return
    if element.tag == "br":
        _break_line(walk)
    elif element.tag in _INLINE:
        _visit_inline(walk, element, around)
    else:
        _cut(walk)
        _visit_block(walk, element, _inside(walk, element, around))
        _cut(walk)


def _visit_block(walk: _Walk, element: HtmlElement, inside: _Inside) -> None:
    if element.tag == "tr" and not _holds_blocks(element):
        kind: BlockKind = "list" if inside.kind == "paragraph" else inside.kind
        cells = (_collapse(cell.text_content()) for cell in element if cell.tag in {"td", "th"})
        _add(walk, " | ".join(cell for cell in cells if cell), _Inside(kind, inside.outlet))
    else:
        _visit_children(walk, element, inside)


def _visit_children(walk: _Walk, element: HtmlElement, inside: _Inside) -> None:
    _add(walk, element.text, inside)
    for child in element:
        _visit(walk, child, inside)
        _add(walk, child.tail, inside)


def _visit_inline(walk: _Walk, element: HtmlElement, around: _Inside) -> None:
    if element.tag == "cite" and around.kind == "quote" and is_attribution(element):
        _visit_children(walk, element, _Inside("caption", None, around.in_main))
        return
    marks = element.tag == "q" and not element.text_content().lstrip().startswith(("“", '"'))
    _add(walk, "“" if marks else "", around)
    before = sum(map(len, walk.words))
    _visit_children(walk, element, around)
    if element.tag == "a" and element.get("href"):
        walk.links.append(element.get("href", ""))
        walk.linked += max(0, sum(map(len, walk.words)) - before)
    _add(walk, "”" if marks else "", around)


def _inside(walk: _Walk, element: HtmlElement, around: _Inside) -> _Inside:
    """Tell what an element makes of the words in it."""
    in_main = around.in_main or element is walk.main
    if element is walk.title:
        return _Inside("title", in_main=in_main)
    if element is walk.main or (walk.main is not None and not in_main and _contains(element, walk.main)):
        return _Inside(in_main=in_main)
    if around.kind in {"furniture", "title"}:
        return around
    kind, outlet = _kind(walk, element, around)
    return _Inside(kind, outlet, in_main)


def _kind(walk: _Walk, element: HtmlElement, around: _Inside) -> tuple[BlockKind, str | None]:
    tag = element.tag
    if around.kind == "quote":
        return ("caption", None) if tag == "footer" else (around.kind, around.outlet)
    if _is_outside(walk, around, element) or _is_furniture(walk, element):
        return "furniture", None
    if tag == "blockquote":
        return "quote", outlet_of_quotation(element, walk.pieces, walk.address)
    if tag in _HEADINGS:
        return "heading", None
    if tag == "figcaption" or around.kind == "caption":
        return "caption", None
    if tag in _ENTRIES or around.kind == "list":
        return "list", None
    return around.kind, around.outlet


def _is_outside(walk: _Walk, around: _Inside, element: HtmlElement) -> bool:
    return walk.main is not None and not around.in_main and element.tag not in {"html", "body"}


def _is_furniture(walk: _Walk, element: HtmlElement) -> bool:
    if element.tag in {"html", "body", "main", "article"}:
        return False
    if element.tag in {"ul", "ol"} and _is_menu(element):
        return True
    told = (
        element.tag in TAGS
        or element.get("role", "") in ROLES
        or (element.tag == "header" and not _within(element, {"article", "main"}))
        or is_named_furniture(f"{element.get('class', '')} {element.get('id', '')}")
    )
    return told and len(element.text_content()) < _MOST_OF_THE_PAGE * walk.size


def _is_menu(element: HtmlElement) -> bool:
    items = [_collapse(item.text_content()) for item in element.iter("li")]
    linked = sum(len(_collapse(link.text_content())) for link in element.iter("a"))
    return (
        len(items) >= _MENU_ITEMS
        and all(len(item.split()) <= _MENU_WORDS for item in items)
        and linked >= _LINKED * max(1, sum(map(len, items)))
    )


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return "hidden" in element.attrib or "display:none" in style


def _holds_blocks(row: HtmlElement) -> bool:
    return any(
        isinstance(item.tag, str) and item.tag in {"p", "div", "table", "ul", "blockquote"} for item in row.iter()
    )


def _within(element: HtmlElement, tags: set[str]) -> bool:
    return any(parent.tag in tags for parent in element.iterancestors())


def _contains(element: HtmlElement, inner: HtmlElement) -> bool:
    return any(parent is element for parent in inner.iterancestors())


def _break_line(walk: _Walk) -> None:
    if re.search(r"\n\s*$", "".join(walk.words)):
        _cut(walk)
    else:
        walk.words.append("\n")


def _add(walk: _Walk, words: str | None, inside: _Inside) -> None:
    if not words:
        return
    if inside != walk.inside and words.strip():
        _cut(walk)
        walk.inside = inside
    # A line end in the source is a space; one that the page shows is added as such by `_break_line`.
    walk.words.append(re.sub(r"\s+", " ", words))


def _cut(walk: _Walk) -> None:
    """End the piece at hand."""
    words = _collapse("".join(walk.words))
    if words:
        linked = walk.linked >= _LINKED * len(words)
        walk.pieces.append(Piece(words, walk.inside.kind, walk.inside.outlet, "markup", tuple(walk.links), linked))
    walk.words, walk.links, walk.linked = [], [], 0


def _collapse(words: str) -> str:
    return " ".join(words.split())
