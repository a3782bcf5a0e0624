"""Those who did or suffered it in, whom they belong to, which side they are and whether they bear arms out.

Side and arms are told by the words of names that the register does not know: "rebels", "regime jets", "eight children".
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from histor.records.events import Party
from histor.records.incidents import Telling

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


def owner_of(party: Party) -> str | None:
    """Give what a doer is known by when two are compared: a state's forces are the state's."""
    if party.ref is None:
        return None
    return f"state:{party.country}" if party.country and party.sector in ("MIL", "GOV") else party.ref.partition("/")[0]


def doers_of(telling: Telling) -> frozenset[str]:
    """Give who did it, as far as the register knows them."""
    return frozenset(owner for party in telling.row.event.actors if (owner := owner_of(party)))


def side_of(doers: Iterable[Party]) -> str | None:
    """Give the side that did it; None: the names tell none, or both."""
    return _one_of(_SIDES, [party.name for party in doers])


def sort_of(victims: Iterable[Party]) -> str | None:
    """Give who suffered it: civilians or people in arms; None: the names tell neither, or both."""
    return _one_of(_VICTIMS, [party.name for party in victims])


def _one_of(table: Mapping[str, re.Pattern[str]], names: Sequence[str]) -> str | None:
    found = [label for label, words in table.items() if any(words.search(name) for name in names)]
    return found[0] if len(found) == 1 else None
