"""`histor monitor` over a ledger: drafts, kept definitions, boards with their words, and files of them."""

import csv
import json
from pathlib import Path

import pytest

from cli.running import lines_of, run, run_on_terminal
from monitors.reports import MOVES, REPORTS, TALKS, make_ledger

FORCE = 'monitor = "posture"\nname = "Omani troops"\n\n[force]\nnames = ["Oman"]\n'
MUSCAT = 'monitor = "talks"\nname = "the talks in Muscat"\nplaces = ["Muscat"]\nparties = ["Yemen", "rebels"]\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ledger")
    make_ledger(made, [*REPORTS, *MOVES, *TALKS])
    (made / "force.toml").write_text(FORCE, encoding="utf-8")
    (made / "talks.toml").write_text(MUSCAT, encoding="utf-8")
    run("monitor", "add", "ceasefire", "--name", "truce", "--ledger", made / "yemen.db")
    return made


def test_suggest_shows_each_field_with_its_words_and_what_is_missing(folder: Path) -> None:
    code, written, told = run("monitor", "suggest", "--ledger", folder / "yemen.db")
    flat = " ".join(written.split())
    assert code == 0
    assert "in effect: 2031-04-10" in flat
    assert "left out: Islamic State" in flat
    assert "“It does not cover the Islamic State or al-Qaeda.”" in flat
    assert "No report says: an end." in flat
    assert "histor monitor add ceasefire-yem-2031-04-10" in told


def test_a_suggestion_as_json_has_its_lines_and_the_definition(folder: Path) -> None:
    _, written, _ = run("monitor", "suggest", "--ledger", folder / "yemen.db", "--json")
    form = json.loads(written.splitlines()[0])
    assert form["in_effect"][0]["value"] == "2031-04-10"
    assert {line["event"][:2] for line in form["brokers"][0]["lines"]} == {"e-"}
    assert 'in_effect = "2031-04-10"' in form["definition"]


def test_a_kept_definition_is_listed_and_asked_by_its_name(folder: Path) -> None:
    _, listed, _ = run("monitor", "list", "--ledger", folder / "yemen.db", "--json")
    assert [json.loads(line)["name"] for line in listed.splitlines()] == ["truce"]
    code, written, told = run("monitor", "show", "truce", "--ledger", folder / "yemen.db", "--rows")
    assert (code, told) == (0, "")
    assert "2 violations alleged: 1 corroborated by two origins or admitted, 1 denied" in written
    assert "Strikes and fights of those left out, no violations" in written
    assert f"“{REPORTS[2][3]}”" in written


def test_the_board_as_json_leads_to_events_that_can_be_traced(folder: Path) -> None:
    _, written, _ = run("monitor", "show", "truce", "--ledger", folder / "yemen.db", "--json")
    form = json.loads(written)
    event = form["violations"][0]["deed"]["lines"][0]["event"]
    code, traced, _ = run("trace", event, "--ledger", folder / "yemen.db")
    assert code == 0
    assert "shelled" in traced


def test_rows_of_one_part_are_listed(folder: Path) -> None:
    asked = ("monitor", "rows", "truce", "--ledger", folder / "yemen.db")
    _, written, _ = run(*asked, "--group", "excluded", "--json")
    assert [json.loads(line)["sentence"] for line in written.splitlines()] == [REPORTS[4][3]]
    code, _, told = run(*asked, "--group", "peace")
    assert code == 2
    assert "no group 'peace': the board has violations, excluded" in told


def test_a_ceasefire_is_exported_as_json_tables_and_a_picture(folder: Path, tmp_path: Path) -> None:
    code, written, _ = run("monitor", "export", "truce", "--ledger", folder / "yemen.db", "--into", tmp_path / "out")
    names = [Path(line).name for line in written.splitlines()]
    assert (code, names) == (0, ["board.json", "deeds.csv", "days.csv", "daily.csv", "eth-prio.csv", "strip.svg"])
    with (tmp_path / "out" / "deeds.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["counts_as"] for row in rows} == {"violation", "left out"}
    assert all(row["event"].startswith("e-") and row["sentence"] for row in rows)
    assert (tmp_path / "out" / "strip.svg").read_text(encoding="utf-8").startswith("<svg")


def test_posture_and_talks_are_asked_of_a_ledger(folder: Path, tmp_path: Path) -> None:
    _, force, _ = run("monitor", "show", folder / "force.toml", "--ledger", folder / "yemen.db")
    assert "To withdraw" in force
    _, talks, _ = run("monitor", "show", folder / "talks.toml", "--ledger", folder / "yemen.db")
    assert "The next date that is stated is 2031-05-12" not in talks  # it had passed on the last day heard
    assert "Round in Muscat, opened 2031-04-21: last told as walk-out" in talks
    run("monitor", "export", folder / "talks.toml", "--ledger", folder / "yemen.db", "--into", tmp_path)
    assert "walk-out" in (tmp_path / "meetings.csv").read_text(encoding="utf-8")


def test_an_event_table_has_no_sentences_for_posture(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("date,belligerent\n2031-04-01,Oman\n", encoding="utf-8")
    table = ("--records", tmp_path / "t.csv", "--profile", "airwars")
    code, _, told = run("monitor", "show", folder / "force.toml", *table)
    assert code == 2
    assert "a posture monitor reads reports, which an event table has not: give --ledger PATH" in told


def test_a_faulty_definition_is_not_kept(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(FORCE.replace("names", "name"), encoding="utf-8")
    code, _, told = run("monitor", "add", tmp_path / "bad.toml", "--ledger", folder / "yemen.db")
    assert code == 2
    assert "bad.toml:5: unknown key `name`" in told


def test_a_definition_is_withdrawn(tmp_path: Path) -> None:
    make_ledger(tmp_path)
    (tmp_path / "force.toml").write_text(FORCE, encoding="utf-8")
    ledger = ("--ledger", tmp_path / "yemen.db")
    assert run("monitor", "add", tmp_path / "force.toml", *ledger)[1] == f"{tmp_path / 'yemen.db'}: force kept\n"
    assert run("monitor", "withdraw", "force", *ledger)[0] == 0
    code, _, told = run("monitor", "show", "force", *ledger)
    assert code == 3
    assert "keeps no monitor 'force'; it keeps none" in told


def test_a_board_fits_a_terminal(folder: Path) -> None:
    code, written = run_on_terminal("monitor", "show", "truce", "--ledger", folder / "yemen.db", columns=100)
    assert code == 0
    assert max(map(len, lines_of(written))) <= 100


def test_a_ledger_without_a_truce_says_so(tmp_path: Path) -> None:
    path = make_ledger(tmp_path, [REPORTS[-1]])
    code, written, told = run("monitor", "suggest", "--ledger", path)
    assert (code, written) == (0, "")
    assert "No sentence in" in told
