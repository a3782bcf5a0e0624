"""A sentence in, its noun phrases and verb groups out: the shallow parse that every rule about events reads."""

from bisect import bisect_left
from dataclasses import dataclass

from histor.records.measures import Span
from histor.steps.mark.rules import lexicon
from histor.steps.mark.rules.events.kinds import Kinds, kinds_of
from histor.steps.mark.rules.phrases import Phrase
from histor.steps.mark.rules.verbs import Form, readings
from histor.steps.mark.rules.words import Sentence

_SPLITTERS = frozenset("the a an its his their our".split())
_KEEPS_TOGETHER = frozenset("all both half least than most of".split())
_NONFINITE = frozenset({"ing", "participle"})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with the auxiliaries and adverbs that belong to it."""

    first: int  # index of its first word
    head: int  # index of the verb itself
    base: str
    forms: frozenset[Form]
    auxiliaries: frozenset[str]  # in small letters, `to` of an infinitive included
    negated: bool

    @property
    def infinitive(self) -> bool:
        """Tell whether it is "to" and a verb."""
        return "to" in self.auxiliaries

    @property
    def passive(self) -> bool:
        """Tell whether it is a form of "be" and a participle."""
        return bool(self.auxiliaries & lexicon.BE) and "participle" in self.forms and "ing" not in self.forms

    @property
    def progressive(self) -> bool:
        """Tell whether it is a form of "be" and an -ing form."""
        return bool(self.auxiliaries & lexicon.BE) and "ing" in self.forms

    @property
    def bare(self) -> bool:
        """Tell whether it may be a participle that stands alone ("rebels seizing", "people killed")."""
        return not self.auxiliaries and bool(self.forms & _NONFINITE)


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence with its phrases and verb groups."""

    sentence: Sentence
    kinds: Kinds
    chunks: tuple[Phrase, ...]
    chunk_at: list[int]  # for each word the number of its chunk, or -1
    groups: tuple[Group, ...]
    group_at: list[int]  # for each word the number of its verb group, or -1
    times: tuple[Phrase, ...]
    counts: tuple[Phrase, ...]

    def lower(self, at: int) -> str:
        """Give the word at this index in small letters; empty beyond the ends."""
        return self.sentence.words[at].lower if 0 <= at < len(self.kinds) else ""

    def kind(self, at: int) -> str:
        """Give the kind of the word at this index; a mark beyond the ends."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else "m"

    def chunk(self, at: int) -> Phrase | None:
        """Give the noun phrase that holds the word at this index."""
        return self.chunks[self.chunk_at[at]] if 0 <= at < len(self.kinds) and self.chunk_at[at] >= 0 else None

    def group(self, at: int) -> Group | None:
        """Give the verb group that holds the word at this index."""
        return self.groups[self.group_at[at]] if 0 <= at < len(self.kinds) and self.group_at[at] >= 0 else None

    def span(self, phrase: Phrase) -> Span:
        """Give the stretch of text of a phrase."""
        return self.sentence.stretch(*phrase)


def parse(sentence: Sentence, times: list[Span], counts: list[Span]) -> Parse:
    """Cut a sentence into phrases and verb groups; times and counts are the text's expressions of each, in order."""
    time_phrases = _phrases_in(sentence, times)
    count_phrases = _phrases_in(sentence, counts)
    kinds = kinds_of(sentence, _indices(time_phrases), _indices(count_phrases))
    groups = tuple(_groups(sentence, kinds))
    chunks = tuple(_chunks(sentence, kinds))
    return Parse(
        sentence=sentence,
        kinds=kinds,
        chunks=chunks,
        chunk_at=_numbering(len(kinds), chunks),
        groups=groups,
        group_at=_numbering(len(kinds), [(group.first, group.head) for group in groups]),
        times=time_phrases,
        counts=count_phrases,
    )


def _phrases_in(sentence: Sentence, spans: list[Span]) -> tuple[Phrase, ...]:
    """Find the words that the spans cover, for the spans inside the sentence."""
    starts = [word.span.start for word in sentence.words]
    whole, phrases = sentence.span, []
    for span in spans[bisect_left(spans, (whole.start, 0)) :]:
        if span.start >= whole.end:
            break
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end) - 1
        if last >= first:
            phrases.append((first, last))
    return tuple(phrases)


def _indices(phrases: tuple[Phrase, ...]) -> set[int]:
    return {at for first, last in phrases for at in range(first, last + 1)}


def _numbering(size: int, phrases: tuple[Phrase, ...] | list[Phrase]) -> list[int]:
    numbers = [-1] * size
    for number, (first, last) in enumerate(phrases):
        for at in range(first, last + 1):
            numbers[at] = number
    return numbers


def _groups(sentence: Sentence, kinds: Kinds) -> list[Group]:
    groups, at, size = [], 0, len(kinds)
    while at < size:
        if kinds[at] == "v" or (sentence.words[at].lower == "to" and _verb_follows(kinds, at)):
            group = _group_from(sentence, kinds, at)
            groups.append(group)
            at = group.head + 1
        else:
            at += 1
    return groups


def _verb_follows(kinds: Kinds, at: int) -> bool:
    at += 1
    while at < len(kinds) and kinds[at] == "a":
        at += 1
    return at < len(kinds) and kinds[at] == "v"


def _group_from(sentence: Sentence, kinds: Kinds, first: int) -> Group:
    """Read auxiliaries and adverbs up to the main verb; an auxiliary without one is a main verb itself."""
    words, head, auxiliaries, negated = sentence.words, first, set[str](), False
    at = first
    while at < len(kinds) and kinds[at] in {"v", "a", "p"}:
        word = words[at].lower
        if kinds[at] == "a":
            negated = negated or word in lexicon.NEGATIONS
        elif kinds[at] == "v":
            head = at
            if word not in lexicon.AUXILIARIES:
                break
            auxiliaries.add(word)
        elif word == "to" and (at == first or auxiliaries) and _verb_follows(kinds, at):
            auxiliaries.add("to")
        else:
            break
        at += 1
    negated = negated or words[first - 1 if first else first].lower in lexicon.NEGATIONS
    auxiliaries.discard(words[head].lower)
    return Group(first, head, *_reading_of(words[head].lower), frozenset(auxiliaries), negated)


def _reading_of(word: str) -> tuple[str, frozenset[Form]]:
    """Give the base of a verb and the forms that it may be; by its ending, where the tables do not know it."""
    return _base_of(word), frozenset(verb.form for verb in readings(word)) or _guess(word)


def _base_of(word: str) -> str:
    if word in lexicon.BE:
        return "be"
    if word in lexicon.HAVE:
        return "have"
    verbs = readings(word)
    return verbs[0].base if verbs else word


def _guess(word: str) -> frozenset[Form]:
    return frozenset({"ing"}) if word.endswith("ing") else frozenset({"past", "participle"})


def _chunks(sentence: Sentence, kinds: Kinds) -> list[Phrase]:
    """List the runs of noun-phrase words, cut where a new determiner begins one."""
    chunks, first = [], -1
    for at, kind in enumerate([*kinds, "m"]):
        inside = kind == "n" and at < len(kinds)
        if first >= 0 and (not inside or _opens_new(sentence, first, at)):
            chunks.append((first, at - 1))
            first = -1
        if inside and first < 0:
            first = at
    return [chunk for chunk in (_without_marks(sentence, chunk) for chunk in chunks) if chunk]


def _opens_new(sentence: Sentence, first: int, at: int) -> bool:
    before = sentence.words[at - 1].lower
    return at > first and sentence.words[at].lower in _SPLITTERS and before not in _KEEPS_TOGETHER


def _without_marks(sentence: Sentence, chunk: Phrase) -> Phrase | None:
    first, last = chunk
    while first <= last and sentence.words[first].lower in {*lexicon.POSSESSIVES, "-", "–", "/"}:
        first += 1
    while last >= first and sentence.words[last].lower in {*lexicon.POSSESSIVES, "-", "–", "/", "."}:
        last -= 1
    return (first, last) if last >= first else None
