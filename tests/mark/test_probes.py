"""Sentences that must not be written down wrong, by the tagger that the product uses."""

import pytest

from mark.reading import acts, told

NOT_HAPPENED = [
    ("Borania denied striking the convoy.", "striking", "denied"),
    ("Borania may strike the convoy next week.", "strike", "hypothetical"),
    ("Borania did not strike the convoy.", "strike", "denied"),
    ("Borania threatened to strike the port of Marsa.", "strike", "threatened"),
    ("The president ordered his troops to withdraw from Marsa.", "withdraw", "planned"),
    ("If Borania strikes the port, the rebels will answer.", "strikes", "hypothetical"),
    ("The rebels failed to take the bridge.", "take", "denied"),
    ("Nobody has confirmed that Boran jets struck the school.", "struck", "hypothetical"),
    ('"We struck nobody," said the general.', "struck", "denied"),
    ("The army denied a report that it had denied striking the hospital.", "striking", "denied"),
    ("Russia denied attacking Poland.", "attacking", "denied"),
    ("Rebels in the hills denied on Wednesday that they had fired at the village.", "fired", "denied"),
    ("MARSA, 2 May - Neither Boran nor Tarnish jets struck the clinic, a source said.", "struck", "denied"),
    ("The source, who gave no name, denied reports that a raid had hit the clinic.", "raid", "denied"),
    ("Borania dismissed allegations that its artillery had shelled a school.", "shelled", "denied"),
    ("The two sides agreed on a ceasefire that is to begin on Friday.", "ceasefire", "planned"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), NOT_HAPPENED, ids=[text for text, _, _ in NOT_HAPPENED])
def test_what_did_not_happen_is_not_written_down_as_having_happened(text: str, trigger: str, status: str) -> None:
    assert [event.status for event in told(text) if event.trigger == trigger] == [status]


SAID = [
    ("The Boran ministry said that rebels had struck the convoy.", "The Boran ministry"),
    ("Borania had struck the hospital, the rebels claimed, a charge that the army rejected.", "the rebels"),
    ("The truce, which took effect on Saturday, was broken by shelling in the north, residents said.", "residents"),
    ("Rebels shelled the market – monitor", "monitor"),
    ("Army: rebels shelled the market and killed four people.", "Army"),
    ("The governor spoke in Marsa. The roads are open. He said that two shells had hit the school.", "He"),
    ("Two jets struck a bridge, according to the Northern Observatory.", "the Northern Observatory"),
]


@pytest.mark.parametrize(("text", "source"), SAID, ids=[text for text, _ in SAID])
def test_what_somebody_says_is_on_their_word(text: str, source: str) -> None:
    assert {event.source for event in acts(text)} == {source}


def test_a_claim_names_the_doer_and_whom_it_hit() -> None:
    (strike,) = acts("The Boran ministry said that rebels had struck the convoy.")
    assert (strike.actors, strike.recipients) == (("rebels",), ("the convoy",))


def test_an_attack_that_a_report_tells_itself_is_on_its_own_word() -> None:
    (strike,) = acts("Boran jets struck a school in Marsa on Monday, killing at least 15 people.")
    assert (strike.source, strike.status) == (None, "occurred")


def test_a_quotation_of_several_sentences_is_one_speakers() -> None:
    text = '"We struck the depot," said the general. "Our jets came home. Rebels killed two of our men."'
    assert {event.source for event in acts(text)} == {"the general"}


def test_no_fewer_than_is_no_denial() -> None:
    (strike,) = acts("No fewer than 39 people were killed when Boran jets struck the market.")
    assert strike.status == "occurred"


def test_who_denies_a_part_in_an_attack_does_not_deny_the_attack() -> None:
    (attack,) = acts("The brigade denied involvement in the attack that killed nine guards.")
    assert attack.status == "occurred"


def test_who_denies_what_is_said_of_a_known_attack_does_not_deny_the_attack() -> None:
    found = told("The minister rejected claims that yesterday's bombing was the work of a foreign state.")
    assert [event.status for event in found if event.trigger == "bombing"] == ["occurred"]


def test_only_a_force_or_its_site_can_stay() -> None:
    text = "Trade relations between Borania and Tarn remain fairly active."
    assert [event.trigger for event in told(text)] == []
    (stays,) = told("The Boranian troops at the port of Tarn remain there.")
    assert (stays.trigger, stays.actors) == ("remain", ("The Boranian troops",))


def test_what_a_report_calls_a_pretence_is_nobodys_claim() -> None:
    text = "The raid ends the pretense that Borania wanted to strike only terrorists in the north."
    assert [event.source for event in told(text) if event.trigger == "strike"] in ([], [None])


def test_a_dateline_is_no_part_of_a_doer() -> None:
    (strike,) = acts("HAMA - Armed groups fired mortar rounds at a village on Tuesday night.")
    assert strike.actors == ("Armed groups",)
