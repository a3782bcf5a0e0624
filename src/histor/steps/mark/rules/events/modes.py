"""A word that names an act in, its mode out: that of the word, or of a weapon named beside it."""

from histor.codebook.acts.weapons import WEAPONS
from histor.steps.mark.rules.events.doers import doers_of_noun
from histor.steps.mark.rules.events.triggers import Candidate

_BOMBINGS = frozenset({"bombing", "bombings"})


def mode_of(candidate: Candidate, merged: list[Candidate]) -> str | None:
    """Give the mode of an act; of an assault also from the other words of its sentence for the same act."""
    if candidate.act.type != "ASSAULT":
        return candidate.act.mode
    own = _weapon(candidate)
    if own is None and candidate.parse.lower(candidate.at) in _BOMBINGS and doers_of_noun(candidate, ()):
        return "aerial"  # forces bomb from the air; a bombing without a doer is a bomb
    if own or candidate.act.mode:
        return own or candidate.act.mode
    return next((mode for other in merged if (mode := _weapon(other) or other.act.mode)), None)


def _weapon(candidate: Candidate) -> str | None:
    """Find a weapon in the phrase of a noun, or in the subject of a verb."""
    parsed, at = candidate.parse, candidate.at
    if candidate.group:
        subject = parsed.chunk(candidate.group.first - 1)
        places = range(subject[0], subject[1] + 1) if subject else range(0)
    else:
        chunk = parsed.chunk(at)
        places = range(chunk[0], at) if chunk else range(0)
    return next((WEAPONS[word] for place in places if (word := parsed.lower(place)) in WEAPONS), None)
