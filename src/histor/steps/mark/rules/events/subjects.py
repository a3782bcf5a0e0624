"""A verb group in, the noun phrases that do it out: subjects, antecedents, and who controls an infinitive."""

from histor.codebook.acts.targets import THINGS
from histor.steps.mark.rules.events.parse import Group, Parse
from histor.steps.mark.rules.phrases import Phrase

_DEPTH = 5  # steps from verb to verb; deeper sentences are not trusted
# Verbs whose subject also does the infinitive after their object ("promised Syria to withdraw").
_SUBJECT_CONTROL = frozenset("promise threaten agree vow pledge plan refuse decline offer".split())
# Verbs after which a clause stands without "that".
_COMPLEMENT = frozenset("say report claim state confirm announce add think believe deny estimate warn show see".split())
_INSIDE = frozenset("of in at near".split())
_SHARED_HEADS = frozenset("leaders presidents sides parties ministers governments".split())
_CLAUSE_OPENERS = frozenset("between since after before until as because while".split())
_OBJECT_OF = frozenset("of for from with about over".split())
_COORDINATORS = frozenset("and or but then".split())
_RELATIVE = frozenset("who which that whom".split())


def subjects_of(parse: Parse, group: Group, depth: int = 0) -> tuple[Phrase, ...]:
    """List the phrases that do what the verb says (of a passive: that suffer it), a conjunction split; may be empty."""
    if depth > _DEPTH:
        return ()
    if group.infinitive:
        return _controllers(parse, group, depth)
    before = _skip_left(parse, group.first - 1)
    if before < 0:
        return _first_after(parse, group, depth) if group.bare else ()
    if group.bare and "ing" in group.forms and (found := _of_participle(parse, group, before, depth)) is not None:
        return found
    return _walk(parse, before, group, depth)


def conjuncts_left(parse: Parse, phrase: Phrase) -> tuple[Phrase, ...]:
    """List the phrase with those that "and" or commas tie to it from the left, in order."""
    found = [phrase]
    at = phrase[0] - 1
    if parse.lower(at) not in {"and", "or"}:
        return (phrase,)
    while parse.lower(at) in {"and", "or", ",", "&"}:
        at -= 2 if parse.lower(at - 1) == "," else 1
        chunk = parse.chunk(at)
        while chunk and parse.lower(chunk[0] - 1) in _INSIDE and (outer := parse.chunk(chunk[0] - 2)):
            chunk = (outer[0], chunk[1])
        if not chunk or _is_object(parse, chunk):
            break
        if parse.lower(found[-1][1]) in _SHARED_HEADS and parse.lower(chunk[1]).endswith(("an", "ish", "ese")):
            found[-1] = (chunk[0], found[-1][1])
        else:
            found.append(chunk)
        at = chunk[0] - 1
    return tuple(reversed(found))


def _is_object(parse: Parse, chunk: Phrase) -> bool:
    """Tell whether a verb or a preposition stands before the phrase."""
    if parse.kind(chunk[0] - 1) == "p":
        return parse.lower(chunk[0] - 1) not in _CLAUSE_OPENERS
    above = parse.group(chunk[0] - 1)
    return above is not None and above.base not in _COMPLEMENT


def _skip_left(parse: Parse, at: int) -> int:
    while at >= 0 and (
        parse.kind(at) in {"a", "t"} or (parse.lower(at) in {"on", "early", "late"} and parse.kind(at + 1) == "t")
    ):
        at -= 1
    return at


def _walk(parse: Parse, at: int, group: Group, depth: int) -> tuple[Phrase, ...]:
    """Go left from a verb to its subject, over phrases with prepositions, insertions and relative clauses."""
    fallback: tuple[Phrase, ...] = ()
    while at >= 0:
        at = _skip_left(parse, at)
        kind, word = parse.kind(at), parse.lower(at)
        if kind == "o":
            return ((at, at),)
        if kind == "r":
            return _antecedent(parse, at) if word in _RELATIVE else fallback
        if kind == "c":
            return fallback or _coordinated(parse, at, depth)
        if word == ",":
            opener = _insertion(parse, at)
            if opener < 0:
                return fallback or _across_comma(parse, at, group, depth)
            at = opener - 1
        elif kind == "n" and (chunk := parse.chunk(at)):
            step = _over(parse, chunk)
            if step is None:
                return conjuncts_left(parse, chunk)
            fallback, at = fallback or (chunk,), step
        elif (step := _over_insertion(parse, at)) is not None:
            at = step
        else:
            return fallback
    return fallback


def _across_comma(parse: Parse, at: int, group: Group, depth: int) -> tuple[Phrase, ...]:
    """Take the subject of the clause before a comma, for a participle or a verb that a conjunction adds."""
    added = group.bare or parse.lower(at + 1) in _COORDINATORS
    return _coordinated(parse, at, depth) if added else ()


def _over_insertion(parse: Parse, at: int) -> int | None:
    """Give the place left of brackets or of a participle that describes a noun; None: neither stands here."""
    if parse.lower(at) == ")":
        return _opening(parse, at) - 1
    inner = parse.group(at)
    describes = inner is not None and inner.bare and parse.kind(inner.first - 1) == "n"
    return inner.first - 1 if inner and describes else None


def _over(parse: Parse, chunk: Phrase) -> int | None:
    """Give the place to go on from when the phrase belongs to something further left; None: it is the subject."""
    before = chunk[0] - 1
    if before < 0:
        return None
    if parse.kind(before) == "p" and parse.kind(before - 1) in {"n", "m", "v"} and before > 0:
        if parse.kind(before - 1) == "n" or parse.lower(before - 1) == ")":
            return before - 1
        inner = parse.group(before - 1)
        return inner.first - 1 if inner and inner.bare and parse.kind(inner.first - 1) == "n" else None
    inner = parse.group(before)
    if inner is None:
        return None
    if parse.lower(inner.first - 1) in {"who", "which"}:
        return inner.first - 1
    if inner.bare and "past" not in inner.forms and parse.kind(inner.first - 1) == "n":
        return inner.first - 1
    return None


def _antecedent(parse: Parse, at: int) -> tuple[Phrase, ...]:
    """Find what a relative pronoun stands for: the phrase before it."""
    before = at - 1
    if parse.lower(before) == ",":
        before -= 1
    if parse.lower(before) == ")":
        before = _opening(parse, before) - 1
    chunk = parse.chunk(before)
    if chunk is None:
        return ()
    while parse.lower(chunk[0] - 1) in {"of", "from"} and (outer := parse.chunk(chunk[0] - 2)):
        if parse.lower(outer[1]) in THINGS:
            break
        chunk = outer
    return conjuncts_left(parse, chunk)


def _coordinated(parse: Parse, at: int, depth: int) -> tuple[Phrase, ...]:
    """Take the subject of the verb before, when a conjunction or comma joins two verbs."""
    inner = _group_before(parse, at)
    return subjects_of(parse, inner, depth + 1) if inner else ()


def _group_before(parse: Parse, at: int) -> Group | None:
    while at >= 0:
        if (inner := parse.group(at)) is not None:
            return inner
        at -= 1
    return None


def _controllers(parse: Parse, group: Group, depth: int) -> tuple[Phrase, ...]:
    """Find who does an infinitive: the object of the verb above it, else that verb's subject."""
    at = _skip_left(parse, group.first - 1)
    above = _group_before(parse, at)
    chunk = parse.chunk(at)
    if chunk and parse.lower(chunk[0] - 1) == "for":
        return (chunk,)
    if parse.kind(at) == "o" and above and above.base not in _SUBJECT_CONTROL:
        return ((at, at),)
    if chunk is None or above is None:
        return subjects_of(parse, above, depth + 1) if above else ((chunk,) if chunk else ())
    if above.base in {"be", "have"} or above.base in _SUBJECT_CONTROL:
        return subjects_of(parse, above, depth + 1)
    if (owner := possessor(parse, chunk)) is not None:
        return (owner,)
    if _is_object(parse, chunk) and _can_act(parse, chunk):
        return conjuncts_left(parse, chunk)
    return subjects_of(parse, above, depth + 1)


def _can_act(parse: Parse, chunk: Phrase) -> bool:
    """Tell whether a phrase may be an actor: it has a capital letter or a plural head."""
    words = parse.sentence.words[chunk[0] : chunk[1] + 1]
    return (
        any(word.is_name_like for word in words)
        or words[-1].lower.endswith("s")
        or words[-1].lower in {"army", "government", "military", "group", "force"}
    )


def possessor(parse: Parse, chunk: Phrase) -> Phrase | None:
    """Find the owner inside a phrase ("Israel" of "Israel's withdrawal")."""
    for at in range(chunk[1], chunk[0], -1):
        if parse.lower(at) in {"'s", "’s", "'", "’"}:
            return (chunk[0], at - 1)
    return None


def _of_participle(parse: Parse, group: Group, before: int, depth: int) -> tuple[Phrase, ...] | None:
    """Find who does an -ing form: see the rules for what stands before it; None: as for other verbs."""
    kind, word = parse.kind(before), parse.lower(before)
    if kind == "p":
        chunk = parse.chunk(before - 1)
        if chunk and word in _OBJECT_OF and _is_object(parse, chunk) and _can_act(parse, chunk):
            return conjuncts_left(parse, chunk)
        above = _group_before(parse, before - 1)
        return subjects_of(parse, above, depth + 1) if above else _first_after(parse, group, depth)
    if kind == "v" and (inner := parse.group(before)):
        return subjects_of(parse, inner, depth + 1)
    if kind == "n" and (chunk := parse.chunk(before)) and not _can_act(parse, chunk):
        return _coordinated(parse, before, depth)
    return None


def _first_after(parse: Parse, group: Group, depth: int) -> tuple[Phrase, ...]:
    """Find the subject of the clause after an opening one: "After seizing the town, rebels …"."""
    comma = next((at for at in range(group.head, len(parse.kinds)) if parse.lower(at) == ","), -1)
    if comma < 0:
        return ()
    after = next((inner for inner in parse.groups if inner.first > comma and not inner.bare), None)
    return subjects_of(parse, after, depth + 1) if after else ()


def _insertion(parse: Parse, at: int) -> int:
    """Give the comma that opens an insertion closed by the comma at this index; -1: there is none."""
    opener = at - 1
    while opener > 0 and parse.lower(opener) != ",":
        opener -= 1
    if opener <= 0:
        return -1
    inside = [parse.group(k) for k in range(opener + 1, at) if parse.kind(k) == "v"]
    relative = parse.kind(opener + 1) == "r" or parse.lower(opener + 1) in {"including", "according", "led", "backed"}
    return opener if relative or not any(group and not group.bare for group in inside) else -1


def _opening(parse: Parse, at: int) -> int:
    while at > 0 and parse.lower(at) != "(":
        at -= 1
    return at
