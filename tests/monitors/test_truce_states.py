"""The states of a ceasefire by their rules, day by day, from counts alone."""

from datetime import date, timedelta

from histor.monitors.truce.definition import Bound, TruceDefinition
from histor.monitors.truce.states import Named, name_states
from histor.records.boards import TruceDay

FIRST = date(2031, 4, 10)
TRUCE = TruceDefinition("the truce", FIRST.isoformat(), parties=(Bound("north"), Bound("south")))


def week(*counts: tuple[int, int], heard: int = 1) -> list[TruceDay]:
    """Give days with so many alleged, and of these corroborated."""
    found = []
    for place, (alleged, firm) in enumerate(counts):
        ids = tuple(f"{place}-{number}" for number in range(alleged))
        day = (FIRST + timedelta(days=place)).isoformat()
        found.append(TruceDay(day, ids, ids[:firm], (), (), heard, ("Gulf Wire",), "unknown"))
    return found


def last(days: list[TruceDay], level: float | None = 1.0, *, graded: bool = True) -> Named:
    return list(name_states(TRUCE, days, level, graded=graded))[-1]


def test_one_a_day_corroborated_on_most_days_at_the_level_before_is_a_collapse() -> None:
    found = last(week(*[(1, 1)] * 4, *[(1, 0)] * 3))
    assert found.state == "collapsed"
    assert "some corroborated on 4 of them (4 or more)" in found.rule


def test_one_battle_is_no_collapse_however_many_its_deeds() -> None:
    assert last(week(*[(0, 0)] * 6, (9, 9))).state == "strained"


def test_less_than_half_of_the_level_before_is_no_collapse() -> None:
    busy = week(*[(1, 1)] * 7)
    assert (last(busy, 2.0).state, last(busy, 2.1).state) == ("collapsed", "strained")
    assert last(busy, None).state == "strained"


def test_a_record_that_grades_nothing_stands_on_its_own_word() -> None:
    days = week(*[(2, 0)] * 7)
    assert (last(days).state, last(days, graded=False).state) == ("strained", "collapsed")
    assert "a record that grades none" in last(days, graded=False).rule


def test_a_collapsed_truce_is_collapsed_until_a_week_has_fewer_than_one_a_day() -> None:
    days = week(*[(2, 2)] * 7, *[(1, 0)] * 6, (0, 0), *[(0, 0)] * 3)
    states = [named.state for named in name_states(TRUCE, days, 2.0)]
    assert states[6:13] == ["collapsed"] * 7
    assert states[13] != "collapsed"


def test_silence_is_not_calm() -> None:
    assert last(week(*[(0, 0)] * 7, heard=0)).state == "unknown"
    assert last(week(*[(0, 0)] * 7)).state == "holding"
