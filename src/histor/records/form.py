"""Records in, the JSON of the contract out: the same names everywhere, spans as `[start, end]`."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from histor.records.claims import Claim, chain
from histor.records.events import Event
from histor.records.made import Problem
from histor.records.record import Record
from histor.records.text import Report

Form = dict[str, Any]

_REPORT_ORDER = """id key sha256 url title outlet authors published fetched language text blocks""".split()
_CLAIM_ORDER = """id parent source cue content stance manner speaker chain said score""".split()
_EVENT_ORDER = """id claim trigger type mode contexts actors recipients place when status certainty violation target
    posture stage quantities score""".split()


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
    whole: Form = _plain(report)
    return {name: whole[name] for name in _REPORT_ORDER}


def form_of_claim(claim: Claim, claims: Mapping[str, Claim], outlet: str | None) -> Form:
    """Give the JSON object of a claim, with its chain worked out from the claims around it."""
    whole: Form = _plain(claim)
    if whole["speaker"] is not None:
        whole["speaker"]["for"] = whole["speaker"].pop("represents")
    whole["chain"] = list(chain(claim, claims, outlet))
    return {name: whole[name] for name in _CLAIM_ORDER}


def form_of_event(event: Event) -> Form:
    """Give the JSON object of an event."""
    whole: Form = _plain(event)
    return {name: whole[name] for name in _EVENT_ORDER}


def form_of_problem(problem: Problem) -> Form:
    """Give the JSON object of a problem."""
    form: Form = _plain(problem)
    return form


def _plain(value: Any) -> Any:
    """Turn frozen dataclasses and tuples into dicts and lists, all the way down."""
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
