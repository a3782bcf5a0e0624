from itertools import permutations

import pytest

from histor.steps.join.bonding import KEPT, bond, bonds_among, weigh
from histor.steps.join.reasons import findings
from histor.steps.join.weights import RETOLD, WEIGHTS
from join.told import NEXT_TOWN, SOURCE, doer, killed, telling

OTHER_WORDS = "Traders selling diesel died when warplanes hit their market in Tell Sukkar, a doctor said."


def names(one, other):
    return [name for name, _, _ in findings(one, other)]


def test_one_strike_told_in_other_words_by_others_is_bound_with_reasons_in_words():
    found = bond(
        telling("e-1", quantities=(killed(12, 12),)),
        telling("e-2", sentence=OTHER_WORDS, by=SOURCE, paper="Daily", quantities=(killed(15, 15),)),
    )
    assert found is not None
    told = {reason.what: reason.words for reason in found.reasons}
    assert told["same-place"] == "both at Tell Sukkar"
    assert told["same-day"] == "both on 2016-03-07"
    assert "diesel" in told["shared-words"]


def test_two_towns_are_never_bound_however_alike_the_words_are():
    assert weigh(telling("e-1"), telling("e-2", at=(NEXT_TOWN,))) is None


def test_a_raid_and_shelling_of_other_targets_with_other_tolls_in_one_town_on_one_day_are_not_bound():
    shelling = telling(
        "e-2",
        sentence="Rebel mortar fire on a school in the northern quarters left two pupils dead.",
        mode="heavy-weapons",
        target="school",
        quantities=(killed(2, 2),),
        actors=(doer("Rebels", "people:SYR", sector="REB"),),
    )
    raid = telling("e-1", target="market", quantities=(killed(40, 40),), actors=(doer("Russia", "state:RUS", "RUS"),))
    assert bond(raid, shelling) is None


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"mode": "heavy-weapons"}, "other-means"),
        ({"target": "hospital"}, "other-target"),
        ({"quantities": (killed(90, 90),)}, "other-toll"),
        ({"actors": (doer("Syrian army", "actor:syr-army", "SYR"),)}, "other-doer"),
    ],
)
def test_what_differs_lowers_the_score_and_does_not_forbid(change, name):
    plain = {"target": "market", "quantities": (killed(12, 12),), "actors": (doer("Russia", "state:RUS", "RUS"),)}
    one, other = telling("e-1", **plain), telling("e-2", sentence=OTHER_WORDS, **{**plain, **change})
    same, differs = weigh(one, telling("e-2", sentence=OTHER_WORDS, **plain)), weigh(one, other)
    assert name in names(one, other)
    assert differs is not None
    assert differs.score < same.score


def test_forces_of_one_state_are_one_doer():
    army = doer("Russian aircraft", "state:RUS/military", "RUS")
    state = doer("Russia", "state:RUS", "RUS", "GOV")
    assert "same-doer" in names(telling("e-1", actors=(army,)), telling("e-2", actors=(state,)))


def test_a_copied_sentence_is_bound_though_it_is_cut():
    copy = telling("e-2", paper="Courier", sentence=STRIKE_CUT)
    assert "copied" in names(telling("e-1"), copy)
    assert bond(telling("e-1"), copy).score > 0.9


STRIKE_CUT = "Jets bombed a diesel market at Tell Sukkar on Monday, killing a dozen traders, it is said."


def test_the_order_of_the_pairs_and_of_the_two_does_not_matter():
    told = [telling("e-1"), telling("e-2", sentence=OTHER_WORDS), telling("e-3", status="denied", stance="denies")]
    answers = {
        bonds_among((one, other) for one in order for other in order if one is not other)
        for order in permutations(told)
    }
    assert len(answers) == 1
    assert all(each.one < each.other and each.score >= KEPT for each in answers.pop())


def test_every_finding_has_a_weight():
    one = telling("e-1", target="market", quantities=(killed(12, 12),), recipients=(doer("diesel traders", "x"),))
    for other in (telling("e-2"), telling("e-3", status="denied", target="school")):
        assert set(names(one, other)) <= set(WEIGHTS)
    for other in (one, telling("e-2", report="r-e-1"), telling("e-3", report="r-e-1", status="denied")):
        assert set(names(one, other)) <= set(RETOLD)
