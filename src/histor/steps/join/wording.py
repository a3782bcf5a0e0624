"""Two events that could be one happening in, what their ways, things, words and names say for and against it out."""

from collections.abc import Iterator
from functools import lru_cache

from histor.records.incidents import Telling
from histor.steps.copies.comparing import same_words
from histor.steps.join.likeness import REMEMBERED, shared_names, shared_words
from histor.steps.join.themes import RARE, contradict, is_background, things_in, ways_in

Finding = tuple[str, float, str]  # a stable name, how much of it there is (0 to 1), words for a person


def on_words(one: Telling, other: Telling) -> Iterator[Finding]:
    """Give what the sentences and titles say for and against two events being one happening."""
    yield from _on_themes(one, other)
    if one_report(one, other):
        yield "same-report", 1.0, "one report tells both"
        if one.row.sentence == other.row.sentence:
            yield "same-sentence", 1.0, "one sentence tells both"
            return
    elif same_words(one.row.sentence, other.row.sentence):
        yield "copied", 1.0, "the sentences are the same words"
    yield from _on_sentences(one, other)
    if not one_report(one, other):
        yield from _on_titles(one, other)


def one_report(one: Telling, other: Telling) -> bool:
    """Tell whether one report tells both."""
    return one.row.source.report_id == other.row.source.report_id


def names_of(one: Telling, other: Telling) -> list[str]:
    """Give the names that are compared elsewhere: of places and of those whose word it is."""
    spots = [spot.name for telling in (one, other) for spot in telling.setting.spots]
    return [*spots, *(name for telling in (one, other) for name in telling.row.chain)]


def _on_sentences(one: Telling, other: Telling) -> Iterator[Finding]:
    told = names_of(one, other)
    share, words = shared_words([one.row.sentence], [other.row.sentence], told)
    yield "shared-words", share, f"both say {', '.join(words)}" if words else "no word in common"
    share, names = shared_names(one.row.sentence, other.row.sentence, told)
    if names:
        yield "shared-names", share, f"both name {', '.join(names)}"


def _on_titles(one: Telling, other: Telling) -> Iterator[Finding]:
    """Compare the titles, and whether both events are what their titles tell."""
    mine, theirs = one.row.source.title or "", other.row.source.title or ""
    told = names_of(one, other)
    share, words = shared_words([mine], [theirs], told)
    if not words:
        return
    yield "shared-titles", share, f"both titles say {', '.join(words)}"
    heads = min(_told_by_title(mine, one.row.sentence), _told_by_title(theirs, other.row.sentence))
    if heads:
        yield "same-headline", share * heads, "both are what such a title tells"


@lru_cache(maxsize=REMEMBERED)
def _told_by_title(title: str, sentence: str) -> float:
    """Give how much of a title its sentence tells, 0 to 1."""
    return shared_words([title], [sentence], ())[0]


def _on_themes(one: Telling, other: Telling) -> Iterator[Finding]:
    ways, things = (one.setting.ways, other.setting.ways), (one.setting.things, other.setting.things)
    for kind, (mine, theirs), told in (("way", ways, ways_in), ("thing", things, things_in)):
        own = all(told([each.row.sentence]) for each in (one, other))
        both = [name for name in mine if name in theirs]
        if both:
            rare = "rare-" if kind == "way" and RARE & {*both} else ""
            yield f"same-{rare}{kind}" + ("" if own else "-around"), 1.0, f"both speak of {', '.join(both)}"
        elif contradict(mine, theirs):
            name = f"other-{kind}" + ("" if own else "-around")
            yield name, 1.0, f"one speaks of {min(mine)}, the other of {min(theirs)}"
    for telling in (one, other):
        if is_background(telling.row.sentence):
            yield "background", 1.0, "a sentence speaks of more than one happening"
