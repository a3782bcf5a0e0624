"""What a user adds is kept, the newest entry of a ref counts, and an older ledger takes additions too."""

import re
import sqlite3
from pathlib import Path

import pytest

from histor.errors import LedgerError
from histor.store import schema
from histor.store.additions import add_entries, entries, withdraw
from histor.store.ledger import open_to_read, open_to_write

MONDAY, TUESDAY, WEDNESDAY = "2016-03-14T08:00:00Z", "2016-03-15T08:00:00Z", "2016-03-16T08:00:00Z"
BRIGADE = {"ref": "own:river-brigade", "name": "River Brigade", "kind": "group"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "histor.db"


def older(path: Path) -> None:
    """Make a ledger as the version before additions made it: without what was lifted into it since."""
    with open_to_write(path) as ledger:
        for version in range(1, schema.VERSION):
            for table in re.findall(r"CREATE TABLE (\w+)", schema.lift(version)):
                ledger.connection.execute(f"DROP TABLE IF EXISTS {table}")
        ledger.connection.execute("PRAGMA user_version = 1")


def test_an_entry_comes_back_as_it_was_added(path: Path) -> None:
    with open_to_write(path) as ledger:
        assert add_entries(ledger, "actor", [BRIGADE], MONDAY, who="Rana") == 1
    with open_to_read(path) as ledger:
        assert entries(ledger, "actor") == (BRIGADE,)
        assert entries(ledger, "place") == ()


def test_what_counts_already_is_not_added_again(path: Path) -> None:
    with open_to_write(path) as ledger:
        add_entries(ledger, "actor", [BRIGADE], MONDAY)
        assert add_entries(ledger, "actor", [BRIGADE], TUESDAY) == 0


def test_the_newest_rows_of_a_ref_take_the_place_of_the_older_ones(path: Path) -> None:
    terms = [{**BRIGADE, "office": office} for office in ("mayor", "governor")]
    with open_to_write(path) as ledger:
        add_entries(ledger, "actor", [BRIGADE], MONDAY)
        add_entries(ledger, "actor", terms, TUESDAY)
        assert entries(ledger, "actor") == tuple(terms)
        add_entries(ledger, "actor", [BRIGADE], WEDNESDAY)
        assert entries(ledger, "actor") == (BRIGADE,)


def test_a_withdrawn_entry_counts_no_longer_and_can_come_back(path: Path) -> None:
    with open_to_write(path) as ledger:
        add_entries(ledger, "actor", [BRIGADE], MONDAY)
        assert withdraw(ledger, "actor", "own:river-brigade", TUESDAY)
        assert entries(ledger, "actor") == ()
        assert not withdraw(ledger, "actor", "own:river-brigade", TUESDAY)
        add_entries(ledger, "actor", [BRIGADE], WEDNESDAY)
        assert entries(ledger, "actor") == (BRIGADE,)


def test_additions_cannot_be_changed_or_deleted(path: Path) -> None:
    with open_to_write(path) as ledger:
        add_entries(ledger, "actor", [BRIGADE], MONDAY)
        for command in ("DELETE FROM additions", "UPDATE additions SET entry = ''"):
            with pytest.raises(sqlite3.IntegrityError, match="append only"):
                ledger.connection.execute(command)


@pytest.mark.parametrize("row", [{"name": "River Brigade"}, {"ref": " "}, {"ref": "own:a", "name": {1, 2}}])
def test_an_entry_without_a_ref_or_that_is_no_json_is_refused_whole(path: Path, row: dict[str, object]) -> None:
    with open_to_write(path) as ledger:
        with pytest.raises(LedgerError, match="addition"):
            add_entries(ledger, "actor", [BRIGADE, row], MONDAY)
        assert entries(ledger, "actor") == ()


def test_a_ledger_of_the_version_before_is_read_as_it_is(path: Path) -> None:
    older(path)
    with open_to_read(path) as ledger:
        assert entries(ledger, "actor") == ()
        assert ledger.connection.execute("PRAGMA user_version").fetchone()[0] == 1


def test_a_ledger_of_the_version_before_is_lifted_by_a_writer(path: Path) -> None:
    older(path)
    with open_to_write(path) as ledger:
        assert add_entries(ledger, "actor", [BRIGADE], MONDAY) == 1
    with open_to_write(path) as ledger:
        assert entries(ledger, "actor") == (BRIGADE,)
        assert ledger.connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
        with pytest.raises(sqlite3.IntegrityError, match="append only"):
            ledger.connection.execute("DELETE FROM additions")
