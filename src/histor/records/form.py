"""Records in, the JSON of the contract out: the same names everywhere, spans as `[start, end]`."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from histor.records.claims import Claim, chain
from histor.records.events import Event
from histor.records.made import Problem
from histor.records.measures import When
from histor.records.record import Record
from histor.records.text import Report

Form = dict[str, Any]


def form_of_record(record: Record) -> Form:
    """Give the JSON object of one report's record, keys in the order of the contract."""
    claims = {claim.id: claim for claim in record.claims}
    return {
        "report": form_of_report(record.report),
        "mentions": [_plain(mention) for mention in record.mentions],
        "claims": [form_of_claim(claim, claims, record.report.outlet) for claim in record.claims],
        "events": [form_of_event(event) for event in record.events],
        "problems": [form_of_problem(problem) for problem in record.problems],
        "made_by": [str(step) for step in record.made_by],
    }


def form_of_report(report: Report) -> Form:
    """Give the JSON object of a report, its text and blocks included."""
    order = (
        "id",
        "key",
        "sha256",
        "url",
        "title",
        "outlet",
        "authors",
        "published",
        "fetched",
        "language",
        "text",
        "blocks",
    )
    whole: Form = _plain(report)
    return {name: whole[name] for name in order}


def form_of_claim(claim: Claim, claims: Mapping[str, Claim], outlet: str | None) -> Form:
    """Give the JSON object of a claim, with its chain worked out from the claims around it."""
    form: Form = _plain(claim)
    block_outlet = form.pop("outlet")
    speaker = form["speaker"]
    if speaker is not None:
        speaker["for"] = speaker.pop("represents")
    order = ("id", "parent", "source", "cue", "content", "stance", "manner", "speaker")
    head = {name: form[name] for name in order}
    said = form["said"] and _without(form["said"], "approximate")
    return {
        **head,
        "chain": list(chain(claim, claims, outlet)),
        "outlet": block_outlet,
        "said": said,
        "score": claim.score,
    }


def form_of_event(event: Event) -> Form:
    """Give the JSON object of an event."""
    order = [field.name for field in fields(Event)]
    order.insert(order.index("type") + 1, order.pop(order.index("mode")))
    order.insert(order.index("violation"), order.pop(order.index("status")))
    order.insert(order.index("violation"), order.pop(order.index("certainty")))
    whole: Form = _plain(event)
    return {name: whole[name] for name in order}


def form_of_problem(problem: Problem) -> Form:
    """Give the JSON object of a problem."""
    form: Form = _plain(problem)
    return form


def form_of_when(when: When) -> Form:
    """Give the JSON object of some days."""
    form: Form = _plain(when)
    return form


def _without(form: Form, name: str) -> Form:
    return {key: value for key, value in form.items() if key != name}


def _plain(value: Any) -> Any:
    """Turn frozen dataclasses and tuples into dicts and lists, all the way down."""
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
