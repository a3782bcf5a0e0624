from dataclasses import replace

import pytest

from histor.records.incidents import Stretch
from histor.steps.join.identity import apart, distance, meet
from join.told import NEXT_TOWN, REGION, SITE, TOWN, telling

ONE = telling("e-1")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (telling("e-2", at=(NEXT_TOWN,)), "places"),
        (telling("e-2", on="2016-03-08"), "days"),
        (telling("e-2", type="AID", mode=None), "AID"),
        (telling("e-2", status="planned"), "planned"),
        (telling("e-2", at=()), "place"),
    ],
)
def test_another_place_day_act_or_stage_is_another_happening(other, why):
    assert why in (apart(ONE, other) or "")
    assert apart(ONE, other) is not None
    assert apart(other, ONE) is not None


@pytest.mark.parametrize(
    "other",
    [
        telling("e-2"),
        telling("e-2", status="denied", stance="denies"),
        telling("e-2", days=Stretch("2016-03-06", "2016-03-08", "published")),
        telling("e-2", days=Stretch("2016-03-08", "2016-03-08", "own", approximate=True)),
        telling("e-2", at=(REGION,)),
        telling("e-2", at=(SITE,)),
    ],
)
def test_a_denial_a_wider_day_and_a_wider_place_can_be_the_same_happening(other):
    assert apart(ONE, other) is None


def test_two_towns_are_two_places_however_near():
    assert distance(TOWN, NEXT_TOWN) < 5
    assert not meet(TOWN, NEXT_TOWN)


def test_a_site_within_reach_of_a_town_can_be_in_it_and_one_beyond_cannot():
    assert meet(TOWN, SITE)
    assert not meet(TOWN, replace(SITE, latitude=36.2))


def test_a_region_holds_the_places_of_its_own_area_only():
    assert meet(REGION, TOWN)
    assert not meet(REGION, replace(TOWN, admin1="Hama"))


def test_distances_are_those_on_the_earth():
    paris = replace(TOWN, latitude=48.8566, longitude=2.3522)
    london = replace(TOWN, latitude=51.5074, longitude=-0.1278)
    assert distance(paris, london) == pytest.approx(344, abs=1)
    assert distance(paris, REGION) is None
