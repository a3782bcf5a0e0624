"""What event tables call their kinds of act, and the kind and mode that it is in the record."""

import re
from functools import cache

from histor.records.events import EventType

Act = tuple[EventType, str | None]

# UCDP GED counts armed force with at least one death (Codebook 25.1, type_of_violence 1 to 3); Airwars counts harm by
# explosive weapons; CENTCOM lists strikes. What their rows leave open is an assault by means that are not said.
BY_DATASET: dict[str, Act] = {
    "airwars": ("ASSAULT", None),
    "centcom": ("ASSAULT", "aerial"),
    "ged": ("ASSAULT", None),
}

# ACLED Codebook 2024, sub-event types; the agreement and peaceful kinds by their PLOVER meaning.
_ACLED: dict[str, Act] = {
    "government regains territory": ("ASSAULT", None),
    "non-state actor overtakes territory": ("ASSAULT", None),
    "armed clash": ("ASSAULT", "firearms"),
    "excessive force against protesters": ("ASSAULT", "crowd-control"),
    "protest with intervention": ("PROTEST", "demo"),
    "peaceful protest": ("PROTEST", "demo"),
    "violent demonstration": ("PROTEST", "riot"),
    "mob violence": ("PROTEST", "riot"),
    "chemical weapon": ("ASSAULT", "unconventional"),
    "air/drone strike": ("ASSAULT", "aerial"),
    "suicide bomb": ("ASSAULT", "suicide-attack"),
    "shelling/artillery/missile attack": ("ASSAULT", "heavy-weapons"),
    "remote explosive/landmine/ied": ("ASSAULT", "explosives"),
    "grenade": ("ASSAULT", "explosives"),
    "sexual violence": ("ASSAULT", "sexual"),
    "attack": ("ASSAULT", None),
    "abduction/forced disappearance": ("ASSAULT", "abduct"),
    "agreement": ("AGREE", None),
    "arrests": ("COERCE", "arrest"),
    "looting/property destruction": ("ASSAULT", "destroy"),
    "headquarters or base established": ("MOBILIZE", "troops"),
    "non-violent transfer of territory": ("RETREAT", "withdraw"),
}

# Words, or their beginnings, that tell the kind in a table of the user's own, the surest first.
_WORDS: tuple[tuple[str, Act], ...] = (
    ("suicide", ("ASSAULT", "suicide-attack")),
    ("drone", ("ASSAULT", "drone")),
    ("uav", ("ASSAULT", "drone")),
    ("airstrike and/or artillery", ("ASSAULT", None)),
    ("air", ("ASSAULT", "aerial")),
    ("raid", ("ASSAULT", None)),
    ("shell", ("ASSAULT", "heavy-weapons")),
    ("artillery", ("ASSAULT", "heavy-weapons")),
    ("missile", ("ASSAULT", "heavy-weapons")),
    ("rocket", ("ASSAULT", "heavy-weapons")),
    ("ballistic", ("ASSAULT", "heavy-weapons")),
    ("mine", ("ASSAULT", "explosives")),
    ("landmine", ("ASSAULT", "explosives")),
    ("bomb", ("ASSAULT", "explosives")),
    ("explosi", ("ASSAULT", "explosives")),
    ("shoot", ("ASSAULT", "firearms")),
    ("clash", ("ASSAULT", None)),
    ("battle", ("ASSAULT", None)),
    ("attack", ("ASSAULT", None)),
    ("strike", ("ASSAULT", None)),
    ("violence", ("ASSAULT", None)),
    ("arrest", ("COERCE", "arrest")),
    ("protest", ("PROTEST", "demo")),
    ("riot", ("PROTEST", "riot")),
    ("ceasefire", ("RETREAT", "ceasefire")),
    ("withdraw", ("RETREAT", "withdraw")),
    ("deploy", ("MOBILIZE", "troops")),
    ("agreement", ("AGREE", None)),
    ("aid", ("AID", None)),
)


@cache  # a table of a hundred thousand rows has a few dozen words for what they tell
def act_of(dataset: str, written: str | None) -> Act | None:
    """Give the kind and mode of what a table calls so; None: it is not known."""
    said = (written or "").strip().casefold()
    if said in _ACLED:
        return _ACLED[said]
    found = next((act for word, act in _WORDS if re.search(rf"\b{word}", said)), None)
    return found or BY_DATASET.get(dataset)


def is_violence(written: str | None) -> bool:
    """Tell whether what a table calls so is violence; a kind that is not known is taken to be."""
    act = act_of("", written)
    return act is None or act[0] == "ASSAULT"
