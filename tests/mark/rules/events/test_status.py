"""Saying is not happening: each sentence and the status that its words give to the act."""

from dataclasses import replace

import pytest

from histor.records.claims import Stance
from histor.steps.mark.rules.events import tag_events
from mark.rules.events.seen import event_in, events_in, report_of, saying

OWN_WORDS = [
    ("The army shelled the town of Marat.", "shelled", "occurred"),
    ("The army is shelling the town of Marat.", "shelling", "ongoing"),
    ("The army continues to shell the town of Marat.", "shell", "ongoing"),
    ("The army kept shelling the town of Marat.", "shelling", "ongoing"),
    ("The army will shell the town of Marat.", "shell", "planned"),
    ("The army may shell the town of Marat.", "shell", "hypothetical"),
    ("The army may have shelled the town of Marat.", "shelled", "hypothetical"),
    ("The fleet will leave port and attack the town.", "attack", "planned"),
    ("The unit was tasked with evacuating the wounded.", "evacuating", "planned"),
    ("The army would attack the town of Marat.", "attack", "hypothetical"),
    ("The army did not shell the town of Marat.", "shell", "denied"),
    ("The army never attacked the town of Marat.", "attacked", "denied"),
    ("The army failed to capture the hill.", "capture", "denied"),
    ("The army has yet to withdraw its tanks.", "withdraw", "denied"),
    ("The army managed to capture the hill.", "capture", "occurred"),
    ("The army tried to capture the hill.", "capture", "hypothetical"),
    ("The rebels agreed to withdraw from the hill.", "withdraw", "planned"),
    ("The rebels are to withdraw from the hill.", "withdraw", "planned"),
    ("The rebels refused to withdraw from the hill.", "withdraw", "denied"),
    ("The rebels are considering attacking the port.", "attacking", "hypothetical"),
    ("The general ordered his troops to withdraw from the hill.", "withdraw", "planned"),
    ("The general threatened to attack the port.", "attack", "threatened"),
    ("If the fleet sails, rebels attack the port.", "attack", "hypothetical"),
    ("The rebels are believed to have attacked the port.", "attacked", "occurred"),
    ("There were no airstrikes on Monday.", "airstrikes", "denied"),
    ("The envoy called for a ceasefire in Marat.", "ceasefire", "hypothetical"),
    ("The planned withdrawal worries the villagers.", "withdrawal", "planned"),
    ("The proposed truce pleased the villagers.", "truce", "hypothetical"),
    ("Fears of an attack emptied the port.", "attack", "hypothetical"),
    ("The threat of airstrikes emptied the port.", "airstrikes", "threatened"),
    ("Guards foiled an attack on the port.", "attack", "denied"),
    ("Families left ahead of the offensive.", "offensive", "planned"),
    ("Talks between the two sides will begin on Friday.", "Talks", "planned"),
    ("Talks between the two sides continue.", "Talks", "ongoing"),
    ("Russia to start pulling out its troops.", "pulling", "planned"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "status"), OWN_WORDS)
def test_the_words_around_an_act_say_whether_it_happened(text: str, trigger: str, status: str) -> None:
    assert event_in(text, trigger).status == status


STANCES: list[tuple[str, str, str, str, Stance, str, str]] = [
    ("Borania denied striking the convoy.", "Borania", "denied", "striking the convoy", "denies", "striking", "denied"),
    ("Putin has ordered the pullout of the troops.", "Putin", "ordered", "the pullout of the troops", "orders",
     "pullout", "planned"),
    ("The envoy demanded a withdrawal.", "The envoy", "demanded", "a withdrawal", "demands",
     "withdrawal", "hypothetical"),
    ("The general threatened airstrikes on the port.", "The general", "threatened", "airstrikes on the port",
     "threatens", "airstrikes", "threatened"),
    ("Both sides agreed to a truce.", "Both sides", "agreed", "a truce", "plans", "truce", "planned"),
    ("The monitor said that jets struck the port.", "The monitor", "said", "jets struck the port", "asserts",
     "struck", "occurred"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "stance", "trigger", "status"), STANCES)
def test_the_stance_of_a_claim_says_whether_its_act_happened(
    text: str, source: str, cue: str, content: str, stance: Stance, trigger: str, status: str
) -> None:
    event = event_in(text, trigger, saying(text, source, cue, content, stance))
    assert (event.status, event.claim) == (status, 0)


def test_a_denied_denial_is_no_assertion() -> None:
    text = "The ministry rejected reports that it had not struck the port."
    claim = saying(text, "The ministry", "rejected", "reports that it had not struck the port", "denies")
    assert event_in(text, "struck", claim).status == "hypothetical"


def test_a_doubt_of_the_voice_itself_is_noted() -> None:
    assert event_in("The army may have shelled the town.", "shelled").tag.possible
    assert not event_in("The army shelled the town.", "shelled").tag.possible


def test_a_headline_is_no_event() -> None:
    text = "Jets bomb Marat\nThe mayor slept."
    report = report_of(text)
    titled = replace(report, blocks=(replace(report.blocks[0], kind="title"), *report.blocks[1:]))
    assert tag_events(titled, ()) == ()


def test_an_act_of_the_past_stays_past_inside_a_promise() -> None:
    text = "The minister vowed to punish those who attacked the port."
    claim = saying(text, "The minister", "vowed", "to punish those who attacked the port", "plans")
    assert event_in(text, "attacked", claim).status == "occurred"


@pytest.mark.parametrize(
    "text",
    [
        "The president announced a withdrawal of his troops.",
        "Moscow plans a withdrawal from the base.",
        "The withdrawal from the base is expected to begin on Tuesday.",
        "Moscow will withdraw its planes from the base.",
        "Moscow said it would withdraw its planes from the base.",
        "Moscow is to withdraw its planes from the base.",
        "Preparations for the withdrawal of the planes began.",
        "The deadline for the withdrawal is Tuesday.",
        "The parliament voted for a withdrawal to start next week.",
        "The withdrawal has been ordered.",
        "If the withdrawal goes ahead, the base will close.",
        "The army has not begun its withdrawal.",
    ],
)
def test_a_planned_withdrawal_is_never_written_as_one_that_occurred(text: str) -> None:
    assert [event.status for event in events_in(text) if event.mode == "withdraw" and event.status == "occurred"] == []
