"""Words in, whether they name a force or a site of one out; and the words that tell that it stays, not how it is."""

import re

_FORCES = r"""troops? forces? soldiers? servicemen personnel contingents? units? brigades? battalions? garrisons? army
    navy fleet military militias? fighters? pilots? advisers? aircraft warplanes? planes? jets? helicopters? bombers?
    warships? ships? tanks? missiles? systems? defences? defenses? squadrons? regiments? divisions?"""
_SITES = r"air(?:field|port)s? \w*bases? facilit(?:y|ies) cent(?:re|er)s? points? stations? outposts? garrisons? sites?"
_ALTERNATIVES = "|".join((*_FORCES.split(), *_SITES.split()))
FORCE = re.compile(rf"\b(?:{_ALTERNATIVES})\b", re.IGNORECASE)
# What may follow "remain" or "stay" where something stays: an end, a place, a time, a purpose, or being in service.
# "Remain loyal", "stay important" and "remain a threat" tell how something is, not that it stays.
_AFTER_STAYING = """in at on near within inside behind around along across outside under here there put behind deployed
    stationed based posted garrisoned open operational operating active manned until till for after as to and but while
    because with where when"""
STAYS_SO = re.compile(
    rf"\s*(?:$|[^\w\s]|(?:\w+ly\s|still\s|also\s)?(?:{'|'.join(_AFTER_STAYING.split())})\b)", re.IGNORECASE
)


def names_force(words: str) -> bool:
    """Tell whether words name a force, what it fights with, or a site where one stands."""
    return FORCE.search(words) is not None
