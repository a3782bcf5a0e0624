"""`histor places` as a person runs it: looking up, bringing in, adding."""

import json
from pathlib import Path

import pytest

from cli.running import run

LIST = "name,lat,lon,country\nUmm Tallin,36.0,37.0,SYR\nNowhere,100,37.0,SYR\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "own.db"


def found(*arguments: str | Path) -> tuple[int, dict[str, object]]:
    code, out, _ = run("places", *arguments, "--json")
    return code, json.loads(out)


def test_a_place_is_told_with_its_reason(ledger: Path) -> None:
    code, out, _ = run("places", "Hmeimim", "--ledger", ledger)
    assert code == 0
    assert out.startswith("“Hmeimim”: histor:hmeimim · site · Latakia · SYR")
    assert "“Hmeimim” is a name of it in the register" in out


def test_namesakes_are_told_apart_by_the_sentence_or_not_at_all(ledger: Path) -> None:
    code, told = found("Tripoli", "--ledger", ledger)
    assert (code, told["ref"]) == (1, None)
    code, told = found("Tripoli", "--in", "Shots rang out in Tripoli in Lebanon.", "--ledger", ledger)
    assert (code, told["ref"]) == (0, "histor:tripoli-lebanon")
    code, told = found("Tripoli", "--country", "LBY", "--ledger", ledger)
    assert (code, told["ref"]) == (0, "histor:tripoli")


def test_a_list_is_kept_and_used_and_its_bad_lines_are_told(ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    code, out, err = run("places", "import", file, "--ledger", ledger)
    assert (code, out) == (1, f"{ledger}: {file}: 1 place kept · 1 problem\n")
    assert "line 3: 100 degrees are beyond 90" in err
    code, told = found("Um Talin", "--country", "SYR", "--ledger", ledger)
    assert (code, told["country"], told["latitude"]) == (0, "SYR", 36.0)
    code, out, _ = run("places", "import", file, "--ledger", ledger)
    assert (code, out) == (0, f"{ledger}: {file}: known already · 0 problems\n")


def test_an_own_place_wins_until_it_is_withdrawn(ledger: Path) -> None:
    own = ("--latitude", "36.5", "--longitude", "37.5", "--country", "SYR", "--precision", "site", "--also", "LZ 9")
    code, out, _ = run("places", "add", "Umm Tallin", *own, "--ledger", ledger)
    assert (code, out) == (0, f"{ledger}: own:umm-tallin added\n")
    assert found("LZ 9", "--ledger", ledger)[1]["ref"] == "own:umm-tallin"
    assert run("places", "withdraw", "own:umm-tallin", "--ledger", ledger)[0] == 0
    assert found("LZ 9", "--ledger", ledger)[0] == 1


def test_reports_are_read_with_a_users_places(ledger: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Russian warplanes bombed Umm Tallin in Syria on Monday, killing 12 people.", encoding="utf-8")
    run("places", "add", "Umm Tallin", "--country", "SYR", "--latitude", "36", "--longitude", "37", "--ledger", ledger)
    code, out, _ = run("read", report, "--published", "2016-03-16", "--ledger", ledger, "--json")
    assert code == 0
    places = [event["place"] for event in json.loads(out)["events"] if event["place"]]
    assert [place["ref"] for place in places] == ["own:umm-tallin"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Aleppo", "--country", "SY"), "--country SY: not known; write an ISO 3166 alpha-3 code, such as SYR"),
        (("add", "A", "--precision", "spot"), "--precision spot: not known; one of site, town"),
        (("add", "A", "--latitude", "3"), "give both --latitude and --longitude, or neither"),
        (("add", "A", "--latitude", "93", "--longitude", "3"), "--latitude 93.0: must be between -90 and 90"),
        (("import", "none.csv"), "the list cannot be read"),
        (("import", "none.csv", "--column", "where=x"), "write WHAT=HEADER"),
    ],
)
def test_wrong_use_is_told_in_plain_words(ledger: Path, arguments: tuple[str, ...], words: str) -> None:
    code, _, err = run("places", *arguments, "--ledger", ledger)
    assert code in {2, 3}
    assert words in err
