"""Places: the words of a place in, its key, coordinates and precision out; no pin is finer than the words.

"northwestern Syria" and "the Syrian border" are a region of Syria without a pin; a name that several places have is the
one in a country that the sentence, else the report, speaks of; where none fits, the place stays a bare name.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from histor.records.events import Place
from histor.records.measures import Span
from histor.records.register import Site, fold_name
from histor.steps.link.dateline import in_dateline
from histor.steps.link.place_choice import Choice, choose
from histor.steps.link.place_kinds import KINDS, LEVELS, SIZES, WIDER
from histor.steps.link.place_names import asked_name
from histor.steps.link.place_namesakes import Other, gives_its_name, is_government, is_happening, other_than_place
from histor.steps.link.scan import Hit, words_of
from histor.steps.link.setting import Setting, one_of
from histor.steps.link.surroundings import container_of, surroundings_of

_WIDER = "|".join(sorted(WIDER))
_LEVEL = re.compile(rf"\b(?:{_WIDER})s? (?:of )?(?:the )?\0|\0(?:’s|'s)? (?:{_WIDER})\b", re.IGNORECASE)
_LEVELS = "|".join(sorted(LEVELS))
_LEVEL_NAMED = re.compile(
    rf"\b({_LEVELS})s? of (?:the )?\0|\0(?:’s|'s)? ({_LEVELS})\b|\0 (?:town|village|city) (of) [A-Z]", re.IGNORECASE
)
_AREAS = ("governorate", "province", "oblast", "state", "region")
_AND_ANOTHER = re.compile(r"(?:,? and|,? or|;) (?:the )?(?:al-|el-)?[A-Z]")
_ANOTHER = re.compile(r"(?: \([^)]*\))?, (?:al-|el-)?[A-Z]")
_OWNS = re.compile(r"(?:'s|’s) ")
_LISTED = re.compile(r",|, and |,? and |, ")
# What opens with a town's name and is not the town: "Tikrit Air Academy", "Santa Cruz Island".
_SITE_NAMED = re.compile(
    r"\0(?: (?:International|Air|Military|Naval|Central|General))? (?:Airport|Station|Academy|Hospital|University"
    r"|Islands?|River|Sea|Strait|Delta|Bridge|Street|Stadium|Prison|Refinery|Base)\b"
)
_WHEREABOUTS = re.compile(r",| in\b| \(")


def link_place(place: Place, setting: Setting) -> Place | None:
    """Give the place with its key, coordinates and precision filled in, or left open where none fits.

    None if the words are no place of an event: a dateline says where a report was sent from, "Syrian" whose something
    is, and "Damascus has denied" who speaks.
    """
    if in_dateline(place.span, setting.text, setting.blocks):
        return None
    if _stands_for_another(place.span, setting):
        return None
    if asked := asked_name(setting.text, place.span, setting.register):
        return _of_lists(place, asked, setting)
    hits = [hit for hit in setting.inside(place.span) if hit.sites]
    if not hits:
        return _of_nationality(place, setting)
    return _of_register(place, hits, setting)


def _stands_for_another(span: Span, setting: Setting) -> bool:
    """Tell whether a bare name is somebody's or something's, stands for its government or opens a longer name."""
    words = setting.text[span.start : span.end]
    if is_happening(words) or other_than_place(setting.text, span, fold_name(words)) is Other.NO_PLACE:
        return True
    known = next((hit for hit in setting.inside(span) if hit.sites and hit.span.start == span.start), None)
    if known and known.sites[0].precision != "town":
        return False
    if is_government(setting.text, span):
        return known is not None
    goes_on = any(hit.span.start == span.end + 1 for hit in setting.hits)
    return not goes_on and gives_its_name(setting.text, span)


def _of_register(place: Place, hits: list[Hit], setting: Setting) -> Place:
    if _is_possessor(hits, setting):
        place, hits = replace(place, span=Span(hits[1].span.start, place.span.end)), hits[1:]
        return replace(_of_register(place, hits, setting), span=place.span)
    hit = _longer(hits[0], setting)
    site = _in_list_of_areas(hit, setting) or site_of(hit, setting)
    if site is None:
        return place
    if _are_several(site, hits[1:], setting):
        return _shared(place, hits, setting)
    if site.precision == "town" and _SITE_NAMED.search(_near(hit.span, setting.text)):
        return _part(place, site)
    if site.precision == "town" and (level := _level_named(hit, place.span, setting.text)):
        site = _area_of(hit, level, setting)
        return _whole(place, site) if site else _part(place, hit.sites[0])
    return _whole(place, site) if _is_whole(place.span, hit, hits, setting) else _part(place, site)


def _is_possessor(hits: list[Hit], setting: Setting) -> bool:
    """Tell whether the first name only says whose the second is: "Syria's Raqqa province"."""
    if len(hits) < 2 or not _OWNS.fullmatch(setting.text[hits[0].span.end : hits[1].span.start]):
        return False
    return bool({site.country for site in hits[0].sites} & {site.country for site in hits[1].sites})


def _longer(hit: Hit, setting: Setting) -> Hit:
    """Give the longer name that the text has where the marked words break off: "State of [Mexico]"."""
    around = (one for one in setting.hits if one.sites and one.span.start <= hit.span.start < one.span.end)
    longer = next((one for one in around if one.span.end >= hit.span.end), hit)
    return longer if longer.span != hit.span else hit


def _in_list_of_areas(hit: Hit, setting: Setting) -> Site | None:
    """Find the state that a name means among other states of its country: "Maine, New York, and Vermont"."""
    at = bisect_left(setting.hits, hit.span.start, key=lambda one: one.span.start)
    before, after = setting.hits[max(0, at - 1) : at], setting.hits[at + 1 : at + 2]
    if not (before and after and before[0].sites and after[0].sites) or hit.sites[:1] == ():
        return None
    joined = (setting.text[before[0].span.end : hit.span.start], setting.text[hit.span.end : after[0].span.start])
    if not all(_LISTED.fullmatch(one) for one in joined):
        return None
    areas = all(site.precision == "region" for one in (before[0], after[0]) for site in one.sites)
    return _area_of(hit, "state", setting) if areas else None


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
    if leveled and (area := _area_of(hit, "state", setting)):
        return _whole(place, area)
    named = choice.site.precision == "town" and _SITE_NAMED.search(_near(name, setting.text))
    is_whole = not leveled and not named and _is_whole(place.span, hit, [hit, *within], setting)
    return _whole(place, choice.site) if is_whole else _part(place, choice.site)


def choice_of(name: Span, setting: Setting) -> Choice:
    """Choose among the places that lists have for the name that stands in a span."""
    written = setting.text[name.start : name.end]
    folded = fold_name(written)
    entries = setting.gazetteer.entries.get(folded, ())
    if folded in setting.register.sites:  # a known name said to lie elsewhere: no other spelling is meant
        entries = tuple(entry for entry in entries if fold_name(entry.spelling) == folded)
    return choose(written, entries, surroundings_of(name, setting))


def _near(name: Span, text: str) -> str:
    """Give the words right before and after a name, with a sign for the name: "province of X", "X district"."""
    before = text[max(0, name.start - len("governorates of the ")) : name.start]
    return f"{before}\0{text[name.end : name.end + len(' International University ')]}"


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


def _level_named(hit: Hit, span: Span, text: str) -> str | None:
    """Give the level that is named with a town's name: "the province of Idlib", "the Idlib town of Binnish" ("of")."""
    named = _LEVEL_NAMED.search(_near(hit.span, text)) or _LEVEL_NAMED.search(_near(span, text))
    return next((word.casefold() for word in named.groups() if word), None) if named else None


def _area_of(hit: Hit, level: str, setting: Setting) -> Site | None:
    """Find the governorate, province or state of a name."""
    if level in {"district", "county", "raion"}:
        return None
    countries = {site.country for site in hit.sites}
    keys = [f"{fold_name(hit.words)} {word}" for word in _AREAS]
    found = [site for key in keys for site in setting.register.sites.get(key, ()) if site.country in countries]
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
