"""Only a force or its site stays somewhere; who remains loyal, and what remains active, tells of no posture."""

import pytest

from histor.records.text import quote
from histor.steps.mark.rules.claims import tag_claims
from histor.steps.mark.rules.events import tag_events
from mark.rules.claims.reading import report_of


def staying(text: str) -> list[str]:
    report = report_of(text)
    events = tag_events(report, tag_claims(report))
    return [quote(text, (event.trigger,)) for event in events if event.posture in {"remain", "base"}]


@pytest.mark.parametrize(
    "text",
    [
        "The Boranian troops at the port of Tarn remain there.",
        "The base will remain in Marat.",
        "The garrison at Marsa will stay until the spring, and its soldiers stay with it.",
        "Borania will maintain a naval facility in Marsa.",
        "The base at Marsa remains fully operational, and its troops remain.",
    ],
)
def test_a_force_or_its_site_stays(text: str) -> None:
    assert staying(text)


@pytest.mark.parametrize(
    "text",
    [
        "Trade relations between Borania and Tarn remain fairly active, as troops know.",
        "The general told the forces on parade that their personnel will remain loyal to the flag.",
        "Borania and Tarn maintain contact about the troops.",
        "The troops remain a threat to Marsa.",
        "Relations with the army remain good, and the troops of Tarn remain proud of them.",
    ],
)
def test_how_something_is_is_no_posture(text: str) -> None:
    assert staying(text) == []
