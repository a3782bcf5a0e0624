from urllib.parse import parse_qsl

import pytest

from histor.web import happenings
from histor.web.happenings import incidents_of
from histor.web.room import Room
from histor.web.state import read_state
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
