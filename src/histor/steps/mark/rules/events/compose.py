"""A report and its claims in, its events out: each rule is asked in turn, and what it finds becomes spans."""

from collections.abc import Iterator, Sequence

from histor.codebook.days import find_days
from histor.codebook.numbers import find_counts
from histor.records.measures import Spans
from histor.records.text import Report, readable
from histor.steps.mark.rules.events.counts import share_counts
from histor.steps.mark.rules.events.follow import without_headline, without_tolls
from histor.steps.mark.rules.events.memory import Memory
from histor.steps.mark.rules.events.merge import merge
from histor.steps.mark.rules.events.modes import mode_of
from histor.steps.mark.rules.events.own import is_violation, posture_of, stage_of, target_of
from histor.steps.mark.rules.events.parse import Parse, parse
from histor.steps.mark.rules.events.parties import parties_of
from histor.steps.mark.rules.events.places import place_of, when_of
from histor.steps.mark.rules.events.sides import with_sides
from histor.steps.mark.rules.events.sites import per_site
from histor.steps.mark.rules.events.status import possible, status_of
from histor.steps.mark.rules.events.staying import can_be
from histor.steps.mark.rules.events.struck import with_outcome
from histor.steps.mark.rules.events.topics import is_topic
from histor.steps.mark.rules.events.triggers import Candidate, find_triggers
from histor.steps.mark.rules.events.voices import Voices
from histor.steps.mark.rules.phrases import Phrase
from histor.steps.mark.rules.words import Sentence, split_sentences
from histor.steps.mark.tags import ClaimTag, CountTag, EventTag

_LONGEST = 250  # words; the longest sentences of news have about 120
# Types of speech acts: their word is mostly the cue of a claim, whose source does them.
_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})


def compose(report: Report, claims: Sequence[ClaimTag]) -> tuple[EventTag, ...]:
    """Give the events of a report in the order of their triggers; headlines are not read."""
    voices, memory = Voices(claims), Memory()
    told: list[tuple[EventTag, Parse]] = []
    for parsed in _parsed(report):
        with_sides(told, parsed)
        found = (event for event in _of_sentence(parsed, voices, memory) if can_be(event, report.text))
        told.extend((one, parsed) for event in found for one in per_site(event, parsed))
        memory.end_sentence(parsed)
    return without_headline(report.text, without_tolls(report.text, told))


def _parsed(report: Report) -> Iterator[Parse]:
    for block in readable(report):
        if block.kind in {"title", "heading"}:
            continue
        days = find_days(report.text, block.start, block.end)
        counts = find_counts(report.text, block.start, block.end)
        for sentence in split_sentences(report.text, block.start, block.end):
            for piece in _pieces(sentence):
                yield parse(piece, days, counts)


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """Cut what is too long for a sentence, so that the work stays in step with the length of the text."""
    for first in range(0, len(sentence.words), _LONGEST):
        yield Sentence(sentence.words[first : first + _LONGEST], sentence.opens_block and first == 0)


def _of_sentence(parsed: Parse, voices: Voices, memory: Memory) -> Iterator[EventTag]:
    found = find_triggers(parsed)
    for candidate in found:
        candidate.voice = voices.at(candidate.start)
    kept = [candidate for candidate in merge(found) if not memory.knows(candidate) and not is_topic(candidate, found)]
    shared = share_counts(parsed, kept, voices)
    for candidate in kept:
        merged = [other for other in found if other.voice == candidate.voice and other.act.type == candidate.act.type]
        memory.keep(candidate)
        yield _event(candidate, merged, shared.get(candidate.at, ()), voices, memory)


def _event(
    candidate: Candidate, merged: list[Candidate], counts: tuple[CountTag, ...], voices: Voices, memory: Memory
) -> EventTag:
    parsed, claim = candidate.parse, voices.claim(candidate.voice)
    parties = with_outcome(parties_of(candidate), candidate, merged)
    status = status_of(candidate, claim.stance if claim else None)
    return EventTag(
        trigger=parsed.span((candidate.at, candidate.at)),
        type=candidate.act.type,
        mode=mode_of(candidate, merged),
        status=status,
        claim=candidate.voice,
        actors=_actors(candidate, parties.actors, voices, memory),
        recipients=_named(candidate, parties.recipients, voices, memory),
        place=place_of(candidate, voices),
        when=when_of(candidate, voices),
        counts=counts,
        violation=is_violation(candidate),
        possible=possible(candidate),
        target=target_of(candidate, parties.recipients),
        posture=posture_of(candidate),
        stage=stage_of(candidate, status),
    )


def _actors(candidate: Candidate, phrases: tuple[Phrase, ...], voices: Voices, memory: Memory) -> tuple[Spans, ...]:
    """Give the doers; of a speech act whose word is a claim's cue, the claim's source."""
    claim = voices.claim(voices.cue_at(candidate.start))
    if claim and claim.source and candidate.act.type in _SPEECH:
        return (claim.source,)
    return _named(candidate, phrases, voices, memory)


def _named(candidate: Candidate, phrases: tuple[Phrase, ...], voices: Voices, memory: Memory) -> tuple[Spans, ...]:
    """Give the spans of phrases, a pronoun replaced by the name that it stands for."""
    parsed = candidate.parse
    spans = (
        memory.stands_for(candidate, phrase, voices) if parsed.kind(phrase[0]) == "o" else (parsed.span(phrase),)
        for phrase in phrases
    )
    return tuple(dict.fromkeys(spans))
