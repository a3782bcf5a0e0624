import re
import signal
import subprocess
from contextlib import contextmanager

import httpx

from cli.running import PROGRAM, environment, run
from histor.web.serve import place
from web.ledgers import market


@contextmanager
def started(*arguments):
    """A command that stays, and the first line that it writes."""
    command = [*PROGRAM, *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())
    try:
        yield process, process.stdout.readline()
    finally:
        process.kill()
        process.communicate()


def test_the_room_is_open_where_it_says_and_closes_on_ctrl_c(tmp_path):
    with started("serve", "--ledger", market(tmp_path), "--port", "0") as (process, told):
        address = re.search(r"The reading room is open: (http://127\.0\.0\.1:\d+)$", told)[1]
        assert "4 reports" in httpx.get(f"{address}/reports", timeout=60).text
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) in (0, 130)


def test_a_ledger_that_is_not_there_is_told_at_once(tmp_path):
    code, written, told = run("serve", "--ledger", tmp_path / "none.db")
    assert (code, written) == (3, "")
    assert "there is no ledger at" in told


def test_a_port_that_is_taken_is_told(tmp_path):
    with place("127.0.0.1", 0) as taken:
        port = taken.address.rpartition(":")[2]
        code, _, told = run("serve", "--ledger", market(tmp_path), "--port", port)
    assert code == 2
    assert f"cannot listen at 127.0.0.1, port {port}" in told


def test_a_port_that_is_none_is_told(tmp_path):
    code, _, told = run("serve", "--ledger", market(tmp_path), "--port", "70000")
    assert code == 2
    assert "name another with --port" in told
