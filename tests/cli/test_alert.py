"""`histor alert`: keep, list, check, try; what goes to standard output and how it ends."""

import json
from pathlib import Path

import pytest

from cli.running import run
from monitors.reports import make_ledger

ALERT = '[question]\ntype = "ASSAULT"\n\n[[rules]]\nrule = "dispute"\n\n[[rules]]\nrule = "rise"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_ledger(tmp_path)
    (tmp_path / "yemen.toml").write_text(ALERT, encoding="utf-8")
    return tmp_path


def test_an_alert_is_kept_listed_checked_once_and_withdrawn(folder: Path) -> None:
    ledger = folder / "yemen.db"
    code, written, _ = run("alert", "add", folder / "yemen.toml", "--ledger", ledger)
    assert (code, written.split(": ")[-1]) == (0, "yemen kept\n")
    _, written, told = run("alert", "check", "--day", "2031-04-20", "--ledger", ledger)
    assert "The Yemeni army denied that it had shelled Marib on Thursday." in written
    assert "yemen: 2031-04-20 checked · 1 new alert" in told
    code, written, told = run("alert", "check", "--day", "2031-04-20", "--ledger", ledger)
    assert (code, written) == (0, "")
    _, written, _ = run("alert", "list", "--ledger", ledger)
    assert "yemen  1 alert told · checked to 2031-04-20 · watches a question" in written
    assert "rise: " in written
    _, written, _ = run("alert", "list", "--ledger", ledger, "--json")
    assert json.loads(written)["told"] == 1
    assert run("alert", "withdraw", "yemen", "--ledger", ledger)[0] == 0
    assert "keeps no alert" in run("alert", "check", "--ledger", ledger)[2]


def test_a_dry_run_of_a_file_shows_what_it_would_have_told(folder: Path) -> None:
    path = folder / "yemen.toml"
    arguments = ("alert", "dry-run", path, "--days", "10", "--day", "2031-04-20", "--ledger", folder / "yemen.db")
    code, written, told = run(*arguments)
    assert code == 0
    assert "dispute, 2031-04-18" in written
    assert "1 alert over 10 days up to 2031-04-20; nothing was kept or sent." in told
    form = json.loads(run(*arguments, "--json")[1])
    assert (form["rule"], form["day"]) == ("dispute", "2031-04-18")


def test_wrong_use_is_told(folder: Path) -> None:
    ledger = folder / "yemen.db"
    code, _, told = run("alert", "check", "--day", "Tuesday", "--ledger", ledger)
    assert (code, "--day Tuesday: no day" in told) == (2, True)
    code, _, told = run("alert", "dry-run", folder / "yemen.toml", "--days", "0", "--ledger", ledger)
    assert (code, "--days 0" in told) == (2, True)
    (folder / "bad.toml").write_text(ALERT.replace("dispute", "quarrel"), encoding="utf-8")
    code, _, told = run("alert", "add", folder / "bad.toml", "--ledger", ledger)
    assert (code, "bad.toml:5: 'quarrel' cannot be `rule`" in told) == (2, True)


def test_what_could_not_be_sent_ends_with_one(folder: Path) -> None:
    (folder / "yemen.toml").write_text(f'{ALERT}\n[deliver]\nfile = "{folder}/none/a.jsonl"\n', encoding="utf-8")
    run("alert", "add", folder / "yemen.toml", "--ledger", folder / "yemen.db")
    code, _, told = run("alert", "check", "--day", "2031-04-20", "--ledger", folder / "yemen.db")
    assert code == 1
    assert "cannot be written to" in told
