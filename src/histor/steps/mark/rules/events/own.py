"""An event's words in, the product's own fields out: class of target, posture of forces, stage of talks or truce."""

from histor.codebook.acts.targets import TARGETS
from histor.records.events import Posture, Stage, Status, Target
from histor.steps.mark.rules.events.triggers import Candidate
from histor.steps.mark.rules.phrases import Phrase

_BREACHES = frozenset(
    """violation violations violate violates violated violating breach breaches breached breaching broke broken breaks
    breaking""".split()
)
_AGREEMENTS = frozenset("ceasefire cease-fire truce armistice agreement cessation deal".split())
_PART = frozenset("main part some partial half hundreds dozens several".split())


def is_violation(candidate: Candidate) -> bool:
    """Tell whether the sentence calls the act a breach of a truce or agreement."""
    if candidate.act.type not in {"ASSAULT", "MOBILIZE", "COERCE"}:
        return False
    words = {word.lower for word in candidate.parse.sentence.words}
    return bool(words & _BREACHES) and bool(words & _AGREEMENTS)


def target_of(candidate: Candidate, recipients: tuple[Phrase, ...]) -> Target | None:
    """Give the class of what was struck, by the nouns of the recipients, the last word of each first."""
    if candidate.act.type != "ASSAULT":
        return None
    parse = candidate.parse
    for phrase in recipients:
        for at in range(phrase[1], phrase[0] - 1, -1):
            if found := TARGETS.get(parse.lower(at)):
                return found
    return None


def posture_of(candidate: Candidate) -> Posture | None:
    """Tell what forces do: deploy, reinforce, withdraw in part or whole, remain."""
    kind, mode = candidate.act.type, candidate.act.mode
    words = {word.lower for word in candidate.parse.sentence.words}
    word = candidate.parse.lower(candidate.at)
    if kind == "MOBILIZE" and mode is None:
        return (
            "reposition" if word.startswith("shift") else "base" if words & {"establish", "establishes"} else "remain"
        )
    if kind == "MOBILIZE" and mode == "troops":
        return "reinforce" if words & {"reinforce", "reinforcements", "additional", "more"} else "deploy"
    if kind == "RETREAT" and mode == "withdraw":
        return (
            "withdraw-all"
            if words & {"all", "complete", "full", "entire", "fully"}
            else "withdraw-part"
            if words & _PART
            else None
        )
    return None


def stage_of(candidate: Candidate, status: Status) -> Stage | None:
    """Tell how far talks or a truce have come."""
    words = [word.lower for word in candidate.parse.sentence.words]
    if candidate.act.mode == "ceasefire":
        return _truce_stage(words, status)
    if candidate.act.type == "CONSULT":
        return {"planned": "scheduled", "hypothetical": "proposed", "denied": "refused"}.get(status, "held")  # type: ignore[return-value]
    if candidate.act.type == "AGREE":
        return "signed" if {"sign", "signs", "signed"} & set(words) else "accepted"
    return None


def _truce_stage(words: list[str], status: Status) -> Stage:
    found = set(words)
    if status == "hypothetical":
        return "called-for" if found & {"call", "calls", "called", "calling", "demand", "urges", "urged"} else "offered"
    if found & {"extend", "extended", "extends", "extension"}:
        return "extended"
    if status in {"occurred", "ongoing"}:
        return "ended" if found & {"collapse", "collapsed", "ended", "ends"} else "in-effect"
    return "agreed" if status == "planned" else "ended"
