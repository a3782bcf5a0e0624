"""One claim for the same words, one event for the same act."""

from histor.records.measures import Span
from histor.steps.mark.tags import ClaimTag, EventTag, Tags
from histor.steps.mark.unique import without_twins

OUTER = ClaimTag((Span(0, 3),), (Span(4, 8),), (Span(9, 40),), "asserts")
INNER = ClaimTag((Span(9, 12),), (Span(13, 17),), (Span(18, 40),), "asserts", parent=0)
STRIKE = EventTag(Span(20, 26), "ASSAULT", None, "occurred", claim=2)


def test_a_claim_marked_twice_is_one_and_its_events_follow() -> None:
    tags = without_twins(Tags((OUTER, INNER, INNER), (STRIKE, STRIKE)))
    assert tags.claims == (OUTER, INNER)
    assert [event.claim for event in tags.events] == [1]


def test_a_twin_is_not_its_own_parent() -> None:
    twin = ClaimTag(OUTER.source, OUTER.cue, OUTER.content, "asserts", parent=1)
    assert without_twins(Tags((twin, OUTER))).claims[0].parent is None


def test_what_differs_stays() -> None:
    other = EventTag(Span(20, 26), "COERCE", "seize", "occurred", claim=1)
    tags = Tags((OUTER, INNER), (EventTag(Span(20, 26), "ASSAULT", None, "occurred", claim=1), other))
    assert without_twins(tags) == tags
