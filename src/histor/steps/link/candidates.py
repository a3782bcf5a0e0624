"""A place in a report in, whoever words there may point back to out: who is named in that sentence and the one before.

Whoever is named but unknown is a candidate too, without an entry: "he" after an unknown general is not the president.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from histor.codebook.roles import SECTORS
from histor.codebook.titles import SOURCES, TITLES, VOICES
from histor.records.measures import Span
from histor.records.register import Actor, fold_name
from histor.steps.link.actors import is_modifier
from histor.steps.link.entries import of_register
from histor.steps.link.scan import Hit, Word, words_of
from histor.steps.link.setting import Setting

_CAPITALS = re.compile(r"(?:[A-Z][\w'’-]+|al|el|bin|ibn)(?: (?:[A-Z][\w'’-]+|al|el|bin|ibn|of the))*")
_PEOPLE = (VOICES | SOURCES | TITLES) - {"air", "force", "army", "navy", "state", "press", "first", "second", "chief"}
_MORE_PEOPLE = frozenset(
    "man woman soldier policeman bomber gunman attacker suspect driver pilot fighter cleric".split()
)
_GROUP_NOUNS = frozenset(
    "group groups faction factions militia militias organisation organization organisations organizations movement "
    "party parties brigade brigades front battalion network gang cell".split()
)
_BODY_NOUNS = _GROUP_NOUNS | frozenset(
    "government ministry army military police coalition alliance council committee commission company agency "
    "newspaper court parliament mission bloc regime administration navy force forces".split()
)
_ARMED_NOUNS = frozenset(noun for noun, code in SECTORS.items() if code in {"REB", "UAF", "PRM"} and noun.endswith("s"))
_BETWEEN_TITLE_AND_NAME = 12  # code points: "minister, Sergei Lavrov"
_PREPOSITIONS = frozenset({"for", "of", "to", "with", "by", "and", "from"})
_BEFORE = frozenset({"a", "an", "another", "two", "three", "several", "other", "some", "many", "armed", "rebel"})


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named, and where; without an entry it is somebody whom the register lacks."""

    span: Span
    actor: Actor | None
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of a report that words may point back into, and who is named there."""

    span: Span
    named: tuple[Named, ...]  # with entries
    words: tuple[Word, ...]
    runs: tuple[Span, ...]  # capitalised words that no entry covers
    setting: Setting

    def people(self) -> list[Named]:
        """List the people: named, unknown, or told by a noun alone ("a spokesman")."""
        known = [one for one in self.named if one.actor and one.actor.kind == "person"]
        unknown = [Named(run, None) for run in self.runs if self._is_person(run)]
        return [*known, *unknown, *self._nouns_for_people(known)]

    def bodies(self, nouns: frozenset[str] = _BODY_NOUNS) -> list[Named]:
        """List the bodies, groups and states: named, unknown, or told by a noun alone ("a group")."""
        known = [one for one in self.named if one.actor and one.actor.kind not in {"person", "people"}]
        unknown = [Named(run, None) for run in self.runs]  # "Marriott Hotel" looks like a person, and may be meant
        return [*known, *unknown, *self._loose(nouns, known)]

    def groups(self) -> list[Named]:
        """List the groups: named, unknown, or told by a noun alone."""
        known = [one for one in self.named if one.actor and one.actor.kind == "group"]
        unknown = [Named(run, None) for run in self.runs if self._is_group(run)]
        return [*known, *unknown, *self._loose(_GROUP_NOUNS | _ARMED_NOUNS, known)]

    def _loose(self, nouns: frozenset[str], known: Sequence[Named]) -> Iterator[Named]:
        """Find nouns that stand for somebody not named: "a rebel group", not "the militant group Hamas"."""
        for word in self.words:
            beside = any(
                one.span.start <= word.span.start <= one.span.end + 2
                or 0 <= one.span.start - word.span.end <= _BETWEEN_TITLE_AND_NAME
                or self._is_definite(word)
                for one in known
            )
            if word.folded in nouns and not beside:
                yield Named(word.span, None)

    def _is_definite(self, word: Word) -> bool:
        """Tell "the group", which points back itself, from "an armed group"."""
        before = [one.folded for one in self.words if one.span.end <= word.span.start][-3:]
        return "the" in before and not _BEFORE.intersection(before[-2:])

    def _nouns_for_people(self, known: Sequence[Named]) -> Iterator[Named]:
        for word in self.words:
            is_one = (word.folded in _PEOPLE and not word.folded.endswith("s")) or word.folded in _MORE_PEOPLE
            beside = any(
                one.span.start <= word.span.start < one.span.end or self._is_title_of(word, one)
                for one in (*known, *(Named(run, None) for run in self.runs))
            )
            in_body = any(one.span.start <= word.span.start < one.span.end for one in self.named)
            if is_one and not beside and not in_body:
                yield Named(word.span, None)

    def _is_title_of(self, word: Word, one: Named) -> bool:
        """Tell "minister Sergei Lavrov" from "a spokesman for Sergei Lavrov"."""
        between = self.setting.text[word.span.end : one.span.start]
        near = 0 <= one.span.start - word.span.end <= _BETWEEN_TITLE_AND_NAME
        return near and between.strip() not in _PREPOSITIONS

    def _is_person(self, run: Span) -> bool:
        words = words_of(self.setting.text, run.start, run.end)
        names = [word for word in words if word.folded not in TITLES]
        titled = 0 < len(names) < len(words)
        return (titled or len(names) > 1) and not any(
            word.folded in SECTORS or word.folded in _BODY_NOUNS for word in names
        )

    def _is_group(self, run: Span) -> bool:
        words = words_of(self.setting.text, run.start, run.end)
        acronym = len(words) == 1 and words[0].written.isupper() and len(words[0].written) > 1
        return acronym or any(word.folded in _GROUP_NOUNS or word.folded in SECTORS for word in words)


def window_before(at: int, setting: Setting, *, back: int = 1) -> Window:
    """Give what stands before a place in its sentence and `back` sentences before."""
    start = setting.sentence_of(at).start
    for _ in range(back):
        start = setting.sentence_of(start - 1).start if start > 0 else 0
    span = Span(start, at)
    first, last = (bisect_left(setting.hits, end, key=lambda hit: hit.span.start) for end in span)
    hits = [hit for hit in setting.hits[first:last] if hit.span.end <= at]
    named = tuple(
        Named(hit.span, actor, hit)
        for hit in hits
        if not is_modifier(hit.span, setting.text) and (actor := of_register(hit, setting))
    )
    words = tuple(words_of(setting.text, start, at))
    return Window(span, named, words, tuple(_runs(span, hits, setting)), setting)


def sole(found: Sequence[Named]) -> Actor | None:
    """Give the one actor whom all of them are; None if there are none or several, or one is unknown."""
    if any(one.actor is None for one in found):
        return None
    by_ref = {one.actor.ref: one.actor for one in found if one.actor}
    return next(iter(by_ref.values())) if len(by_ref) == 1 else None


def _runs(span: Span, hits: Sequence[Hit], setting: Setting) -> Iterator[Span]:
    """Find capitalised words that no name of the register covers; the first word of a sentence is none by itself."""
    for match in _CAPITALS.finditer(setting.text, *span):
        run = Span(*match.span())
        if any(hit.span.start < run.end and run.start < hit.span.end for hit in hits):
            continue
        starts_sentence = setting.sentence_of(run.start).start == run.start
        one_word = " " not in match.group()
        if (one_word and (starts_sentence or fold_name(match.group()) in _CALENDAR)) or not match.group()[0].isupper():
            continue
        yield run


_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december the i mr".split()
)
