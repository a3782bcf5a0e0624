"""Who did what to whom: each sentence and the parties that it names."""

import pytest

from mark.rules.events.seen import event_in, saying

SENTENCES = [
    ("Gunmen killed four farmers near Dera.", "killed", ["Gunmen"], ["four farmers"]),
    ("Four farmers were killed by gunmen.", "killed", ["gunmen"], ["Four farmers"]),
    ("Four farmers and a nurse were killed.", "killed", [], ["Four farmers", "a nurse"]),
    ("Boranian airstrikes hit the base.", "airstrikes", ["Boranian"], ["the base"]),
    ("The rebels' attack on the convoy failed.", "attack", ["The rebels"], ["the convoy"]),
    ("An attack by rebels on the convoy began at dawn.", "attack", ["rebels"], ["the convoy"]),
    ("Clashes between rebels and the army went on.", "Clashes", ["rebels"], ["the army"]),
    ("The army clashed with rebels.", "clashed", ["The army"], ["rebels"]),
    ("The army agreed to withdraw from Dera.", "withdraw", ["The army"], []),
    ("The general ordered the rebels to withdraw.", "withdraw", ["the rebels"], []),
    ("Rebels who seized the town on Monday executed 12 prisoners.", "executed", ["Rebels"], ["12 prisoners"]),
    ("Borania and Sordland bombed the depot.", "bombed", ["Borania", "Sordland"], ["the depot"]),
    ("After taking the hill, rebels executed 12 prisoners.", "executed", ["rebels"], ["12 prisoners"]),
    ("The army shelled the camp, killing 15 civilians.", "shelled", ["The army"], ["15 civilians"]),
    ("The army launched an offensive against the rebels.", "offensive", ["The army"], ["the rebels"]),
    ("Minister Ana Rey met with rebel leaders in Dera.", "met", ["Minister Ana Rey"], ["rebel leaders"]),
    ("Borania and Sordland signed a pact.", "signed", ["Borania"], ["Sordland"]),
    ("Shells fired by militants hit a hospital.", "fired", ["militants"], ["a hospital"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), SENTENCES)
def test_the_sentence_names_who_did_it_to_whom(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    event = event_in(text, trigger)
    assert (list(event.actors), list(event.recipients)) == (actors, recipients)


def test_the_source_of_a_claim_does_the_speech_act_of_its_cue() -> None:
    text = "The envoy, back from Dera, accused the army of shelling the camp."
    claim = saying(text, "The envoy", "accused", "the army of shelling the camp", "accuses")
    accused, shelling = event_in(text, "accused", claim), event_in(text, "shelling", claim)
    assert (accused.type, accused.claim, accused.actors, accused.recipients) == (
        "ACCUSE",
        None,
        ("The envoy",),
        ("the army",),
    )
    assert (shelling.claim, shelling.actors, shelling.recipients) == (0, ("the army",), ("the camp",))


def test_a_pronoun_in_a_claim_stands_for_its_source() -> None:
    text = "The defence ministry said that it had shelled the camp."
    claim = saying(text, "The defence ministry", "said", "it had shelled the camp", "asserts")
    assert event_in(text, "shelled", claim).actors == ("The defence ministry",)


def test_weapons_and_acts_are_no_actors() -> None:
    assert event_in("Two rockets struck the base.", "struck").actors == ()
