"""A person asks who a name is, and adds what the register lacks; reports are read with it from then on."""

import json
from pathlib import Path

import pytest

from cli.running import run

SHELLED = "The Gelbwald Brigade shelled a depot on Monday, a monitor said.\n"
ADD = ("actors", "add", "Gelbwald Brigade", "--country", "SYR", "--sector", "REB", "--ledger")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "histor.db"


def found(*arguments: str | Path) -> dict[str, object]:
    _, written, _ = run("actors", *arguments, "--json")
    return json.loads(written)


def shooter(ledger: Path, tmp_path: Path, command: str) -> dict[str, object]:
    report = tmp_path / "report.txt"
    report.write_text(SHELLED)
    _, written, _ = run(command, report, "--published", "2016-03-14", "--ledger", ledger, "--json")
    if command == "add":
        _, written, _ = run("events", "--ledger", ledger, "--json")
    return (json.loads(written.splitlines()[0]).get("events") or [json.loads(written.splitlines()[0])])[0]["actors"][0]


def test_a_name_is_explained_for_the_day(ledger: Path) -> None:
    assert (then := found("President Obama", "--day", "2016-03-14", "--ledger", ledger))["sector"] == "GOV"
    assert then["ref"] == "actor:barack-obama"
    assert found("President Obama", "--day", "2020-03-14", "--ledger", ledger)["sector"] == "ELI"


def test_the_page_names_entry_dates_and_spelling(ledger: Path) -> None:
    code, written, _ = run("actors", "President Obama", "--day", "2020-03-14", "--ledger", ledger)
    assert code == 0
    assert "actor:barack-obama Barack Obama (person, president, USA, 2009-01-20 to 2017-01-20)" in written
    assert "not as president on 2020-03-14" in written
    assert "[by “Obama”]" in written


def test_none_fits_is_an_answer_and_ends_with_one(ledger: Path) -> None:
    code, written, _ = run("actors", "the Wobbling Teapots", "--ledger", ledger)
    assert code == 1
    assert "none fits" in written


def test_an_added_actor_is_found_under_all_its_names_until_it_is_withdrawn(ledger: Path) -> None:
    assert run(*ADD, ledger, "--also", "Yellow Wood")[0] == 0
    assert found("Yellow Wood fighters", "--ledger", ledger)["ref"] == "own:gelbwald-brigade"
    assert run("actors", "withdraw", "own:gelbwald-brigade", "--ledger", ledger)[0] == 0
    assert found("Yellow Wood fighters", "--ledger", ledger)["ref"] is None


@pytest.mark.parametrize("command", ["read", "add"])
def test_reports_are_read_with_the_ledgers_additions(ledger: Path, tmp_path: Path, command: str) -> None:
    assert shooter(ledger, tmp_path, command)["ref"] is None
    run(*ADD, ledger)
    assert shooter(ledger, tmp_path, command)["ref"] == "own:gelbwald-brigade"


def test_an_addition_wins_over_a_name_that_comes_with_the_program(ledger: Path) -> None:
    run("actors", "add", "Kremlin", "--kind", "body", "--country", "RUS", "--ref", "own:tower", "--ledger", ledger)
    answer = found("the Kremlin", "--ledger", ledger)
    assert answer["ref"] == "own:tower"
    assert [one["why"] for one in answer["weighed"]][1] == "an entry that you added bears the name and wins"


def test_a_spelling_is_added_to_an_entry_that_comes_with_the_program(ledger: Path) -> None:
    run("actors", "add", "Obamma", "--ref", "actor:barack-obama", "--ledger", ledger)
    answer = found("President Obamma", "--day", "2016-03-14", "--ledger", ledger)
    assert (answer["ref"], answer["sector"]) == ("actor:barack-obama", "GOV")


def test_a_table_is_brought_in_and_a_bad_line_is_named(ledger: Path, tmp_path: Path) -> None:
    columns = "ref name kind country sector part_of since until office other_names source".split()
    table = tmp_path / "own.tsv"
    table.write_text(
        "\t".join(columns) + "\nown:a\tGelbwald Brigade\tgroup\tSYR\tREB\t\t\t\t\tYellow Wood|Gelb\tnotes\n"
    )
    code, written, _ = run("actors", "import", table, "--ledger", ledger)
    assert (code, "1 entry added" in written) == (0, True)
    assert found("Yellow Wood", "--ledger", ledger)["ref"] == "own:a"
    table.write_text("\t".join(columns) + "\nown:a\tGelb\ttribe\t\t\t\t\t\t\t\t\n")
    code, _, told = run("actors", "import", table, "--ledger", ledger)
    assert code == 3
    assert "line 2" in told


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("add", "X", "--kind", "tribe"), "--kind tribe"),
        (("add", "X", "--country", "Syria"), "--country Syria"),
        (("add", "X", "--sector", "REBEL"), "--sector REBEL"),
        (("add", "X", "--since", "2016"), "--since 2016"),
        (("add", "X", "--since", "2016-02-02", "--until", "2015-02-02"), "is after"),
        (("X", "--day", "Monday"), "--day Monday"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(ledger: Path, arguments: tuple[str, ...], named: str) -> None:
    code, _, told = run("actors", *arguments, "--ledger", ledger)
    assert code == 2
    assert named in told
    assert not ledger.exists()
