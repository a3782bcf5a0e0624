"""The picture of a ledger in, its JSON out."""

from collections import Counter

from histor.records.answer_form import form_of_claim_row, form_of_event_row
from histor.records.form import Form
from histor.run.demo import Picture


def form_of_picture(picture: Picture) -> Form:
    """Give the JSON object of a picture: numbers, the claims on the ceasefire, the disagreements, the days."""
    return {
        "reports": len(picture.reports),
        "outlets": dict(Counter(row.source.outlet for row in picture.reports if row.source.outlet)),
        "formats": dict(picture.formats),
        "claims": dict(Counter(row.claim.stance for row in picture.claims)),
        "events": dict(Counter(row.event.status for row in picture.events)),
        "ceasefire": [form_of_claim_row(row) for row in picture.ceasefire],
        "disagreements": [
            {"about": each.about, "events": [form_of_event_row(each.one), form_of_event_row(each.other)]}
            for each in picture.disagreements
        ],
        "days": [{"day": day, "happened": happened, "other": other} for day, happened, other in picture.days],
    }
