from dataclasses import replace

import pytest

from histor.records.incidents import Stretch
from histor.steps.join.identity import apart, distance, meet
from join.told import NEXT_TOWN, REGION, SITE, TOWN, killed, telling

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


UNKNOWN = replace(TOWN, name="Tell Sukar police station", ref=None, latitude=None, longitude=None, precision="region")


def test_a_place_that_no_list_knows_may_be_the_one_whose_name_it_holds_in_another_spelling():
    assert meet(replace(UNKNOWN, admin1=None), TOWN)
    assert not meet(replace(UNKNOWN, name="Tell Milh police station", admin1=None), TOWN)


def test_words_that_every_place_may_bear_do_not_tell_two_names_apart():
    unlisted = replace(UNKNOWN, name="Harun area", admin1=None, precision=None)
    assert meet(unlisted, replace(unlisted, name="the village of Haroun"))
    assert not meet(unlisted, replace(unlisted, name="Milhat area"))
    assert not meet(replace(unlisted, name="the area"), replace(unlisted, name="the village"))


def test_places_around_an_unlisted_one_say_where_it_lies_but_do_not_make_two_of_them_one():
    village = replace(TOWN, name="Harun", ref=None, latitude=None, longitude=None, admin1=None, precision=None)
    around = replace(REGION, basis="sentence")
    in_village = telling("e-2", at=(village, around))
    assert apart(telling("e-1", at=(REGION,)), in_village) is None
    assert "places" in (apart(telling("e-1", at=(replace(village, name="Milhat"), around)), in_village) or "")
    assert "places" in (apart(telling("e-1", at=(NEXT_TOWN,)), in_village) or "")


def test_a_pin_of_a_table_meets_the_place_that_it_stands_on_and_no_other():
    pin = replace(TOWN, name="a mill north of the village", ref=None, latitude=35.81, precision="site")
    assert meet(pin, TOWN)
    assert not meet(replace(pin, latitude=36.2), TOWN)


def test_two_rows_of_one_event_table_are_two_happenings_and_rows_of_two_tables_can_be_one():
    rows = [
        telling(f"e-{number}", key=f"dataset:{name}:{number}") for number, name in enumerate(("ged", "ged", "acled"))
    ]
    assert "two rows" in (apart(rows[0], rows[1]) or "")
    assert apart(rows[0], rows[2]) is None


def test_an_event_without_a_place_can_be_one_only_by_a_number_that_is_hardly_chance():
    country = replace(REGION, ref="place:syria", precision="country", admin1=None)
    told = telling("e-1", quantities=(killed(44, 44),))
    assert apart(told, telling("e-2", at=(), quantities=(killed(44),))) is None
    assert apart(told, telling("e-2", at=(country,), quantities=(killed(44),))) is None
    assert apart(told, telling("e-2", at=(), quantities=(killed(45),))) is not None
    assert apart(telling("e-3", quantities=(killed(2),)), telling("e-2", at=(), quantities=(killed(2),))) is not None
    assert apart(told, telling("e-2", at=(NEXT_TOWN,), quantities=(killed(44),))) is not None
