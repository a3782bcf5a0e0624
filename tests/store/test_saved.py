"""Views are saved under names: the newest address counts, older ones stay, and an instant has those of then."""

import sqlite3
from pathlib import Path

import pytest

from histor.errors import NotFoundError
from histor.store import schema
from histor.store.ledger import open_to_read, open_to_write
from histor.store.saved import keep_view, saved_view, saved_views, withdraw_view
from histor.store.saved_tables import FIRST_VERSION

MONDAY, TUESDAY, WEDNESDAY = "2031-04-14T08:00:00Z", "2031-04-15T08:00:00Z", "2031-04-16T08:00:00Z"
RIVER, HARBOUR = "/explorer?place=River+towns", "/claims?text=harbour"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "histor.db"


def test_the_newest_address_of_a_name_counts_and_who_saved_it_is_kept(path: Path) -> None:
    with open_to_write(path) as ledger:
        assert keep_view(ledger, "rivers", HARBOUR, MONDAY)
        assert keep_view(ledger, "rivers", RIVER, TUESDAY, who="rana")
        assert not keep_view(ledger, "rivers", RIVER, WEDNESDAY)
        found = saved_view(ledger, "rivers")
    assert (found.definition, found.who) == (RIVER, "rana")


def test_an_instant_has_the_views_of_then(path: Path) -> None:
    with open_to_write(path) as ledger:
        keep_view(ledger, "rivers", HARBOUR, MONDAY)
        keep_view(ledger, "rivers", RIVER, TUESDAY)
        withdraw_view(ledger, "rivers", WEDNESDAY)
        assert saved_views(ledger) == ()
        assert [each.definition for each in saved_views(ledger, as_of="2031-04-14")] == [HARBOUR]
        assert [each.definition for each in saved_views(ledger, as_of="2031-04-15")] == [RIVER]
        assert saved_views(ledger, as_of="2031-04-13") == ()


def test_a_view_that_is_not_kept_is_told_with_those_that_are(path: Path) -> None:
    with open_to_write(path) as ledger:
        keep_view(ledger, "rivers", RIVER, MONDAY)
        with pytest.raises(NotFoundError, match="keeps no view 'lakes'; it keeps rivers"):
            saved_view(ledger, "lakes")


def test_saved_views_cannot_be_changed(path: Path) -> None:
    with open_to_write(path) as ledger:
        keep_view(ledger, "rivers", RIVER, MONDAY)
        with pytest.raises(sqlite3.IntegrityError, match="append only"):
            ledger.connection.execute("DELETE FROM saved")


def test_an_older_ledger_has_none_and_is_lifted_when_one_is_saved(path: Path) -> None:
    with open_to_write(path) as ledger:
        ledger.connection.execute("DROP TABLE saved")
        ledger.connection.execute(f"PRAGMA user_version = {FIRST_VERSION - 1}")
    with open_to_read(path) as ledger:
        assert saved_views(ledger) == ()
    with open_to_write(path) as ledger:
        keep_view(ledger, "rivers", RIVER, MONDAY)
        assert ledger.connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
