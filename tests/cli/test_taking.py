import json
import signal
import sqlite3
import subprocess

import pytest

from cli.running import PROGRAM, environment, lines_of, plain, run, run_on_terminal

LULL = (
    "The ministry said on Monday that its aircraft had bombed a depot near Palmyra, killing at least 15 fighters. "
    "A rebel commander denied that any depot was hit.\n"
)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "lull.txt"
    path.write_text(LULL, encoding="utf-8")
    return path


def lines(number, day="2016-03-14"):
    """JSON lines of so many reports, each with words of its own."""
    return "".join(
        json.dumps(
            {"id": f"lull-{place}", "date": day, "text": f"Shells killed {place} people in Homs, a monitor said."}
        )
        + "\n"
        for place in range(1, number + 1)
    ).encode()


def objects(written):
    return [json.loads(line) for line in written.splitlines()]


def test_a_report_is_read_and_nothing_is_kept(report, tmp_path):
    code, written, told = run("read", report, "--published", "2016-03-14", "--outlet", "The Gazette", folder=tmp_path)
    assert (code, told) == (0, "")
    assert "The Gazette · 2016-03-14 (given)" in written
    assert "bombed" in written
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lull.txt"]


def test_json_is_one_record_a_report_and_nothing_else_on_standard_output(report):
    code, written, _ = run("read", report, "-", "--json", "--published", "2016-03-14", stdin=lines(2))
    assert code == 0
    first, *others = objects(written)
    assert first["report"]["text"] == LULL
    assert first["report"]["key"] == str(report)
    assert [each["report"]["key"] for each in others] == ["lull-1", "lull-2"]
    assert set(first) == {"report", "mentions", "claims", "events", "problems", "made_by"}


def test_what_the_caller_gives_wins(report):
    given = ("--published", "2016-03-14", "--outlet", "Wire", "--title", "A lull", "--url", "https://example.org/lull")
    _, written, _ = run("read", report, "--json", *given)
    told = objects(written)[0]["report"]
    assert (told["published"]["start"], told["published"]["basis"]) == ("2016-03-14", "given")
    assert (told["outlet"], told["title"], told["url"]) == ("Wire", "A lull", "https://example.org/lull")


def test_a_report_without_a_day_is_a_problem_and_ends_with_1(report):
    code, written, told = run("read", report, "--json")
    assert code == 1
    assert "undated-report" in {problem["code"] for problem in objects(written)[0]["problems"]}
    assert "--published" in told


def test_a_bad_input_is_told_and_every_other_one_is_read(report, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    inputs = (empty, tmp_path / "not-there.txt", report)
    code, written, told = run("read", *inputs, "--published", "2016-03-14", "--json")
    assert code == 1
    assert [each["report"]["key"] for each in objects(written)] == [str(report)]
    assert str(empty) in told
    assert "not-there.txt" in told


def test_a_report_on_a_terminal_is_marked_in_colour(report):
    code, written = run_on_terminal("read", report, "--published", "2016-03-14", columns=90)
    assert code == 0
    assert "\x1b[" in written
    assert "O occurred" in plain(written)
    assert max(map(len, lines_of(written))) <= 90


def test_added_reports_can_be_asked_for_and_are_not_added_twice(report, tmp_path):
    ledger = tmp_path / "lull.db"
    given = ("--published", "2016-03-14", "--ledger", ledger)
    code, written, _ = run("add", report, *given)
    assert code == 0
    assert f"{ledger}: 1 report added (" in written
    code, written, _ = run("add", report, *given)
    assert code == 0
    assert f"{ledger}: 0 reports added · 1 known already · 0 problems" in written
    _, written, _ = run("reports", "--ledger", ledger, "--json")
    assert [each["key"] for each in objects(written)] == [str(report)]


def test_adding_as_json_gives_the_numbers_and_the_problems_with_their_inputs(report, tmp_path):
    ledger = tmp_path / "lull.db"
    code, written, told = run("add", report, tmp_path / "gone.txt", "--ledger", ledger, "--json")
    assert (code, told) == (1, "")
    (summary,) = objects(written)
    assert (summary["ledger"], summary["added"], summary["known"]) == (str(ledger), 1, 0)
    assert {problem["key"] for problem in summary["problems"]} == {str(report), str(tmp_path / "gone.txt")}


def test_many_problems_of_one_kind_are_told_in_short(tmp_path):
    inputs = [tmp_path / f"{place}.txt" for place in range(9)]
    code, _, told = run("add", *inputs, "--ledger", tmp_path / "none.db")
    assert code == 1
    assert len(told.splitlines()) == 6
    assert "… and 4 more like this" in told


def test_ctrl_c_keeps_whole_reports_and_says_how_many(tmp_path):
    ledger = tmp_path / "lull.db"
    with subprocess.Popen(
        [*PROGRAM, "add", "-", "--ledger", str(ledger)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=environment(),
    ) as adding:  # fmt: skip
        adding.stdin.write(lines(120))
        adding.stdin.flush()
        while count_reports(ledger) == 0:  # a first batch is kept, and the input does not end
            assert adding.poll() is None
        adding.send_signal(signal.SIGINT)
        written, told = adding.communicate(timeout=60)
    assert adding.returncode == 130
    assert b"Stopped. What is counted here is kept" in told
    kept = count_reports(ledger)
    assert f"{kept} reports added" in written.decode()
    assert 50 <= kept <= 120


def count_reports(path):
    """Count the reports in a ledger that another process is writing."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    except sqlite3.OperationalError:  # its tables are not made yet
        return 0
    finally:
        connection.close()
