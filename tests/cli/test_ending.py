import json
import os
import signal
import subprocess

import pytest

from cli.running import PROGRAM, environment, make_ledger, run, run_on_terminal
from histor import __version__


def test_the_version_is_printed():
    assert run("--version") == (0, f"histor {__version__}\n", "")


def test_help_names_every_command_and_the_exit_codes():
    code, written, _ = run("--help")
    assert code == 0
    for command in ("read", "add", "claims", "events", "reports", "problems", "show", "trace", "demo", "doctor"):
        assert f" {command} " in written
    assert "1 finished, with problems" in " ".join(written.split())


def test_help_comes_without_loading_what_reads_and_stores():
    listed = "import sys, histor.cli.app; print(*sorted(sys.modules))"
    modules = subprocess.run([PROGRAM[0], "-c", listed], capture_output=True, text=True, check=True).stdout.split()
    assert "histor.cli.app" in modules
    for heavy in ("sqlite3", "lxml", "httpx", "trafilatura", "histor.read", "histor.steps", "histor.store"):
        assert heavy not in modules


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("events", "--type", "asault"), "Did you mean ASSAULT?"),
        (("events", "--since", "soon"), "Write a day as 2016-02-27"),
        (("read", "x.txt", "--published", "Monday"), "--published Monday: no day"),
        (("evnts",), "evnts"),
        (("events", "--colour"), "--colour"),
        (("read",), "INPUT"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_is_right(arguments, told):
    code, written, words = run(*arguments)
    assert (code, written) == (2, "")
    assert told in words


def test_a_ledger_that_is_not_there_is_told_in_one_line_and_ends_with_3(tmp_path):
    code, written, told = run("events", "--ledger", tmp_path / "none.db")
    assert (code, written) == (3, "")
    assert told == f"histor: there is no ledger at {tmp_path / 'none.db'}; `histor add FILE` makes one\n"


def test_a_file_that_is_no_ledger_ends_with_3(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("These are notes on the lull near Homs, and no ledger at all.\n" * 40)
    code, _, told = run("reports", "--ledger", path)
    assert code == 3
    assert "no histor ledger" in told


def test_an_id_that_is_not_there_ends_with_3(tmp_path):
    code, _, told = run("trace", "e-ffff", "--ledger", make_ledger(tmp_path))
    assert code == 3
    assert "'e-ffff'" in told


def test_an_id_that_fits_several_records_ends_with_2_and_names_them(tmp_path):
    code, _, told = run("trace", "e-", "--ledger", make_ledger(tmp_path))
    assert code == 2
    assert "e-0000000000000001" in told
    assert "e-0000000000000002" in told


def test_a_reader_that_goes_away_ends_the_answer_quietly(tmp_path):
    ledger = make_ledger(tmp_path)
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as nobody_reads:
        done = subprocess.run(
            [*PROGRAM, "events", "--json", "--ledger", str(ledger)], stdout=nobody_reads, stderr=subprocess.PIPE,
            env=environment(), check=False, timeout=60,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_ends_with_130_in_plain_words():
    waiting = subprocess.Popen(
        [*PROGRAM, "read", "-", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment(),
    )  # fmt: skip
    with waiting:
        line = b'{"id": "one", "text": "The army said its troops had left Homs.", "date": "2016-03-14"}\n'
        waiting.stdin.write(line * 200)
        waiting.stdin.flush()
        first = waiting.stdout.readline()  # it has begun, and the input does not end
        waiting.send_signal(signal.SIGINT)
        _, told = waiting.communicate(timeout=60)
    assert json.loads(first)["report"]["key"] == "one"
    assert waiting.returncode == 130
    assert told.decode() == "histor: Stopped.\n"


def test_no_color_is_respected(tmp_path):
    ledger = make_ledger(tmp_path)
    _, coloured = run_on_terminal("events", "--ledger", ledger)
    _, plain = run_on_terminal("events", "--ledger", ledger, NO_COLOR="1")
    assert "\x1b[1;31m" in coloured
    assert "\x1b[1;31m" not in plain
    assert "O occurred" in plain


def test_piped_output_has_no_colours_and_no_blanks_at_the_ends_of_lines(tmp_path):
    ledger = make_ledger(tmp_path)
    for command in ("events", "claims", "reports", "problems"):
        _, written, _ = run(command, "--ledger", ledger)
        assert "\x1b" not in written
        assert [line for line in written.splitlines() if line != line.rstrip()] == []
