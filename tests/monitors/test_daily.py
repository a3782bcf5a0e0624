"""The summary of a ceasefire's day as monitors on the ground gave it: its number, the day before, a running total."""

from histor.monitors.hearing.tables import heard_in_table
from histor.monitors.truce.daily import summaries
from histor.monitors.truce.definition import TruceDefinition
from histor.monitors.truce.judging import judge
from monitors.golden import TRUCE
from monitors.scene import any_defined, imported, strikes


def test_each_day_has_its_number_that_of_the_day_before_and_the_total() -> None:
    definition = any_defined(TRUCE)
    assert isinstance(definition, TruceDefinition)
    board = judge(definition, heard_in_table(imported(strikes(before=2, after=1))))
    found = list(summaries(board))
    assert [each.day for each in found] == [day.day for day in board.days]
    assert [each.alleged for each in found] == [len(day.alleged) for day in board.days]
    assert [each.before for each in found] == [0, *(each.alleged for each in found[:-1])]
    assert found[-1].total == len(board.violations) == sum(each.alleged for each in found)
    assert all(sum(number for _, number in each.by_region) == each.alleged for each in found)
    busy = next(each for each in found if each.alleged)
    assert f"{busy.alleged} ceasefire violations were alleged" in busy.says
    assert f"From 2031-03-31 to the end of the day: a total of {busy.total}." in busy.says
