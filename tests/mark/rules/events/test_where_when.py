"""Where, when and how many: each sentence and the words for it."""

import pytest

from mark.rules.events.seen import event_in, events_in

PLACES = [
    ("Rebels attacked a convoy in Marat, Dera Governorate.", "attacked", "Marat"),
    ("Rebels attacked a convoy in the city of Marat.", "attacked", "Marat"),
    ("Rebels attacked a convoy near the eastern town of Marat.", "attacked", "Marat"),
    ("In Marat, rebels attacked a convoy.", "attacked", "Marat"),
    ("The army withdrew from Banas and Deran.", "withdrew", "Banas and Deran"),
    ("The army captured Marat.", "captured", "Marat"),
    ("An airstrike hit Bagra Airfield.", "airstrike", "Bagra Airfield"),
    ("Rebels attacked a convoy with the help of Hamas.", "attacked", None),
    ("The envoy condemned the attack in Marat.", "condemned", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES)
def test_the_place_is_the_most_specific_name(text: str, trigger: str, place: str | None) -> None:
    assert event_in(text, trigger).place == place


def test_the_time_nearest_to_the_act_is_its_time() -> None:
    text = "Rebels attacked a convoy on Monday and released two guards on Tuesday."
    assert [(event.trigger, event.when) for event in events_in(text)] == [
        ("attacked", "Monday"),
        ("released", "Tuesday"),
    ]


COUNTS = [
    ("Shelling killed 15 people and injured dozens.", "Shelling", (("killed", "15"), ("injured", "dozens"))),
    ("Shelling left two men dead.", "Shelling", (("killed", "two"),)),
    ("Up to 20 soldiers died in the attack.", "attack", (("killed", "Up to 20"),)),
    ("Shelling killed 15 people, including six children.", "Shelling", (("killed", "15"),)),
    ("Police arrested 40 protesters.", "arrested", (("captured", "40"),)),
    ("Borania deployed 300 troops.", "deployed", (("troops", "300"),)),
    ("Rebels released 12 prisoners.", "released", (("prisoners", "12"),)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "counts"), COUNTS)
def test_a_number_hangs_on_the_act_that_it_counts(text: str, trigger: str, counts: tuple[tuple[str, str], ...]) -> None:
    renamed = tuple(("wounded" if what == "injured" else what, words) for what, words in counts)
    assert event_in(text, trigger).counts == renamed


def test_a_size_that_is_not_told_hangs_on_the_act_before() -> None:
    text = (
        "The president ordered the withdrawal of the fleet. He did not say how many ships and men should be withdrawn."
    )
    events = [event for event in events_in(text) if event.mode == "withdraw"]
    assert [(event.trigger, event.counts) for event in events] == [
        ("withdrawal", (("vessels", "how many ships and men"),))
    ]


OWN_FIELDS = [
    ("A rocket hit a hospital in Marat.", "hit", "target", "hospital"),
    ("Jets bombed a market in Marat.", "bombed", "target", "market"),
    ("Borania deployed 300 troops.", "deployed", "posture", "deploy"),
    ("Borania will withdraw all its troops.", "withdraw", "posture", "withdraw-all"),
    ("Borania withdrew half of its troops.", "withdrew", "posture", "withdraw-part"),
    ("The base will remain in Marat.", "remain", "posture", "remain"),
    ("A ceasefire took effect in Marat.", "ceasefire", "stage", "in-effect"),
    ("The envoy called for a ceasefire.", "ceasefire", "stage", "called-for"),
    ("The two sides held talks in Marat.", "talks", "stage", "held"),
    ("The talks will begin on Friday.", "talks", "stage", "scheduled"),
    ("The two sides signed an agreement.", "signed", "stage", "signed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "field", "value"), OWN_FIELDS)
def test_the_fields_of_our_own_are_read_from_the_words(text: str, trigger: str, field: str, value: str) -> None:
    assert getattr(event_in(text, trigger).tag, field) == value
