"""A word that names an act in, the phrase that says where out; and the time expression that says when."""

from histor.codebook.acts.targets import AGENTS, GROUPS, PEOPLE, SITES
from histor.records.measures import Span
from histor.steps.mark.rules.events.objects import objects_of
from histor.steps.mark.rules.events.parse import Parse
from histor.steps.mark.rules.events.parties import hit_by_own_verb, is_town
from histor.steps.mark.rules.events.subjects import subjects_of
from histor.steps.mark.rules.events.triggers import Candidate
from histor.steps.mark.rules.events.voices import Voices
from histor.steps.mark.rules.phrases import Phrase

_WHERE = frozenset(
    "in near at on from to into outside around across over inside within off along of toward towards".split()
)
_PLACELESS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
_LOCAL = frozenset({"AGREE", "SANCTION", "AID", "COOPERATE"})  # only what follows at once is their place
_LOCAL_REACH = 9
_WEAK = frozenset("of to from over on at".split())
_NO_PLACE = frozenset(
    """treaty agreement court pact accordance addition response retaliation statement court talks favor favour
    order support year years week month
    fighting attack attacks war conflict ceasefire truce case result place general particular united line board
    congress report interview security parliament""".split()
)
_DIRECTIONS = frozenset(
    """northern southern eastern western central northeastern northwestern southeastern southwestern rural
    north south east west""".split()
)
_TITLES = frozenset(
    "minister president general council forces organization organisation army nations party state observatory".split()
)


def place_of(candidate: Candidate, voices: Voices) -> Span | None:
    """Find the place that the act takes as object or that a preposition ties to it: after it first, then before it."""
    if candidate.act.type in _PLACELESS:
        return None
    parse, at = candidate.parse, candidate.at
    if taken := _taken(candidate):
        return taken
    right = _scan(parse, range(at + 1, len(parse.kinds)), candidate, voices)
    return right or _scan(parse, range(at - 1, -1, -1), candidate, voices)


def place_within(parse: Parse, span: Span) -> Span | None:
    """Give the first place that a phrase names itself, or that hangs on it ("a base in Dera" gives "Dera")."""
    for at, word in enumerate(parse.sentence.words):
        if word.span.start < span.start:
            continue
        if word.span.start >= span.end and (parse.group(at) or parse.lower(at) in {"and", ","}):
            return None
        chunk = _inner(parse, parse.chunk(at + 1)) if parse.kind(at) == "p" and parse.lower(at) in _WHERE else None
        if chunk and is_place(parse, chunk, parse.lower(at)):
            return _name_of(parse, chunk)
    return None


def _taken(candidate: Candidate) -> Span | None:
    """Give the town that is the object of the verb, or the subject of its passive."""
    parse, group = candidate.parse, candidate.group
    if candidate.act.type not in {"ASSAULT", "COERCE", "RETREAT"}:
        return None
    if group is None:
        phrases = hit_by_own_verb(parse, candidate.at)
    else:
        passive = group.passive or (group.bare and "participle" in group.forms)
        phrases = objects_of(parse, group) or (subjects_of(parse, group) if passive else ())
    town = next((phrase for phrase in phrases if is_town(parse, phrase) or _named_site(parse, phrase)), None)
    chunk = parse.chunk(town[0]) if town else None
    return _name_of(parse, chunk) if chunk else None


def _named_site(parse: Parse, phrase: Phrase) -> bool:
    chunk = parse.chunk(phrase[0]) or phrase
    return parse.sentence.words[chunk[1]].is_name_like and parse.lower(chunk[1]) in SITES


def _scan(parse: Parse, places: range, candidate: Candidate, voices: Voices) -> Span | None:
    for place in places:
        if parse.lower(place) == ";" or (places.step > 0 and _other_clause(parse, place)):
            return None
        if candidate.act.type in _LOCAL and abs(place - candidate.at) > _LOCAL_REACH:
            return None
        if parse.kind(place) != "p" or parse.lower(place) not in _WHERE:
            continue
        if parse.lower(place) == "of" and place - 1 != candidate.at:
            continue
        chunk = _inner(parse, parse.chunk(place + 1))
        if chunk and is_place(parse, chunk, parse.lower(place)):
            span = _name_of(parse, chunk)
            if voices.owns(candidate.voice, span.start):
                return span
    return None


def _inner(parse: Parse, chunk: Phrase | None) -> Phrase | None:
    """Go from "the city" to "Kremenchuk" in "the city of Kremenchuk"."""
    if (
        chunk
        and parse.lower(chunk[1]) in SITES
        and parse.lower(chunk[1] + 1) == "of"
        and (inner := parse.chunk(chunk[1] + 2))
    ):
        return inner
    return chunk


def _other_clause(parse: Parse, at: int) -> bool:
    return parse.lower(at) in {"while", "although", "whereas", "but"}


def is_place(parse: Parse, chunk: Phrase, preposition: str) -> bool:
    """Tell whether a phrase after this preposition is a place: a name or a noun of sites, no group or person."""
    words = [parse.lower(at) for at in range(chunk[0], chunk[1] + 1)]
    named = any(parse.sentence.words[at].is_name_like for at in range(chunk[0], chunk[1] + 1))
    last = words[-1]
    if (
        not named
        or last in _NO_PLACE
        or last in _TITLES
        or (set(words) & {"'s", "’s"} and last not in SITES and not _ends_in_name(parse, chunk))
    ):
        return False
    if set(words) & (AGENTS | PEOPLE | GROUPS) - {"state", "air"} and last not in SITES:
        return False
    if preposition in _WEAK:
        return last in SITES or (_ends_in_name(parse, chunk) and _plain_name(parse, chunk))
    return last in SITES or _ends_in_name(parse, chunk)


def _ends_in_name(parse: Parse, chunk: Phrase) -> bool:
    return parse.sentence.words[chunk[1]].is_name_like


def _plain_name(parse: Parse, chunk: Phrase) -> bool:
    """Tell whether every word is part of a name or says a direction, and none is an acronym."""
    words = parse.sentence.words[chunk[0] : chunk[1] + 1]
    shape = all(word.is_name_like or word.lower in _DIRECTIONS | {"the"} for word in words)
    return shape and not words[-1].text.isupper() and words[-1].lower not in AGENTS


def _name_of(parse: Parse, chunk: Phrase) -> Span:
    """Cut "the town of X" down to X, and drop the article."""
    first, last = _inner(parse, chunk) or chunk
    for at in range(last - 1, first - 1, -1):
        if parse.lower(at) in {"'s", "’s"}:
            first = at + 1
            break
    ends_in_name = parse.sentence.words[last].is_name_like
    while first < last and (
        parse.lower(first) in {"the", "a", "its", "an"} or (ends_in_name and _is_plain(parse, first))
    ):
        first += 1
    return parse.span((first, _last_of_list(parse, last)))


def _is_plain(parse: Parse, at: int) -> bool:
    return not parse.sentence.words[at].is_name_like and parse.lower(at) not in _DIRECTIONS


def _last_of_list(parse: Parse, last: int) -> int:
    """Take a second place into the span that "and" ties to the first ("Banias and Deraa")."""
    chunk = parse.chunk(last + 2) if parse.lower(last + 1) == "and" else None
    if chunk is None or chunk[0] != last + 2 or parse.kind(chunk[1] + 1) in {"v", "a"}:
        return last
    return chunk[1] if is_place(parse, chunk, "on") and _plain_name(parse, chunk) else last


def when_of(candidate: Candidate, voices: Voices) -> Span | None:
    """Find the time expression nearest to the act within its voice; those after it count as nearer."""
    parse, at = candidate.parse, candidate.at
    owned = [time for time in parse.times if voices.owns(candidate.voice, parse.sentence.words[time[0]].span.start)]
    best = min(owned, key=lambda time: time[0] - at if time[0] > at else 3 * (at - time[1]), default=None)
    return parse.span(best) if best else None
