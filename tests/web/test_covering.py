"""Who was heard in a stretch of days: counted from ordered days, and the same as by looking at every report."""

import numpy as np
import pytest

from histor.store.sources import Published
from histor.web.covering import _covered, _day, _Table

FIRST = 735_000  # a day of 2013


@pytest.fixture
def table():
    """Five outlets, one of them not named, on days by a seed."""
    chance = np.random.default_rng(7)
    outlets = ("Gazette", "Courier", None, "State Wire", "Observer")
    rows = zip(chance.integers(0, 5, 300).tolist(), chance.integers(0, 90, 300).tolist(), strict=True)
    made = _Table()
    made.add([Published(at, outlets[one], _day(FIRST + day)) for at, (one, day) in enumerate(rows) if one != day % 5])
    return made


@pytest.mark.parametrize(("since", "until"), [(0, 89), (10, 12), (89, 200), (-30, -2), (5, 5), (60, 75)])
def test_a_stretch_is_counted_as_by_looking_at_every_report(table, since, until):
    first, last = FIRST + since, FIRST + until
    reports = list(zip(table.outlet.tolist(), table.day.tolist(), strict=True))
    inside = [(outlet, day) for outlet, day in reports if first <= day <= last]
    spoke = {outlet: max(day for one, day in reports if one == outlet and day <= last)
             for outlet, day in reports if outlet >= 0 and day <= last}  # fmt: skip
    found = _covered(table, _day(first), _day(last))
    assert (found.reports, found.days) == (len(inside), until - since + 1)
    assert found.heard == len({outlet for outlet, _ in inside if outlet >= 0})
    assert found.outlets == len(spoke)
    assert found.empty == found.days - len({day for _, day in inside})
    silent = {(table.names[outlet], _day(day)) for outlet, day in spoke.items() if day < last - 7}
    assert set(found.silent) == silent
    assert [day for _, day in found.silent] == sorted((day for _, day in silent), reverse=True)


def test_a_report_that_is_added_is_counted(table):
    before = _covered(table, None, None).reports
    table.add([Published(999, "Late News", _day(FIRST + 300))])
    after = _covered(table, None, None)
    assert (after.reports, after.last, after.heard) == (before + 1, _day(FIRST + 300), 5)
