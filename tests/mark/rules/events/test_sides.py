"""The truce of one sentence and the sides that the next one puts it between."""

from histor.records.text import quote
from histor.steps.mark.rules.claims import tag_claims
from histor.steps.mark.rules.events import tag_events
from mark.rules.claims.reading import report_of


def sides(text: str) -> list[tuple[str, str]]:
    report = report_of(text)
    events = tag_events(report, tag_claims(report))
    return [
        (" + ".join(quote(text, party) for party in event.actors), " + ".join(quote(text, p) for p in event.recipients))
        for event in events
        if event.mode == "ceasefire"
    ]


def test_the_deal_names_its_sides_a_sentence_later() -> None:
    text = (
        "The truce took effect on Saturday. The deal aims to end a war between the Boran army and the northern rebels."
    )
    assert sides(text) == [("the Boran army", "the northern rebels")]


def test_another_subject_names_no_sides() -> None:
    text = "The truce took effect on Saturday. Clashes between the Boran army and the northern rebels went on."
    assert sides(text) == [("", "")]
