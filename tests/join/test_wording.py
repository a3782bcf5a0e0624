"""What words say for and against two events being one happening: names, titles, sides, victims, a generality."""

import pytest

from histor.steps.join.bonding import weigh
from histor.steps.join.reasons import findings
from histor.steps.join.sides import side_of, sort_of
from histor.steps.join.weights import WEIGHTS
from join.told import MINISTRY, Voice, doer, killed, telling

MILL = "Jets bombed the Rimmon mill in Tell Sukkar, said Harun Lutfi, who runs it."
MILL_TOO = "At Tell Sukkar the roof of the Rimmon mill fell in when planes struck, neighbours of Lutfi told us."


def told(one, other):
    return {name: (amount, words) for name, amount, words in findings(one, other)}


def test_names_that_both_sentences_hold_speak_for_one_happening_and_are_named():
    found = told(telling("e-1", sentence=MILL), telling("e-2", sentence=MILL_TOO))
    assert found["shared-names"] == (1.0, "both name Rimmon, Lutfi")


def test_names_that_a_whole_war_shares_tell_nothing():
    one = telling("e-1", sentence="On Monday the Syrian Observatory for Human Rights counted a raid.")
    other = telling("e-2", sentence="Later the Syrian Observatory for Human Rights spoke of shells.")
    assert "shared-names" not in told(one, other)


def test_titles_count_for_events_that_they_tell_and_only_between_two_reports():
    title = "Raid on diesel market leaves traders dead"
    one = telling("e-1", title=title)
    other = telling(
        "e-2", title="Traders dead after raid on market", sentence="A raid on the market left traders dead."
    )
    aside = telling("e-3", title=title, sentence="Elsewhere a bridge burned.")
    assert told(one, other)["same-headline"][0] > 0.2
    assert "same-headline" not in told(one, aside)
    assert "shared-titles" not in told(one, telling("e-4", title=title, report="r-e-1", sentence=MILL))


@pytest.mark.parametrize(
    "sentence",
    [
        "The province is regularly hit from the air.",
        "The war has driven out 300,000 people.",
        "Moscow has been carrying out raids on Tell Sukkar.",
        "The uprising began in March 2011 and was met with shells.",
    ],
)
def test_a_sentence_on_a_whole_war_speaks_against_one_happening(sentence):
    one = telling("e-1")
    assert "background" in told(one, telling("e-2", sentence=sentence))


def test_sides_and_victims_that_words_name_count_where_the_register_knows_nobody():
    def shelled(identity, by, whom):
        return telling(identity, actors=(doer(by, None),), recipients=(doer(whom, None),))

    rebels, terrorists = shelled("e-1", "rebels", "eight children"), shelled("e-2", "a terrorist group", "two nurses")
    army = shelled("e-3", "regime jets", "four fighters")
    assert told(rebels, terrorists)["same-side"][1] == "both by armed groups"
    assert told(rebels, army)["other-side"][1] == "one by armed groups, the other by a government"
    assert told(rebels, army)["other-victims"][1] == "one names civilians, the other people in arms"
    assert weigh(rebels, army).score < weigh(rebels, terrorists).score


def test_names_of_both_sides_tell_none():
    assert side_of((doer("troops", None), doer("rebels", None))) is None
    assert sort_of((doer("12 civilians and a soldier", None),)) is None


def test_the_greater_a_number_is_the_more_it_tells():
    def same(number):
        one, other = (
            telling(each, on=None, sentence=f"Raid {each}.", quantities=(killed(number, number),))
            for each in ("e-1", "e-2")
        )
        return weigh(one, other).score

    assert same(1) < same(7) < same(44)


def test_a_way_that_the_sentences_tell_weighs_more_than_one_told_around_them():
    assert "other-way" in told(telling("e-1"), telling("e-2", sentence="Mortar shells fell on a school."))
    bare = telling("e-3", sentence="It left a school in ruins.", title="Shells on Tell Sukkar")
    assert "other-way-around" in told(telling("e-1"), bare)
    assert {"other-way", "other-way-around"} <= WEIGHTS.keys()


def test_numbers_that_two_sentences_share_speak_for_one_happening_and_years_and_small_ones_do_not():
    one = telling("e-1", sentence="Three shells and 17 rockets hit Tell Sukkar in 2016, and 2 did not go off.")
    other = telling("e-2", sentence="In 2016 Tell Sukkar was hit by 17 rockets; 2 men died.")
    found = {name: words for name, _, words in findings(one, other)}
    assert found["shared-numbers"] == "both give the number 17"
    assert "shared-numbers" not in {name for name, _, _ in findings(one, telling("e-3", sentence="In 2016, 2 died."))}


def test_one_voice_that_tells_both_in_two_reports_tells_of_two_happenings_rather():
    one, other = telling("e-1"), telling("e-2")
    assert "Front Monitor tells both, in two reports" in [words for _, _, words in findings(one, other)]
    assert "same-voice" not in told(one, telling("e-2", by=MINISTRY))
    assert "same-voice" not in told(one, telling("e-2", report="r-e-1"))
    assert "same-voice" not in told(
        telling("e-1", by=Voice(None, None, "unnamed")), telling("e-2", by=Voice(None, None, "unnamed"))
    )


def test_reports_that_appeared_days_apart_tell_of_one_happening_less_often():
    found = {name: amount for name, amount, _ in findings(telling("e-1"), telling("e-2", published="2016-03-10"))}
    assert found["printed-apart"] == 2 / 3
    assert "printed-apart" not in told(telling("e-1"), telling("e-2", published=None))


def test_what_goes_on_is_hardly_what_is_over():
    assert "other-stage" in told(telling("e-1"), telling("e-2", status="ongoing"))
    assert "other-stage" not in told(telling("e-1"), telling("e-2", status="denied"))
