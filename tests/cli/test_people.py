"""`histor people`: the accounts of a team, made where nobody can read the password along."""

import json

import pytest

from cli.running import run
from histor.store.ledger import open_to_write
from run.market import FIRST, keep, story

PASSWORD = b"a long enough word\n"


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "told.db"
    with open_to_write(made) as opened:
        keep(opened, story(FIRST), on="2026-05-01")
    return made


def add(path, name, role="analyst"):
    return run("people", "add", name, "--role", role, "--password-stdin", "--ledger", path, stdin=PASSWORD)


def test_an_account_is_made_listed_changed_and_audited(path):
    assert add(path, "Rana")[0] == 0
    assert run("people", "change", "Rana", "--role", "admin", "--ledger", path)[0] == 0
    assert run("people", "change", "Rana", "--shut", "--ledger", path)[0] == 0
    (line,) = run("people", "list", "--json", "--ledger", path)[1].splitlines()
    told = json.loads(line)
    assert (told["name"], told["role"], told["active"]) == ("Rana", "admin", False)
    trail = [json.loads(each)["what"] for each in run("people", "audit", "--json", "--ledger", path)[1].splitlines()]
    assert trail == ["shut", "gave the role admin", "made an account"]


def test_an_invitation_is_an_address(path):
    code, written, _ = run("people", "invite", "--address", "https://room.example/", "--ledger", path)
    assert code == 0
    assert written.startswith("https://room.example/join/")


def test_what_cannot_be_is_told(path):
    add(path, "Rana")
    assert add(path, "Rana")[0] == 2
    assert add(path, "Omar", role="king")[0] == 2
    assert run("people", "change", "Rana", "--ledger", path)[0] == 2
    assert run("people", "change", "Omar", "--shut", "--ledger", path)[0] == 3


def test_the_ledger_holds_no_account_and_its_companion_is_for_its_owner_alone(path):
    before = path.read_bytes()
    add(path, "Rana")
    assert path.read_bytes() == before
    companion = path.with_name("told.db.people")
    assert companion.stat().st_mode & 0o077 == 0


def test_a_team_needs_an_administrator_first(path):
    code, _, told = run("serve", "--team", "--port", "0", "--ledger", path)
    assert code == 2
    assert "histor people add NAME --role admin" in told
