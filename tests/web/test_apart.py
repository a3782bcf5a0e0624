"""What comes in is joined by a process beside the server: the real process, the real server, real signals."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import httpx
import pytest

from histor.errors import LedgerError
from histor.run import joining, viewing
from histor.run.keeping import keep as keep_records
from histor.store.ledger import open_to_read, open_to_write
from histor.web.apart import Apart
from histor.web.room import Room
from run.market import OTHER_DAY, TUESDAY, raw_of, story
from web.ledgers import market

SERVING = """
import sys
from contextlib import suppress
from histor.web.serve import place
with suppress(KeyboardInterrupt), place("127.0.0.1", 0) as found:
    print(found.address, flush=True)
    found.serve(sys.argv[1])
"""


@contextmanager
def beside(path):
    """A process beside, ready."""
    apart = Apart(str(path))
    apart.start()
    try:
        apart.begun(300)
        yield apart
    finally:
        apart.stop()


def another(path):
    told = story(OTHER_DAY, day=TUESDAY, published="2016-03-10", outlet="Observer", type="RETREAT", mode=None)
    with open_to_write(path) as ledger:
        keep_records([(told, raw_of(told))], ledger, recorded="2016-03-12T08:00:00Z")


def waits(path):
    with open_to_read(path) as ledger:
        return joining.waiting(ledger)


def test_what_came_in_is_joined_and_gathered_by_the_process_beside(tmp_path):
    path = market(tmp_path)
    with beside(path) as apart:
        assert apart.is_ready
        Room(str(path), apart).build()
        another(path)
        assert waits(path)
        assert apart.build()
        with open_to_read(path) as ledger:
            assert viewing.behind(ledger) == 0
            assert viewing.overview(ledger).columns.number.size == len(viewing.overview(ledger).columns.day) > 0
    assert not waits(path)


def test_whoever_looks_is_shown_what_the_process_beside_has_joined(tmp_path):
    path = market(tmp_path)
    with beside(path) as apart:
        another(path)
        with Room(str(path), apart).joined() as ledger:
            assert not joining.waiting(ledger)


def test_a_ledger_that_stays_locked_is_told_in_words_and_the_process_goes_on(tmp_path):
    path = market(tmp_path)
    another(path)
    with beside(path) as apart:
        with open_to_write(path) as ledger, ledger.writing(), pytest.raises(LedgerError, match="locked by another"):
            apart.join(0.0)
        assert apart.join(10.0)
    assert not waits(path)


def test_a_ledger_that_is_not_there_is_told_and_not_made(tmp_path):
    with beside(tmp_path / "none.db") as apart, pytest.raises(LedgerError, match="there is no ledger"):
        apart.build()
    assert not (tmp_path / "none.db").exists()


def test_if_the_process_ends_by_itself_that_is_told_and_the_room_joins_by_itself(tmp_path, capsys):
    path = market(tmp_path)
    with beside(path) as apart:
        another(path)
        os.kill(apart.number, signal.SIGTERM)
        Room(str(path), apart).build()
        assert not waits(path)
        assert not apart.is_ready
        assert not apart.build()
    assert "the process that joins reports has ended" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a process is told to stop otherwise there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_ends_with_the_server_however_that_ends_and_without_a_word(tmp_path, how):
    path = market(tmp_path)
    command = [sys.executable, "-c", SERVING, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        address = server.stdout.readline().strip()
        assert httpx.get(f"{address}/explorer", timeout=300).status_code == 200
        server.send_signal(how)
        # Both write to this pipe, so it ends when the last of the two has ended.
        errors = server.stderr.read()
    assert errors == ""
