"""A word that names an act in, who does it and who suffers it out, as phrases of its sentence."""

from dataclasses import dataclass

from histor.codebook.acts.targets import AGENTS, GROUPS, PEOPLE, SITES, THINGS
from histor.codebook.acts.weapons import WEAPONS
from histor.steps.mark.rules.events.doers import doers_of_noun, is_doer
from histor.steps.mark.rules.events.objects import conjuncts_right, objects_of, tied, with_of
from histor.steps.mark.rules.events.parse import Group, Parse
from histor.steps.mark.rules.events.subjects import possessor, subjects_of
from histor.steps.mark.rules.events.triggers import Candidate
from histor.steps.mark.rules.phrases import Phrase

_BY = frozenset({"by"})
_AGAINST = frozenset("on against at targeting upon hitting striking into with".split())
_WITH = frozenset({"with"})
_BETWEEN = frozenset("between among".split())
_TO = frozenset("to for".split())
_OF = frozenset({"of"})
_FROM = frozenset({"from"})
_CONTROL = frozenset({"of", "over"})
_ASKED = frozenset("on upon to".split())
_SANCTIONED = frozenset("with to against from".split())
# Nouns of acts whose "of" names who suffers them; of the others it names who does them.
_SUFFERED = frozenset(
    """bombing bombings bombardment bombardments shelling killing killings massacre assassination execution executions
    capture seizure siege kidnapping abduction arrest arrests release recapture blockade beheading invasion rape
    torture looting annexation storming deaths death condemnation evacuation delivery rejection exchange""".split()
)
_MOVING = frozenset("withdraw pull deploy redeploy evacuate mobilize mobilise station move send".split())
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
_INTRANSITIVE = frozenset(
    """withdraw agree clash fight meet die perish retreat protest advance resign riot explode retaliate battle
    negotiate cooperate talk visit demonstrate defect surrender threaten call pull demand refuse decline appeal
    vow pledge crack fall enter arrive invade say urge march push""".split()
)
_TOOLS = WEAPONS.keys() - AGENTS  # what people are killed by without doing it
_AIMING = frozenset("focus concentrate target hit strike aim kill".split())
_OWN = frozenset("its his her their".split())
_BARE_FORCES = frozenset("troops forces soldiers military army".split())


@dataclass(frozen=True, slots=True)
class Parties:
    """Who does the act, and to whom."""

    actors: tuple[Phrase, ...] = ()
    recipients: tuple[Phrase, ...] = ()


def parties_of(candidate: Candidate) -> Parties:
    """Find the parties of an act around the word that names it."""
    found = _of_verb(candidate, candidate.group) if candidate.group else _of_noun(candidate)
    return Parties(_fit(candidate, found.actors), _suffering(candidate, found.recipients))


def _fit(candidate: Candidate, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Keep the phrases that can act and do not hold the act's own word; each stretched over its "of"."""
    parse = candidate.parse
    kept = (phrase for phrase in phrases if not phrase[0] <= candidate.at <= phrase[1] and not _is_thing(parse, phrase))
    return tuple(with_of(parse, phrase) for phrase in kept)


def _suffering(candidate: Candidate, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Keep the phrases that can suffer: no weapons and acts, and a town only where nothing else is hit."""
    parse, kind = candidate.parse, candidate.act.type
    kept = [phrase for phrase in phrases if not _is_thing(parse, phrase) and not phrase[0] <= candidate.at <= phrase[1]]
    if kind == "ASSAULT" or (kind == "COERCE" and candidate.act.mode in {"seize", "restrict"}):
        people = [phrase for phrase in kept if not is_town(parse, phrase)]
        kept = people or kept
    return tuple(with_of(parse, phrase) for phrase in kept)


def is_town(parse: Parse, phrase: Phrase) -> bool:
    """Tell whether a phrase names a town, region or country rather than people."""
    words = [parse.lower(at) for at in range(phrase[0], phrase[1] + 1)]
    if set(words) & (AGENTS | PEOPLE | GROUPS) - {"state", "air", "party"}:
        return False
    if parse.lower(_head(parse, phrase)) in SITES - _STRUCK:
        return True
    texts = parse.sentence.words[phrase[0] : phrase[1] + 1]
    named = all(word.is_name_like or word.lower == "the" for word in texts)
    return named and not texts[-1].text.isupper() and parse.lower(phrase[0] - 1) in _AT


def _head(parse: Parse, phrase: Phrase) -> int:
    """Give the noun that a phrase is about: the last before "of", unless that only counts ("dozens of men")."""
    for at in range(phrase[0], phrase[1] + 1):
        if parse.lower(at) == "of" and parse.lower(at - 1) not in _COUNTING:
            return at - 1
    return phrase[1]


_COUNTING = frozenset(
    """number dozens scores hundreds thousands tens millions most all some many part parts half majority members
    group series one two three""".split()
)
_AT = frozenset("of on at in into seize capture retake recapture captured seized bombed shelled".split())
_STRUCK = frozenset(
    """base camp airport airfield hospital checkpoint embassy consulate mosque church school market mall prison
    airbase university port""".split()
)


def _is_thing(parse: Parse, phrase: Phrase) -> bool:
    """Tell whether the phrase is a weapon, an act or an agreement."""
    return parse.lower(_head(parse, phrase)) in THINGS


def _of_verb(candidate: Candidate, group: Group) -> Parties:
    parse, kind = candidate.parse, candidate.act.type
    subjects, objects = subjects_of(parse, group), objects_of(parse, group)
    agents = tied(parse, group.head, _BY)
    if is_passive(parse, group, objects, kind):
        if kind == "AGREE":
            return Parties(tuple(phrase for phrase in agents if is_doer(parse, phrase)))
        if kind == "MOBILIZE" or candidate.act.mode == "withdraw":
            return Parties(agents or subjects)
        return Parties(tuple(phrase for phrase in agents if parse.lower(phrase[1]) not in _TOOLS), subjects)
    if group.base in {"die", "perish"}:
        return Parties((), subjects)
    if group.base in _MOVING:
        return _moving(parse, subjects, objects)
    if kind in _MUTUAL:
        return _mutual(parse, group, subjects, objects)
    if kind == "MOBILIZE":
        return Parties(subjects)
    return Parties(subjects, _patients(candidate, group, objects))


def is_passive(parse: Parse, group: Group, objects: tuple[Phrase, ...], kind: str) -> bool:
    """Tell whether the subject suffers the verb: with "be", or a participle without an object."""
    if group.passive:
        return True
    if not group.bare or "participle" not in group.forms or objects or group.base in _INTRANSITIVE:
        return False
    after = parse.lower(group.head + 1)
    return (
        after == "by"
        if kind in _SPEECH
        else after not in {"what", "that", "on", "at", "against", "into"} or "be" in group.auxiliaries
    )


def _moving(parse: Parse, subjects: tuple[Phrase, ...], objects: tuple[Phrase, ...]) -> Parties:
    """Withdrawals and deployments have no patient; troops named as object of an infinitive are who moves."""
    named = objects and parse.lower(objects[0][0]) not in _OWN | {"it", "them"} and parse.kind(objects[0][0]) == "n"
    if named and not subjects and is_doer(parse, objects[0]):
        return Parties(objects)
    return Parties(subjects)


def _patients(candidate: Candidate, group: Group, objects: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Give the objects of a verb, or what the preposition of its class ties to it."""
    parse, kind = candidate.parse, candidate.act.type
    if objects and "lives" in {parse.lower(at) for at in range(objects[0][0], objects[0][1] + 1)}:
        return tied(parse, group.head + 1, _OF)
    if kind == "ASSAULT" and (not objects or any(_is_thing(parse, phrase) for phrase in objects)):
        return tied(parse, group.head, _AGAINST)
    if kind == "COERCE" and candidate.act.mode == "seize":
        held = _controlled(parse, objects)
        return tuple(phrase for phrase in held if not is_town(parse, phrase)) or tied(parse, group.head, _FROM) or held
    if kind == "ACCUSE" and objects:
        owner = possessor(parse, objects[0])
        return (owner,) if owner and candidate.act.mode == "disapprove" else objects
    people = tuple(phrase for phrase in objects if is_doer(parse, phrase))
    if kind == "SUPPORT" and objects:
        return people or tied(parse, group.head, _OF | _BETWEEN)
    if kind == "AID":
        return people or tied(parse, group.head, _TO) or objects
    if kind == "SANCTION":
        return tied(parse, group.head, _SANCTIONED) or objects
    return objects or tied(parse, group.head, _ASKED if kind == "REQUEST" else _AGAINST)


def _controlled(parse: Parse, objects: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Give what is taken where "control" of it is: "regained control of two villages"."""
    control = next((at for one in objects for at in range(one[0], one[1] + 1) if parse.lower(at) == "control"), None)
    return objects if control is None else tied(parse, control, _CONTROL)


def _mutual(parse: Parse, group: Group, subjects: tuple[Phrase, ...], objects: tuple[Phrase, ...]) -> Parties:
    """Put the first side in actors and the others in recipients, for a meeting or an agreement."""
    others = tied(parse, group.head, _WITH)
    if not others and group.base == "meet":
        others = objects
    if others or len(subjects) < 2:
        return Parties(subjects, tuple(phrase for phrase in others if is_doer(parse, phrase)))
    return Parties(subjects[:1], subjects[1:])


def _of_noun(candidate: Candidate) -> Parties:
    """Read what "between", "of", "on" and "with" tie to a noun; its doer has a file of its own."""
    parse, at = candidate.parse, candidate.at
    sides = tied(parse, at, _BETWEEN)
    if len(sides) > 1:
        return Parties(sides[:1], sides[1:])
    chunk = parse.chunk(at) or (at, at)
    of = _of_phrase(parse, at)
    suffered = parse.lower(at) in _SUFFERED
    actors = () if suffered and _owner_suffers(parse, at, chunk) else doers_of_noun(candidate, () if suffered else of)
    recipients = of if suffered else ()
    if suffered and not of and _owner_suffers(parse, at, chunk):
        recipients = (possessor(parse, (chunk[0], at)) or chunk,)
    recipients = recipients or _tied_patients(candidate)
    if (candidate.act.type in _MUTUAL or candidate.act.mode == "ceasefire") and len(actors) > 1 and not recipients:
        actors, recipients = actors[:1], actors[1:]
    return Parties(actors, recipients)


def _owner_suffers(parse: Parse, at: int, chunk: Phrase) -> bool:
    """Tell whether the owner of the noun is its victim ("the general's assassination")."""
    plain = parse.lower(at) not in {
        "bombing",
        "bombings",
        "shelling",
        "bombardment",
        "invasion",
        "siege",
        "blockade",
        "release",
    }
    return plain and possessor(parse, (chunk[0], at)) is not None


def _of_phrase(parse: Parse, at: int) -> tuple[Phrase, ...]:
    if parse.lower(at + 1) != "of":
        return ()
    chunk = parse.chunk(at + 2)
    return conjuncts_right(parse, chunk) if chunk else ()


def hit_by_own_verb(parse: Parse, at: int) -> tuple[Phrase, ...]:
    """Read the verb of which the noun is the subject: "airstrikes have focused on militants"."""
    below = next((group for group in parse.groups if group.first > at), None)
    if below is None or below.base not in _AIMING or below.passive:
        return ()
    return objects_of(parse, below) or tied(parse, below.head, _AGAINST)


def _tied_patients(candidate: Candidate) -> tuple[Phrase, ...]:
    parse, at, kind = candidate.parse, candidate.at, candidate.act.type
    if kind in {"ASSAULT", "COERCE"}:
        weapons = candidate.act.mode is not None
        return tied(parse, at, _AGAINST - _WITH if weapons else _AGAINST) or hit_by_own_verb(parse, at)
    if kind in _MUTUAL or kind == "RETREAT":
        return tuple(phrase for phrase in tied(parse, at, _WITH) if is_doer(parse, phrase))
    if kind == "SANCTION":
        return tied(parse, at, frozenset("with on against".split()))
    return tied(parse, at, _TO) if kind == "AID" else ()
