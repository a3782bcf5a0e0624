"""The setting of a report: what names in it are read against — the register, the day, and the countries spoken of."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from histor.records.gazetteer import NO_LISTS, Gazetteer
from histor.records.measures import Day, Span
from histor.records.register import Actor, Register, Site
from histor.records.text import Block, Report, readable
from histor.steps.link.scan import Hit, scan

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n+")


@dataclass(frozen=True, slots=True)
class Setting:
    """One report, its readable blocks, and every name of the register in them."""

    text: str
    blocks: tuple[Block, ...]
    register: Register
    day: Day | None  # the day of the report; None: unknown
    hits: tuple[Hit, ...]  # in order
    sentences: tuple[int, ...]  # where each sentence starts, in order
    countries: Counter[str] = field(default_factory=Counter)  # how often each country is spoken of
    read: dict[Span, tuple[Hit, ...]] = field(default_factory=dict, compare=False, repr=False)  # stretches read before
    gazetteer: Gazetteer = NO_LISTS  # what lists of places have for names that the register lacks

    def inside(self, span: Span) -> tuple[Hit, ...]:
        """List the names that stand in a stretch, read on their own."""
        if span not in self.read:
            self.read[span] = scan(self.text, span.start, span.end, self.register)
        return self.read[span]

    def sentence_of(self, at: int) -> Span:
        """Give the sentence that holds a code point."""
        index = max(0, bisect_left(self.sentences, at + 1) - 1)
        end = self.sentences[index + 1] if index + 1 < len(self.sentences) else len(self.text)
        return Span(self.sentences[index], end)

    def countries_near(self, at: int) -> Counter[str]:
        """Count the countries spoken of in the sentence that holds a code point."""
        sentence = self.sentence_of(at)
        first, last = (bisect_left(self.hits, at, key=lambda hit: hit.span.start) for at in sentence)
        return countries_of(self.hits[first:last])


def setting_of(
    report: Report,
    register: Register,
    day: Day | None,
    gazetteer: Gazetteer = NO_LISTS,
) -> Setting:
    """Read a report's names once, for all that is linked in it."""
    blocks = readable(report)
    hits = tuple(hit for block in blocks for hit in scan(report.text, block.start, block.end, register))
    starts = (0, *(match.end() for match in _SENTENCE_END.finditer(report.text)))
    return Setting(report.text, blocks, register, day, hits, starts, countries_of(hits), gazetteer=gazetteer)


def countries_of(hits: Iterable[Hit]) -> Counter[str]:
    """Count the countries that names belong to; a name that several countries have counts for none."""
    counted: Counter[str] = Counter()
    for hit in hits:
        if country := country_of(hit):
            counted[country] += 1
    return counted


def country_of(hit: Hit) -> str | None:
    """Give the one country that a name belongs to; None if it belongs to several or none."""
    found = {site.country for site in hit.sites} | {actor.country for actor in hit.actors}
    if hit.nationality:
        return hit.nationality
    return next(iter(found)) if len(found) == 1 else None


def one_of(candidates: tuple[Actor, ...] | tuple[Site, ...], setting: Setting, at: int) -> str | None:
    """Choose the ref among namesakes: the one whose country the sentence speaks of, else the report; None: none."""
    refs = {candidate.ref: candidate.country for candidate in candidates}
    if len(refs) == 1:
        return next(iter(refs))
    for spoken_of in (setting.countries_near(at), setting.countries):
        fitting = [ref for ref, country in refs.items() if country and spoken_of[country]]
        if len(fitting) == 1:
            return fitting[0]
    return None
