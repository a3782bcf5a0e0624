from dataclasses import replace

import pytest

from histor.records.incidents import Stretch
from histor.steps.join.keys import kept_under, sought_under
from join.told import NEXT_TOWN, REGION, SITE, TOWN, killed, telling


def kept(each):
    return kept_under(each.row.event, each.setting)


def sought(each):
    return sought_under(each.row.event, each.setting)


@pytest.mark.parametrize(
    "other", [telling("e-2"), telling("e-2", at=(SITE,)), telling("e-2", at=(REGION,)),
              telling("e-2", days=Stretch("2016-03-06", "2016-03-08", "published"))],
)  # fmt: skip
def test_events_that_may_be_one_find_each_other_whichever_came_first(other):
    one = telling("e-1")
    assert sought(one) & kept(other)
    assert sought(other) & kept(one)


@pytest.mark.parametrize(
    "other", [telling("e-2", on="2016-03-09"), telling("e-2", type="AID"), telling("e-2", at=()),
              telling("e-2", on=None), telling("e-2", days=Stretch("2016-02-01", "2016-02-29", "own"))],
)  # fmt: skip
def test_another_day_or_act_and_what_has_no_place_or_day_is_never_looked_at(other):
    one = telling("e-1")
    assert not sought(one) & kept(other)


def test_towns_of_one_region_are_not_compared_because_of_it():
    far = telling("e-2", at=(TOWN.__class__("Jisr", "place:jisr", 35.2, 36.3, "SYR", "Idlib", "town", "own"),))
    assert not sought(telling("e-1")) & kept(far)


def test_an_event_of_one_day_has_few_keys_however_many_places_are_near():
    assert len(kept(telling("e-1", at=(TOWN, NEXT_TOWN)))) <= 10


def test_a_place_that_no_list_knows_is_found_by_a_word_of_its_name_whichever_came_first():
    unknown = replace(
        TOWN, name="Tell Sukar bakery", ref=None, latitude=None, longitude=None, admin1=None, precision=None
    )
    one, other = telling("e-1"), telling("e-2", at=(unknown,))
    assert sought(one) & kept(other)
    assert sought(other) & kept(one)
    assert not sought(telling("e-1", at=(NEXT_TOWN,))) & kept(telling("e-2", at=(replace(unknown, name="Sukar"),)))


def test_an_event_without_a_place_is_found_by_a_number_that_is_hardly_chance():
    one, other = telling("e-1", quantities=(killed(44, 44),)), telling("e-2", at=(), quantities=(killed(44),))
    assert sought(other) & kept(one)
    assert not kept(telling("e-2", at=(), quantities=(killed(3),)))
