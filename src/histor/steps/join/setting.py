"""A record in, what stands around each of its events out: where and when it may have been, and on whose word it stands.

An event often names neither place nor day: the sentence before, the title or the dateline does. What is taken from
there says so (`basis`), and weighs less.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from histor.records.claims import REFUTES, Claim
from histor.records.events import EXACT, Event, EventType, Place, Status
from histor.records.incidents import Basis, Setting, Spot, Stretch, Voice
from histor.records.measures import Span, When, count_days
from histor.records.record import Record
from histor.records.register import Actor, Site
from histor.steps.join.summary import summed_up
from histor.steps.join.themes import things_in, ways_in
from histor.steps.join.voices import outlets_by_name, voices_of
from histor.steps.link.days import resolve_day

LEAD = 24  # code points before a name in which a word that makes it a government stands
_SPEAKS = re.compile(
    r"\s+(?:says?|said|has|had|denie[sd]|denying|blame[sd]?|accuse[sd]?|insist(?:s|ed)|reject(?:s|ed)|warn(?:s|ed))\b"
)
_BLAMED = re.compile(r"\b(?:blam(?:es?|ed|ing)(?: on)?|accus(?:es?|ed|ing)|against|all(?:y|ies)(?: of)?|by) $")
HAPPENINGS = frozenset(
    (
        "AGREE",
        "CONSULT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "SANCTION",
        "PROTEST",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    )
)  # acts that are done; the other types are things said, and who says them stands in the claim
SPOKEN_OF: frozenset[Status] = frozenset({"occurred", "ongoing", "denied", "planned"})
MOST_SPOTS = 4  # places held for an event; a sentence with more is a list
OPENING = 1500  # code points before a sentence in which what it speaks of may have been named
FEW_SPOTS = 2  # places that a whole report names: with the one where it happened stands that of a ministry, or none
BORROWED = 4  # days; what is taken from other words must be a day or so: "in March" tells of another happening
NEWS_DAYS = 2  # before publication: where no day is named, the news is of that day or of one just before it


def settings_of(
    record: Record,
    sentences: Mapping[str, Span],
    sites: Mapping[str, Site],
    actors: Mapping[str, Actor],
    outlets: Mapping[str, str] | None = None,
) -> tuple[Setting, ...]:
    """Give the setting of every event that can be a happening; `sentences` holds its sentence by event id.

    `outlets` are the refs of outlets by name, if they are worked out already.
    """
    claims = {claim.id: claim for claim in record.claims}
    events = [event for event in record.events if event.type in HAPPENINGS and event.status in SPOKEN_OF]
    around, by_name = _Around(record, sites), outlets_by_name(actors) if outlets is None else outlets
    claimed = {event.id: _on_whose_word(event, claims) for event in events}
    voices = {event.id: voices_of(claimed[event.id], claims, record.report.outlet, actors, by_name) for event in events}
    found = [_setting(event, around, sentences[event.id], claimed[event.id], voices[event.id]) for event in events]
    return tuple(summed_up(found, events, record.report))


def _on_whose_word(event: Event, claims: Mapping[str, Claim]) -> Claim | None:
    """Give the claim that an event stands on: of what somebody denies that others say, the denial."""
    claim = claims.get(event.claim) if event.claim else None
    outer = claims.get(claim.parent) if claim and claim.parent else None
    refuted = event.status == "denied" and claim and claim.stance not in REFUTES and outer and outer.stance in REFUTES
    return outer if refuted else claim


def _setting(
    event: Event, around: "_Around", sentence: Span, claim: Claim | None, voices: tuple[Voice, ...]
) -> Setting:
    return Setting(
        event=event.id,
        stance=claim.stance if claim else None,
        voices=voices,
        spots=tuple(around.spots(event, sentence))[:MOST_SPOTS],
        days=around.days(event, sentence),
        sentence=sentence,
        ways=ways_in(around.texts(sentence)),
        things=things_in(around.texts(sentence)),
    )


class _Around:
    """The places and days of one report, by where its words stand."""

    def __init__(self, record: Record, sites: Mapping[str, Site]) -> None:
        self.record = record
        self._placed = [
            (mention.span, sites[mention.ref])
            for mention in record.mentions
            if mention.ref and mention.ref in sites and not _is_government(record.report.text, mention.span)
        ]
        self._countries: dict[EventType, set[str]] = {}
        for event in record.events:
            if event.place and event.place.country:
                self._countries.setdefault(event.type, set()).add(event.place.country)
        self._dated = [
            (event.when.span, stretch)
            for event in record.events
            if event.when and event.when.span and (stretch := _stretch(event.when, "own"))
        ]
        self._said = [claim.said.span for claim in record.claims if claim.said and claim.said.span]
        self._titles = [block for block in record.report.blocks if block.kind in ("title", "heading")]

    def texts(self, sentence: Span) -> Iterator[str]:
        """Give wider and wider texts around a sentence: itself, its paragraph, the title, the opening."""
        text, blocks = self.record.report.text, self.record.report.blocks
        yield text[sentence.start : sentence.end]
        yield from (text[block.start : block.end] for block in blocks if _holds(block.start, block.end, sentence))
        yield from (text[block.start : block.end] for block in self._titles[:1])
        yield text[: sentence.start][-OPENING:]

    def spots(self, event: Event, sentence: Span) -> Iterator[Spot]:
        """Give the places where it may have been, best first: its own, else the nearest that are named."""
        own = _own_spot(event.place) if event.place and _is_name(event.place) else None
        if own:
            yield own
            if own.precision in EXACT:
                return
        if denied := self._spot_denied(event):
            yield denied
            return
        seen = {own.ref} if own else set()
        for basis, spans in self._circles(sentence):
            sites = self._nearest(spans, event)
            exact = [site for site in sites.values() if site.precision in EXACT and site.ref not in seen]
            if exact and (basis != "report" or len(exact) <= FEW_SPOTS):
                yield from (_spot(site, basis) for site in exact)
                return

    def _spot_denied(self, event: Event) -> Spot | None:
        """Give where the act was that a denial without a place denies: the last before it, in the same word."""
        if event.status != "denied" or event.place:
            return None
        before = (one for one in reversed(self.record.events) if one.trigger.start < event.trigger.start)
        places = (one.place for one in before if one.type == event.type and self._word(one) == self._word(event))
        spots = (_own_spot(place) for place in places if place and _is_name(place))
        return next((replace(spot, basis="report") for spot in spots), None)

    def _word(self, event: Event) -> str:
        return self.record.report.text[event.trigger.start : event.trigger.end].lower()

    def _nearest(self, spans: Sequence[Span], event: Event) -> dict[str, Site]:
        """Give the places that these words name, the last one first: it stands nearest.

        Where such acts are told of one country by their own words, places elsewhere are those of talks and ministries.
        """
        countries = self._countries.get(event.type)
        return {
            site.ref: site
            for span, site in reversed(self._placed)
            if _within(span, spans) and (not countries or site.country in countries)
        }

    def days(self, event: Event, sentence: Span) -> Stretch | None:
        """Give the days when it may have been: its own, else the nearest that are told, else those of the news."""
        own = _stretch(event.when, "own") if event.when else None
        if own:
            return own
        named = self._named_days(sentence)
        for basis, spans in self._circles(sentence):
            if basis != "sentence" and named:
                return self._meant(named)
            told = [stretch for span, stretch in self._dated if _within(span, spans) and length(stretch) <= BORROWED]
            if told and (basis != "report" or len({(each.start, each.end) for each in told}) == 1):
                nearest = told[-1]
                return Stretch(nearest.start, nearest.end, basis, nearest.approximate or basis == "report")
        return self._of_the_news()

    def _named_days(self, sentence: Span) -> list[Span]:
        """Give the days that a sentence names for no event that is read, nor for saying it."""
        return [
            mention.span
            for mention in self.record.mentions
            if mention.kind == "date" and _within(mention.span, (sentence,)) and not _within(mention.span, self._said)
        ]

    def _meant(self, named: Sequence[Span]) -> Stretch | None:
        """Give the one day that a sentence names, or the news' where it only tells how long; None: it names others."""
        if len(named) > 1:
            return None
        words, day = self.record.report.text[named[0].start : named[0].end], self.record.report.published
        when = resolve_day(words, published=day.start if day.precision == "day" else None, anchor=None, span=named[0])
        stretch = _stretch(when, "sentence")
        if stretch is None or (length(stretch) > BORROWED and stretch.end == day.start):
            return self._of_the_news()
        return stretch if length(stretch) <= BORROWED else None

    def _of_the_news(self) -> Stretch | None:
        day = self.record.report.published
        if day.start is None or day.precision != "day":
            return None
        first = datetime.date.fromisoformat(day.start) - datetime.timedelta(days=NEWS_DAYS)
        return Stretch(first.isoformat(), day.start, "published")

    def _circles(self, sentence: Span) -> Iterator[tuple[Basis, list[Span]]]:
        """Give wider and wider stretches of text around a sentence."""
        yield "sentence", [sentence]
        blocks = self.record.report.blocks
        around = [block for block in blocks if _holds(block.start, block.end, sentence)]
        yield "paragraph", [Span(block.start, sentence.start) for block in around]
        yield "title", [Span(block.start, block.end) for block in self._titles]
        yield "report", [Span(0, len(self.record.report.text))]


def length(stretch: Stretch) -> int:
    """Count the days of a stretch, both ends included."""
    return count_days(stretch.start, stretch.end)


def _is_government(text: str, span: Span) -> bool:
    """Tell whether a capital's name stands for who rules there: "Damascus denied it", "blamed on Moscow"."""
    return bool(_SPEAKS.match(text, span.end) or _BLAMED.search(text[max(0, span.start - LEAD) : span.start]))


def _is_name(place: Place) -> bool:
    """Tell whether the words name a place: "this town" and "northern districts" do not."""
    return place.ref is not None or not place.name.islower()


def _own_spot(place: Place) -> Spot:
    where = (place.latitude, place.longitude, place.country, place.admin1)
    return Spot(place.name, place.ref, *where, place.precision, "own")


def _spot(site: Site, basis: Basis) -> Spot:
    where = (site.latitude, site.longitude, site.country, site.admin1)
    return Spot(site.name, site.ref, *where, site.precision, basis)


def _stretch(when: When, basis: Basis) -> Stretch | None:
    start, end = when.start or when.end, when.end or when.start
    return Stretch(start, end, basis, when.approximate) if start and end and start <= end else None


def _within(span: Span, spans: Iterable[Span]) -> bool:
    return any(each.start <= span.start and span.end <= each.end for each in spans)


def _holds(start: int, end: int, sentence: Sequence[int]) -> bool:
    return start <= sentence[0] and sentence[1] <= end
