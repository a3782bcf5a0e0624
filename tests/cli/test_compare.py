"""`histor import events` and `histor compare`, as they are typed."""

import csv
import json

import pytest

from cli.running import run
from histor.store.append import append
from histor.store.ledger import open_to_write
from run.told_reports import report_of_strike

ROWS = (
    "code,date,place_en,governorate,lat,lon,belligerent,strike_type,civ_killed_min\n"
    "QS1,2016-03-07,Palmyra,Homs,34.56,38.28,Russian Military,Airstrike,12\n"
    "QS2,2016-03-09,Palmyra,Homs,34.56,38.28,Russian Military,Airstrike,3\n"
)


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "told.db"
    with open_to_write(path) as opened:
        append(opened, [report_of_strike("one", "2016-03-07", 12)], recorded="2026-11-01T00:00:00Z")
    (tmp_path / "rows.csv").write_text(ROWS, encoding="utf-8")
    return path


def taken(ledger):
    return run("import", "events", ledger.parent / "rows.csv", "--profile", "airwars", "--ledger", ledger)


def test_an_import_says_what_it_added_and_what_was_there(ledger):
    assert taken(ledger)[:2] == (0, f"2 events of airwars added to {ledger}.\n")
    assert taken(ledger)[1] == f"0 events of airwars added to {ledger}; 2 were there.\n"


def test_a_bad_line_is_told_and_ends_with_one(ledger):
    (ledger.parent / "rows.csv").write_text(ROWS + "QS3,no day,Palmyra,,,,,,\n", encoding="utf-8")
    code, written, told = taken(ledger)
    assert code == 1
    assert "2 events" in written
    assert "rows.csv:4" in told


def test_a_comparison_is_shown_as_a_table_as_json_and_as_csv(ledger):
    taken(ledger)
    out = ledger.parent / "compared.csv"
    code, written, _ = run("compare", "--theirs", "airwars", "--ledger", ledger, "--csv", out)
    assert code == 0
    assert "reports (ours) and airwars (theirs): shared 1, only ours 0, only theirs 1." in written
    assert "QS1" in written
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))
    assert [(row["side"], row["theirs"]) for row in rows] == [("shared", "QS1"), ("only theirs", "QS2")]
    _, lines, _ = run("compare", "--theirs", "airwars", "--ledger", ledger, "--json")
    shared, theirs = map(json.loads, lines.splitlines())
    assert shared["side"] == "shared"
    assert shared["ours"][0]["sentence"].startswith("On that day jets hit the diesel traders")
    assert {reason["what"] for reason in shared["reasons"]} >= {"same-place", "same-day"}
    assert theirs["why"] == "reports has nothing of that kind, place and day"


def test_a_dataset_that_is_not_there_is_wrong_use(ledger):
    code, _, told = run("compare", "--theirs", "acled", "--ledger", ledger)
    assert code == 2
    assert "import" in told or "no dataset 'acled'" in told
