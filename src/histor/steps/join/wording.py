"""Two events that could be one happening in, what their ways, things, words and names say for and against it out."""

from collections.abc import Iterator

from histor.steps.copies.comparing import same_runs
from histor.steps.join.likeness import shared_names, shared_numbers, shared_words
from histor.steps.join.themes import RARE, contradict
from histor.steps.join.traits import Traits, one_report

Finding = tuple[str, float, str]  # a stable name, how much of it there is (0 to 1), words for a person


def on_words(one: Traits, other: Traits) -> Iterator[Finding]:
    """Give what the sentences and titles say for and against two events being one happening."""
    yield from _on_themes(one, other)
    within = one_report(one, other)
    if within:
        if one.sentence == other.sentence:
            yield "same-sentence", 1.0, "one sentence tells both"
            return
    elif same_runs(one.runs, other.runs):
        yield "copied", 1.0, "the sentences are the same words"
    told = one.told | other.told
    yield from _on_sentences(one, other, told)
    if not within:
        yield from _on_titles(one, other, told)
        if one.voice is not None and one.voice == other.voice:
            yield "same-voice", 1.0, f"{one.voice} tells both, in two reports"


def _on_sentences(one: Traits, other: Traits, told: frozenset[str]) -> Iterator[Finding]:
    share, words = shared_words(one.words, other.words, told)
    yield "shared-words", share, f"both say {', '.join(words)}" if words else "no word in common"
    share, names = shared_names(one.names, other.names, told)
    if names:
        yield "shared-names", share, f"both name {', '.join(names)}"
    share, numbers = shared_numbers(one.numbers, other.numbers)
    if numbers:
        yield "shared-numbers", share, f"both give the number {', '.join(numbers)}"


def _on_titles(one: Traits, other: Traits, told: frozenset[str]) -> Iterator[Finding]:
    """Compare the titles, and whether both events are what their titles tell."""
    share, words = shared_words(one.title, other.title, told)
    if not words:
        return
    yield "shared-titles", share, f"both titles say {', '.join(words)}"
    heads = min(one.headline, other.headline)
    if heads:
        yield "same-headline", share * heads, "both are what such a title tells"


def _on_themes(one: Traits, other: Traits) -> Iterator[Finding]:
    mine, theirs = one.setting, other.setting
    if mine.ways and theirs.ways:
        yield from _on_theme("way", mine.ways, theirs.ways, "" if one.says_way and other.says_way else "-around")
    if mine.things and theirs.things:
        yield from _on_theme(
            "thing", mine.things, theirs.things, "" if one.says_thing and other.says_thing else "-around"
        )
    for each in (one, other):
        if each.is_background:
            yield "background", 1.0, "a sentence speaks of more than one happening"


def _on_theme(kind: str, mine: tuple[str, ...], theirs: tuple[str, ...], around: str) -> Iterator[Finding]:
    both = [name for name in mine if name in theirs]
    if both:
        rare = "rare-" if kind == "way" and RARE & {*both} else ""
        yield f"same-{rare}{kind}{around}", 1.0, f"both speak of {', '.join(both)}"
    elif contradict(mine, theirs):
        yield f"other-{kind}{around}", 1.0, f"one speaks of {min(mine)}, the other of {min(theirs)}"
