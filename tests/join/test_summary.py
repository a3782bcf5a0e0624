"""Acts that sum up many happenings or tell a lasting state, told from single ones: the sentences that say so."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.records.events import Event
from histor.records.incidents import Setting, Stretch
from histor.records.measures import Count, Span, When
from histor.records.text import Published, Report
from histor.steps.join.summary import Act, acts_of, findings_on, summed_up, summed_up_by
from histor.steps.join.weights import SUMMARY

NEWS = Stretch("2016-03-05", "2016-03-07", "published")
PUBLISHED = Published("2016-03-07", "2016-03-07", "day", "given")
BEGINNING = "A report of some length begins here. "


def act(sentence: str, words: str, *, days: Stretch | None = NEWS, at: int = 0, **slots: Any) -> Act:
    """Make the act that these words of a sentence tell, so many code points down a report."""
    text = "." * at + sentence
    start = text.index(words, at)
    event = Event(**{"id": "e-1", "claim": None, "type": "ASSAULT", "status": "occurred", "certainty": "author",
                     "trigger": Span(start, start + len(words)), **slots})  # fmt: skip
    return Act(event, text, Span(at, len(text)), days, is_first=at == 0)


def named(found: Act) -> set[str]:
    return {name for name, _, _ in findings_on(found)}


@pytest.mark.parametrize(
    ("sentence", "words", "slots"),
    [
        ("Government jets have bombed hospitals in Syria repeatedly since the war began.", "bombed", {}),
        ("Near-daily air strikes have killed 3,000 people over the past year.", "strikes", {}),
        ("The army has besieged the eastern districts for months.", "besieged", {}),
        ("Operations against the Islamic State continue.", "Operations", {"status": "ongoing"}),
        ("The truce has been violated several times since February.", "violated", {}),
    ],
)
def test_words_that_sum_up_many_happenings_are_a_summary(sentence, words, slots):
    assert summed_up_by(act(sentence, words, at=2000, **slots))


@pytest.mark.parametrize(
    ("sentence", "words", "slots"),
    [
        ("An air strike killed a dozen traders at a market in Azaz on Monday.", "strike", {}),
        ("A car bomb exploded near the gate on Saturday and wounded nine.", "exploded", {}),
        ("Raids overnight on three districts of the city killed 40 people.", "Raids", {}),
        ("The two sides agreed to a truce.", "agreed", {"type": "AGREE"}),
        ("Rebels shelled the road on Thursday.", "shelled", {"status": "planned"}),
    ],
)
def test_words_that_tell_one_happening_are_none(sentence, words, slots):
    assert summed_up_by(act(sentence, words, **slots)) == ()


def test_what_is_denied_or_planned_is_no_summary_of_what_happened():
    words = "Government jets have bombed hospitals in Syria repeatedly since the war began."
    assert summed_up_by(act(words, "bombed", at=2000))
    for status in ("denied", "planned", "threatened", "hypothetical"):
        assert summed_up_by(act(words, "bombed", at=2000, status=status)) == ()


def test_the_words_that_say_so_are_told_the_weightiest_first():
    told = summed_up_by(act("Jets have often bombed hospitals since the war began.", "bombed", at=2000))
    assert told[0] == "“have often bombed”"
    assert len(told) == 3


def test_a_day_of_its_own_speaks_against_many():
    strikes = act("Air strikes hit the town.", "strikes")
    dated = act("Air strikes hit the town on Monday.", "strikes", when=When(None, "2016-03-07", "2016-03-07", "day"))
    assert named(strikes) >= {"several-undated", "several-uncounted"}
    assert named(dated) >= {"days-one"}
    assert "several-undated" not in named(dated)


def test_days_and_people_beyond_one_happening_speak_for_many():
    month = act("Strikes killed 900 people.", "Strikes", when=When(None, "2016-02-01", "2016-02-29", "month"),
                quantities=(Count("killed", Span(15, 18), 900, 900),))  # fmt: skip
    assert named(month) >= {"days-many", "count-great", "count-killed"}


@given(
    st.sampled_from(sorted({"ASSAULT", "AGREE", "AID", "RETREAT"})),
    st.sampled_from([None, "ceasefire", "explosives", "aerial"]),
    st.sampled_from(["killed", "wounded", "strikes", "troops"]),
    st.sampled_from([None, "2016-03-01", "2016-01-01"]),
)
def test_whatever_is_found_has_a_weight(kind, mode, what, start):
    when = When(None, start, "2016-03-07", "day") if start else None
    slots = {"type": kind, "mode": mode, "when": when, "quantities": (Count(what, Span(0, 1), 2, 2),)}
    found = act("Rebels have often shelled the road since the war began.", "shelled", **slots)
    assert named(found) <= SUMMARY.keys()


@given(st.permutations(range(3)))
def test_the_order_of_events_changes_nothing(order):
    text = BEGINNING + "Jets have often bombed hospitals since the war began. Rebels left. A blast hit Azaz on Monday."
    report = Report(
        "r-1", "one.txt", "0" * 64, text, (), published=Published("2016-03-07", "2016-03-07", "day", "given")
    )
    made = [_event(number, text, words) for number, words in enumerate(("bombed", "left", "blast"))]
    settings = [Setting(each.id, None, (), (), NEWS, _sentence(text, each)) for each in made]
    told = {each.event: each.summary for each in summed_up(settings, made, report)}
    mixed = summed_up([settings[n] for n in order], [made[n] for n in order], report)
    assert {each.event: each.summary for each in mixed} == told
    assert told["e-0"]
    assert not told["e-2"]
    assert [each.is_first for each in acts_of(settings, made, report)] == [True, False, False]


def test_a_row_of_an_event_table_is_never_one():
    text = "Jets have often bombed hospitals since the war began."
    report = Report("r-1", "dataset:airwars:CS1", "0" * 64, text, (), PUBLISHED)
    event = _event(0, text, "bombed")
    setting = Setting(event.id, None, (), (), NEWS, Span(0, len(text)))
    assert list(summed_up([setting], [event], report)) == [setting]
    assert next(summed_up([setting], [event], replace(report, key="one.txt"))).summary


def _event(number: int, text: str, words: str) -> Event:
    start = text.index(words)
    return Event(f"e-{number}", None, Span(start, start + len(words)), "ASSAULT", "occurred", "author")


def _sentence(text: str, event: Event) -> Span:
    start = text.rfind(". ", 0, event.trigger.start) + 2
    return Span(start, text.index(".", start) + 1)
