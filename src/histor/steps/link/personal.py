"""Personal names: the words of a source or party in, the stretch that names a person unknown to the register out."""

from collections.abc import Sequence

from histor.codebook.roles import SECTORS, SIDES
from histor.codebook.titles import DOCUMENTS, TITLES, WITNESSES
from histor.records.measures import Span
from histor.steps.link.scan import Hit, Word, words_of

FULL_NAME = 2  # words: one capitalised word may be a place, a group or a party
_PARTICLES = frozenset("al el bin bint ibn de la van von der den abu da du ben ul".split())


def personal_name(span: Span, hits: Sequence[Hit], text: str) -> Span | None:
    """Find the first run of capitalised words that is no title, no role and no name of the register."""
    taken = [hit.span for hit in hits]
    words = words_of(text, span.start, span.end)
    runs: list[list[Word]] = [[]]
    for word in words:
        free = not any(one.start <= word.span.start < one.end for one in taken)
        if free and _may_be_name(word, runs[-1]) and _joins(runs[-1], word, text):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([word] if free and _may_be_name(word, []) else [])
        elif free and _may_be_name(word, []):
            runs[-1].append(word)
    found = [run for run in runs if len(run) >= FULL_NAME or (len(words) == len(run) == 1) or _after_title(run, words)]
    found = [run for run in found if not _is_of_a_group(run, words, text)]
    return Span(found[0][0].span.start, found[0][-1].span.end) if found else None


def _may_be_name(word: Word, run: list[Word]) -> bool:
    if word.folded in _PARTICLES:
        return bool(run) or word.written[0].isupper()
    return word.written[0].isupper() and not word.written.isupper() and word.folded not in _ORDINARY


def _is_of_a_group(run: list[Word], words: list[Word], text: str) -> bool:
    """Tell whether a run names somebody's body ("Mali's Haut Conseil") or a group ("the Hizbul Watan faction")."""
    after = [word.folded for word in words if word.span.start > run[-1].span.start][:1]
    grouped = bool(after) and (after[0] in SECTORS or after[0] in _GROUPS) and text[run[-1].span.end] == " "
    return grouped or text[run[0].span.start - 3 : run[0].span.start] in {"'s ", "’s "}


_GROUPS = frozenset("faction factions group groups movement brigade brigades network cell apparatus".split())


def _joins(run: list[Word], word: Word, text: str) -> bool:
    return not run or text[run[-1].span.end : word.span.start] in {" ", "-", ". "}


def _after_title(run: list[Word], words: list[Word]) -> bool:
    """Tell whether one capitalised word is a name because a title stands before it ("Mr Khristenko")."""
    if len(run) != 1:
        return False
    before = [word for word in words if word.span.end < run[0].span.start]
    return bool(before) and before[-1].folded in _FORMS_OF_ADDRESS


_NOT_NAMES = frozenset(
    """
    the a an of and in on for to by from with at as some many several two three its his her their our other
    another local state national ministry government army republic union party forces force front group
    council committee commission court office agency news center centre institute university hospital
    command coalition observatory network organization organisation administration embassy parliament
    congress house department service board bank movement brigade brigades division federation assembly
    authority association foundation society mission team no one both all northern southern eastern western
    central armed media tv television radio supreme federal international united democratic people peoples
    liberation
    """.split()
)
_ORDINARY = TITLES | _NOT_NAMES | DOCUMENTS | WITNESSES | SECTORS.keys() | SIDES.keys()
_FORMS_OF_ADDRESS = frozenset("mr mrs ms dr gen general col colonel minister president capt captain sheikh".split())
