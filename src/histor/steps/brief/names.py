"""A sentence in, the names in it out; and a name and a text in, whether the text has that name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from histor.codebook.acts.targets import AGENTS, PEOPLE, SITES, THINGS
from histor.records.measures import Span
from histor.records.register import fold_name
from histor.steps.mark.rules import lexicon

_CONNECTING = """
    according meanwhile however earlier later another others also besides against accounts account report reports
    reported agreement meeting support concession cooperation withdrawal request refusal accusation threat sanction
    protest movement seizure arrest death deaths killing killed people
    told said says saying denied denies confirmed witnesses whether where when there those told clashes talks troops
    nobody somebody neither either asked speaking writing quoted quoting citing announced after before since until
    strikes strike shelling fighting air airstrikes attacks attack sources source officials days day week month year
    """
ORDINARY = frozenset().union(
    lexicon.DETERMINERS, lexicon.PREPOSITIONS, lexicon.CONJUNCTIONS, lexicon.RELATIVES, lexicon.PRONOUNS,
    lexicon.MODALS, lexicon.ADVERBS, lexicon.NEGATIONS, lexicon.BE, lexicon.HAVE, lexicon.DO,
    AGENTS, PEOPLE, SITES, THINGS, _CONNECTING.split(),
) - {"palestinians", "israelis", "syrians", "afghans", "iraqis", "ukrainians", "americans", "shia", "yazidis",
     "kurds", "christians", "westerners"}  # fmt: skip
_PARTICLES = frozenset(
    "al el ul ez es ed ar an as ash of de del la le du da di der den van von bin ibn bint abu umm the".split()
)
_TOKEN = re.compile(r"[^\W\d_][\w]*(?:[’'ʼ.\-–&][\w]+)*")
_POSSESSIVE = re.compile(r"[’'ʼ](?:s)?$")
_BEGINS = re.compile(r"(?:^|[.!?:;•]['\"”’)]*\s+|[“\"«‘(\[]\s*|^[-*#\s]+|\n\s*)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    span: Span
    text: str
    begins: bool  # a sentence

    @property
    def is_name(self) -> bool:
        """It has a capital letter, or is of a script that knows none."""
        return any(sign.isupper() for sign in self.text) or self.text.lower() == self.text.upper()


def words_of(text: str) -> list[Word]:
    """List the words of a text; a possessive ending is no part of one."""
    found = []
    for match in _TOKEN.finditer(text):
        word = _POSSESSIVE.sub("", match.group())
        start = match.start()
        found.append(Word(Span(start, start + len(word)), word, bool(_BEGINS.search(text, 0, start))))
    return found


def find_names(text: str, lower: frozenset[str] = frozenset()) -> Iterator[Sequence[Word]]:
    """List the names: words with capitals in a row, particles between them included.

    A word at the head of a sentence is none if it is an ordinary one, or stands in `lower`, small, in the cited words.
    """
    run: list[Word] = []
    between: list[Word] = []
    for word in words_of(text):
        joins = bool(run) and not word.begins and text[(between or run)[-1].span.end : word.span.start] in (" ", "-")
        if word.is_name and not (word.begins and is_ordinary(word.text, lower)):
            if run and not joins:
                yield run
            run, between = [*run, *between, word] if joins else [word], []
        elif joins and word.text.casefold() in _PARTICLES:
            between.append(word)
        elif run:
            yield run
            run, between = [], []
    if run:
        yield run


def is_ordinary(word: str, lower: frozenset[str] = frozenset()) -> bool:
    """Tell whether a word at the head of a sentence is no name."""
    small = word.casefold()
    return small in ORDINARY or small in lower or all(part in ORDINARY for part in small.split("-"))


def small_words(text: str) -> frozenset[str]:
    """Give the words of a text that it writes without a capital letter."""
    return frozenset(word.text for word in words_of(text) if not word.is_name)


def has_name(run: Sequence[Word], texts: Iterable[str]) -> bool:
    """Tell whether one of the texts has the name, its words in a row and each with a capital letter."""
    sought = _folded(run)
    return any(_stands_in(sought, _folded(words_of(text))) for text in texts)


def parts_of(run: Sequence[Word]) -> list[list[Word]]:
    """Cut a name at the particles in it: "Ministry of Defence" may be two names that stand apart."""
    parts: list[list[Word]] = [[]]
    for word in run:
        if word.is_name:
            parts[-1].append(word)
        else:
            parts.append([])
    return [part for part in parts if part]


def _folded(words: Sequence[Word]) -> list[tuple[str, bool]]:
    """Give each folded word with whether it is written as a name; a hyphen parts words, as blanks do."""
    return [(part, word.is_name) for word in words for part in fold_name(word.text).split()]


def _stands_in(sought: Sequence[tuple[str, bool]], held: Sequence[tuple[str, bool]]) -> bool:
    rows = (held[at : at + len(sought)] for at in range(len(held) - len(sought) + 1))
    return any(all(map(_is_same, sought, row)) for row in rows)


def _is_same(sought: tuple[str, bool], held: tuple[str, bool]) -> bool:
    return sought[0] == held[0] and (held[1] or not sought[1])
