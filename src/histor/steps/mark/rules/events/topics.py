"""A word that may name an act in, whether it is only what the sentence talks about out: no event then."""

from histor.codebook.acts.nouns import ACCIDENTS
from histor.steps.mark.rules.events.merge import OUTCOMES
from histor.steps.mark.rules.events.parse import Parse
from histor.steps.mark.rules.events.triggers import Candidate

_GOVERNED_REACH = 7
_TRUCES = frozenset("ceasefire cease-fire truce armistice".split())
_LINKS = frozenset("despite under during since of if whether violation breach for".split())
_BREAKING = frozenset("violate breach break respect monitor observe".split())
_EFFECT = frozenset(
    """take go come enter begin start hold collapse end extend last remain expire fail resume agree announce
    declare reach""".split()
)
_DEFINITE = frozenset("the this that its their".split())


def is_topic(candidate: Candidate, found: list[Candidate]) -> bool:
    """Tell whether the word only says what another act of the sentence is about, or names no act of conflict."""
    parse, at = candidate.parse, candidate.at
    if parse.lower(at) in OUTCOMES and ACCIDENTS & {word.lower for word in parse.sentence.words}:
        return True
    if parse.lower(at) in _TRUCES and _only_mentioned(parse, at):
        return True
    return candidate.group is None and any(_ends_it(other, candidate) for other in found)


def _only_mentioned(parse: Parse, at: int) -> bool:
    """Tell whether a truce is only the background: "despite the truce", "violation of the ceasefire"."""
    chunk = parse.chunk(at) or (at, at)
    if parse.lower(chunk[0]) not in _DEFINITE:
        return False
    below = next((group for group in parse.groups if group.first > at), None)
    if below and below.first - at <= 2 and below.base in _EFFECT:
        return False
    above = next((group for group in reversed(parse.groups) if group.head < chunk[0]), None)
    if above and chunk[0] - above.head <= 3 and above.base in _BREAKING:
        return True
    return parse.lower(chunk[0] - 1) in _LINKS


def _ends_it(other: Candidate, candidate: Candidate) -> bool:
    """Tell whether another act ends or leaves this one: "end the fighting", "suspended talks"."""
    if not 0 < candidate.at - other.at <= _GOVERNED_REACH:
        return False
    between = [candidate.parse.lower(place) for place in range(other.at + 1, candidate.at)]
    if {",", "and", "after", "amid", "in", "as", "following", "during"} & set(between):
        return False
    if (
        other.act.mode == "ceasefire"
        and candidate.parse.lower(other.at) not in _TRUCES
        and candidate.act.type == "ASSAULT"
    ):
        return True
    return other.act.type == "SANCTION" and candidate.act.type == "CONSULT"
