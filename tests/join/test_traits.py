from itertools import combinations

import pytest

from histor.codebook.acts.themes import BACKGROUND, THINGS, WAYS
from histor.records.incidents import Stretch
from histor.records.measures import Count, Span
from histor.steps.join.bonding import KEPT, bond, bond_of, weigh
from histor.steps.join.identity import days_apart
from histor.steps.join.keys import sought_under
from histor.steps.join.reasons import findings, findings_of
from histor.steps.join.themes import is_background, things_in, ways_in
from histor.steps.join.traits import Traits
from join.told import DAY, NEXT_TOWN, REGION, SITE, SOURCE, doer, killed, telling

SENTENCES = (
    "Jets bombed a diesel market at Tell Sukkar on Monday, killing a dozen traders.",
    "A DOZEN traders died as jets bombed the diesel market of Tell Sukkar on Monday, the Rimmon clinic said.",
    "Shells fell on the Rimmon mill in Tell Sukkar; a nurse saw two pupils carried out.",
    "The town has often been shelled in recent weeks, and nobody could say when the raids would end.",
)
TEXTS = (
    *SENTENCES,
    "An aid truck bomb tore the bus apart, and a counterattack followed within the hour.",
    "Camped by the campus, they sold gasoline; no camp, no gas.",
    "THE AIRBASE WAS SHELLED. Refugee camp schoolteachers blew whistles, then the White Helmets came.",
    "Prebombing, unshelled, microjets: none of these words begins as a way or a thing does.",
    "Der Kaufmann zählte 300,000 people in the past; Straße und Schloss.",
    "",
)


@pytest.fixture(scope="module")
def told():
    """Many events of one day and place, or near it, each told in another way."""
    changes = (
        {}, {"mode": "heavy-weapons"}, {"target": "market"}, {"at": (REGION,)}, {"at": (SITE,)}, {"at": (NEXT_TOWN,)},
        {"quantities": (killed(12, 12),)}, {"quantities": (killed(90),)}, {"status": "denied", "report": "r-0"},
        {"actors": (doer("Rebels", "people:SYR", sector="REB"),)}, {"by": SOURCE, "title": "Market at Rimmon bombed"},
        {"on": None, "days": Stretch("2016-03-05", DAY, "published")},
    )  # fmt: skip
    return [
        telling(f"e-{number}-{place}", sentence=sentence, **{"report": f"r-{number}", **change})
        for place, change in enumerate(changes)
        for number, sentence in enumerate(SENTENCES)
    ]


def test_traits_that_were_worked_out_before_give_the_same_bond_again_and_again(told):
    traits = [Traits(each) for each in told]
    found = [bond_of(one, other) for one, other in combinations(traits, 2)]
    assert found == [bond(one, other) for one, other in combinations(told, 2)]
    assert found == [bond_of(other, one) for one, other in combinations(traits, 2)]
    assert sum(each is not None for each in found) > len(told)


def test_a_pair_is_bound_if_and_only_if_weighing_it_in_full_reaches_the_threshold(told):
    for one, other in combinations(told, 2):
        weighed = weigh(one, other)
        assert bond(one, other) == (weighed if weighed and weighed.score >= KEPT else None)


def test_findings_by_traits_are_those_of_the_events(told):
    for one, other in combinations(told[:12], 2):
        assert findings_of(Traits(one), Traits(other)) == findings(one, other)


@pytest.mark.parametrize("text", TEXTS)
def test_ways_and_things_are_those_that_each_pattern_alone_finds(text):
    assert ways_in([text]) == tuple(sorted(name for name, words in WAYS.items() if words.search(text)))
    assert things_in([text]) == tuple(sorted(name for name, words in THINGS.items() if words.search(text)))
    assert is_background(text) == (BACKGROUND.search(text) is not None)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("2016-02-28", "2016-02-29"), ("2016-02-29", "2016-03-02"), 0),
        (("2016-02-27", "2016-02-28"), ("2016-03-01", "2016-03-01"), 2),
        (("2015-12-31", "2015-12-31"), ("2016-01-01", "2016-01-01"), 1),
        (("2016-03-01", "2016-03-31"), ("2016-03-07", "2016-03-07"), 0),
    ],
)
def test_days_are_counted_between_stretches_that_do_not_touch(one, other, apart):
    first, second = Stretch(*one, "own"), Stretch(*other, "own")
    assert days_apart(first, second) == days_apart(second, first) == apart


def test_a_stretch_that_is_about_a_day_reaches_one_day_further():
    about = Stretch("2016-03-05", "2016-03-05", "own", approximate=True)
    assert days_apart(about, Stretch("2016-03-06", "2016-03-06", "own")) == 0
    assert days_apart(about, Stretch("2016-03-07", "2016-03-07", "own")) == 1


def test_an_event_is_sought_by_what_its_traits_hold():
    each = telling("e-1", quantities=(Count("killed", Span(0, 1), 30, 30),))
    traits = Traits(each)
    assert sought_under(traits.event, traits.setting) == sought_under(each.row.event, each.setting)
    assert any(key.endswith("killed 30") for key in sought_under(traits.event, traits.setting))
