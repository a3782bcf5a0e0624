"""The names of those who did or suffered it in, which side they are and whether they bear arms out: as words call them.

For names that the register does not know: "rebels", "a terrorist group", "regime jets", "eight children".
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from histor.records.events import Party

_SIDES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for name, words in {
        "a government": "regime|government|pro-government|army|troops|soldier|police|security forces|loyalist|state ",
        "armed groups": "rebel|opposition|insurgent|militant|terrorist|jihadist|islamist|takfiri|gunm[ae]n|faction",
    }.items()
}
_VICTIMS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for name, words in {
        "civilians": "civilian|child|wom[ae]n|resident|worshipp|pupil|student|teacher|famil|patient|trader|shopper|"
        "evacuee|villager|worker|journalist|medic|doctor|nurse|rescue|volunteer|guests?\\b|passenger",
        "people in arms": "soldier|troop|fighter|militant|rebel|terrorist|jihadist|gunm[ae]n|insurgent|officer|police|"
        "personnel|loyalist|combatant|commander|militia|army|forces",
    }.items()
}


def side_of(doers: Iterable[Party]) -> str | None:
    """Give the side that did it; None: the names tell none, or both."""
    return _one_of(_SIDES, [party.name for party in doers])


def sort_of(victims: Iterable[Party]) -> str | None:
    """Give who suffered it: civilians or people in arms; None: the names tell neither, or both."""
    return _one_of(_VICTIMS, [party.name for party in victims])


def _one_of(table: Mapping[str, re.Pattern[str]], names: Sequence[str]) -> str | None:
    found = [label for label, words in table.items() if any(words.search(name) for name in names)]
    return found[0] if len(found) == 1 else None
