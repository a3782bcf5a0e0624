"""Definitions of monitors are kept under names: the newest counts, older ones stay, an older ledger keeps none."""

import re
import sqlite3
from pathlib import Path

import pytest

from histor.errors import LedgerError, NotFoundError
from histor.store import schema
from histor.store.ledger import open_to_read, open_to_write
from histor.store.monitor_tables import FIRST_VERSION
from histor.store.monitors import definitions, keep_definition, kept_definition, withdraw_definition

MONDAY, TUESDAY = "2031-04-14T08:00:00Z", "2031-04-15T08:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "histor.db"


def test_the_newest_definition_of_a_name_counts_and_the_older_one_stays(path: Path) -> None:
    with open_to_write(path) as ledger:
        assert keep_definition(ledger, "truce", "first", MONDAY)
        assert not keep_definition(ledger, "truce", "first", TUESDAY)
        assert keep_definition(ledger, "truce", "second", TUESDAY, who="an analyst")
        assert kept_definition(ledger, "truce").definition == "second"
        assert kept_definition(ledger, "truce").who == "an analyst"
        assert ledger.connection.execute("SELECT count(*) FROM monitors").fetchone()[0] == 2


def test_a_withdrawn_definition_counts_no_longer_and_can_come_back(path: Path) -> None:
    with open_to_write(path) as ledger:
        keep_definition(ledger, "truce", "first", MONDAY)
        withdraw_definition(ledger, "truce", TUESDAY)
        assert definitions(ledger) == ()
        assert keep_definition(ledger, "truce", "first", TUESDAY)
        assert [kept.name for kept in definitions(ledger)] == ["truce"]


def test_an_unknown_name_is_told_with_those_that_are_kept(path: Path) -> None:
    with open_to_write(path) as ledger:
        keep_definition(ledger, "truce", "first", MONDAY)
        with pytest.raises(NotFoundError, match="keeps no monitor 'peace'; it keeps truce"):
            kept_definition(ledger, "peace")


def test_kept_definitions_cannot_be_changed(path: Path) -> None:
    with open_to_write(path) as ledger:
        keep_definition(ledger, "truce", "first", MONDAY)
        with pytest.raises(sqlite3.IntegrityError, match="append only"):
            ledger.connection.execute("DELETE FROM monitors")


def test_an_older_ledger_keeps_none_and_is_lifted_when_one_is_added(path: Path) -> None:
    with open_to_write(path) as ledger:
        for version in range(FIRST_VERSION - 1, schema.VERSION):
            lifted = schema.lift(version)
            made = set(re.findall(r"CREATE TABLE (\w+)", lifted)) - set(re.findall(r"DROP TABLE (\w+)", lifted))
            for table in made:
                ledger.connection.execute(f"DROP TABLE {table}")
        ledger.connection.execute(f"PRAGMA user_version = {FIRST_VERSION - 1}")
    with open_to_read(path) as ledger:
        assert definitions(ledger) == ()
        with pytest.raises(LedgerError):
            keep_definition(ledger, "truce", "first", MONDAY)
    with open_to_write(path) as ledger:
        assert keep_definition(ledger, "truce", "first", MONDAY)
