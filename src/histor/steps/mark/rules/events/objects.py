"""A verb or noun in, the phrases after it out: objects, and phrases that a preposition ties to it."""

from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.events.parse import Group, Parse
from histor.steps.mark.rules.phrases import Phrase

_REACH = 14  # words from a trigger to a phrase that a preposition ties to it
_PARTICLES = frozenset("out up down off over back away".split())


def objects_of(parse: Parse, group: Group) -> tuple[Phrase, ...]:
    """List the objects of a verb, a conjunction split; empty for a verb without one."""
    at = group.head + 1
    while parse.kind(at) == "a" or parse.lower(at) in _PARTICLES or parse.kind(at) == "t":
        at += 1
    if parse.kind(at) == "o" and parse.lower(at) not in {"who", "which"}:
        return ((at, at),)
    if parse.lower(at) == '"' or parse.lower(at) == "“":
        at += 1
    chunk = parse.chunk(at)
    return conjuncts_right(parse, chunk) if chunk and chunk[0] == at else ()


def conjuncts_right(parse: Parse, phrase: Phrase, *, open_end: bool = False) -> tuple[Phrase, ...]:
    """List the phrase with those that "and" or commas tie to its right; an open end may be the subject of a clause."""
    found = [with_of(parse, phrase)]
    while (chunk := _next_conjunct(parse, found[-1][1] + 1, open_end)) is not None:
        found.append(with_of(parse, chunk))
    return tuple(found)


def _next_conjunct(parse: Parse, at: int, open_end: bool) -> Phrase | None:
    comma = parse.lower(at) == ","
    at += comma
    joined = parse.lower(at) in {"and", "or", "&", "including"}
    at += joined
    chunk = parse.chunk(at)
    if not chunk or chunk[0] != at or not (joined or (comma and _list_goes_on(parse, chunk))):
        return None
    return None if not open_end and _begins_clause(parse, chunk) else chunk


def _list_goes_on(parse: Parse, chunk: Phrase) -> bool:
    """Tell whether a comma and then "and" follow, as in a list."""
    return (parse.lower(chunk[1] + 1) == "," and parse.lower(chunk[1] + 2) in {"and", "or"}) or parse.lower(
        chunk[1] + 1
    ) == "and"


def _begins_clause(parse: Parse, chunk: Phrase) -> bool:
    """Tell whether the phrase is the subject of a verb of its own."""
    at = with_of(parse, chunk)[1] + 1
    while parse.kind(at) in {"a", "t"}:
        at += 1
    group = parse.group(at)
    return bool(group and group.first == at and not group.bare)


def with_of(parse: Parse, phrase: Phrase) -> Phrase:
    """Stretch a phrase over what "of" ties to it ("three officers of the Free Syrian Army")."""
    last = phrase[1]
    while parse.lower(last + 1) == "of" and (chunk := parse.chunk(last + 2)):
        last = chunk[1]
    if parse.lower(last + 1) == "loyal" and (chunk := parse.chunk(last + 3)):
        last = chunk[1]
    return phrase[0], last


def tied(parse: Parse, at: int, prepositions: frozenset[str]) -> tuple[Phrase, ...]:
    """List the phrases that the first of these prepositions after a word ties to it, a conjunction split."""
    for place in range(at + 1, min(at + _REACH, len(parse.kinds))):
        word, kind = parse.lower(place), parse.kind(place)
        if word in prepositions and kind in {"p", "v"}:
            start = place + 1
            while parse.kind(start) == "a" or parse.lower(start) in {
                '"',
                "“",
                "advancing",
                "retreating",
                "invading",
                "attacking",
            }:
                start += 1
            chunk = parse.chunk(start)
            if chunk and chunk[0] == start:
                return conjuncts_right(parse, chunk, open_end=word == "between")
            if parse.kind(start) == "o":
                return ((start, start),)
            if kind == "p":
                continue
        if kind in {"c", "r"} or word in {";", ":"} or _is_finite(parse, place):
            return ()
    return ()


def _is_finite(parse: Parse, at: int) -> bool:
    group = parse.group(at)
    return bool(group and not group.bare and not group.infinitive and parse.lower(at) not in lexicon.BE)
