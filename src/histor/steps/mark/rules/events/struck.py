"""The parties of an assault in, the same with the dead and wounded and without what only lay there out."""

from histor.codebook.acts.targets import PEOPLE, TARGETS
from histor.steps.mark.rules.events.doers import is_doer
from histor.steps.mark.rules.events.merge import OUTCOMES
from histor.steps.mark.rules.events.parse import Parse
from histor.steps.mark.rules.events.parties import Parties, is_town, parties_of
from histor.steps.mark.rules.events.triggers import Candidate
from histor.steps.mark.rules.phrases import Phrase

_PARTIES_OF_THEIR_OWN = frozenset({"military", "hospital", "government", "aid"})


def with_outcome(parties: Parties, candidate: Candidate, merged: list[Candidate]) -> Parties:
    """Add the dead, the wounded and the doer that the other words for the same act name."""
    if candidate.act.type != "ASSAULT":
        return parties
    actors, recipients = list(parties.actors), list(parties.recipients)
    harmed = set(recipients) if candidate.parse.lower(candidate.at) in OUTCOMES else set()
    for other in merged:
        if other is candidate:
            continue
        extra = parties_of(other)
        if other.parse.lower(other.at) in OUTCOMES:
            harmed |= set(extra.recipients)
        if other.parse.lower(other.at) in OUTCOMES or not recipients:
            recipients.extend(extra.recipients)
        if not actors:
            actors.extend(actor for actor in extra.actors if not actor[0] <= candidate.at <= actor[1])
    return Parties(tuple(actors), _hit(candidate.parse, tuple(dict.fromkeys(recipients)), harmed))


def _hit(parsed: Parse, recipients: tuple[Phrase, ...], harmed: set[Phrase]) -> tuple[Phrase, ...]:
    """Leave out towns, markets and houses where people are named as hit; `harmed` are those said to be dead or hurt."""
    people = {phrase for phrase in recipients if _is_people(parsed, phrase)}
    if not people:
        return recipients
    return tuple(phrase for phrase in recipients if phrase in people | harmed or _is_party(parsed, phrase))


def _is_people(parsed: Parse, phrase: Phrase) -> bool:
    words = {parsed.lower(at) for at in range(phrase[0], phrase[1] + 1)}
    return bool(PEOPLE & words) or any(phrase[0] <= count[0] <= phrase[1] for count in parsed.counts)


def _is_party(parsed: Parse, phrase: Phrase) -> bool:
    """Tell whether a thing is hit as a party: a force, base, vessel, convoy or hospital."""
    if is_town(parsed, phrase):
        return False
    classes = {TARGETS.get(parsed.lower(at)) for at in range(phrase[0], phrase[1] + 1)}
    return bool(classes & _PARTIES_OF_THEIR_OWN) or is_doer(parsed, phrase)
