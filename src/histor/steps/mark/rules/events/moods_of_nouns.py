"""A noun that names an act in, its status out, or none: words before it, the noun or verb over it, its own verb."""

from histor.codebook.acts import moods
from histor.records.events import Status
from histor.steps.mark.rules.events.moods_of_verbs import above_of, governed, maybe, mood_noun, of_group
from histor.steps.mark.rules.events.parse import Parse
from histor.steps.mark.rules.events.triggers import Candidate

_FUTURE = frozenset("will shall ’ll".split())
_SETTLING: dict[str, Status] = {"sign": "planned", "agree": "planned", "reach": "planned", "include": "hypothetical"}
_BEGUN = frozenset("begin start continue take enter come hold go last remain".split())
_NOUN_REACH = 5  # words from a noun of mood ("plan", "threat") to the act that it governs
_BACKGROUND = frozenset("following after over amid despite since during because against under".split())
_FUTURE_LINKS = frozenset({("ahead", "of"), ("prior", "to"), ("due", "to")})
_FUTURE_NOUNS = frozenset("deadline preparations preparation run-up start beginning date ready set tasked".split())
_NO = frozenset("no without never".split())


def of_noun(candidate: Candidate) -> Status | None:
    """Read what stands over a noun: its describing words, the noun or verb that governs it, its own verb."""
    parse, at = candidate.parse, candidate.at
    first = (parse.chunk(at) or (at, at))[0]
    if _ahead_of(parse, first):
        return "planned"
    for place in range(first, at):
        if found := moods.MODIFIERS.get(parse.lower(place)):
            return found
    if parse.lower(first) in _NO or parse.lower(first - 1) in _NO:
        return "denied"
    if noun := mood_noun(parse, first - _NOUN_REACH, first):
        return noun
    if parse.lower(first - 1) in _BACKGROUND:
        return "occurred"
    return _by_own_verb(parse, at) or _by_verb_above(candidate, first)


def _ahead_of(parse: Parse, first: int) -> bool:
    """Tell whether the words before a noun put it in the future: "ahead of", "prior to", "deadline for"."""
    before = [parse.lower(first - 3), parse.lower(first - 2), parse.lower(first - 1)]
    return (before[1], before[2]) in _FUTURE_LINKS or (before[2] in {"for", "to", "of"} and before[1] in _FUTURE_NOUNS)


def _by_own_verb(parse: Parse, at: int) -> Status | None:
    """Read the verb that the noun is the subject of: "will begin", "continues", "was called off"."""
    place = at + 1
    while place < len(parse.kinds) and parse.group_at[place] < 0 and _goes_on(parse, place):
        place += 1
    group = parse.group(place)
    if group is None or group.first != place:
        return None
    if group.infinitive and not group.auxiliaries & {"is", "are", "was", "were"}:
        return "planned" if group.base in _BEGUN | {"be", "happen"} else None
    if group.bare and not group.forms & {"past", "third", "base"}:
        return "planned" if group.base in {"plan", "schedule", "start", "expect"} else None
    if group.auxiliaries & _FUTURE or (group.auxiliaries & {"is", "are"} and "to" in group.auxiliaries):
        return "denied" if group.negated else "planned"
    if maybe(group):
        return "hypothetical"
    if group.base in {"continue", "persist", "rage", "intensify"} or group.progressive:
        return "ongoing"
    if group.passive and group.base in {"plan", "schedule", "expect", "prepare", "order", "set", "agree"}:
        return "planned"
    if group.passive and group.base in {"foil", "thwart", "avert", "prevent", "cancel", "postpone", "abort", "repel"}:
        return "denied"
    return "denied" if group.negated and group.base in _BEGUN else None


def _goes_on(parse: Parse, at: int) -> bool:
    """Tell whether a word still belongs to the phrase of the noun: "talks between the two sides in Geneva"."""
    return parse.kinds[at] in {"n", "p", "t", "a"} or (parse.lower(at) == "and" and parse.kind(at + 1) == "n")


def _by_verb_above(candidate: Candidate, first: int) -> Status | None:
    """Read the verb that the noun is the object of: "plans a withdrawal", "called for a truce", "foiled an attack"."""
    parse = candidate.parse
    above = above_of(parse, first)
    if above is None or _closed(parse, above.head + 1, first):
        return None
    if above.base in moods.VERBS and above.first - 1 >= 0 and above.infinitive:
        outer = above_of(parse, above.first)
        if moods.VERBS.get(above.base) == "planned" and outer and moods.VERBS.get(outer.base) == "denied":
            return "denied"
    if candidate.act.type == "RETREAT" and above.base in _SETTLING and not above.negated:
        return _SETTLING[above.base]
    if found := governed(above):
        return found if not above.negated else "denied"
    if above.negated:
        return "denied"
    if above.auxiliaries & _FUTURE:
        return "planned"
    if maybe(above):
        return "hypothetical"
    if above.infinitive or (above.bare and "ing" in above.forms):
        return of_group(parse, above)
    if above.base == "observe" or above.progressive:
        return "ongoing" if above.progressive else None
    return None


def _closed(parse: Parse, first: int, last: int) -> bool:
    """Tell whether a comma, clause or too many words part a verb from a noun."""
    if last - first > 6:
        return True
    between = range(first, last)
    return any(
        (parse.kind(at) in {"c", "r"} and parse.lower(at) not in {"and"})
        or (parse.kind(at) == "m" and parse.lower(at) in {",", ";"})
        or parse.lower(at) in {"after", "since", "during", "following", "despite", "amid", "before", "because", "in"}
        for at in between
    )
