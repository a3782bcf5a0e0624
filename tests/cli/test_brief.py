"""`histor brief`: written in three forms from one question, and never with what its words do not have."""

import pytest

from cli.running import run
from histor.store.ledger import open_to_write
from run.market import FIRST, SECOND, keep, story


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "told.db"
    with open_to_write(made) as opened:
        keep(opened, story(FIRST), story(SECOND, outlet="Daily"), on="2026-05-01")
    return made


def test_a_brief_is_markdown_unless_a_file_says_otherwise(path, tmp_path):
    code, written, told = run("brief", "make", "--place", "Palmyra", "--ledger", path)
    assert code == 0, told
    assert f"“{FIRST}”" in written
    assert "place Palmyra" in written
    for name, begins in (("a.md", b"# Brief"), ("a.html", b"<!doctype html>"), ("a.pdf", b"%PDF"), ("a.json", b"{")):
        assert run("brief", "make", "--ledger", path, "--out", tmp_path / name)[0] == 0
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_an_invented_number_ends_with_1_and_writes_nothing(path, tmp_path):
    written = run("brief", "make", "--ledger", path)[1]
    edited = tmp_path / "edited.md"
    edited.write_text(written.replace("Gazette reported:", "Gazette reported 24 strikes:", 1))
    code, shown, _ = run("brief", "check", edited, "--ledger", path, "--out", tmp_path / "final.pdf")
    assert code == 1
    assert "number: '24' is not in the words of" in " ".join(shown.split())
    assert not (tmp_path / "final.pdf").exists()
    edited.write_text(written)
    assert run("brief", "check", edited, "--ledger", path, "--out", tmp_path / "final.pdf")[0] == 0
    assert (tmp_path / "final.pdf").exists()


def test_what_cannot_be_asked_is_told(path, tmp_path):
    assert run("brief", "make", "--ledger", path, "--out", tmp_path / "a.docx")[0] == 2
    assert run("brief", "make", "--ledger", path, "--monitor", "truce", "--place", "Palmyra")[0] == 2
    assert run("brief", "check", tmp_path / "none.md", "--ledger", path)[0] == 2
