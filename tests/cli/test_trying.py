import json
import re
import shlex
import subprocess

import pytest

from cli.running import environment, make_ledger, run
from histor.run.joining import incident
from histor.store.ledger import open_to_read, open_to_write
from histor.store.questions import record
from histor.store.tracing import trace


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo, run once: its ledger, exit code, standard output and standard error."""
    ledger = tmp_path_factory.mktemp("demo") / "demo.db"
    return ledger, *run("demo", "--ledger", ledger)


def test_the_demo_shows_what_was_read_and_what_it_says(demo):
    _, code, written, told = demo
    assert code == 0
    assert "Read the example: " in told
    for title in ("What was read", "Day by day", "Who says what about the ceasefire", "Words that disagree"):
        assert title in written
    assert re.search(r"^  \d\d+ reports from \d+ outlets, 2016-0", written, re.MULTILINE)


def test_the_demo_finds_planned_acts_and_keeps_them_apart_from_those_that_occurred(demo):
    _, _, written, _ = demo
    rows = re.findall(r"^  [OGPTHD] (\w+) +(\d+) +\d+ +\d+$", written, re.MULTILINE)
    numbers = {status: int(number) for status, number in rows}
    assert numbers["occurred"] > 0
    assert numbers["planned"] > 0
    assert numbers["denied"] > 0


def test_the_commands_that_the_demo_names_work_as_they_stand(demo):
    ledger, _, written, _ = demo
    commands = written.split("Try next:")[1].split("Read it in the browser:")[0].strip().splitlines()
    assert len(commands) >= 5
    for command in commands:
        assert command.endswith(f" --ledger {ledger}")
        done = subprocess.run(shlex.split(command), capture_output=True, env=environment(), timeout=60, check=False)
        assert done.returncode == 0
        assert done.stdout


def test_the_demo_ends_with_an_address_and_four_steps_from_a_number_to_its_bytes(demo):
    ledger, _, written, _ = demo
    told = written.split("Read it in the browser: ")[1]
    assert re.search(rf"opened by  .*serve --ledger {ledger}", told)
    assert re.findall(r"^  (\d)\. ", told, re.MULTILINE) == ["1", "2", "3", "4"]
    with open_to_read(ledger) as opened:
        assert incident(opened, re.search(r"/incidents/(i-\w+)", told)[1]).tolls
        assert trace(opened, re.search(r"/trace/(r-\w+)", told)[1]).bytes_hold
        assert record(opened, re.search(r"/reports/(r-\w+)", told)[1])


def test_the_demo_run_again_adds_nothing(demo):
    ledger, *_ = demo
    _, _, told = run("demo", "--ledger", ledger)
    assert "0 reports added" in told


def test_the_demo_keeps_out_of_the_users_own_ledger(tmp_path):
    own = tmp_path / "own.db"
    code, written, _ = run(
        "demo", "--json", folder=tmp_path, HISTOR_LEDGER=str(own), XDG_CACHE_HOME=str(tmp_path / "cache")
    )
    assert code == 0
    assert json.loads(written)["ledger"] == str(tmp_path / "cache" / "histor" / "demo.db")
    assert not own.exists()
    assert not (tmp_path / "histor.db").exists()


def test_the_doctor_finds_a_good_installation_good(tmp_path):
    code, written, told = run("doctor", "--ledger", make_ledger(tmp_path))
    assert (code, told) == (0, "")
    assert {line[0] for line in written.splitlines()} == {"✓"}
    assert "✓ bytes: the kept bytes of 1 report match their sha256" in written


def test_the_doctor_needs_no_ledger(tmp_path):
    code, written, _ = run("doctor", "--ledger", tmp_path / "none.db")
    assert code == 0
    assert "there is none at" in written


def test_the_doctor_says_what_to_do_about_a_ledger_that_is_none(tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("These are notes, and no ledger. " * 100)
    code, written, _ = run("doctor", "--ledger", path)
    assert code == 3
    assert "✗ ledger: " in written
    assert "Restore it from a copy" in written


def test_the_doctor_notices_bytes_that_were_changed(tmp_path):
    path = make_ledger(tmp_path)
    with open_to_write(path) as ledger:
        for (name,) in ledger.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            ledger.connection.execute(f'DROP TRIGGER "{name}"')
        ledger.connection.execute("UPDATE raw SET coding = 'plain', bytes = x'00'")
    code, written, _ = run("doctor", "--ledger", path)
    assert code == 3
    assert "✗ bytes: 1 of 1 report is damaged" in written


def test_the_doctor_as_json_gives_one_check_a_line(tmp_path):
    _, written, _ = run("doctor", "--ledger", tmp_path / "none.db", "--json")
    checks = [json.loads(line) for line in written.splitlines()]
    assert {"Python", "histor", "register", "example", "ledger"} <= {check["name"] for check in checks}
    assert all(set(check) == {"name", "fine", "words", "advice"} for check in checks)
