"""Fingerprints of two texts in, whether one copies the other out; and which sentences carry the same words."""

from collections.abc import Mapping, Sequence, Set

from histor.records.incidents import Copy
from histor.steps.copies.sampling import words_of

FEWEST = 5  # fingerprints shared: some 20 words in a row, more than a formula or a title by chance
COPIED = 0.5  # share of the shorter text: edited copies keep more than half (docs/fusion.md)
WHOLE = 0.5  # length of the shorter by that of the longer; below, the copy is cut
QUOTED = 0.08  # share of the shorter text that is at least a paragraph of ten
SENTENCE_RUN = 3  # words
SAME_SENTENCE = 0.6  # share of the shorter sentence's runs
LEAST_WORDS = 8  # runs; a shorter sentence is too often the same by chance


def compare(first: str, second: str, *, shared: int, sizes: tuple[int, int]) -> Copy | None:
    """Tell whether two reports, the earlier one first, share words; None: they do not.

    `shared` is how many fingerprints they have in common, `sizes` how many each has.
    """
    least = min(sizes)
    if shared < FEWEST or shared < QUOTED * least:
        return None
    share = round(shared / least, 3)
    if share < COPIED:
        return Copy(first, second, "quotation", share)
    return Copy(first, second, "copy" if least >= WHOLE * max(sizes) else "cut", share)


def same_words(one: str, other: str) -> bool:
    """Tell whether a sentence is the other's, whole, cut or edited."""
    return same_runs(runs_of(one), runs_of(other))


def same_runs(one: Set[str], other: Set[str]) -> bool:
    """Tell it by the runs of words of both."""
    least = min(len(one), len(other))
    return least >= LEAST_WORDS and len(one & other) >= SAME_SENTENCE * least


def runs_of(sentence: str) -> frozenset[str]:
    """Give the runs of words by which sentences are compared."""
    words = words_of(sentence)
    return frozenset(map(" ".join, zip(*(words[start:] for start in range(SENTENCE_RUN)), strict=False)))


def first_of_copies(copies: Sequence[Copy], order: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Give, for each report that is a copy, the report of its group that comes first in the order.

    A quotation makes no copy of the whole report. The order of the copies does not change the answer.
    """
    group: dict[str, str] = {}
    for copy in copies:
        if copy.kind != "quotation":
            ends = sorted((_root(group, copy.one), _root(group, copy.other)), key=lambda report: order[report])
            group[ends[1]] = ends[0]
            group.setdefault(ends[0], ends[0])
    return {report: _root(group, report) for report in group if _root(group, report) != report}


def _root(group: Mapping[str, str], report: str) -> str:
    while group.get(report, report) != report:
        report = group[report]
    return report
