"""A parsed page in, what it says about itself out: title, outlet, authors, day, address, language."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from histor.read.outlets import known_name, outlet_at
from histor.read.publication import published_of

_ARTICLES = re.compile(
    r"(?:News|Reportage|Background|Analysis|Opinion|Tech|Advertiser)?\w*(?:Article|BlogPosting|Report|LiveBlogPosting)$"
)
_DAY_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "cxenseparse:recs:publishtime",
    "date",
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says about itself; None or empty where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None  # as written there
    url: str | None = None
    language: str | None = None


def facts_of(page: HtmlElement, address: str | None) -> PageFacts:
    """Read the page's own statements: JSON-LD first, then meta elements, then its visible marks."""
    article = next(_articles(page), {})
    meta = _meta(page)
    url = _first(_link(page, "canonical"), meta.get("og:url"), _text(article.get("url")), address)
    return PageFacts(
        title=_first(_text(article.get("headline")), meta.get("og:title"), _text(page.findtext(".//title"))),
        outlet=_outlet(article, meta, url),
        authors=_authors(page, article, meta),
        published=_first(*filter(published_of, _days(page, article, meta))),
        url=url if url and re.match(r"https?://", url) else address,
        language=_language(page, article, meta),
    )


def inferred_day(page: HtmlElement, url: str | None) -> str | None:
    """Work out a page's day from its address and wording, where it states none."""
    # Imported here: it is slow to load, and few pages need it.
    from htmldate import find_date

    with suppress(ValueError, TypeError, AttributeError):
        found: str | None = find_date(page, url=url, original_date=True, extensive_search=False)
        return found
    return None


def _articles(page: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            with suppress(ValueError, RecursionError):
                yield from _objects(json.loads(script.text or "", strict=False))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Find the articles in a JSON-LD value, at its top or in its lists and graph."""
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        kinds = value.get("@type") or ""
        if any(_ARTICLES.match(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _objects(value.get("@graph"))


def _meta(page: HtmlElement) -> dict[str, str]:
    """Give the first content of each named meta element, and of elements marked with `itemprop`."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (content := _text(element.get("content"))):
            found.setdefault(name.lower(), content)
    for element in page.xpath("//*[@itemprop='datePublished'][@datetime]"):
        found.setdefault("datepublished", element.get("datetime"))
    return found


def _outlet(article: dict[str, Any], meta: dict[str, str], url: str | None) -> str | None:
    name = _first(meta.get("og:site_name"), _name(article.get("publisher")), meta.get("application-name"))
    return known_name(name) if name else (outlet_at(url) if url else None)


def _authors(page: HtmlElement, article: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    stated = article.get("author")
    names = [_name(item) for item in (stated if isinstance(stated, list) else [stated])]
    if not any(names):
        names = [meta.get("author") or _byline(page)]
    plain = (re.sub(r"^by\s+", "", name, flags=re.I) for name in names if name and not name.startswith("http"))
    return tuple(dict.fromkeys(plain))


def _byline(page: HtmlElement) -> str | None:
    marked = page.xpath("//*[@rel='author' or contains(concat(' ', @class, ' '), ' byline ') or @itemprop='author']")
    return _text(marked[0].text_content()) if marked else None


def _time(page: HtmlElement) -> str | None:
    """Give the first `time` element's moment, one that is marked as publication first."""
    times = page.xpath("//time[@datetime][@pubdate or contains(@class, 'publish')]") or page.xpath(
        "(//article|//main|//body)[1]//time[@datetime]"
    )
    return _text(times[0].get("datetime")) if times else None


def _language(page: HtmlElement, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    stated = _first(page.get("lang"), _text(article.get("inLanguage")), meta.get("og:locale"))
    return re.split(r"[-_]", stated)[0].lower() if stated else None


def _link(page: HtmlElement, relation: str) -> str | None:
    found = page.xpath("//link[@rel=$relation]/@href", relation=relation)
    return _text(found[0]) if found else None


def _days(page: HtmlElement, article: dict[str, Any], meta: dict[str, str]) -> Iterator[str | None]:
    """Give the days that the page may be of, the most trusted first."""
    yield _text(article.get("datePublished"))
    yield from (meta.get(name) for name in _DAY_NAMES)
    yield _time(page)


def _name(value: Any) -> str | None:
    """Give the name of a person or organisation as JSON-LD writes it."""
    if isinstance(value, list):
        return next((name for item in value if (name := _name(item))), None)
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)
