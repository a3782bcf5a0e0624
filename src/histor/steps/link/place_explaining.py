"""A name and the words around it in, which place it means and why out: the entry, its spelling, the runners-up."""

from collections.abc import Iterable
from dataclasses import dataclass

from histor.codebook.countries import BY_CODE
from histor.records.events import Place
from histor.records.gazetteer import NO_LISTS, Asked, Entry, Gazetteer
from histor.records.measures import Span
from histor.records.register import Register, Site, fold_name
from histor.records.text import Block, Published, Report
from histor.steps.link.place_choice import Weighed
from histor.steps.link.places import choice_of, link_place, site_of
from histor.steps.link.scan import Hit
from histor.steps.link.setting import Setting, setting_of
from histor.steps.link.surroundings import container_of, countries_to_ask


@dataclass(frozen=True, slots=True)
class PlaceExplained:
    """What a name means as the place of an event, as a record would have it; why, and what else was weighed."""

    place: Place
    reasons: tuple[str, ...]
    weighed: tuple[Weighed, ...]  # the one chosen first


def asked_for_name(name: str, sentence: str, country: str | None, register: Register) -> Asked:
    """Name what the lists are to be asked for one name and the words around it."""
    setting, _ = _scene(name, sentence, country, register, NO_LISTS)
    spoken = countries_to_ask(setting)
    return Asked((name,), (*spoken, *((country,) if country and country not in spoken else ())))


def explain_place(
    name: str, sentence: str, country: str | None, register: Register, gazetteer: Gazetteer
) -> PlaceExplained:
    """Tell which place a name means in a sentence, and why. `country` is ISO 3166 alpha-3: it is known to lie there."""
    setting, span = _scene(name, sentence, country, register, gazetteer)
    place = link_place(Place(span, name), setting) or Place(span, name)
    chosen = choice_of(span, setting)
    known = _of_register(setting, span)
    if known is None or (place.ref and place.ref not in {site.ref for site in known.sites}):
        weighed = sorted(chosen.weighed, key=lambda one: one.entry.site.ref != place.ref)
        return PlaceExplained(place, chosen.reasons, tuple(weighed))
    refs = {site.ref for site in known.sites}
    others = tuple(one for one in chosen.weighed if one.entry.site.ref not in refs)
    weighed = sorted(_weighed(known), key=lambda one: one.entry.site.ref != place.ref)
    return PlaceExplained(place, _why(known, place, setting), (*weighed, *others))


def _scene(
    name: str, sentence: str, country: str | None, register: Register, gazetteer: Gazetteer
) -> tuple[Setting, Span]:
    text = sentence if name in sentence else f"{name}. {sentence}".strip()
    start = text.index(name)
    if country:
        text = f"{text[:start]}{name}, {BY_CODE[country].name}{text[start + len(name) :]}"
    unknown = Published(None, None, "unknown", "unknown")
    report = Report("r-asked", "asked", "", text, (Block(0, len(text), "paragraph"),), unknown)
    return setting_of(report, register, None, gazetteer), Span(start, start + len(name))


def _of_register(setting: Setting, span: Span) -> Hit | None:
    return next((hit for hit in setting.inside(span) if hit.sites), None)


def _weighed(hit: Hit) -> Iterable[Weighed]:
    for site in hit.sites:
        spelling = next((name for name in site.names if fold_name(name) == fold_name(hit.words)), hit.words)
        yield Weighed(Entry(site, "own" if site.own else "register", spelling), 0.0)


def _why(hit: Hit, place: Place, setting: Setting) -> tuple[str, ...]:
    site = site_of(hit, setting)
    if site is None:
        return (f"{len(hit.sites)} places of the register have this name, and no country of one is spoken of",)
    reasons = [f"“{hit.words}” is a name of it in {'your entries' if site.own else 'the register'}"]
    if len(hit.sites) > 1:
        reasons.append(f"of {len(hit.sites)} places of this name, it is the one in the country spoken of")
    if place.ref != site.ref:
        reasons.append(_why_not_whole(site, hit, setting))
    return tuple(reasons)


def _why_not_whole(site: Site, hit: Hit, setting: Setting) -> str:
    country = container_of(hit.span, setting.hits, setting.text)
    if country and country != site.country:
        return f"the words say that it lies in {country}, where no list has it"
    return "the words name a part of it or something near it: no pin"
