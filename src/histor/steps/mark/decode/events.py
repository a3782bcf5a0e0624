"""Windows of numbers and the text's claims in, its events out, each in the innermost claim that holds its trigger."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import get_args

from histor.records.events import HAPPENED, EventType, Status
from histor.records.measures import Span, Spans, What
from histor.steps.mark.decode.calibration import Curve
from histor.steps.mark.decode.claims import innermost
from histor.steps.mark.decode.kinds import KINDS
from histor.steps.mark.decode.numbers import Shares, TriggerNumbers, Window, likeliest
from histor.steps.mark.decode.somewhere import is_somewhere
from histor.steps.mark.tags import ClaimTag, CountTag, EventTag

TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[Status, ...] = get_args(Status)
WHATS: tuple[What, ...] = get_args(What)
BREACH = 0.5  # likelier than not


@dataclass(frozen=True, slots=True)
class EventChoices:
    """Where the line is drawn."""

    least_trigger: float = 0.5  # share that a word names an action of any type: set on dev, as the best F1 there
    curve: Curve = field(default_factory=Curve)  # of the score: the action is there, with the right type and status
    least_happened: float = 0.8  # share of occurred and ongoing below which the report itself asserts neither: set on
    # dev for few wrong assertions (0.8 a hundred reports instead of 2.4)


def decode_events(windows: Sequence[Window], claims: Sequence[ClaimTag], choices: EventChoices) -> tuple[EventTag, ...]:
    """Give the events in order of their triggers."""
    found = [
        _event(window, trigger, claims, choices)
        for window in windows
        for trigger in window.triggers
        if window.owns(trigger.word) and 1 - trigger.types[0] >= choices.least_trigger
    ]
    return tuple(sorted(found, key=lambda event: event.trigger))


def raw_score(numbers: TriggerNumbers) -> float:
    """Give the share of the likeliest type times that of the likeliest status."""
    return max(numbers.types[1:]) * max(numbers.statuses)


def _event(window: Window, numbers: TriggerNumbers, claims: Sequence[ClaimTag], choices: EventChoices) -> EventTag:
    kind = TYPES[likeliest(numbers.types[1:])]
    trigger, mode = window.words[numbers.word], _mode(numbers.kinds, kind)
    claim = innermost(trigger, claims)
    status = _status(numbers.statuses, choices, own_voice=claim is None)
    place = numbers.nearly_place if is_somewhere(kind, mode, status) else ()
    return EventTag(
        trigger=trigger,
        type=kind,
        mode=mode,
        status=status,
        claim=claim,
        actors=tuple((span,) for span in window.spans(numbers.actors)),
        recipients=tuple((span,) for span in window.spans(numbers.recipients)),
        place=_first(window.spans(numbers.place or place)),
        when=_first(window.spans(numbers.when)),
        counts=_counts(window, numbers),
        violation=numbers.violation > BREACH,
        score=choices.curve.at(raw_score(numbers)),
    )


def _status(shares: Shares, choices: EventChoices, *, own_voice: bool) -> Status:
    """Give the likeliest status; in the report's own voice, that it happened only where that is likely enough."""
    happened = sum(share for share, status in zip(shares, STATUSES, strict=True) if status in HAPPENED)
    certain = not own_voice or happened >= choices.least_happened
    allowed = [number for number, status in enumerate(STATUSES) if certain or status not in HAPPENED]
    return STATUSES[max(allowed, key=shares.__getitem__)]


def _mode(shares: Shares, kind: EventType) -> str | None:
    """Give the likeliest mode of those that the type has."""
    rows = [number for number, (name, _) in enumerate(KINDS) if name == kind]
    return KINDS[max(rows, key=shares.__getitem__)][1]


def _first(spans: Spans) -> Span | None:
    return spans[0] if spans else None


def _counts(window: Window, numbers: TriggerNumbers) -> tuple[CountTag, ...]:
    whats = [WHATS[likeliest(shares)] for shares in numbers.whats]
    return tuple(CountTag(what, span) for what, span in zip(whats, window.spans(numbers.counts), strict=True))
