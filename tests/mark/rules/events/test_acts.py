"""One act, one event: which words name an act, and which are only said about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.steps.mark.rules.events import tag_events
from mark.rules.events.seen import event_in, events_in, report_of, saying

TYPES = [
    ("Jets bombed the depot.", [("bombed", "ASSAULT", "aerial")]),
    ("Militants fired rockets at the port.", [("fired", "ASSAULT", "heavy-weapons")]),
    ("Police fired tear gas at the crowd.", [("fired", "ASSAULT", "crowd-control")]),
    ("A drone strike killed two guards.", [("strike", "ASSAULT", "drone")]),
    ("A suicide bombing killed two guards.", [("bombing", "ASSAULT", "suicide-attack")]),
    ("Rebels took control of the airport.", [("took", "COERCE", "seize")]),
    ("Rebels took two nurses hostage.", [("took", "ASSAULT", "abduct")]),
    ("The army pulled out of the valley.", [("pulled", "RETREAT", "withdraw")]),
    ("Soldiers shot down a plane.", [("shot", "ASSAULT", None)]),
    ("The army cracked down on protests.", [("cracked", "COERCE", "restrict"), ("protests", "PROTEST", "demo")]),
    ("Borania deployed 300 troops to the border.", [("deployed", "MOBILIZE", "troops")]),
    ("Airstrikes and shelling hit the camp.",
     [("Airstrikes", "ASSAULT", "aerial"), ("shelling", "ASSAULT", "heavy-weapons")]),
    ("Rebels captured the fort and executed 12 prisoners.",
     [("captured", "COERCE", "seize"), ("executed", "ASSAULT", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), TYPES)
def test_a_verb_or_noun_names_its_act(text: str, acts: list[tuple[str, str, str | None]]) -> None:
    assert [(event.trigger, event.type, event.mode) for event in events_in(text)] == acts


@pytest.mark.parametrize(
    "text",
    [
        "The city, held by rebels since 2012, has a large market.",
        "The attack helicopters stood in their hangar.",
        "Three men died when their boat capsized.",
        "The peace process group met nobody's hopes.",
        "Workers reached the deal table early.",
    ],
)
def test_topic_words_accidents_and_states_are_no_acts(text: str) -> None:
    assert [event for event in events_in(text) if event.type in {"ASSAULT", "COERCE", "RETREAT", "AGREE"}] == []


def test_the_dead_of_a_strike_are_no_second_event() -> None:
    events = events_in("An airstrike on the camp killed 15 people and wounded at least 30.")
    assert [(event.trigger, event.counts) for event in events] == [
        ("airstrike", (("killed", "15"), ("wounded", "at least 30")))
    ]


def test_the_toll_in_the_next_sentence_belongs_to_the_act_before() -> None:
    events = events_in("Rebels attacked the fort. At least 35 people were killed.")
    assert [(event.trigger, event.counts) for event in events] == [("attacked", (("killed", "At least 35"),))]


def test_a_second_mention_is_no_second_event() -> None:
    assert [event.trigger for event in events_in("Rebels attacked a fort. The attack came at dawn.")] == ["attacked"]


def test_an_act_belongs_to_the_innermost_claim() -> None:
    text = "The agency said residents reported that jets had struck the port."
    outer = saying(text, "The agency", "said", "residents reported that jets had struck the port", "asserts")
    inner = saying(text, "residents", "reported", "jets had struck the port", "asserts", parent=0)
    assert event_in(text, "struck", outer, inner).claim == 1


def test_a_breach_is_one_only_where_the_text_calls_it_so() -> None:
    broken = "The truce was broken by shelling near Dera."
    assert event_in(broken, "shelling").tag.violation
    assert not event_in("Despite the truce, shelling went on near Dera.", "shelling").tag.violation


def test_ending_the_fighting_is_no_fighting() -> None:
    assert [event.type for event in events_in("The two armies halted the fighting.")] == ["RETREAT"]


@given(
    st.text(
        alphabet="abc ABC.,'’\"()-0123456789\nthe of by said killed attack will not to and who troops ", max_size=300
    )
)
def test_every_slot_points_into_the_text_and_twice_is_the_same(text: str) -> None:
    report = report_of(text)
    events = tag_events(report, ())
    assert events == tag_events(report, ())
    for event in events:
        spans = [event.trigger, *(span for actor in event.actors + event.recipients for span in actor)]
        spans += [span for span in (event.place, event.when) if span] + [count.span for count in event.counts]
        assert all(0 <= start < end <= len(text) for start, end in spans)


WORDS = st.sampled_from(
    """rebels the army killed 15 people who attacked said to withdraw from Dera and , . in airstrikes on Monday by will
    not if ceasefire between was its forces clashes ordered ( ) " talks with at least dozens injured 's""".split()
)


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_no_order_of_words_breaks_the_rules(text: str) -> None:
    assert all(event.trigger.end <= len(text) for event in tag_events(report_of(text), ()))
