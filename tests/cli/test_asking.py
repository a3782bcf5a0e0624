import json
from dataclasses import replace

import pytest

from cli.running import lines_of, make_ledger, plain, run, run_on_terminal
from cli.sample import DENIAL, FIRST, MINISTRY, RAW, RECORD, REPORT, STRIKE, WITHDRAWAL
from histor.records.form import form_of_record
from histor.store.append import append
from histor.store.ledger import open_to_write


@pytest.fixture
def ledger(tmp_path):
    return make_ledger(tmp_path)


def objects(written):
    return [json.loads(line) for line in written.splitlines()]


def test_events_are_listed_with_status_parties_counts_and_whose_word(ledger):
    code, written, told = run("events", "--ledger", ledger)
    assert (code, told) == (0, "")
    head, *rows = written.splitlines()
    assert head.split()[:3] == ["day", "status", "type"]
    strike = next(row for row in rows if STRIKE.id in row)
    for words in ("(2016-03-14)", "O occurred", "Russia → Islamic State", "Palmyra", "killed ≥15", "Defence Ministry"):
        assert words in strike
    planned = next(row for row in rows if WITHDRAWAL.id in row)
    for words in ("~2016-03-15", "P planned", "troops unknown", "The Gazette ← Northern Wire ← Ministry spokesman"):
        assert words in planned


def test_claims_are_listed_with_speaker_stance_words_and_chain(ledger):
    _, written, _ = run("claims", "--ledger", ledger)
    row = next(row for row in written.splitlines() if DENIAL.id in row)
    for words in ("denies", "that any depot was hit", "The Gazette ← “A rebel commander”"):
        assert words in row


def test_reports_are_listed_with_how_much_was_read_out_of_them(ledger):
    _, written, _ = run("reports", "--ledger", ledger)
    row = written.splitlines()[1]
    assert "2016-03-14 (given)" in row
    assert row.split()[-4:] == ["4", "3", "1", REPORT.id]


def test_problems_are_listed_with_what_to_do(ledger):
    _, written, _ = run("problems", "--ledger", ledger)
    assert "give it with --published" in written
    assert "wire/monday.txt" in written


def test_filters_narrow_the_answer(ledger):
    _, written, _ = run("events", "--ledger", ledger, "--status", "planned", "--since", "2016-03-15", "--json")
    assert [each["id"] for each in objects(written)] == [WITHDRAWAL.id]
    _, written, _ = run("claims", "--ledger", ledger, "--stance", "denies", "--json")
    assert [each["id"] for each in objects(written)] == [DENIAL.id]
    _, written, _ = run("events", "--ledger", ledger, "--limit", "1", "--json")
    assert len(objects(written)) == 1


def test_json_lines_carry_the_words_and_the_report(ledger):
    _, written, _ = run("claims", "--ledger", ledger, "--json")
    first = objects(written)[0]
    assert first["id"] == MINISTRY.id
    assert first["chain"] == ["The Gazette", "Defence Ministry"]
    assert first["words"].startswith("that its aircraft had bombed")
    assert first["said_by"] == "The Defence Ministry"
    assert first["report"]["key"] == "wire/monday.txt"
    _, written, _ = run("events", "--ledger", ledger, "--json")
    first = objects(written)[0]
    assert (first["words"], first["sentence"]) == ("bombed", FIRST[: FIRST.index(" A rebel")])


def test_a_shown_report_is_the_record_that_was_kept(ledger):
    _, written, _ = run("show", REPORT.id[:8], "--ledger", ledger, "--json")
    assert objects(written) == [{**form_of_record(RECORD), "decided": []}]
    _, written, _ = run("show", REPORT.id, "--ledger", ledger)
    assert "① Defence Ministry for Russia · asserts" in written


def test_a_trace_walks_down_to_the_words_the_offsets_and_the_bytes(ledger):
    code, written, _ = run("trace", STRIKE.id, "--ledger", ledger)
    assert code == 0
    start = STRIKE.trigger.start
    assert f"trigger: “bombed”  [{start}, {start + 6}]" in written
    assert f"stands in {MINISTRY.id}" in written
    assert "voices: The Gazette ← Defence Ministry" in written
    assert f"bytes: ✓ match sha256 {REPORT.sha256}" in written
    assert "made by: mark/1, link/1" in written


def test_a_trace_lights_the_very_words_and_not_the_same_words_elsewhere(tmp_path):
    text = "Troops left. Troops left again, the ministry said. Troops left."
    second = text.index("left again")
    report = replace(REPORT, text=text, blocks=(replace(REPORT.blocks[0], start=0, end=len(text), kind="paragraph"),))
    event = replace(STRIKE, claim=None, trigger=type(STRIKE.trigger)(second, second + 4), actors=(), recipients=(),
                    place=None, quantities=())  # fmt: skip
    path = tmp_path / "twice.db"
    with open_to_write(path) as opened:
        record = replace(RECORD, report=report, claims=(), events=(event,), problems=())
        append(opened, [(record, RAW)], recorded="2016-03-15T08:00:00Z")
    _, written = run_on_terminal("trace", event.id, "--ledger", path)
    assert "Troops \x1b[1;4mleft\x1b[0m again, the ministry said." in written


def test_a_trace_as_json_has_every_step(ledger):
    _, written, _ = run("trace", STRIKE.id, "--ledger", ledger, "--json")
    trace = objects(written)[0]
    assert [step["id"] for step in trace["steps"]] == [STRIKE.id, MINISTRY.id]
    assert trace["bytes_hold"] is True


def test_the_short_id_of_a_table_can_be_traced(tmp_path):
    path = tmp_path / "one.db"
    only = replace(RECORD, events=(STRIKE,), claims=(MINISTRY,))
    with open_to_write(path) as opened:
        append(opened, [(only, RAW)], recorded="2016-03-15T08:00:00Z")
    _, table = run_on_terminal("events", "--ledger", path)
    short = next(word for word in plain(table).split() if word.startswith("e-"))
    assert len(short) < len(STRIKE.id)
    code, written, _ = run("trace", short, "--ledger", path)
    assert code == 0
    assert STRIKE.id in written


@pytest.mark.parametrize("columns", [60, 80, 100, 180])
@pytest.mark.parametrize("command", ["events", "claims", "reports", "problems"])
def test_a_table_fits_the_terminal(ledger, command, columns):
    _, written = run_on_terminal(command, "--ledger", ledger, columns=columns)
    assert max(len(line) for line in lines_of(written)) <= columns
    assert "occurred" in plain(written) or command != "events"


def test_an_empty_answer_says_why_and_what_would_fill_it(ledger):
    code, written, told = run("events", "--ledger", ledger, "--place", "Atlantis", "--status", "occurred")
    assert (code, written) == (0, "")
    assert "No event fits --place Atlantis --status occurred." in told
    assert "holds 3 events in 1 report" in told


def test_an_empty_ledger_says_how_to_fill_it(tmp_path):
    path = tmp_path / "empty.db"
    open_to_write(path).close()
    code, written, told = run("claims", "--ledger", path)
    assert (code, written) == (0, "")
    assert f"histor add --ledger {path} FILE" in told


def test_an_empty_answer_as_json_is_no_line(ledger):
    code, written, told = run("events", "--ledger", ledger, "--place", "Atlantis", "--json")
    assert (code, written, told) == (0, "", "")


def test_a_table_that_is_cut_says_so(ledger):
    _, written, told = run("events", "--ledger", ledger, "--limit", "2")
    assert len(written.splitlines()) == 3
    assert "The first 2 are shown; --limit 0 shows all" in told


def test_the_ledger_can_be_named_by_the_environment(ledger):
    code, written, _ = run("reports", HISTOR_LEDGER=str(ledger))
    assert code == 0
    assert REPORT.id in written
