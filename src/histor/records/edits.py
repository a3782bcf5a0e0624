"""A claim or event and one of its fields in, the field's JSON out; and such JSON in, the claim or event with it out."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from histor.errors import UsageError
from histor.records.claims import Claim, Manner, Speaker, SpeakerKind, Stance
from histor.records.events import (
    Certainty,
    Event,
    EventType,
    Party,
    Place,
    PlacePrecision,
    Posture,
    Stage,
    Status,
    Target,
)
from histor.records.form import form_of_claim, form_of_event
from histor.records.measures import Count, Precision, Span, Spans, What, When

# Fields that are one word of a list; those of the second table may also be nothing.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "type": get_args(EventType), "status": get_args(Status), "certainty": get_args(Certainty),
    "stance": get_args(Stance), "manner": get_args(Manner),
}  # fmt: skip
_WORDS_OR_NOTHING: Mapping[str, tuple[str, ...]] = {
    "target": get_args(Target), "posture": get_args(Posture), "stage": get_args(Stage),
}  # fmt: skip
EVENT_FIELDS = (
    "type", "mode", "status", "certainty", "violation", "target", "posture", "stage",
    "actors", "recipients", "place", "when", "quantities",
)  # fmt: skip
CLAIM_FIELDS = ("stance", "manner", "speaker")
_JUDGED = {Event: ("type", "status"), Claim: ("stance",)}


def allowed(field: str) -> tuple[str, ...]:
    """Give the words that a field may be; none if it is not a word of a list."""
    return _WORDS.get(field, _WORDS_OR_NOTHING.get(field, ()))


def field_of(one: Claim | Event, field: str) -> str:
    """Give the JSON of a field. Raises UsageError if a claim or event has no such field that a person may edit."""
    _check_field(one, field)
    return written(_form(one)[field])


def judged_of(one: Claim | Event) -> str:
    """Give the JSON of what a person judges who confirms or rejects: that such a thing is read at these words."""
    form = _form(one)
    return written({field: form[field] for field in _JUDGED[type(one)]})


def event_with(event: Event, field: str, value: str) -> Event:
    """Give the event with a field as its JSON has it. Raises UsageError if the field cannot be that."""
    _check_field(event, field)
    return replace(event, **{field: _value(field, value)})


def claim_with(claim: Claim, field: str, value: str) -> Claim:
    """Give the claim with a field as its JSON has it. Raises UsageError if the field cannot be that."""
    _check_field(claim, field)
    return replace(claim, **{field: _value(field, value)})


def written(value: object) -> str:
    """Write a value as JSON of one form."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _form(one: Claim | Event) -> dict[str, Any]:
    return form_of_event(one) if isinstance(one, Event) else form_of_claim(one, {}, None)


def _check_field(one: Claim | Event, field: str) -> None:
    kind, fields = ("event", EVENT_FIELDS) if isinstance(one, Event) else ("claim", CLAIM_FIELDS)
    if field not in fields:
        raise UsageError(f"a {kind} has no field {field!r} to edit; it has {', '.join(fields)}")


def _value(field: str, text: str) -> Any:
    value = json.loads(text)
    words = allowed(field)
    if words and value not in words and not (value is None and field in _WORDS_OR_NOTHING):
        raise UsageError(f"{field} {value!r}: it is one of {', '.join(words)}")
    try:
        return _READERS[field](value) if field in _READERS else value
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{field} cannot be {text}: {error}") from error


def _spans(value: Any) -> Spans:
    return tuple(Span(*each) for each in value)


def _parties(value: Any) -> tuple[Party, ...]:
    return tuple(Party(**{**each, "spans": _spans(each["spans"])}) for each in value)


def _place(value: Any) -> Place | None:
    if value is None:
        return None
    _check_word("precision", value.get("precision"), (*get_args(PlacePrecision), None))
    return Place(**{**value, "span": Span(*value["span"])})


def _when(value: Any) -> When | None:
    if value is None:
        return None
    _check_word("precision", value["precision"], get_args(Precision))
    return When(**{**value, "span": Span(*value["span"]) if value["span"] else None})


def _quantities(value: Any) -> tuple[Count, ...]:
    for each in value:
        _check_word("what", each["what"], get_args(What))
    return tuple(Count(**{**each, "span": Span(*each["span"])}) for each in value)


def _speaker(value: Any) -> Speaker | None:
    if value is None:
        return None
    _check_word("kind", value["kind"], get_args(SpeakerKind))
    return Speaker(value["name"], value["kind"], value["ref"], value["for"])


def _check_word(name: str, word: str | None, known: tuple[str | None, ...]) -> None:
    if word not in known:
        raise ValueError(f"{name} {word!r} is not one of {', '.join(map(str, known))}")


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("it is true or false")
    return value


_READERS = {
    "actors": _parties, "recipients": _parties, "place": _place, "when": _when, "quantities": _quantities,
    "speaker": _speaker, "violation": _truth,
}  # fmt: skip
