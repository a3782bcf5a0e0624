"""Groups depend on few events around them: those without a day or place of their own join groups, and tie none."""

from dataclasses import replace
from itertools import combinations

from histor.records.standing import Link, Stand
from histor.steps.gather.anchors import anchored, tied
from histor.steps.gather.groups import groups_of
from join.told import NEXT_TOWN, REGION, TOWN, Stretch


def stand(identity, first, last=None, *, at=(TOWN,), basis="own", dataset=None):
    days = Stretch(first, last or first, basis)
    return Stand(identity, "ASSAULT", "occurred", days, at, dataset)


def grouped(*events, bonds):
    links = [Link(one, other, score) for one, other, score in bonds]
    return {frozenset(group) for group in groups_of({each.id: each for each in events}, links)}


MONDAY = stand("e-monday", "2016-03-07")
MONDAY_TOO = stand("e-monday-too", "2016-03-07")
TUESDAY = stand("e-tuesday", "2016-03-08")
NEWS = stand("e-news", "2016-03-06", "2016-03-08", basis="published")


def test_an_event_has_an_anchor_if_it_has_one_day_and_an_exact_place():
    assert anchored(MONDAY)
    assert not anchored(NEWS)
    assert not anchored(stand("e-wide", "2016-03-07", at=(REGION,)))


def test_news_without_a_day_joins_the_day_that_it_fits_best_and_ties_no_two_days():
    bonds = [("e-monday", "e-news", 0.8), ("e-news", "e-tuesday", 0.9)]
    assert grouped(MONDAY, TUESDAY, NEWS, bonds=bonds) == {frozenset({"e-monday"}), frozenset({"e-news", "e-tuesday"})}


def test_what_fits_a_group_ill_as_a_whole_stays_outside():
    more = [stand(f"e-monday-{number}", "2016-03-07") for number in range(3, 9)]
    monday = [MONDAY.id, MONDAY_TOO.id, *(each.id for each in more)]
    within = [(*sorted(pair), 0.9) for pair in combinations(monday, 2)]
    found = grouped(MONDAY, MONDAY_TOO, *more, NEWS, bonds=[*within, ("e-monday", "e-news", 0.66)])
    assert frozenset({"e-news"}) in found


def test_one_place_that_may_be_misread_parts_no_group_of_which_all_else_agrees():
    unlisted = replace(TOWN, name="the old mill", ref=None, latitude=None, longitude=None, precision=None)
    misread = stand("e-misread", "2016-03-07", at=(unlisted,))
    bonds = [("e-monday", "e-unsure", 0.9), ("e-misread", "e-unsure", 0.8)]
    unsure = stand("e-unsure", "2016-03-07", at=(replace(TOWN, basis="sentence"), replace(unlisted, basis="sentence")))
    assert grouped(MONDAY, unsure, misread, bonds=bonds) == {frozenset({"e-monday", "e-unsure", "e-misread"})}
    more = [stand(f"e-monday-{number}", "2016-03-07") for number in range(3)]
    within = [(*sorted(pair), 0.9) for pair in combinations(["e-unsure", *(each.id for each in more)], 2)]
    assert frozenset({"e-misread"}) in grouped(unsure, misread, *more, bonds=[*within, bonds[1]])


def test_two_towns_or_days_that_their_own_words_name_part_a_group_whatever_lies_between():
    there = stand("e-there", "2016-03-07", at=(NEXT_TOWN,))
    between = stand("e-between", "2016-03-07", at=(replace(TOWN, basis="title"), replace(NEXT_TOWN, basis="title")))
    found = grouped(MONDAY, between, there, bonds=[("e-between", "e-monday", 0.9), ("e-between", "e-there", 0.9)])
    assert frozenset({"e-there"}) in found or frozenset({"e-monday"}) in found


def test_two_news_of_different_days_without_an_anchor_are_one_only_by_a_strong_bond():
    later = stand("e-late", "2016-03-07", "2016-03-09", basis="published")
    same = stand("e-same", "2016-03-06", "2016-03-08", basis="published")
    assert not tied(NEWS, later, 0.7)
    assert tied(NEWS, later, 0.99)
    assert tied(NEWS, same, 0.7)
    assert grouped(NEWS, later, bonds=[("e-late", "e-news", 0.7)]) == {frozenset({"e-news"}), frozenset({"e-late"})}
    assert grouped(NEWS, same, bonds=[("e-news", "e-same", 0.7)]) == {frozenset({"e-news", "e-same"})}


def test_news_that_fits_two_towns_joins_one_of_them():
    there = stand("e-there", "2016-03-07", at=(NEXT_TOWN,))
    region = stand("e-region", "2016-03-07", at=(REGION,))
    bonds = [("e-monday", "e-region", 0.8), ("e-region", "e-there", 0.7)]
    assert grouped(MONDAY, there, region, bonds=bonds) == {frozenset({"e-monday", "e-region"}), frozenset({"e-there"})}
