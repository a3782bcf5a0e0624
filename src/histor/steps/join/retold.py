"""Two acts that one report tells in, what speaks for and against the later words telling the earlier act again out.

A report goes on about what it opened with, by the same word or by "the attack", without saying again where it was and
who did it; "another blast", and many acts told between, tell of something else.
"""

import re
from collections.abc import Iterator
from math import log1p

from histor.steps.join.mention import is_several
from histor.steps.join.traits import Traits
from histor.steps.join.wording import Finding

REACH = 40  # acts after one in which it may be told again; farther on, a report is a list of many
FAR = 20  # acts between, from which more tell nothing new
NEXT = 3  # code points between two sentences: what stands between is a space or a quotation mark
OPENING = 300  # code points; what is told there is what the report is about
REACH_OF_WORDS = 60  # code points before an act in which it is called another one
STEM = 5  # letters by which "attack" and "attacked" are one word
_ANOTHER = re.compile(
    r"\b(?:another|(?:a |the )?(?:second|third)|separate(?:ly)?|(?:several |many )?other|more|further)\s+"
    r"(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)


def on_retelling(one: Traits, other: Traits) -> Iterator[Finding]:
    """Give what the places of two acts in their report, and the words for them, say about their being one."""
    earlier, later = sorted((one, other), key=lambda each: (each.event.trigger.start, each.id))
    yield from _on_distance(earlier, later)
    yield from _on_words_for_it(earlier, later)
    if later.event.place:
        yield "names-a-place", 1.0, "the later words name a place"
    if not later.event.actors:
        yield "names-no-doer", 1.0, "the later words name no doer"
    if one.event.mode and one.event.mode == other.event.mode:
        yield "same-mode", 1.0, f"both are {one.event.mode}"


def _on_distance(earlier: Traits, later: Traits) -> Iterator[Finding]:
    between = later.position - earlier.position - 1
    if between > 0:
        words = f"{between} act{'' if between == 1 else 's'} are told between"
        yield "acts-between", min(1.0, log1p(between) / log1p(FAR)), words
    if 0 <= later.setting.sentence.start - earlier.setting.sentence.end <= NEXT:
        yield "next-sentence", 1.0, "one sentence follows the other"
    if earlier.setting.sentence.start < OPENING:
        yield "opens-report", 1.0, "the report opens with it"


def _on_words_for_it(earlier: Traits, later: Traits) -> Iterator[Finding]:
    words = earlier.act, later.act
    if words[0][:STEM] == words[1][:STEM]:
        yield "same-word", 1.0, f"both say {words[1]}"
    if later.naming == "again":
        yield "goes-on", 1.0, "the later words speak of it as known"
    elif later.naming == "as one":
        yield "told-anew", 1.0, "the later words tell it as one that is new"
    several = tuple(map(is_several, words))
    if several[1]:
        yield "told-as-several", 1.0, "the later words tell of several"
    if several[0] != several[1]:
        yield "one-or-several", 1.0, "one tells of one act, the other of several"
    if _ANOTHER.search(later.before[-REACH_OF_WORDS:]):
        yield "another", 1.0, "the later words tell of another"
