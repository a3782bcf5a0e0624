"""A ledger opens when it should, says why when it does not, and survives a writer's death."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from histor.errors import LedgerError
from histor.records.question import Question
from histor.store import schema
from histor.store.append import append
from histor.store.ledger import Ledger, open_to_read, open_to_write
from histor.store.questions import claims, record, reports, tally
from store.records_at_hand import bytes_of, depot, with_report

MARCH = "2016-03-20T12:00:00Z"

# Adds report after report, and tells on standard output when each is kept; the test kills it in the middle.
WRITER = """
import sys
sys.path.insert(0, {tests!r})
from store.records_at_hand import bytes_of, depot
from histor.store.append import append
from histor.store.ledger import open_to_write
with open_to_write({path!r}) as ledger:
    for number in range(100_000):
        one = depot(str(number))
        append(ledger, [(one, bytes_of(one))], recorded="2016-03-20")
        print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "histor.db"


def add(ledger: Ledger, *numbers: str) -> None:
    append(ledger, [(depot(number), bytes_of(depot(number))) for number in numbers], recorded=MARCH)


def start_writer(path: Path) -> "subprocess.Popen[str]":
    script = WRITER.format(tests=str(Path(__file__).parents[1]), path=str(path))
    return subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)


def test_a_missing_ledger_says_how_to_make_one(path: Path) -> None:
    with pytest.raises(LedgerError, match=r"histor\.db.*histor add FILE"):
        open_to_read(path)
    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"nowhere.*does not exist"):
        open_to_write(tmp_path / "nowhere" / "histor.db")


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    for way in (open_to_read, open_to_write):
        with pytest.raises(LedgerError, match="is a folder"):
            way(tmp_path)


def test_a_file_that_is_no_ledger_is_left_as_it_is(path: Path) -> None:
    path.write_text("Dear editor, this is no database at all. " * 40)
    before = path.read_bytes()
    for way in (open_to_read, open_to_write):
        with pytest.raises(LedgerError, match="no histor ledger"):
            way(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_left_as_it_is(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE songs (title TEXT)")
    other.close()
    before = path.read_bytes()
    for way in (open_to_read, open_to_write):
        with pytest.raises(LedgerError, match="no histor ledger"):
            way(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_ledger_by_adding_only(path: Path) -> None:
    path.touch()
    with pytest.raises(LedgerError, match="no histor ledger"):
        open_to_read(path)
    with open_to_write(path) as ledger:
        add(ledger, "1")
    with open_to_read(path) as ledger:
        assert tally(ledger).reports == 1


def test_a_ledger_of_a_newer_version_is_not_touched(path: Path) -> None:
    open_to_write(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    for way in (open_to_read, open_to_write):
        with pytest.raises(LedgerError, match=r"newer histor.*upgrade"):
            way(path)


def test_a_path_with_signs_that_mean_something_in_addresses_works(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #1.db"
    with open_to_write(path) as ledger:
        add(ledger, "1")
    with open_to_read(path) as ledger:
        assert tally(ledger).reports == 1
    assert path.exists()


def test_every_kept_table_refuses_updates_and_deletes(path: Path) -> None:
    with open_to_write(path) as ledger:
        names = {
            row["name"] for row in ledger.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }
        triggers = ledger.connection.execute("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    own = {name for name in names if not name.startswith("sqlite_") and "_words" not in name}
    assert own == set(schema.KEPT)
    assert sorted(row["tbl_name"] for row in triggers) == sorted([*schema.KEPT, *schema.KEPT])


def test_a_reader_asks_while_a_writer_adds(path: Path) -> None:
    with open_to_write(path) as ledger:
        add(ledger, "first")
    seen: list[int] = []
    done = threading.Event()
    errors: list[BaseException] = []

    def ask() -> None:
        try:
            while not done.is_set():
                with open_to_read(path) as reader:
                    counted, listed = tally(reader), len(claims(reader, Question()).items)
                    assert counted.claims % 3 == 0  # whole reports only: each has three claims
                    assert listed >= counted.claims
                    seen.append(counted.reports)
        except BaseException as error:  # noqa: BLE001 - handed to the test's own thread
            errors.append(error)

    reader = threading.Thread(target=ask)
    reader.start()
    with open_to_write(path) as ledger:
        for number in range(60):
            add(ledger, str(number))
    done.set()
    reader.join()
    assert not errors
    assert seen == sorted(seen)
    with open_to_read(path) as after:
        assert tally(after).reports == 61


def test_one_question_sees_one_state_of_the_ledger(path: Path) -> None:
    with open_to_write(path) as writer:
        add(writer, "1")
        with open_to_read(path) as reader, reader.reading():
            before = tally(reader)
            add(writer, "2")
            assert tally(reader) == before
        with open_to_read(path) as reader:
            assert tally(reader).reports == 2


def test_a_second_writer_is_told_who_is_in_the_way(path: Path) -> None:
    with open_to_write(path) as first, open_to_write(path, patience=0.05) as second:
        with first.writing(), pytest.raises(LedgerError, match=r"histor\.db is locked by another writer"):
            add(second, "2")
        add(second, "2")
        assert tally(first).reports == 1


def test_a_second_writer_waits_for_the_first(path: Path) -> None:
    with open_to_write(path) as first:
        waiting = threading.Event()

        def second() -> None:
            with open_to_write(path) as ledger:
                waiting.set()
                add(ledger, "2")

        thread = threading.Thread(target=second)
        with first.writing() as connection:
            thread.start()
            waiting.wait()
            connection.execute("INSERT INTO steps VALUES (NULL, 'hold', '1')")
        thread.join()
        assert tally(first).reports == 1


def test_a_failed_batch_leaves_nothing_behind(path: Path) -> None:
    with open_to_write(path) as ledger:
        add(ledger, "1")
        broken = with_report(depot("3"), sha256="0" * 64)
        with pytest.raises(LedgerError):
            append(ledger, [(depot("2"), bytes_of(depot("2"))), (broken, b"")], recorded=MARCH)
        assert tally(ledger).reports == 1
        add(ledger, "2")
        assert tally(ledger).reports == 2


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("kept", [1, 7, 23])
def test_a_killed_writer_leaves_whole_reports_only(path: Path, kept: int) -> None:
    writer = start_writer(path)
    assert writer.stdout is not None
    with writer, writer.stdout:
        while int(writer.stdout.readline()) < kept:
            pass
        os.kill(writer.pid, signal.SIGKILL)
        told = [int(line) for line in writer.stdout if line.endswith("\n")]
    last = max([kept, *told])

    with open_to_read(path) as ledger:
        assert tally(ledger).reports > last
    with open_to_write(path) as ledger:
        assert ledger.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert ledger.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found = {row.source.report_id for row in reports(ledger, Question()).items}
        assert {f"r-{number}" for number in range(last + 1)} <= found
        for identity in found:
            assert record(ledger, identity) == depot(identity.removeprefix("r-"))
        before = tally(ledger)
        add(ledger, *(identity.removeprefix("r-") for identity in found))
        assert tally(ledger) == before
