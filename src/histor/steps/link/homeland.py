"""A bare organ of some state ("the army", "government forces") and its surroundings in, the organ of that state out.

The state is told by where the event is, or by the only country that the report's two sentences speak of; if another
nation is spoken of in the sentence, it is left open.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from histor.codebook.roles import SECTORS, SIDES
from histor.codebook.titles import TITLES
from histor.records.events import Party, Place
from histor.records.register import fold_name
from histor.steps.link.composing import composed_ref, nation_of
from histor.steps.link.scan import Hit, words_of
from histor.steps.link.setting import Setting, countries_of

# Each of the words must be one of these, and one of them must name the power itself: "troops" may be anybody's.
_POWERS = frozenset("government regime army military police authorities parliament".split())
_WITH_SECURITY = frozenset({"security", "state", "armed"})
_BESIDE = frozenset(
    "the forces troops soldiers warplanes jets helicopters aircraft officials units artillery positions fighters "
    "soldier officers officer official planes air force".split()
)
_CAPITAL = re.compile(r" ([A-Z][\w'’-]*)")
# Places whose government, army or police are not those of the state that they are counted to.
_RULE_THEMSELVES = frozenset(
    {
        "hong kong", "macau", "gaza", "gaza strip", "west bank", "kurdistan", "iraqi kurdistan", "kurdistan region",
        "crimea", "donetsk", "luhansk", "abkhazia", "south ossetia", "nagorno karabakh", "transnistria", "somaliland",
        "puntland", "northern cyprus", "rojava", "northern ireland", "chechnya", "scotland", "catalonia",
    }
)  # fmt: skip
_MOST = 0.5  # share of a report's names that must speak for the place's country


def at_home(party: Party, place: Place | None, setting: Setting) -> Party:
    """Give the party as the organ of the one state that can be meant; as it is if it is no bare organ."""
    if party.ref is not None or party.country is not None or not party.spans or party.sector is None:
        return party
    if not _is_bare_organ(party, setting) or (country := _homeland(party.spans[0].start, place, setting)) is None:
        return party
    return replace(party, ref=composed_ref(country, None, party.sector), country=country)


def _is_bare_organ(party: Party, setting: Setting) -> bool:
    words = {word.folded for word in words_of(setting.text, *party.spans[0])}
    power = words & _POWERS or ("security" in words and "forces" in words) or {"armed", "forces"} <= words
    return bool(power) and words <= _POWERS | _WITH_SECURITY | _BESIDE


def _homeland(at: int, place: Place | None, setting: Setting) -> str | None:
    """Tell whose organ can be meant."""
    sentence = setting.sentence_of(at)
    before = setting.sentence_of(sentence.start - 1) if sentence.start else sentence
    first, last = (
        bisect_left(setting.hits, end, key=lambda hit: hit.span.start) for end in (before.start, sentence.end)
    )
    near = [hit for hit in setting.hits[first:last] if not _names_something_else(hit, setting.text)]
    if any(fold_name(hit.words) in _RULE_THEMSELVES for hit in near):
        return None
    nations = {nation for hit in near if hit.span.start >= sentence.start and (nation := nation_of(hit))}
    if place and place.country:
        fits = nations <= {place.country} and _is_mostly(place.country, setting.countries)
        return place.country if fits else None
    spoken_of = countries_of(near)
    country = next(iter(spoken_of)) if len(spoken_of) == 1 else None
    return country if country and _is_mostly(country, setting.countries) else None


def _names_something_else(hit: Hit, text: str) -> bool:
    """Tell "the French Quarter" from "the French President"."""
    after = _CAPITAL.match(text, hit.span.end) if hit.nationality else None
    return after is not None and not {fold_name(after[1])} & (SECTORS.keys() | TITLES | SIDES.keys())


def _is_mostly(country: str, counted: Counter[str]) -> bool:
    total = counted.total()
    return total > 0 and counted[country] / total >= _MOST
