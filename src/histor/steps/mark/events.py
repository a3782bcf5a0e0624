"""Event tags in, events out: each on the innermost claim that it stands in, with the certainty that follows from it."""

from histor.records.claims import Claim
from histor.records.events import Certainty, Event, Party, Place
from histor.records.made import Step, identify
from histor.records.measures import Count, Span, Spans, When
from histor.records.text import Report, quote
from histor.steps.mark.claims import Copy, copy_at
from histor.steps.mark.tags import CountTag, EventTag


def events_of(
    report: Report, tags: tuple[EventTag, ...], claims: tuple[Claim, ...], copies: tuple[Copy, ...], step: Step
) -> tuple[Event, ...]:
    """Turn event tags into events whose names, days and numbers are still the bare words."""
    return tuple(_event(report, tag, _claim_of(tag, claims, copies), step) for tag in tags)


def _claim_of(tag: EventTag, claims: tuple[Claim, ...], copies: tuple[Copy, ...]) -> Claim | None:
    if tag.claim is not None:
        return claims[tag.claim]
    copy = copy_at(copies, tag.trigger.start)
    return copy.claim if copy else None


def _event(report: Report, tag: EventTag, claim: Claim | None, step: Step) -> Event:
    return Event(
        id=identify("e", report.id, step, tag.trigger, tag.type, tag.place, claim.id if claim else None),
        claim=claim.id if claim else None,
        trigger=tag.trigger,
        type=tag.type,
        status=tag.status,
        certainty=_certainty(tag, claim),
        mode=tag.mode,
        actors=_parties(report, tag.actors),
        recipients=_parties(report, tag.recipients),
        place=Place(tag.place, _words(report, tag.place)) if tag.place else None,
        when=When(tag.when) if tag.when else None,
        violation=tag.violation,
        target=tag.target,
        posture=tag.posture,
        stage=tag.stage,
        quantities=tuple(_count(count) for count in tag.counts),
        score=tag.score,
    )


def _certainty(tag: EventTag, claim: Claim | None) -> Certainty:
    """MUC-4's scale, on whose word it stands: the author's, somebody's, an accuser's, or as a mere possibility."""
    if tag.possible:
        return "possible"
    if claim is None:
        return "author"
    return "accused" if claim.stance == "accuses" else "attributed"


def _parties(report: Report, parties: tuple[Spans, ...]) -> tuple[Party, ...]:
    return tuple(Party(spans, quote(report.text, spans)) for spans in parties)


def _count(tag: CountTag) -> Count:
    return Count(tag.what, tag.span)


def _words(report: Report, span: Span) -> str:
    return report.text[span.start : span.end]
