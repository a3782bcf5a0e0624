"""A strike that heads a list of what it hit in, its number and the things hit out: how daily releases are written.

"Near Ramadi, five strikes struck a tactical unit and destroyed two vehicles, a mortar system, and a bunker."
"""

import re
from dataclasses import dataclass

from histor.codebook.acts.targets import PEOPLE
from histor.codebook.numbers import NUMBER, find_counts
from histor.records.measures import Span, Spans, What
from histor.steps.mark.rules.events.counts import noun_class
from histor.steps.mark.tags import CountTag

_HIT = (
    r"(?:struck|hit|targeted|engaged|bombed|destroy(?:ed|ing)|damag(?:ed|ing)|suppress(?:ed|ing)|neutrali[sz](?:ed|ing)"
    r"|disabl(?:ed|ing)|degrad(?:ed|ing)|sever(?:ed|ing)|crater(?:ed|ing)|collaps(?:ed|ing)|kill(?:ed|ing)"
    r"|wound(?:ed|ing)|injur(?:ed|ing))"
)
_OTHER = r"(?:den(?:ied|ying)|produc(?:ed|ing)|caus(?:ed|ing)|result(?:ed|ing)|prevent(?:ed|ing)|allow(?:ed|ing))"
_HEAD = re.compile(
    rf"(?:(?<![\w.])(?P<number>{NUMBER}) (?:(?:U\.S\.|[A-Za-z][\w-]*) ){{0,2}})?"
    r"\b(?P<noun>(?:air ?)?strikes?|sorties?|air raids?)"
    rf" (?:also |each |have |has )?(?:{_HIT}|{_OTHER}|stuck|had)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[\w-]+")
_END = re.compile(r"[.!?](?=\s|[\"”]|$)|\n|$")
_NUMBER_OR_ARTICLE = rf"(?:an?|the|another|several|multiple|numerous|various|some|separate|other|ISIL|ISIS|{NUMBER})"
_NEXT = re.compile(
    r"(?:[,;] |,? and |; and | (?=(?:destroying|damaging|killing|wounding) ))+(?:also )?"
    rf"(?:(?P<hit>{_HIT}) |(?P<other>{_OTHER}) |(?={_NUMBER_OR_ARTICLE}\b))"
)
_FIRST = re.compile(rf" (?:also |each |have |has )?(?:(?P<hit>{_HIT}|stuck)|(?P<other>{_OTHER}|had)) ")
# What follows a thing and only says where or what for.
_TAIL = re.compile(
    r" (?:in|near|at|on|with|that|which|who|used to|resulting|denying|belonging to|along|outside)"
    r" .*$|,$",
    re.DOTALL,
)
# "Near Ramadi, five strikes …": the place that opens the sentence.
_PLACE_BEFORE = re.compile(
    r"(?:^|[\n.]\s*|- ?|v)(?:[Nn]ear|[Ii]n|[Aa]round|[Oo]utside|[Aa]t) (?:the (?:town|city|village) of )?"
    r"(?P<name>(?:[a-z]{1,2}[-’'])?[A-Z][\w’'ʼ-]*(?: (?:a[lrstz]|e[lz]|de|of|[A-Z][\w’'ʼ-]*)){0,4}), (?:an? )?$"
)
REACH = 80  # code points before a strike in which its place may open the sentence


@dataclass(frozen=True, slots=True)
class StrikeList:
    """A strike with a verb of hitting behind it."""

    noun: Span
    number: Span | None  # words that say how many strikes; None: an article or nothing
    place: Span | None  # that opens the sentence
    things: Spans  # each thing hit, its number and article included; empty: nothing was hit
    end: int  # of the clause

    def holds(self, trigger: Span) -> bool:
        """Tell whether a word that names an act stands in the clause, at the strike or behind it."""
        return self.noun.start <= trigger.start < self.end


def strike_lists(text: str) -> tuple[StrikeList, ...]:
    """Find the strikes of a text that head a list of what they hit."""
    return tuple(_read(text, match) for match in _HEAD.finditer(text))


def counts_of(strike: StrikeList, text: str) -> tuple[CountTag, ...]:
    """Give how many strikes there were, and how many of each thing that no person is."""
    own = (CountTag("strikes", strike.number),) if strike.number else ()
    return own + tuple(
        CountTag(_what(text[thing.start : thing.end]), number)
        for thing in strike.things
        if not names_people(thing, text)
        for number in find_counts(text, thing.start, thing.end)[:1]
    )


def names_people(words: Span, text: str) -> bool:
    """Tell whether a stretch speaks of people: then what was hit beside them may only be where they were."""
    return bool(PEOPLE & set(_WORDS.findall(text[words.start : words.end].lower())))


def _what(words: str) -> What:
    found = (noun_class(word) for word in reversed(words.lower().split()))
    return next((what for what in found if what), "other")


def _read(text: str, head: re.Match[str]) -> StrikeList:
    match = _END.search(text, head.end())
    end = match.start() if match else len(text)
    number = Span(*head.span("number")) if head["number"] else None
    offset = max(0, head.start() - REACH)
    place = _PLACE_BEFORE.search(text[offset : head.start()])
    where = Span(*(offset + at for at in place.span("name"))) if place else None
    return StrikeList(Span(*head.span("noun")), number, where, _things(text, head.end("noun"), end), end)


def _things(text: str, start: int, end: int) -> Spans:
    """Cut the clause at its verbs, and at each comma or "and" before a number or an article."""
    mark = _FIRST.match(text, start, end)
    found: list[Span] = []
    hits = False
    while mark:
        hits = bool(mark["hit"]) or (hits and not mark["other"])
        following = _NEXT.search(text, mark.end(), end)
        thing = _trimmed(text, mark.end(), following.start() if following else end)
        if hits and thing:
            found.append(thing)
        mark = following
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = _TAIL.sub("", text[start:end]).rstrip()
    return Span(start, start + len(words)) if words else None
