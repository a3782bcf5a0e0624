"""Places: the words of a place in, its key, coordinates and precision out; no pin is finer than the words.

"northwestern Syria" and "the Syrian border" are a region of Syria without a pin; a name that several places have is the
one in a country that the sentence, else the report, speaks of; where none fits, the place stays a bare name.
"""

import re
from dataclasses import replace

from histor.records.events import Place
from histor.records.measures import Span
from histor.records.register import Site, fold_name
from histor.steps.link.scan import Hit, words_of
from histor.steps.link.setting import Setting, one_of

_SIZES = ("site", "town", "district", "region", "country")
_WHEREABOUTS = re.compile(r",| in\b| \(")
_LEVELS = frozenset({"province", "governorate", "oblast", "district"})
_KINDS = frozenset(
    "the city town village of province governorate district state region port airport base air airbase military naval"
    " facility"
    " camp refugee capital strip old central itself".split()
)


def link_place(place: Place, setting: Setting) -> Place:
    """Give the place with its key, coordinates and precision filled in, or left open where none fits."""
    hits = [hit for hit in setting.inside(place.span) if hit.sites]
    if not hits:
        return _of_nationality(place, setting)
    hit = hits[0]
    site = site_of(hit, setting)
    if site is None:
        return place
    if _are_several(site, hits[1:], setting):
        return _shared(place, hits, setting)
    if site.precision == "town" and (level := _level_named(place.span, setting)):
        site = _area_of(hit, level, setting)
        return _whole(place, site) if site else _part(place, hit.sites[0])
    return _whole(place, site) if _is_whole(place.span, hit, hits, setting) else _part(place, site)


def site_of(hit: Hit, setting: Setting) -> Site | None:
    """Choose among places of one name; None if no country speaks for one of them."""
    ref = one_of(hit.sites, setting, hit.span.start) if hit.sites else None
    return next((site for site in hit.sites if site.ref == ref), None)


def _are_several(site: Site, others: list[Hit], setting: Setting) -> bool:
    """Tell a list of places from one that is said to lie in another ("Hama in Syria")."""
    found = [other for hit in others if (other := site_of(hit, setting))]
    return any(
        _SIZES.index(other.precision) <= _SIZES.index(site.precision) for other in found if other.ref != site.ref
    )


def _shared(place: Place, hits: list[Hit], setting: Setting) -> Place:
    """Several places at once: the country that they share, and no pin."""
    countries = {site.country for hit in hits if (site := site_of(hit, setting))}
    return replace(place, country=countries.pop() if len(countries) == 1 else None, precision="region")


def _level_named(span: Span, setting: Setting) -> str | None:
    """Give the level that the words name beside a town's name: "the province of Idlib" is not the town."""
    words = [word.folded for word in words_of(setting.text, span.start, span.end)]
    return next((word for word in words if word in _LEVELS), None)


def _area_of(hit: Hit, level: str, setting: Setting) -> Site | None:
    """Find the governorate or province of a name."""
    if level == "district":
        return None
    keys = [f"{fold_name(hit.words)} {word}" for word in ("governorate", "province", "oblast")]
    found = [site for key in keys for site in setting.register.sites.get(key, ())]
    return found[0] if found else None


def _is_whole(span: Span, hit: Hit, hits: list[Hit], setting: Setting) -> bool:
    """Tell whether the words mean the whole place, not a part of it or a spot near it."""
    others = {index for other in hits[1:] for index in range(other.span.start, other.span.end)}
    for word in words_of(setting.text, span.start, span.end):
        inside = hit.span.start <= word.span.start < hit.span.end or word.span.start in others
        if not inside and word.folded not in _KINDS and not _leads_on(word.span, hit, setting):
            return False
    return True


def _leads_on(word: Span, hit: Hit, setting: Setting) -> bool:
    """Tell whether a word stands after the name and only says where that is ("Aleppo in northern Syria")."""
    tail = setting.text[hit.span.end : word.end]
    return word.start >= hit.span.end and _WHEREABOUTS.match(tail) is not None


def _whole(place: Place, site: Site) -> Place:
    return replace(
        place,
        ref=site.ref,
        latitude=site.latitude,
        longitude=site.longitude,
        country=site.country,
        admin1=site.admin1,
        precision=site.precision,
    )


def _part(place: Place, site: Site) -> Place:
    """A part of a country, or a spot that is not known itself: the country and area, and no pin."""
    area = site.admin1 if site.precision != "country" else None
    return replace(place, country=site.country, admin1=area, precision="region")


def _of_nationality(place: Place, setting: Setting) -> Place:
    """A place known by its people only ("the Syrian coast"): the country, and no pin."""
    hit = next((hit for hit in setting.inside(place.span) if hit.nationality), None)
    return replace(place, country=hit.nationality, precision="region") if hit else place
