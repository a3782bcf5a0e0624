"""A name and the places that lists have for it in, the one that is meant out, with the reasons; or none, with why.

In this order: the country that the words name, else that the report speaks of; that very spelling before another; a
user's list before the package's; the area named beside it; the distance to the report's other places; the population.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from histor.codebook.spelling import sounds
from histor.records.gazetteer import PLACE_LISTS, Entry
from histor.records.register import Site, fold_name
from histor.steps.link.spelling import distance, is_one_name
from histor.steps.link.surroundings import Point, Surroundings

LEAST_COUNTRY = 0.3  # weight of a country in which that very name is taken: one place in ten of the report's
LEAST_FOR_SPELLING = 1.0  # the same for another spelling: a third of the report's places, or its sentence's
LEAD = 0.5  # by how much the country that is meant must outweigh the next
SAME_PLACE = 15.0  # km: entries of one name as near as this are one place in two lists
NEAR = 100.0  # km from the report's other places, at most, for distance to tell namesakes apart
FARTHER = 3.0  # times as far must the next namesake be
LARGER = 10.0  # times as many people must a namesake have to be meant for its size
FARTHEST_OFF = 120.0  # km from the nearest other place of the sentence, else of the report
KNOWN_FAR_OFF = 50_000  # people of a town that is spoken of beside places farther off
TELLING = 0.1  # distance of spelling that needs no other place near: only vowels differ
LEAST_TELLING = 4  # consonants of such a name; half of the shorter ones meant another village (benchmarks/places.py)
_PARTS_OF_TOWNS = frozenset({"site", "district"})
WELL_KNOWN = 200_000  # people of a town that is meant though nothing speaks for its country
UNRIVALLED = 20_000  # people of a town that is meant if no other place has its name and no country is spoken of
SPELLING_LEAD = 0.05  # by how much the nearest spelling must be nearer than the next place's
_EARTH = 6371.0  # km, mean radius


@dataclass(frozen=True, slots=True)
class Weighed:
    """An entry, and how far its spelling is from the words: 0 for the very name."""

    entry: Entry
    distance: float


@dataclass(frozen=True, slots=True)
class Choice:
    """What a name means: a place, or only its country, or nothing; and why."""

    site: Site | None
    country: str | None
    reasons: tuple[str, ...]
    weighed: tuple[Weighed, ...]  # the one chosen first, then the runners-up


def choose(name: str, entries: Iterable[Entry], around: Surroundings) -> Choice:
    """Choose among the places that may bear a name; none if nothing speaks for one of them."""
    weighed = _weigh(name, entries)
    if not weighed:
        return Choice(None, None, ("no list has this name or a spelling near it",), ())
    fitting, reason = _of_country(weighed, around)
    if fitting:
        fitting, reason = _that_may_be_here(fitting, around, reason)
    if not fitting:
        return Choice(None, None, (reason,), weighed)
    reasons = [reason]
    for narrow in (_by_spelling, _by_list, _by_area, _by_own_name, _by_distance, _by_size):
        if len(fitting) == 1:
            break
        narrowed, why = narrow(fitting, around)
        if len(narrowed) < len(fitting):
            fitting, reasons = narrowed, [*reasons, why]
    rest = tuple(one for one in weighed if one not in fitting)
    if len(fitting) > 1:
        why = f"{len(fitting)} places of this name fit equally well"
        return Choice(None, _shared_country(fitting), (*reasons, why), (*fitting, *rest))
    chosen = _in_better_list(fitting[0], weighed)
    rest = tuple(one for one in weighed if one != chosen)
    return Choice(chosen.entry.site, chosen.entry.site.country, (_how(chosen), *reasons), (chosen, *rest))


def kilometres(one: Point, other: Point) -> float:
    """Give the distance of two points on the globe."""
    (north, east), (north_too, east_too) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((north_too - north) / 2) ** 2 + cos(north) * cos(north_too) * sin((east_too - east) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


def _that_may_be_here(
    fitting: tuple[Weighed, ...], around: Surroundings, reason: str
) -> tuple[tuple[Weighed, ...], str]:
    kept = tuple(one for one in fitting if _may_be_here(one, around))
    country = fitting[0].entry.site.country
    return (
        (kept, reason)
        if kept
        else (
            (),
            f"what bears this name in {country} is a town where a part of one is named, or far off, or too unlike",
        )
    )


def _may_be_here(one: Weighed, around: Surroundings) -> bool:
    """Tell whether a place may be meant where the words are: no town is a quarter, no hamlet is a day's drive away."""
    site = one.entry.site
    if around.is_quarter and site.precision not in _PARTS_OF_TOWNS:
        return False
    here = _point(site)
    points = [point for country, point in around.close or around.points if country == site.country]
    if here is None or not points or (one.entry.population or 0) >= KNOWN_FAR_OFF:
        return _is_telling(one) or fold_name(site.admin1 or "") in around.areas
    return min(kilometres(here, point) for point in points) <= FARTHEST_OFF


def _is_telling(one: Weighed) -> bool:
    """Tell whether a spelling is enough with nothing near to speak for it: the very name, or a long one nearly so."""
    return one.distance == 0 or (
        one.distance <= TELLING and sum(map(str.isupper, sounds(one.entry.spelling))) >= LEAST_TELLING
    )


def _in_better_list(chosen: Weighed, weighed: Iterable[Weighed]) -> Weighed:
    """Give the same place as a better list has it, so that one place has one key."""
    same = [
        one
        for one in weighed
        if one.entry.site.precision == chosen.entry.site.precision
        and one.entry.site.country == chosen.entry.site.country
        and _are_one_place(one, chosen)
    ]
    return min((*same, chosen), key=lambda one: PLACE_LISTS.index(one.entry.origin))


def _weigh(name: str, entries: Iterable[Entry]) -> tuple[Weighed, ...]:
    """Measure each entry by its nearest spelling, and leave out those that are another name."""
    best: dict[tuple[str, str], Weighed] = {}
    folded = fold_name(name)
    for entry in entries:
        same = fold_name(entry.spelling) == folded
        if not same and not is_one_name(name, entry.spelling):
            continue
        one = Weighed(entry, 0.0 if same else max(distance(name, entry.spelling), SPELLING_LEAD))
        key = (entry.origin, entry.site.ref)
        if key not in best or one.distance < best[key].distance:
            best[key] = one
    return tuple(sorted(best.values(), key=_order))


def _order(one: Weighed) -> tuple[float, int, int, str]:
    return (one.distance, PLACE_LISTS.index(one.entry.origin), -(one.entry.population or 0), one.entry.site.ref)


def _of_country(weighed: Sequence[Weighed], around: Surroundings) -> tuple[tuple[Weighed, ...], str]:
    """Keep the places of one country: the one named, the one spoken of most, or the one of a town known to all."""
    if around.container:
        kept = tuple(one for one in weighed if one.entry.site.country == around.container)
        return kept, f"the words say that it lies in {around.container}" if kept else (
            f"the words say that it lies in {around.container}, where no list has it"
        )
    spoken = _spoken_of(weighed, around)
    if spoken and (len(spoken) == 1 or spoken[0][1] - spoken[1][1] >= LEAD):
        country = spoken[0][0]
        kept = tuple(one for one in weighed if one.entry.site.country == country and _is_near_enough(one, spoken[0][1]))
        return kept, f"{country} is the country spoken of"
    if not around.countries and (sole := _unrivalled(weighed)):
        return sole, "no other place of the lists has this name, and no country is spoken of"
    if spoken:
        return _well_known(weighed, f"the report speaks of {' and '.join(country for country, _ in spoken[:3])} alike")
    return _well_known(weighed, "no country of such a place is spoken of")


def _spoken_of(weighed: Sequence[Weighed], around: Surroundings) -> list[tuple[str, float]]:
    """List the countries of the places that are spoken of enough, the one most spoken of first."""
    weights: Counter[str] = Counter()
    for one in weighed:
        country = one.entry.site.country
        if country and _is_near_enough(one, around.countries[country]):
            weights[country] = around.countries[country]
    return sorted(weights.items(), key=lambda row: (-row[1], row[0]))


def _is_near_enough(one: Weighed, weight: float) -> bool:
    return weight >= (LEAST_COUNTRY if one.distance == 0 else LEAST_FOR_SPELLING)


def _unrivalled(weighed: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """Keep the one place that bears the very name, if it is no village."""
    named = tuple(one for one in weighed if one.distance == 0)
    large = [one for one in named if (one.entry.population or 0) >= UNRIVALLED]
    return named if large and len({one.entry.site.ref for one in named}) == 1 else ()


def _well_known(weighed: Sequence[Weighed], why_not: str) -> tuple[tuple[Weighed, ...], str]:
    """Keep a town that is meant wherever it is named, for it is large and no namesake is nearly as large."""
    sized = sorted((one for one in weighed if one.distance == 0), key=lambda one: -(one.entry.population or 0))
    sizes = [one.entry.population or 0 for one in sized]
    if sizes and sizes[0] >= WELL_KNOWN and (len(sizes) == 1 or sizes[0] >= LARGER * sizes[1]):
        return (sized[0],), f"it is known everywhere: {sizes[0]:,} people, and no namesake is nearly as large"
    return (), why_not


def _by_spelling(fitting: tuple[Weighed, ...], _: Surroundings) -> tuple[tuple[Weighed, ...], str]:
    least = min(one.distance for one in fitting)
    margin = 0.0 if least == 0 else SPELLING_LEAD
    return tuple(one for one in fitting if one.distance <= least + margin), "its spelling is nearest"


def _by_list(fitting: tuple[Weighed, ...], _: Surroundings) -> tuple[tuple[Weighed, ...], str]:
    """Leave out what a better list has too: the same place by its distance, or any place of a user's own."""
    kept: list[Weighed] = []
    for one in sorted(fitting, key=_order_of_lists):
        if not any(_are_one_place(one, other) or other.entry.origin == "own" for other in kept):
            kept.append(one)
    return tuple(kept), "another list has the same place"


def _order_of_lists(one: Weighed) -> tuple[int, int, str]:
    return (PLACE_LISTS.index(one.entry.origin), -(one.entry.population or 0), one.entry.site.ref)


def _are_one_place(one: Weighed, other: Weighed) -> bool:
    here, there = _point(one.entry.site), _point(other.entry.site)
    return here is not None and there is not None and kilometres(here, there) <= SAME_PLACE


def _by_area(fitting: tuple[Weighed, ...], around: Surroundings) -> tuple[tuple[Weighed, ...], str]:
    kept = tuple(one for one in fitting if fold_name(one.entry.site.admin1 or "") in around.areas)
    return (kept or fitting), "the area named beside it"


def _by_own_name(fitting: tuple[Weighed, ...], _: Surroundings) -> tuple[tuple[Weighed, ...], str]:
    """Leave out what bears the name only beside its own, where something bears it as its own."""
    kept = tuple(one for one in fitting if fold_name(one.entry.site.name) == fold_name(one.entry.spelling))
    return (kept or fitting), "it is its own name, not a further one"


def _by_distance(fitting: tuple[Weighed, ...], around: Surroundings) -> tuple[tuple[Weighed, ...], str]:
    """Keep the place that lies near the report's others, if its namesakes lie much farther off."""
    ways = sorted(((_way(one, around), one) for one in fitting), key=lambda row: row[0])
    nearest, next_one = ways[0], ways[1]
    if nearest[0] <= NEAR and next_one[0] >= FARTHER * nearest[0]:
        return (nearest[1],), f"it lies {nearest[0]:.0f} km from another place of the report"
    return fitting, ""


def _way(one: Weighed, around: Surroundings) -> float:
    here = _point(one.entry.site)
    points = [point for country, point in around.points if country == one.entry.site.country]
    return min((kilometres(here, point) for point in points), default=float("inf")) if here else float("inf")


def _by_size(fitting: tuple[Weighed, ...], _: Surroundings) -> tuple[tuple[Weighed, ...], str]:
    sized = sorted(fitting, key=lambda one: -(one.entry.population or 0))
    most, following = (one.entry.population or 0 for one in sized[:2])
    return ((sized[0],), "it is by far the largest") if most and most >= LARGER * following else (fitting, "")


def _point(site: Site) -> Point | None:
    return (site.latitude, site.longitude) if site.latitude is not None and site.longitude is not None else None


def _shared_country(fitting: Iterable[Weighed]) -> str | None:
    countries = {one.entry.site.country for one in fitting}
    return countries.pop() if len(countries) == 1 else None


def _how(one: Weighed) -> str:
    if one.distance == 0:
        return f"“{one.entry.spelling}” is a name of it"
    return f"“{one.entry.spelling}”, a name of it, is spelled nearly so"
