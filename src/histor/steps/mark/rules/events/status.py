"""A word that names an act in, its status out: what the words around it say about whether it happened."""

from histor.records.claims import Stance
from histor.records.events import Status
from histor.steps.mark.rules.events.moods_of_nouns import of_noun
from histor.steps.mark.rules.events.moods_of_verbs import of_group
from histor.steps.mark.rules.events.parse import Group, Parse
from histor.steps.mark.rules.events.triggers import Candidate

_MAYBE = frozenset("would could may might can should must".split())
_CONDITIONS = frozenset("if unless whether".split())
_STANCES: dict[Stance, Status] = {
    "denies": "denied", "orders": "planned", "plans": "planned", "threatens": "threatened", "demands": "hypothetical",
    "predicts": "hypothetical",
}  # fmt: skip


def possible(candidate: Candidate) -> bool:
    """Tell whether the voice itself is not sure: "may have", "apparently", "believed to"."""
    parse, group = candidate.parse, candidate.group
    hedged = group is not None and bool(group.auxiliaries & _MAYBE) and "have" in group.auxiliaries
    near = {parse.lower(at) for at in range(max(0, candidate.at - 4), candidate.at)}
    return hedged or bool(near & {"apparently", "apparent", "suspected", "alleged", "probably", "possibly", "believed"})


def status_of(candidate: Candidate, stance: Stance | None) -> Status:
    """Tell the status of an act from its verb or the words over its noun, then from the claim that it stands in."""
    if _not_meant(candidate.parse, candidate.at):
        return "denied"
    if candidate.act.type == "AID" and candidate.group and candidate.group.base in {"pledge", "promise"}:
        return "planned"
    own = _of_verb(candidate) if candidate.group else of_noun(candidate)
    if _conditional(candidate.parse, candidate.at) and own != "denied":
        return "hypothetical"
    if stance is None or stance not in _STANCES:
        return own or "occurred"
    return _in_claim(candidate, own, _STANCES[stance])


def _not_meant(parse: Parse, at: int) -> bool:
    """Tell whether the clause stands under "does not mean"."""
    return any(group.base == "mean" and group.negated and group.head < at for group in parse.groups)


def _in_claim(candidate: Candidate, own: Status | None, claimed: Status) -> Status:
    """Weigh the words against the claim's stance: a past act told inside a promise still happened."""
    if own is None:
        settled = candidate.group and _is_past(candidate.group)
        return "occurred" if settled and claimed != "denied" else claimed
    if own == claimed == "denied" and candidate.group and candidate.group.negated:
        return "hypothetical"  # a denied denial: the words do not say that it happened
    if own in {"planned", "hypothetical"} and claimed in {"threatened", "hypothetical", "denied", "planned"}:
        return claimed if own == "planned" or claimed == "planned" else own
    return own


def _is_past(group: Group) -> bool:
    return "past" in group.forms or bool(group.auxiliaries & {"has", "had", "have", "was", "were"})


def _of_verb(candidate: Candidate) -> Status | None:
    """Read the verb group: its negation, modal, the verb over it, its tense."""
    return of_group(candidate.parse, candidate.group) if candidate.group else None


def _conditional(parse: Parse, at: int) -> bool:
    """Tell whether "if" or its like opens the clause of this word."""
    for place in range(at, -1, -1):
        word = parse.lower(place)
        if word in _CONDITIONS:
            return True
        if word in {",", ";", "that"} and place < at:
            return _opens_condition(parse, place)
    return False


def _opens_condition(parse: Parse, comma: int) -> bool:
    """Tell whether the clause that a comma ends begins the sentence with "if" or "unless"."""
    return parse.lower(comma) == "," and bool({parse.lower(0), parse.lower(1)} & _CONDITIONS)
