from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from histor.steps.gather import gather
from histor.web import happenings
from histor.web.happenings import INCIDENTS, incidents_of
from histor.web.room import Room
from histor.web.state import read_state
from join.told import TOWN, telling
from web.ledgers import hostile, market


@pytest.fixture
def room(tmp_path):
    """The market's reading room."""
    return Room(str(market(tmp_path, hostile())))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "limit=1",
        "limit=1&after=1",
        "sort=oldest",
        "sort=origins",
        "grade=contested",
        "sums=without",
        "text=traders",
        "as_of=2016-03-09",
    ],
)
def test_the_overview_of_a_large_ledger_gives_what_working_out_gives(room, query, monkeypatch):
    state = read_state(parse_qsl(query), more=("grade", "sums"), sorts=("oldest", "origins"))
    worked_out = incidents_of(room, state)
    monkeypatch.setattr(happenings, "WORKED_OUT", 0)
    assert incidents_of(room, state) == worked_out
    assert worked_out.items


def test_an_incident_is_put_on_the_map_where_the_explorer_draws_it():
    hamlet = replace(TOWN, name="a hamlet", ref=None, latitude=None, longitude=None, precision=None)
    named, around = telling("e-1", at=(hamlet,)), telling("e-2", at=(replace(TOWN, basis="paragraph"),))
    (pinned,) = gather({"e-2": around}, ())
    (both,) = gather({"e-1": named, "e-2": around}, (), groups=[frozenset({"e-1", "e-2"})])
    point = INCIDENTS.point(pinned)
    assert point is not None
    assert (point.longitude, point.latitude) == (TOWN.longitude, TOWN.latitude)
    assert INCIDENTS.point(both) is None  # its own words name another place, and nobody knows where that is
