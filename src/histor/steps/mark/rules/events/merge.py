"""The words of a sentence that may name acts in, one word an act out: a strike and its dead are one event."""

from histor.codebook.acts.weapons import WEAPONS
from histor.steps.mark.rules.events.triggers import Candidate

# Verbs and nouns that tell what an act did to people: they are its outcome when the same sentence names the act.
OUTCOMES = frozenset(
    """kill kills killed killing killings die dies died dying wound wounds wounded wounding injure injures
    injured injuring
    hurt harm displace displaced displacing perish perished maim destroyed destroying damage damaged""".split()
)
_VAGUE = frozenset(
    "target targets targeted targeting hit hits hitting strike struck violence aggression hostilities".split()
)
_COORDINATORS = frozenset({"and", ",", "or", "&"})
_REPEAT_TYPES = frozenset({"AGREE", "CONSULT", "RETREAT", "COERCE", "AID", "MOBILIZE", "SANCTION"})


def merge(candidates: list[Candidate]) -> list[Candidate]:
    """Give one candidate for each act of a sentence; those of different voices are never joined."""
    kept: list[Candidate] = []
    for candidate in candidates:
        rival = next((other for other in kept if _same_act(other, candidate)), None)
        if rival is None:
            kept.append(candidate)
        elif _rank(candidate) > _rank(rival):
            kept[kept.index(rival)] = candidate
    return kept


def _same_act(first: Candidate, second: Candidate) -> bool:
    if first.voice != second.voice or first.act.type != second.act.type:
        return False
    if first.act.type == "ASSAULT":
        return not _two_assaults(first, second)
    return (
        first.act.type in _REPEAT_TYPES
        and first.act == second.act
        and not _joined(first, second)
        and _near(first, second)
    )


def _two_assaults(first: Candidate, second: Candidate) -> bool:
    """Tell two assaults apart: named side by side, or each a full verb of its own clause."""
    if first.parse is not second.parse:
        return True
    words = {first.parse.lower(first.at), second.parse.lower(second.at)}
    if words & OUTCOMES:
        return _new_deaths(first, second)
    return (_joined(first, second) and first.act != second.act) or _own_clauses(first, second)


def _new_deaths(first: Candidate, second: Candidate) -> bool:
    """Tell whether both tell of dead, in two sentences joined by "while" or a semicolon."""
    between = [first.parse.lower(at) for at in range(first.at, second.at)]
    return bool({"while", ";", "whereas", "meanwhile"} & set(between))


def _joined(first: Candidate, second: Candidate) -> bool:
    """Tell whether only a conjunction and describing words stand between the two ("airstrikes and shelling")."""
    between = [first.parse.lower(at) for at in range(first.at + 1, second.at)]
    return len(between) <= 3 and bool(between) and bool(_COORDINATORS & set(between))


def _own_clauses(first: Candidate, second: Candidate) -> bool:
    """Tell whether two finite verbs with words like "while" between them tell of two acts."""
    if first.group is None or second.group is None or second.group.bare:
        return False
    between = [first.parse.lower(at) for at in range(first.at, second.at)]
    return bool({"while", ";", "and", "but", "meanwhile"} & set(between))


def _near(first: Candidate, second: Candidate) -> bool:
    return second.at - first.at <= 12


def _rank(candidate: Candidate) -> tuple[int, int]:
    """Order rivals: an act with a weapon, then an act, then its outcome; of equals the first."""
    word = candidate.parse.lower(candidate.at)
    if word in OUTCOMES:
        return 0, 0
    if word in _VAGUE:
        return 1, 0
    return 2, 1 if candidate.act.mode or _weapon_beside(candidate) else 0


def _weapon_beside(candidate: Candidate) -> bool:
    chunk = candidate.parse.chunk(candidate.at)
    return chunk is not None and any(candidate.parse.lower(at) in WEAPONS for at in range(chunk[0], chunk[1] + 1))
