"""A parsed sentence in, the words in it that may name an act out: verbs and nouns of the tables."""

from dataclasses import dataclass

from histor.codebook.acts.kinds import Act
from histor.codebook.acts.nouns import CARRIED, FOLLOWED, NEED, NOUNS, TOPICS
from histor.codebook.acts.verbs import FRAMES, PARTICLES, VERBS
from histor.steps.mark.rules.events.objects import objects_of
from histor.steps.mark.rules.events.parse import Group, Parse
from histor.steps.mark.rules.verbs import readings

_STAYING = frozenset("remain stay operate".split())
_CLAUSE_REACH = 25  # words before a verb of staying that may name what stays
_FRAME_REACH = 6
_PARTICLE_REACH = 5


@dataclass(slots=True)
class Candidate:
    """A word that may name an act, with where it stands."""

    parse: Parse
    at: int
    act: Act
    group: Group | None  # None: a noun
    voice: int | None = None

    @property
    def start(self) -> int:
        """Give the place of the word in the text."""
        return self.parse.sentence.words[self.at].span.start


def find_triggers(parse: Parse) -> list[Candidate]:
    """List the words of the sentence that may name an act, in order."""
    found = []
    for at, kind in enumerate(parse.kinds):
        if kind == "v":
            group = parse.group(at)
            if group and group.head == at and (act := verb_act(parse, group)) and not _describes(parse, group, act):
                found.append(Candidate(parse, at, act, group))
        elif kind == "n" and (act := _noun_act(parse, at)):
            found.append(Candidate(parse, at, act, None))
    return found


def _describes(parse: Parse, group: Group, act: Act) -> bool:
    """Tell whether a participle only describes the noun before it ("men accused of", "areas captured by")."""
    if group.base == "fight" and group.infinitive:
        return True
    if not group.bare or "participle" not in group.forms or objects_of(parse, group):
        return False
    after_noun = parse.kind(group.first - 1) == "n"
    if act.type in _SPEECH:
        return after_noun and parse.lower(group.head + 1) in {"of", "with", "in"}
    seized = act.type == "COERCE" and act.mode in {"seize", "restrict"}
    return seized and after_noun and parse.lower(group.head + 1) == "by" and bool(parse.groups[1:])


_SPEECH = frozenset({"ACCUSE", "THREATEN", "SUPPORT", "REJECT"})


def verb_act(parse: Parse, group: Group) -> Act | None:
    """Give the act that a verb names, by its particle, by what stands near it, or by itself."""
    for base in _bases(parse, group):
        near = [parse.lower(at) for at in range(group.head + 1, group.head + 1 + _FRAME_REACH)]
        for particle, act in PARTICLES.get(base, {}).items():
            if particle in near[:1] or (base not in {"call", "rule"} and particle in near[:_PARTICLE_REACH]):
                return act
        around = {*near, *_subject_words(parse, group)} if group.passive or group.bare else set(near)
        if base in _STAYING:
            around |= {parse.lower(at) for at in range(max(0, group.first - _CLAUSE_REACH), group.first)}
        for words, act in FRAMES.get(base, ()):
            if words & around:
                return act
        if base in VERBS:
            return VERBS[base]
    return None


def _bases(parse: Parse, group: Group) -> list[str]:
    return list(dict.fromkeys([verb.base for verb in readings(parse.lower(group.head))])) or [group.base]


def _subject_words(parse: Parse, group: Group) -> list[str]:
    chunk = parse.chunk(group.first - 1)
    return [parse.lower(at) for at in range(chunk[0], chunk[1] + 1)] if chunk else []


def _noun_act(parse: Parse, at: int) -> Act | None:
    word = parse.lower(at)
    if word in NEED:
        words, act = NEED[word]
        chunk = parse.chunk(at) or (at, at)
        return act if any(parse.lower(k) in words for k in range(chunk[0], at)) else None
    if word in FOLLOWED:
        words, act = FOLLOWED[word]
        return act if any(parse.lower(k) in words for k in range(at + 1, at + 1 + _FRAME_REACH)) else None
    if word in CARRIED:
        words, act = CARRIED[word]
        return act if words & _verbs_around(parse, at) and not _is_topic(parse, at) else None
    named = NOUNS.get(word)
    return named if named and not _is_topic(parse, at) else None


def _verbs_around(parse: Parse, at: int) -> set[str]:
    """List the bases of the verbs next to the left and right of a noun, at most some words away."""
    near = range(max(0, at - _PARTICLE_REACH), min(len(parse.kinds), at + _PARTICLE_REACH))
    return {group.base for place in near if (group := parse.group(place)) is not None and group.head == place}


def _is_topic(parse: Parse, at: int) -> bool:
    """Tell whether the noun only describes the noun after it ("withdrawal plan") or belongs to a name."""
    chunk = parse.chunk(at)
    if chunk and at < chunk[1]:
        after = parse.lower(at + 1)
        if (
            after in {"agreement", "deal", "accord"}
            and parse.lower(at) in _STRONG
            and _verbs_around(parse, at) & _SIGNING
        ):
            return False
        if after in TOPICS or (after in NOUNS and after not in {"talks"}):
            return True
        return after not in {"'s", "’s"} and parse.kind(at + 1) == "n" and parse.lower(at) not in _STRONG
    return False


_SIGNING = frozenset("sign agree reach accept".split())
_STRONG = frozenset("ceasefire truce withdrawal".split())
