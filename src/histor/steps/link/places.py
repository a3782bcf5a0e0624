"""Places: the words of a place in, its key, coordinates and precision out; no pin is finer than the words.

"northwestern Syria" and "the Syrian border" are a region of Syria without a pin; a name that several places have is the
one in a country that the sentence, else the report, speaks of; where none fits, the place stays a bare name.
"""

import re
from dataclasses import replace

from histor.records.events import Place
from histor.records.measures import Span
from histor.records.register import Site, fold_name
from histor.steps.link.dateline import in_dateline
from histor.steps.link.place_choice import Choice, choose
from histor.steps.link.place_kinds import KINDS, LEVELS, SIZES, WIDER
from histor.steps.link.place_names import asked_name
from histor.steps.link.scan import Hit, words_of
from histor.steps.link.setting import Setting, one_of
from histor.steps.link.surroundings import container_of, surroundings_of

_WIDER = "|".join(sorted(WIDER))
_LEVEL = re.compile(rf"\b(?:{_WIDER})s? (?:of )?(?:the )?\0|\0(?:’s|'s)? (?:{_WIDER})\b", re.IGNORECASE)
_LEVEL_BEFORE = re.compile(rf"\b({'|'.join(sorted(LEVELS))}) of (?:the )?$", re.IGNORECASE)
_AND_ANOTHER = re.compile(r"(?:,? and|,? or|;) (?:the )?(?:al-|el-)?[A-Z]")
_ANOTHER = re.compile(r"(?: \([^)]*\))?, (?:al-|el-)?[A-Z]")
_WHEREABOUTS = re.compile(r",| in\b| \(")


def link_place(place: Place, setting: Setting) -> Place | None:
    """Give the place with its key, coordinates and precision filled in, or left open where none fits.

    None if the words are no place of an event: a dateline says where a report was sent from, and "Syrian" whose
    something is.
    """
    if in_dateline(place.span, setting.text, setting.blocks):
        return None
    if asked := asked_name(setting.text, place.span, setting.register):
        return _of_lists(place, asked, setting)
    hits = [hit for hit in setting.inside(place.span) if hit.sites]
    if not hits:
        return _of_nationality(place, setting)
    return _of_register(place, hits, setting)


def _of_register(place: Place, hits: list[Hit], setting: Setting) -> Place:
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


def _of_lists(place: Place, name: Span, setting: Setting) -> Place:
    """Choose among the places that lists have; where none fits, no more than the country that the words tell."""
    choice = choice_of(name, setting)
    if choice.site is None:
        country = choice.country or container_of(name, setting.hits, setting.text)
        return replace(place, country=country, precision="region") if country else _of_register_part(place, setting)
    hit = Hit(name, setting.text[name.start : name.end], (), (choice.site,))
    within = [other for other in setting.inside(place.span) if other.sites and other.span.start >= name.end]
    if _names_several(place, name, setting):
        return replace(place, country=choice.site.country, precision="region")
    leveled = choice.site.precision == "town" and _LEVEL.search(_near(name, setting.text))
    is_whole = not leveled and _is_whole(place.span, hit, [hit, *within], setting)
    return _whole(place, choice.site) if is_whole else _part(place, choice.site)


def choice_of(name: Span, setting: Setting) -> Choice:
    """Choose among the places that lists have for the name that stands in a span."""
    written = setting.text[name.start : name.end]
    return choose(written, setting.gazetteer.entries.get(fold_name(written), ()), surroundings_of(name, setting))


def _near(name: Span, text: str) -> str:
    """Give the words right before and after a name, with a sign for the name: "province of X", "X district"."""
    before = text[max(0, name.start - len("governorate of the ")) : name.start]
    return f"{before}\0{text[name.end : name.end + len(' governorate ')]}"


def _names_several(place: Place, name: Span, setting: Setting) -> bool:
    """Tell whether the words of a place go on with another ("Balakliia, Kupiansk and Izium")."""
    tail = setting.text[name.end : place.span.end]
    return bool(_AND_ANOTHER.search(tail)) or (
        bool(_ANOTHER.match(tail)) and container_of(name, setting.hits, setting.text) is None
    )


def _of_register_part(place: Place, setting: Setting) -> Place:
    """Say no more of a name that fits nowhere than the country of a known place beside it."""
    hits = [hit for hit in setting.inside(place.span) if hit.sites]
    countries = {site.country for hit in hits if (site := site_of(hit, setting))}
    return replace(place, country=countries.pop(), precision="region") if len(countries) == 1 else place


def site_of(hit: Hit, setting: Setting) -> Site | None:
    """Choose among places of one name; None if no country speaks for one of them."""
    sites = tuple(site for site in hit.sites if site.own) or hit.sites
    ref = one_of(sites, setting, hit.span.start) if sites else None
    return next((site for site in sites if site.ref == ref), None)


def _are_several(site: Site, others: list[Hit], setting: Setting) -> bool:
    """Tell a list of places from one that is said to lie in another ("Hama in Syria")."""
    found = [other for hit in others if (other := site_of(hit, setting))]
    return any(SIZES.index(other.precision) <= SIZES.index(site.precision) for other in found if other.ref != site.ref)


def _shared(place: Place, hits: list[Hit], setting: Setting) -> Place:
    """Several places at once: the country that they share, and no pin."""
    countries = {site.country for hit in hits if (site := site_of(hit, setting))}
    return replace(place, country=countries.pop() if len(countries) == 1 else None, precision="region")


def _level_named(span: Span, setting: Setting) -> str | None:
    """Give the level that is named with a town's name, or right before it: "the province of Idlib" is not the town."""
    words = [word.folded for word in words_of(setting.text, span.start, span.end)]
    before = _LEVEL_BEFORE.search(setting.text, max(0, span.start - len("governorate of the ")), span.start)
    return next((word for word in words if word in LEVELS), before[1].casefold() if before else None)


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
        if not inside and word.folded not in KINDS and not _leads_on(word.span, hit, setting):
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


def _of_nationality(place: Place, setting: Setting) -> Place | None:
    """A place known by its people only ("the Syrian coast"): the country, and no pin; the bare people are none."""
    hit = next((hit for hit in setting.inside(place.span) if hit.nationality), None)
    if hit and hit.span == place.span:
        return None
    return replace(place, country=hit.nationality, precision="region") if hit else place
