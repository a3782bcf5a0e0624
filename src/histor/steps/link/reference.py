"""Same-report reference: "he", "the president", "the ministry" in, the speaker named shortly before out.

Only speakers of the same and the previous paragraph are looked at, and only a sole candidate is taken: a wrong link is
worse than none.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from histor.codebook.roles import OFFICES
from histor.codebook.titles import PEOPLE_PRONOUNS
from histor.records.claims import Speaker
from histor.records.register import Actor, Register, fold_name
from histor.records.text import Block

WINDOW = 1  # paragraphs before the one that the words stand in
_BODIES = frozenset({"body", "state", "group", "outlet"})
_KINDS_OF_NOUN = {
    "group": {"group"}, "movement": {"group"}, "organisation": {"group", "body"}, "organization": {"group", "body"},
    "agency": {"outlet", "body"}, "newspaper": {"outlet"}, "paper": {"outlet"}, "network": {"outlet", "body"},
    "channel": {"outlet"}, "broadcaster": {"outlet"},
}  # fmt: skip


_MONITORS = frozenset({"monitor", "watchdog", "monitoring group", "war monitor"})


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker who was named, and where."""

    at: int  # code point
    speaker: Speaker
    in_statement: bool = False  # "said in a statement": what "the statement" says later is theirs


def antecedent(
    words: str, at: int, said: Sequence[Said], blocks: Sequence[Block], register: Register
) -> Speaker | None:
    """Give the sole speaker that the words may point back to; None if there are none or several."""
    fits = _test_for(words, register)
    if fits is None:
        return None
    nearby = [one for one in _nearby(at, said, blocks) if one.speaker.ref or _has_name(one.speaker)]
    found = {(one.speaker.ref or one.speaker.name): one.speaker for one in nearby if fits(one.speaker)}
    return next(iter(found.values())) if len(found) == 1 else None


def body_before(at: int, said: Sequence[Said], blocks: Sequence[Block]) -> Speaker | None:
    """Give the sole body whose statement "the statement" is: one that made one shortly before, else that spoke."""
    nearby = _nearby(at, said, blocks)
    made = [one for one in nearby if one.in_statement]
    bodies = {one.speaker.name: one.speaker for one in made or nearby if one.speaker.kind in {"body", "state"}}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def by_surname(surname: str, at: int, said: Sequence[Said]) -> Speaker | None:
    """Give the person named in full before whose last name this is; None if several have it."""
    folded = fold_name(surname)
    people = [one.speaker for one in said if one.at < at and one.speaker.kind == "person" and one.speaker.name]
    named = {one.name: one for one in people if fold_name(one.name or "").split()[-1:] == folded.split()[-1:]}
    longer = {name: one for name, one in named.items() if fold_name(name or "") != folded}
    return next(iter(longer.values())) if len(longer) == 1 else None


def _nearby(at: int, said: Sequence[Said], blocks: Sequence[Block]) -> list[Said]:
    starts = [block.start for block in blocks]
    here = bisect_right(starts, at) - 1
    first = starts[max(0, here - WINDOW)] if starts else 0
    return list(takewhile(lambda one: one.at >= first, (one for one in reversed(said) if one.at < at)))


def _test_for(words: str, register: Register) -> Callable[[Speaker], bool] | None:
    """Tell what a speaker must be for the words to point at; None: the words point back at nobody."""
    folded = fold_name(words)
    if folded in PEOPLE_PRONOUNS:
        return lambda speaker: speaker.kind == "person"
    if folded in {"it", "its"}:
        return lambda speaker: speaker.kind in _BODIES
    if not folded.startswith(("the ", "its ", "his ")):
        return None
    noun = folded.split(" ", 1)[1]
    if office := OFFICES.get(noun):
        return lambda speaker: _office_of(speaker, register) == office
    if noun in _MONITORS:
        return lambda speaker: _kind_of(speaker, register) == "monitor"
    if kinds := _KINDS_OF_NOUN.get(noun):
        return lambda speaker: speaker.kind in kinds
    return lambda speaker: speaker.kind in _BODIES and _plain_words(noun) <= _plain_words(fold_name(speaker.name or ""))


def _plain_words(folded: str) -> set[str]:
    return set(folded.replace("defense", "defence").split())


def _kind_of(speaker: Speaker, register: Register) -> str | None:
    actor = register.refs.get(speaker.ref or "")
    return actor.kind if actor else None


def _has_name(speaker: Speaker) -> bool:
    name = speaker.name or ""
    return not name.islower() and not name.startswith(("a ", "an ", "the ", "A ", "An ", "The "))


def _office_of(speaker: Speaker, register: Register) -> str | None:
    actor: Actor | None = register.refs.get(speaker.ref or "")
    return actor.office if actor else None
