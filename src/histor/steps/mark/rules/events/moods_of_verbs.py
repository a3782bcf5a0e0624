"""A verb group in, the status of its act out, or none: negation, modals, the verb over it, its tense."""

from histor.codebook.acts import moods
from histor.records.events import Status
from histor.steps.mark.rules.events.parse import Group, Parse

_FUTURE = frozenset("will shall ’ll".split())
_MAYBE = frozenset("would could may might can should must".split())


def of_group(parse: Parse, group: Group) -> Status | None:
    """Read a verb group: its negation, its modal, the verb over it, its tense; None: nothing says anything."""
    if group.negated and not maybe(group):
        return "denied"
    if group.auxiliaries & _FUTURE:
        return "planned"
    if maybe(group):
        return "denied" if group.negated and group.auxiliaries & {"would", "can", "could"} else "hypothetical"
    if group.infinitive:
        return None if "have" in group.auxiliaries else _of_infinitive(parse, group)
    if group.bare and "ing" in group.forms:
        return _of_ing(parse, group)
    if group.progressive:
        return "ongoing"
    if group.forms == {"base"} and (found := _shared_mood(parse, group)):
        return found
    if {"has", "have"} & group.auxiliaries and "been" in group.auxiliaries and "ing" in group.forms:
        return "ongoing"
    return None


def maybe(group: Group) -> bool:
    """Tell whether a modal of possibility or duty stands in the group."""
    return bool(group.auxiliaries & _MAYBE)


def unreal(group: Group) -> bool:
    """Tell whether a verb group says that its act did not, or did not yet, happen."""
    return group.negated or bool(group.auxiliaries & (_FUTURE | _MAYBE)) or group.infinitive


def governed(above: Group) -> Status | None:
    """Give the status that a verb of mood gives to what it governs."""
    found = moods.VERBS.get(above.base)
    if found == "denied" and above.negated:
        return None
    return found


def mood_noun(parse: Parse, first: int, last: int) -> Status | None:
    """Find a noun of mood in the words just before: "threat of", "plan to", "calls for"."""
    for at in range(last - 1, max(first, 0) - 1, -1):
        if parse.kind(at) in {"v", "c", "r"} or parse.lower(at) in {",", "after", "during", "since", "in", "by"}:
            return None
        if parse.kind(at) == "n" and (found := moods.NOUNS.get(parse.lower(at))):
            return found
    return None


def above_of(parse: Parse, at: int) -> Group | None:
    """Give the nearest verb group to the left of a word."""
    at -= 1
    while at >= 0:
        if (group := parse.group(at)) is not None:
            return group
        at -= 1
    return None


def _shared_mood(parse: Parse, group: Group) -> Status | None:
    """Give a bare verb the status of the one that "and" or "help" ties it to: "will leave and hand over"."""
    above = above_of(parse, group.first)
    if parse.lower(group.first - 1) == "help":
        return "planned"
    joined = parse.lower(group.first - 1) in {"and", "or"} and above and unreal(above)
    return of_group(parse, above) if joined and above else None


def _of_infinitive(parse: Parse, group: Group) -> Status:
    """Read the verb over "to": "agreed to", "failed to", "is to", "continued to"; a bare purpose is a plan."""
    if group.auxiliaries & {"is", "are", "was", "were"}:
        return "planned"
    if parse.lower(group.first - 1) == "yet":
        return "denied"
    above = above_of(parse, group.first)
    if above is None:
        return "planned"
    noun = mood_noun(parse, above.head + 1, group.first)
    if noun:
        return noun
    found = moods.VERBS.get(above.base)
    if above.base == "continue":
        return "planned" if unreal(above) else "ongoing"
    if above.base in {"manage", "begin", "start", "help"}:
        return "occurred" if not unreal(above) else "planned"
    if above.negated and found in {"planned", "hypothetical"}:
        return "denied"
    return found or "hypothetical"


def _of_ing(parse: Parse, group: Group) -> Status | None:
    """Read what stands before an -ing form: a verb of mood, "from", or a clause that it goes with."""
    before = group.first - 1
    word = parse.lower(before)
    above = above_of(parse, group.first)
    if above and above.head == before:
        return _under(parse, above)
    if word in {"from", "without", "against"}:
        return "denied" if (above and moods.VERBS.get(above.base) == "denied") or word == "without" else "hypothetical"
    if parse.kind(before) == "p":
        noun = mood_noun(parse, max(0, before - 3), before)
        return noun or (
            governed(above)
            if above and word in {"on", "about", "to", "for", "with"} and above.base not in {"accuse", "blame"}
            else None
        )
    if above and unreal(above) and not above.negated:
        return "planned" if above.auxiliaries & _FUTURE else "hypothetical"
    return None


def _under(parse: Parse, above: Group) -> Status | None:
    """Give the status of an -ing form by the verb that it completes: "keeps bombing", "is to start pulling"."""
    if above.base in {"continue", "keep", "resume"} and not unreal(above):
        return "ongoing"
    return governed(above) or of_group(parse, above)
