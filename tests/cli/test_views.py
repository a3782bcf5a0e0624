"""`histor views`: an address is saved, listed, had as rows, watched, renamed and withdrawn."""

import csv
import json
from pathlib import Path

import pytest

from cli.running import run
from monitors.reports import make_ledger


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(make_ledger(tmp_path_factory.mktemp("views")))


def test_a_view_goes_from_its_address_to_its_rows_and_to_an_alert(ledger: Path) -> None:
    at = ("--ledger", ledger)
    address = "http://127.0.0.1:8642/claims?text=ceasefire&speaker=envoy"
    code, written, _ = run("views", "save", "the envoy", address, "--by", "rana", *at)
    assert (code, written) == (0, f"{ledger}: the envoy saved: /claims?speaker=envoy&text=ceasefire\n")
    _, written, _ = run("views", "rows", "the envoy", *at)
    head = [line for line in written.splitlines() if line.startswith("# ")]
    (row,) = csv.DictReader(line for line in written.splitlines() if not line.startswith("# "))
    assert '# asked: {"speaker": "envoy", "text": "ceasefire"}' in head
    assert any(line.startswith("# as_of: 20") for line in head)
    assert row["speaker"] == "the envoy"
    assert run("views", "watch", "the envoy", "--rule", "dispute", *at)[0] == 0
    _, written, _ = run("views", "list", "--json", *at)
    told = json.loads(written)
    assert (told["who"], told["alerts"]) == ("rana", [{"name": "the envoy", "told": 0, "checked": None}])
    assert "watches the view 'the envoy'" in run("alert", "list", *at)[1]
    code, _, said = run("views", "rename", "the envoy", "envoy", *at)
    assert (code, "the alert the envoy watches it" in said) == (2, True)
    run("alert", "withdraw", "the envoy", *at)
    assert run("views", "rename", "the envoy", "envoy", *at)[0] == 0
    assert run("views", "withdraw", "envoy", *at)[0] == 0
    assert "keeps no view" in run("views", "list", *at)[2]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("save", "x", "/nowhere"), "is no view of the reading room"),
        (("save", "x", "/claims?speker=Aziz"), "cannot be asked here"),
        (("rows", "nothing"), "keeps no view 'nothing'"),
    ],
)
def test_what_cannot_be_is_told_in_words(ledger: Path, arguments: tuple[str, ...], told: str) -> None:
    code, _, said = run("views", *arguments, "--ledger", ledger)
    assert (code in (2, 3), told in said) == (True, True)
