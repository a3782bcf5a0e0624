"""What speaks for one of several places of a name: the countries, areas and points that its report speaks of."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from histor.codebook.spelling import CARRIED_OVER
from histor.records.measures import Span
from histor.records.register import fold_name
from histor.steps.link.scan import Hit
from histor.steps.link.setting import Setting, country_of

_LIES_IN = re.compile(r"(?:,| in| \()(?: (?:the|\w+ern|\w+’s))*(?: (?:province|governorate|region|state) of)? ?")
_QUARTER = r"(?:neighbou?rhoods?|quarters?|suburbs?|streets?|squares?|roundabouts?)"
_QUARTER_AFTER = re.compile(rf"(?:,? (?:and )?[A-Za-z][a-z]*(?:[-’'][A-Z]?\w+)*){{0,5}}? {_QUARTER}\b")
# "in the streets of Aleppo" and "the suburbs of Damascus" name the town, "the suburb of Douma" a part of one.
_QUARTER_BEFORE = re.compile(
    r"\b(?:neighbou?rhoods?|quarters?|suburb|street|square|roundabout) (?:of )?$", re.IGNORECASE
)
REACH = 40  # code points between a name and what it is said to lie in: ", in north-eastern "
MOST_COUNTRIES = 4  # of a report, in which other spellings are looked for
_WIDE = frozenset({"country", "region", "district"})
_WITHOUT_POINT = frozenset({"country", "region"})  # the middle of a province is near to none of its towns
# How much a country counts that places, or only nationalities and actors, of the sentence or the report speak for.
SENTENCE_PLACE, REPORT_PLACES, SENTENCE_ANY, REPORT_ANY = 3.0, 3.0, 1.0, 1.0

Point = tuple[float, float]  # latitude and longitude, degrees


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around a name; empty: nothing is."""

    container: str | None = None  # the country that the words say it lies in; None: they say none
    countries: Counter[str] = field(default_factory=Counter)  # how much speaks for each
    areas: frozenset[str] = frozenset()  # first-level areas named in the sentence, folded
    points: tuple[tuple[str, Point], ...] = ()  # country and point of the other places of the report
    close: tuple[tuple[str, Point], ...] = ()  # the same of its sentence
    is_quarter: bool = False  # the words call it a part of a town


def surroundings_of(span: Span, setting: Setting) -> Surroundings:
    """Gather what speaks for a place of the name that stands in a span."""
    sentence = setting.sentence_of(span.start)
    others = [hit for hit in setting.hits if not (span.start <= hit.span.start < span.end)]
    here = [hit for hit in others if sentence.start <= hit.span.start < sentence.end]
    areas = {fold_name(site.admin1 or "") for hit in here for site in hit.sites}
    areas |= {fold_name(site.name) for hit in here for site in hit.sites if site.precision in _WIDE}
    return Surroundings(
        container_of(span, setting.hits, setting.text),
        _weighed(here, others),
        frozenset(areas - {""}),
        points_of(others),
        points_of(here),
        is_quarter(span, setting.text),
    )


def is_quarter(span: Span, text: str) -> bool:
    """Tell whether the words around a name call it a part of a town ("al-Midan and al-Waer neighbourhoods")."""
    return bool(_QUARTER_AFTER.match(text, span.end)) or bool(
        _QUARTER_BEFORE.search(text, max(0, span.start - REACH), span.start)
    )


def container_of(span: Span, hits: Iterable[Hit], text: str) -> str | None:
    """Give the country of what a name is said to lie in ("Rabia, Iraq", "Salma in Latakia"); None: nothing is said."""
    for hit in hits:
        if span.end < hit.span.start <= span.end + REACH and hit.sites:
            wide = any(site.precision in _WIDE or site.admin1 == site.name for site in hit.sites)
            between = text[span.end : hit.span.start]
            return country_of(hit) if wide and _LIES_IN.fullmatch(between) else None
    return None


def countries_to_ask(setting: Setting) -> tuple[str, ...]:
    """Give the countries in which other spellings are looked for: those spoken of most whose names are carried over."""
    weighed = _weighed((), setting.hits)
    spoken = [country for country, _ in weighed.most_common() if country in CARRIED_OVER]
    return tuple(sorted(spoken[:MOST_COUNTRIES]))


def points_of(hits: Iterable[Hit]) -> tuple[tuple[str, Point], ...]:
    """Give the points of the towns and sites that hits name, each with its country; names of several give none."""
    points = []
    for hit in hits:
        if len({site.ref for site in hit.sites}) != 1 or hit.sites[0].precision in _WITHOUT_POINT:
            continue
        site = hit.sites[0]
        if site.country and site.latitude is not None and site.longitude is not None:
            points.append((site.country, (site.latitude, site.longitude)))
    return tuple(dict.fromkeys(points))


def _weighed(here: Iterable[Hit], report: Iterable[Hit]) -> Counter[str]:
    """Say how much speaks for each country: the sentence and the report, places more than people."""
    report = tuple(report)
    weights: Counter[str] = Counter()
    for hits, of_places, of_any in (
        (here, SENTENCE_PLACE, SENTENCE_ANY),
        (report, REPORT_PLACES, REPORT_ANY),
    ):
        for counted, most in ((_counted(hits, places=True), of_places), (_counted(hits, places=False), of_any)):
            for country, number in counted.items():
                weights[country] += most * number / counted.total()  # type: ignore[assignment]
    return weights


def _counted(hits: Iterable[Hit], *, places: bool) -> Counter[str]:
    return Counter(country for hit in hits if (hit.sites or not places) and (country := country_of(hit)))
