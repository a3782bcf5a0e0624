"""Forces at two sites are two postures."""

from histor.records.text import quote
from histor.steps.mark.rules.claims import tag_claims
from histor.steps.mark.rules.events import tag_events
from mark.rules.claims.reading import report_of


def test_two_bases_that_stay_are_two_events_each_at_its_place() -> None:
    text = (
        "The general said that the airbase in Dera and a naval facility in the port of Marsa will continue to operate."
    )
    report = report_of(text)
    events = tag_events(report, tag_claims(report))
    stay = [
        (quote(text, event.actors[0]), event.place and text[slice(*event.place)])
        for event in events
        if event.posture == "remain"
    ]
    assert stay == [("the airbase in Dera", "Dera"), ("a naval facility", "Marsa")]
