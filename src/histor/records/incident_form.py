"""Incidents and contradictions in, their JSON out: every value with who says it, every event with its sentence."""

from collections.abc import Iterable
from dataclasses import asdict

from histor.records.answer_form import form_of_event_row
from histor.records.decision_form import form_of_mark
from histor.records.form import Form
from histor.records.incidents import Beside, Bond, Contradiction, Incident, Telling


def form_of_dossier(incident: Incident, beside: Iterable[Beside]) -> Form:
    """Give the JSON object of an incident with those that may be the same happening."""
    others = [
        {"id": each.incident.id, "grade": each.incident.grade, "bond": form_of_bond(each.bond)} for each in beside
    ]
    return {**form_of_incident(incident), "beside": others}


def form_of_incident(incident: Incident) -> Form:
    """Give the JSON object of an incident."""
    first = incident.tellings[0].row
    return {
        "id": incident.id,
        "grade": incident.grade,
        "why": incident.why,
        "summary": incident.is_summary,
        "contested": list(incident.contested),
        "first_told": {
            "by": first.source.outlet,
            "on": first.source.published.start,
            "report": first.source.report_id,
            "event": first.event.id,
        },
        "origins": [asdict(origin) for origin in incident.origins],
        "values": [asdict(value) for value in incident.values],
        "tolls": [asdict(toll) for toll in incident.tolls],
        "contradictions": [_contradiction(each) for each in incident.contradictions],
        "decided": [form_of_mark(each) for each in incident.decided],
        "bonds": [form_of_bond(bond) for bond in incident.bonds],
        "events": [form_of_telling(telling) for telling in incident.tellings],
    }


def form_of_telling(telling: Telling) -> Form:
    """Give the JSON object of an event with its words, report, and where and when it may have been."""
    days = telling.setting.days
    return {
        **form_of_event_row(telling.row),
        "spots": [asdict(spot) for spot in telling.setting.spots],
        "days": asdict(days) if days else None,
        "summary": list(telling.setting.summary),
        "copy_of": telling.copy_of or None,
    }


def form_of_bond(bond: Bond) -> Form:
    """Give the JSON object of a bond with its reasons."""
    return {**asdict(bond), "reasons": [each._asdict() for each in bond.reasons]}


def form_of_contradiction(found: Contradiction, one: Telling, other: Telling) -> Form:
    """Give the JSON object of a contradiction with both texts."""
    return {**_contradiction(found), "one": form_of_telling(one), "other": form_of_telling(other)}


def _contradiction(found: Contradiction) -> Form:
    told = {**asdict(found), "decided": form_of_mark(found.decided) if found.decided else None}
    return {"id": found.id, **told}
