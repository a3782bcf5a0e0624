"""A quotation that is marked up as one in, the outlet whose words it holds out."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from histor.read.draft import Piece
from histor.read.outlets import is_known, known_name, outlet_at, outlet_said

_DASH = re.compile(r"^[\s—–―‒-]+|[\s,.:;]+$")
_TWEET = re.compile(r"[—–-]\s*(?P<name>[^()\n]{2,60}?)\s*\(@\w+\)")
_LONGEST_NAME = 12  # words; a longer text in a `cite` element is a quotation itself


def outlet_of_quotation(quotation: HtmlElement, before: Sequence[Piece], address: str | None) -> str | None:
    """Name whose words a quotation holds: as it says itself, as its source address says, or as the words before say."""
    return (
        _named_inside(quotation)
        or _known_link([link.get("href", "") for link in quotation.iter("a")], address)
        or _cited(quotation.get("cite"), address)
        or _announced(before, address)
    )


def is_attribution(element: HtmlElement) -> bool:
    """Tell whether a `cite` or `footer` names a source and is no quotation itself."""
    return 0 < len(element.text_content().split()) <= _LONGEST_NAME


def _named_inside(quotation: HtmlElement) -> str | None:
    if tweet := _TWEET.search(" ".join(quotation.text_content().split())):
        return tweet["name"]
    for element in (*quotation.iter("cite"), *quotation.iter("footer")):
        if is_attribution(element):
            return known_name(_DASH.sub("", " ".join(element.text_content().split()))) or None
    return None


def _cited(address: str | None, own: str | None) -> str | None:
    return outlet_at(address) if address and _leads_away(address, own) else None


def _announced(before: Sequence[Piece], own: str | None) -> str | None:
    """Ask the paragraph before, or the quotation before that this one goes on with."""
    said = [piece for piece in before if piece.kind not in {"furniture", "caption"}]
    if not said:
        return None
    last = said[-1]
    if last.kind == "quote":
        return last.outlet
    if last.kind != "paragraph":
        return None
    return outlet_said(last.words) or _known_link(last.links, own) or _linked(last, own)


def _known_link(links: Sequence[str], own: str | None) -> str | None:
    names = (outlet_at(link) for link in reversed(links) if _leads_away(link, own))
    return next((name for name in names if name and is_known(name)), None)


def _linked(piece: Piece, own: str | None) -> str | None:
    """Take the host of the last link of a sentence that introduces the quotation."""
    away = [link for link in piece.links if _leads_away(link, own)]
    return outlet_at(away[-1]) if away and piece.words.endswith(":") else None


def _leads_away(link: str, own: str | None) -> bool:
    return bool(re.match(r"(?:https?:)?//", link)) and (own is None or outlet_at(link) != outlet_at(own))
