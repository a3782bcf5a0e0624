"""`histor monitor`: the board on the terminal, as JSON, as pictures and row by row; and definitions checked."""

import json
from pathlib import Path

import pytest

from cli.running import lines_of, run, run_on_terminal
from histor.monitors.kinds.air import EXAMPLE
from monitors.scene import strikes


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A definition and a table of strikes, before a truce and after it."""
    made = tmp_path_factory.mktemp("monitor")
    witness = '\n[[witnesses]]\nkey = "deaths"\nname = "deaths"\nrole = "witness"\nprofile = "generic"\n'
    witness += 'mapping = "deaths.toml"\ncount = "number"\n'
    (made / "truce.toml").write_text(EXAMPLE + witness, encoding="utf-8")
    (made / "strikes.csv").write_text(strikes(), encoding="utf-8")
    (made / "deaths.toml").write_text('speaker = "Valley Watch"\nday = "day"\nnumber = "dead"\n', encoding="utf-8")
    deaths = [f"2031-03-{day:02},{12 + day % 3}" for day in range(1, 31)]
    deaths += [f"2031-04-{day:02},{4 + day % 3}" for day in range(1, 30)]
    (made / "deaths.csv").write_text("\n".join(["day,dead", *deaths, ""]), encoding="utf-8")
    return made


def given(folder: Path, *more: str) -> list[str | Path]:
    return [folder / "truce.toml", "--records", folder / "strikes.csv", "--profile", "airwars", *more]


def test_a_board_opens_with_the_answer_and_has_its_figures(folder: Path) -> None:
    code, written, told = run("monitor", "show", *given(folder))
    assert (code, told) == (0, "")
    answer, figures = written.split("By the day")
    assert "does not bear out that strikes have shifted to the river towns" in answer
    assert "What this record cannot show" in answer
    assert "2031-03-01 … 2031-03-30" in figures
    assert "fall" in figures
    assert "Breaks found without a date" in figures


def test_a_board_fits_a_terminal(folder: Path) -> None:
    code, written = run_on_terminal("monitor", "show", *given(folder), columns=100)
    assert code == 0
    assert max(map(len, lines_of(written))) <= 100
    assert "Strikes around the truce" in written


def test_a_witness_is_put_beside_the_record(folder: Path) -> None:
    code, written, _ = run("monitor", "show", *given(folder, "--witness", f"deaths={folder / 'deaths.csv'}"))
    assert code == 0
    assert "Witness: deaths (Valley Watch)" in written
    assert "The witness, deaths (Valley Watch), fell at the truce" in written


def test_the_board_as_json_comes_down_to_the_rows(folder: Path) -> None:
    code, written, _ = run("monitor", "show", *given(folder, "--json"))
    form = json.loads(written)
    assert code == 0
    assert form["findings"][0]["verdict"] == "not borne out"
    counted = form["windows"][1]["tally"]
    _, listed, _ = run("monitor", "rows", *given(folder, "--window", "2", "--json"))
    assert [json.loads(line)["id"] for line in listed.splitlines()] == counted["rows"]


def test_rows_of_a_group_are_listed_with_their_place(folder: Path) -> None:
    code, written, _ = run("monitor", "rows", *given(folder, "--window", "1", "--group", "the river towns"))
    assert code == 0
    lines = written.splitlines()[1:]
    assert lines
    assert all("Weir, Lower Valley" in line for line in lines)


def test_a_board_is_exported_with_its_pictures(folder: Path, tmp_path: Path) -> None:
    code, written, _ = run("monitor", "export", *given(folder, "--into", str(tmp_path / "out")))
    assert code == 0
    names = ["board.json", "rows.csv", "strip.svg", "tempo.svg", "mix.svg"]
    assert written.splitlines() == [str(tmp_path / "out" / name) for name in names]
    assert json.loads((tmp_path / "out" / "board.json").read_text())["name"] == "Strikes around the truce"
    assert (tmp_path / "out" / "mix.svg").read_text().startswith("<svg")


def test_a_good_definition_is_called_good(folder: Path) -> None:
    code, written, _ = run("monitor", "check", folder / "truce.toml")
    assert (code, written) == (0, f"{folder / 'truce.toml'}: good\n")


def test_a_fault_in_a_definition_is_told_with_its_line(folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(EXAMPLE.replace('named = "any"', 'named = "some"'), encoding="utf-8")
    code, written, _ = run("monitor", "check", bad)
    assert code == 1
    assert written.startswith(f"{bad}:10: 'some' cannot be `named`")
    code, _, told = run("monitor", "show", bad, "--records", folder / "strikes.csv", "--profile", "airwars")
    assert code == 2
    assert f"{bad}:10:" in told


def test_bad_lines_of_the_record_are_told_and_end_with_one(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "strikes.csv"
    path.write_text(strikes() + strikes().splitlines()[1].replace("2031-03-01", "1 March") + "\n", encoding="utf-8")
    code, written, told = run("monitor", "show", folder / "truce.toml", "--records", path, "--profile", "airwars")
    assert code == 1
    assert "Strikes around the truce" in written
    assert "has the day '1 March'" in told
    assert "[undated-row]" in told


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (["--profile", "gedd"], "no profile 'gedd': it is one of airwars, centcom, ged, acled, generic"),
        (["--profile", "generic"], "needs a mapping file"),
        (["--mapping", "m.toml"], "profile airwars takes no mapping file"),
        (["--witness", "deaths"], "write KEY=FILE"),
        (["--witness", "births=x.csv"], "no witness has the key 'births'; the definition has deaths"),
        (["--records", "nowhere.csv"], "nowhere.csv cannot be read"),
    ],
)
def test_wrong_use_is_told_in_plain_words(folder: Path, change: list[str], words: str) -> None:
    code, written, told = run("monitor", "show", *given(folder), *change)
    assert (code, written) == (2, "")
    assert words in told


def test_a_table_that_nobody_knew_needs_a_mapping_file_only(folder: Path, tmp_path: Path) -> None:
    raids = [
        f"{day:02}.{month:02}.2031;Weir;North" for month in (3, 4) for day in range(1, 29) for _ in range(5 - month)
    ]
    (tmp_path / "raids.csv").write_text("\n".join(["raid on;town;by", *raids, ""]), encoding="utf-8")
    mapping = 'speaker = "Valley Watch"\nday = "raid on"\nday_format = "%d.%m.%Y"\nplace = "town"\nattackers = "by"\n'
    (tmp_path / "raids.toml").write_text(mapping, encoding="utf-8")
    definition = EXAMPLE.replace("Northern Air Force", "North").replace(
        'admins = ["Lower Valley"]', 'places = ["Weir"]'
    )
    (tmp_path / "truce.toml").write_text(definition, encoding="utf-8")
    read = ("--records", tmp_path / "raids.csv", "--profile", "generic", "--mapping", tmp_path / "raids.toml")
    code, written, told = run("monitor", "show", tmp_path / "truce.toml", *read, "--json")
    form = json.loads(written)
    assert (code, told) == (0, "")
    assert form["speaker"] == "Valley Watch"
    assert [window["tally"]["count"] for window in form["windows"]] == [56, 28]
    assert form["tempo"][0]["verdict"] == "fall"
