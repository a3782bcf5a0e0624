"""Tags: what a tagger found in a text, before it becomes claims and events.

The one interface between tagging and marking: rules fill it now (`steps.mark.rules`), a trained model may fill it
instead. A tag holds only spans, labels and scores: no names, days or numbers are worked out here.
"""

from dataclasses import dataclass

from histor.records.claims import Stance
from histor.records.events import EventType, Posture, Stage, Status, Target
from histor.records.measures import Span, Spans, What


@dataclass(frozen=True, slots=True)
class ClaimTag:
    """An attribution: its source, cue and content, and the attribution that it stands in."""

    source: Spans  # empty: nobody is named
    cue: Spans
    content: Spans
    stance: Stance
    parent: int | None = None  # index into `Tags.claims`; None: the report's own voice
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class CountTag:
    """Words that say how many of something."""

    what: What
    span: Span


@dataclass(frozen=True, slots=True)
class EventTag:
    """An action: its trigger, and the spans that play a part in it."""

    trigger: Span
    type: EventType
    mode: str | None
    status: Status
    claim: int | None = None  # index into `Tags.claims` of the innermost claim that it stands in
    actors: tuple[Spans, ...] = ()
    recipients: tuple[Spans, ...] = ()
    place: Span | None = None
    when: Span | None = None
    counts: tuple[CountTag, ...] = ()
    violation: bool = False
    possible: bool = False  # "may have", "apparently": the voice itself is not sure
    target: Target | None = None
    posture: Posture | None = None
    stage: Stage | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Tags:
    """Everything that a tagger found in one text, in order of first word."""

    claims: tuple[ClaimTag, ...] = ()
    events: tuple[EventTag, ...] = ()
