"""Sentences of a record in, drafts of talks out: where rounds open, who talks and who brings them together."""

import re
from collections.abc import Iterable, Iterator, Sequence

from histor.monitors.suggesting.days import by_value
from histor.monitors.suggesting.owners import name_of_state, state_of
from histor.monitors.talks.words import OPENS, ROUND, TALKS
from histor.monitors.wording import one_of
from histor.records.drafts import Found, KindDraft
from histor.records.heard import Name, Saying

_FEWEST = 2  # reports that name the place of a round before talks there are drafted
_WHERE = frozenset({"in", "at"})
_NEAR = 40  # code points between a name and the word that tells its part
_TALKING = one_of("delegations?", "delegates?", "negotiators?", "negotiating (?:team|body)", "representatives?",
                  "talks between", "talks with", "talks")  # fmt: skip
_BRINGING = one_of("envoy", r"mediat\w+", r"broker\w*", r"convene[sd]?", "host(?:s|ed)?", "chaired", "shuttl(?:es|ed)")
_BETWEEN = re.compile(r"\bbetween (?P<names>.{3,160}?)(?=[.;:]|$)", re.IGNORECASE)


def draft_talks(sayings: Sequence[Saying]) -> tuple[KindDraft, ...]:
    """Give a draft for each place in which two reports or more tell of a round, in order of the first day told."""
    opening: dict[str, list[Saying]] = {}
    for saying in sayings:
        for name in _where(saying) if saying.line.published else ():
            opening.setdefault(name.place or "", []).append(saying)
    drafts = [
        _draft(place, held, sayings)
        for place, held in opening.items()
        if len({saying.line.report for saying in held}) >= _FEWEST
    ]
    return tuple(sorted(drafts, key=lambda draft: draft.key[-10:]))


def may_tell(text: str) -> bool:
    """Tell whether a sentence may tell of talks."""
    return bool(ROUND.search(text) and TALKS.search(text))


def _where(saying: Saying) -> Iterator[Name]:
    """Give the places in which a sentence says that a round opens."""
    sentence = saying.line.sentence
    if not (ROUND.search(sentence) and OPENS.search(sentence)):
        return
    for name in saying.names:
        before = sentence[: name.span.start].split()
        if name.place and not name.side.ref and before and before[-1] in _WHERE:
            yield name


def _draft(place: str, opening: Sequence[Saying], sayings: Iterable[Saying]) -> KindDraft:
    reports = {saying.line.report for saying in opening}
    near = [saying for saying in sayings if saying.line.report in reports and may_tell(saying.line.sentence)]
    since = min(saying.line.published or "" for saying in opening)
    brokers = _named(near, _BRINGING)
    told = {found.value for found in brokers}
    parties = tuple(found for found in _named(near, _TALKING, between=True) if found.value not in told)
    missing = (("who talks", parties), ("who brings them together", brokers))
    return KindDraft(
        monitor="talks",
        key=f"talks-{re.sub(r'[^a-z0-9]+', '-', place.lower()).strip('-')}-{since}",
        name=f"the talks in {place} from {since}",
        fields=(
            ("since", by_value((since, saying.line) for saying in opening if saying.line.published == since)),
            ("places", by_value((place, saying.line) for saying in opening)),
            ("parties", parties),
            ("brokers", brokers),
        ),
        missing=tuple(what for what, found in missing if not found),
    )


def _named(sayings: Iterable[Saying], words: re.Pattern[str], *, between: bool = False) -> tuple[Found, ...]:
    """Give who is named near such a word, or between whom talks are."""
    told = [
        (name_of_state(state_of(name.side) if _is_state(name) else None) or name.side.name, saying.line)
        for saying in sayings
        for name in saying.names
        if name.side.ref and (_is_near(saying, name, words) or (between and _is_between(saying, name)))
    ]
    return by_value(told)


def _is_state(name: Name) -> bool:
    return (name.side.ref or "").startswith("state:")


def _is_near(saying: Saying, name: Name, words: re.Pattern[str]) -> bool:
    """Tell whether such a word follows the name, or stands before it with an "of" between: "the envoy of Oman"."""
    sentence = saying.line.sentence
    after = words.search(sentence, name.span.end, name.span.end + _NEAR)
    if after and not any(sign in sentence[name.span.end : after.start()] for sign in ",;:."):
        return True
    before = words.search(sentence, max(0, name.span.start - _NEAR), name.span.start)
    return before is not None and " of " in f"{sentence[before.end() : name.span.start]} "


def _is_between(saying: Saying, name: Name) -> bool:
    return any(
        match.start("names") <= name.span.start and name.span.end <= match.end("names")
        for match in _BETWEEN.finditer(saying.line.sentence)
    )
