"""The words of a place in, the names in them that the register lacks out: what lists of places are to be asked for."""

from collections.abc import Iterable
from itertools import pairwise

from histor.records.events import Event
from histor.records.gazetteer import Asked
from histor.records.measures import Span
from histor.records.register import Register
from histor.records.text import Report
from histor.steps.link.place_kinds import FACILITIES, KINDS
from histor.steps.link.scan import Hit, Word, scan, words_of
from histor.steps.link.setting import setting_of
from histor.steps.link.surroundings import REACH, container_of, countries_to_ask

_INSIDE_NAMES = frozenset(
    "al el ul as ash ad adh ar at ath az an es ez er ed en et de del la le las los do da du di bin ibn abu um"
    " umm".split()
)
_JOINED = frozenset({" ", "-", "–", "'", "’", "\n"})
LONGEST_CONTAINER = 40  # code points of what a name is said to lie in
LONGEST = 6  # words of a name that is looked up; longer runs of capitals are titles
SHORTEST = 3  # letters: "Um" is no name to look up
NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december god allah twitter facebook telegram internet north south east west northern"
    " southern eastern western central".split()
)


def asked_places(report: Report, events: Iterable[Event], register: Register) -> Asked:
    """Name what is to be looked up for the places of a report's events; nothing if the register knows them all."""
    names = [name for event in events if event.place and (name := asked_name(report.text, event.place.span, register))]
    if not names:
        return Asked()
    asked = dict.fromkeys(report.text[name.start : name.end] for name in names)
    return Asked(tuple(asked), countries_to_ask(setting_of(report, register, None)))


def asked_name(text: str, span: Span, register: Register) -> Span | None:
    """Give the name in a place's words that lists are asked for; None if the register knows the place.

    It is one that the register lacks, or one that is said to lie where the register has none ("Rabia, Iraq").
    """
    hits = scan(text, span.start, min(len(text), span.end + REACH + LONGEST_CONTAINER), register)
    if unknown := _unknown_name(text, span, hits):
        return unknown
    known = next((hit for hit in hits if hit.sites and hit.span.start < span.end), None)
    country = container_of(known.span, hits, text) if known else None
    return known.span if known and country and all(site.country != country for site in known.sites) else None


def _unknown_name(text: str, span: Span, hits: Iterable[Hit]) -> Span | None:
    """Give the first name in a place's words that the register lacks and no known place comes before; None: none."""
    taken = [hit for hit in hits if hit.span.start < span.end]
    for run in _runs(text, span):
        before = [hit for hit in taken if hit.span.start < run[-1].span.end and (hit.sites or hit.actors)]
        if before:
            return None
        words = [word for word in run if not any(hit.span.start <= word.span.start < hit.span.end for hit in taken)]
        words = _bare(words)
        if words and len(words) <= LONGEST:
            found = Span(words[0].span.start, words[-1].span.end)
            return found if found.end - found.start >= SHORTEST else None
    return None


def _runs(text: str, span: Span) -> list[list[Word]]:
    """Cut a stretch into runs of words with capitals, and the small words that stand inside names."""
    runs: list[list[Word]] = [[]]
    words = words_of(text, span.start, span.end)
    for at, word in enumerate(words):
        parted = at > 0 and text[words[at - 1].span.end : word.span.start] not in _JOINED
        if parted:
            runs.append([])
        is_small = word.folded in _INSIDE_NAMES and (runs[-1] or _leads(words, at))
        if is_small or (word.written[0].isupper() and word.folded not in NO_NAMES):
            runs[-1].append(word)
        else:
            runs.append([])
    return [run for run in runs if any(word.written[0].isupper() for word in run)]


def _leads(words: list[Word], at: int) -> bool:
    """Tell whether an article stands before a capital ("al-Bab")."""
    return any(one is words[at] and two.written[0].isupper() for one, two in pairwise(words))


def _bare(run: list[Word]) -> list[Word]:
    """Take kinds of place off both ends, and whole the run that names a facility ("Kafr Nabl Hospital")."""
    words = list(run)
    while words and (words[0].folded in KINDS or words[0].folded == "the"):
        words = words[1:]
    while words and words[-1].folded in KINDS | _INSIDE_NAMES:
        words = words[:-1]
    return [] if words and words[-1].folded in FACILITIES else words
