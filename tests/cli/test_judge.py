"""`histor judge` and `histor changes`: clear before it is done, told after it is done, and taken back on request."""

import json

import pytest

from cli.running import plain, run, run_on_terminal
from histor.store.ledger import open_to_write
from run.market import DENIAL, FIRST, SECOND, keep, story

GAZETTE, DAILY, DENIED = story(FIRST), story(SECOND, outlet="Daily"), story(DENIAL, outlet="Herald")
MINE = GAZETTE.events[0].id
THEIRS = DAILY.events[0].id
RANA = ("--by", "Rana", "--why", "it says so")


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "told.db"
    with open_to_write(made) as opened:
        keep(opened, GAZETTE, on="2026-05-01")
        keep(opened, DAILY, on="2026-05-02")
    return made


def judge(path, *arguments, **extra):
    return run("judge", *arguments, "--ledger", path, **extra)


def objects(path, *arguments):
    code, written, told = run(*arguments, "--ledger", path, "--json")
    assert code == 0, told
    return [json.loads(line) for line in written.splitlines()]


def test_an_edit_shows_the_sentence_what_was_read_what_counts_now_and_how_to_undo_it(path):
    code, written, _ = judge(path, "edit", MINE, "place=Aleppo", "killed=14+", *RANA)
    assert code == 0
    flat = " ".join(written.split())
    assert f"“{FIRST}”" in flat
    assert "before: ASSAULT/aerial · occurred · jets · Palmyra · 2016-03-07 · killed 12" in flat
    assert "after: ASSAULT/aerial · occurred · jets · Aleppo · 2016-03-07 · killed ≥14" in flat
    assert "✎ place Palmyra → Aleppo, edited by Rana on" in flat
    assert "Take it back: histor judge undo d-" in flat
    (row,) = objects(path, "events", "--place", "Aleppo")
    assert {(each["who"], each["field"], each["why"]) for each in row["decided"]} == {
        ("Rana", "place", "it says so"),
        ("Rana", "quantities", "it says so"),
    }


def test_tables_pages_and_traces_mark_what_a_person_decided(path):
    judge(path, "edit", MINE, "target=hospital", *RANA)
    assert "✎ Rana: target" in run("events", "--ledger", path)[1]
    code, written = run_on_terminal("events", "--ledger", path, columns=80)
    assert code == 0
    assert "✎" in plain(written)
    assert "edited by Rana on" in run("show", GAZETTE.report.id, "--ledger", path)[1]
    assert "edited by Rana on" in " ".join(run("trace", MINE, "--ledger", path)[1].split())
    assert "✎ Rana: target" in " ".join(run("incidents", MINE, "--ledger", path)[1].split())


@pytest.mark.parametrize("what", [("reject", MINE), ("edit", MINE, "place=Aleppo"), ("merge", MINE, THEIRS)])
def test_what_changes_the_record_needs_a_reason(path, what):
    code, _, told = judge(path, *what, "--by", "Rana")
    assert code == 2
    assert "needs a reason: --why TEXT" in told


def test_whose_decision_it_is_comes_from_the_option_the_setting_or_the_user(path):
    judge(path, "confirm", MINE, "--by", "Rana")
    judge(path, "confirm", MINE, HISTOR_PERSON="Omar")
    judge(path, "confirm", MINE, LOGNAME="salem", USER="salem")
    assert [each["who"] for each in objects(path, "judge", "list")] == ["Rana", "Omar", "salem"]


def test_a_split_and_a_merge_tell_which_incidents_were_and_are(path):
    code, written, _ = judge(path, "split", THEIRS, *RANA)
    assert code == 0
    assert "before: 1 incident" in " ".join(written.split())
    assert "after: 2 incidents" in " ".join(written.split())
    assert len(objects(path, "incidents")) == 2
    judge(path, "merge", MINE, THEIRS, "--by", "Omar", "--why", "one market")
    (one,) = objects(path, "incidents")
    assert [(each["kind"], each["who"]) for each in one["decided"]] == [("split", "Rana"), ("merge", "Omar")]
    assert [len(objects(path, "incidents", "--as-of", day)) for day in ("2026-05-01", "2026-05-02")] == [1, 1]
    assert objects(path, "incidents", "--as-of", "2026-04-30") == []


def test_a_rejected_event_is_in_no_table_and_its_decision_is_undone_by_id(path):
    judge(path, "reject", MINE, *RANA)
    assert [row["id"] for row in objects(path, "events")] == [THEIRS]
    (made,) = objects(path, "judge", "list")
    assert (made["kind"], made["undone_by"], made["states"]) == ("reject", None, ["held"])
    code, written, _ = judge(path, "undo", made["id"][:8], "--by", "Omar")
    assert code == 0
    assert "undone by Omar" in " ".join(written.split())
    assert {row["id"] for row in objects(path, "events")} == {MINE, THEIRS}
    assert "undone by d-" in " ".join(judge(path, "list")[1].split())


def test_a_contradiction_is_rejected_by_the_id_that_it_is_listed_with(path):
    with open_to_write(path) as opened:
        keep(opened, DENIED, on="2026-05-03")
    found = objects(path, "contradictions")
    assert found
    assert found[0]["id"] in run("contradictions", "--ledger", path)[1]
    judge(path, "reject", found[0]["id"], *RANA)
    assert found[0]["id"] not in {each["id"] for each in objects(path, "contradictions")}
    assert found[0]["id"] in {each["id"] for each in objects(path, "contradictions", "--as-of", "2026-05-03")}


def test_wrong_use_is_told_in_words(path, tmp_path):
    for what, said in (
        (("confirm", "e-none"), "e-none"),
        (("edit", MINE, "place", *RANA), "write FIELD=VALUE"),
        (("edit", MINE, "colour=red", *RANA), "no field 'colour'"),
        (("undo", "d-none"), "no decision has the id"),
        (("note", MINE, " "), "the note is empty"),
    ):
        code, written, told = judge(path, *what)
        assert (code in (2, 3), written) == (True, "")
        assert said in told
    code, _, told = run("judge", "confirm", MINE, "--ledger", tmp_path / "none.db")
    assert code == 3
    assert "there is no ledger" in told
    assert not (tmp_path / "none.db").exists()


def test_changes_are_told_in_words_and_as_json(path):
    judge(path, "edit", MINE, "target=hospital", *RANA)
    code, written, _ = run("changes", "--from", "2026-05-02", "--ledger", path)
    assert code == 0
    for words in ("Added (1)", "Daily: From the east", "Told again (1)", "Decided (1)", "by Rana: it says so"):
        assert words in written
    found = objects(path, "changes", "--from", "2026-05-02", "--to", "2026-05-02")
    assert [each["change"] for each in found] == ["added", "told-again", "revised"]
    assert "Nothing changed" in run("changes", "--from", "2026-04-01", "--to", "2026-04-02", "--ledger", path)[2]
    code, _, told = run("changes", "--from", "yesterday", "--ledger", path)
    assert code == 2
    assert "yesterday" in told
