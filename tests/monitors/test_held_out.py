"""Event tables that nobody knew before, read through a mapping file and no code: another country's air raids.

For ninety days raids are drawn around a ceasefire that holds for three weeks and then collapses; a second table tells
of a campaign of missiles, one row for all of a day.
"""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from histor.records.boards import TruceBoard
from histor.records.watch import Board
from histor.run.monitoring import watch

FIRST, TRUCE, COLLAPSE, DAYS = date(2033, 5, 1), date(2033, 5, 31), date(2033, 6, 21), 90
RAIDS = """\
speaker = "Highland Watch"
day = "Date of raid"
day_format = "%d.%m.%Y"
id = "No."
place = "Town"
admin1 = ["Province"]
attackers = "By"
recipients = "On"
separator = " and "
targets = "Object"
grade = "Basis"
words = "Note"
constant = { country = "Highland" }

[grades]
"two sources" = "fair"
"one source" = "weak"
"denied" = "discounted"
"""
AIR = """\
monitor = "air"
name = "Raids on Highland, May to July 2033"
since = "2033-05-01"
until = "2033-07-29"

[attackers]
names = ["Lowland Air Force"]

[[dates]]
name = "truce"
day = "2033-05-31"

[[dates]]
name = "collapse"
day = "2033-06-21"

[[groups]]
name = "the border towns"
admins = ["Border"]

[targets]
school = ["school"]

[[claims]]
by = "the ministry"
says = "raids have ended with the truce"
test = "tempo"
at = "truce"
direction = "fall"

[[claims]]
by = "the ministry"
says = "raids have moved to the border towns"
test = "mix"
group = "the border towns"
at = "truce"
direction = "rise"
"""
CEASEFIRE = """\
monitor = "ceasefire"
name = "the truce of Highland"
declared = "2033-05-29"
in_effect = "2033-05-31"

[[parties]]
name = "Lowland"
also = ["Lowland Air Force"]

[[parties]]
name = "Highland"
also = ["Highland army", "Highland villages"]
"""
MISSILES = """\
speaker = "Coast Guard Daily"
day = "day"
number = "missiles"
attackers = "launched by"
"""
TEMPO = """\
monitor = "tempo"
name = "Missiles on the coast"
since = "2033-05-01"
until = "2033-07-29"
count = "number"

[[dates]]
name = "campaign"
day = "2033-06-15"
"""


def level(day: date) -> float:
    return 4 if day < TRUCE else 0.2 if day < COLLAPSE else 3.5


def raids() -> str:
    draws, into = np.random.default_rng(4), io.StringIO()
    write = csv.writer(into, delimiter=";")
    write.writerow(("No.", "Date of raid", "Town", "Province", "By", "On", "Object", "Basis", "Note"))
    number = 0
    for place in range(DAYS):
        day = FIRST + timedelta(days=place)
        for _ in range(draws.poisson(level(day))):
            number += 1
            border = draws.random() < 0.3
            town, province = ("Weirford", "Border") if border else ("Upper Cross", "Inland")
            basis = ("two sources", "one source")[number % 2]
            note = f"Aircraft bombed {town}, {number} people fled."
            write.writerow((number, f"{day:%d.%m.%Y}", town, province, "Lowland Air Force", "Highland villages",
                            "school" if number % 9 == 0 else "house", basis, note))  # fmt: skip
    return into.getvalue()


def missiles() -> str:
    draws = np.random.default_rng(8)
    lines = ["day,missiles,launched by"]
    for place in range(DAYS):
        day = FIRST + timedelta(days=place)
        lines.append(f"{day},{draws.negative_binomial(3, 3 / (3 + (2 if place < 45 else 9)))},Lowland rocket force")
    return "\n".join([*lines, ""])


def asked(folder: Path, definition: str, table: str, mapping: str) -> Board | TruceBoard:
    for name, text in (("d.toml", definition), ("t.csv", table), ("m.toml", mapping)):
        (folder / name).write_text(text, encoding="utf-8")
    found = watch(str(folder / "d.toml"), str(folder / "t.csv"), "generic", mapping=str(folder / "m.toml"))
    assert found.problems == ()
    assert isinstance(found.board, Board | TruceBoard)
    return found.board


@pytest.fixture(scope="module")
def air(tmp_path_factory: pytest.TempPathFactory) -> Board:
    board = asked(tmp_path_factory.mktemp("air"), AIR, raids(), RAIDS)
    assert isinstance(board, Board)
    return board


def test_every_row_is_counted_in_its_window(air: Board) -> None:
    days = [row.split(";")[1] for row in raids().splitlines()[1:]]
    written = [date(int(day[6:]), int(day[3:5]), int(day[:2])) for day in days]
    expected = [
        sum(day < TRUCE for day in written),
        sum(TRUCE <= day < COLLAPSE for day in written),
        sum(day >= COLLAPSE for day in written),
    ]
    assert [window.tally.count for window in air.windows] == expected
    assert [window.days for window in air.windows] == [30, 21, 39]


def test_the_truce_is_seen_to_hold_and_to_collapse(air: Board) -> None:
    assert [test.verdict for test in air.tempo] == ["fall", "rise"]
    truce, collapse = air.changes
    assert truce.first <= "2033-05-31" <= truce.last
    assert collapse.first <= "2033-06-21" <= collapse.last


def test_the_claims_are_told_apart(air: Board) -> None:
    truce, border = (finding.verdict for finding in air.findings)
    assert (truce, border in ("not borne out", "cannot tell")) == ("borne out", True)
    assert air.answer[0].startswith("The record of Highland Watch bears out that raids have ended with the truce")


def test_grades_and_classes_come_from_the_mapping(air: Board) -> None:
    tally = air.windows[0].tally
    assert 0 < tally.corroborated < tally.count
    (school,) = air.windows[0].targets
    assert 0 < school.tally.count < tally.count / 4


def test_the_ceasefire_holds_at_first_and_has_collapsed_at_the_end(tmp_path: Path) -> None:
    board = asked(tmp_path, CEASEFIRE, raids(), RAIDS)
    assert isinstance(board, TruceBoard)
    states = {day.day: day.state for day in board.days}
    assert {states[f"2033-06-{day}"] for day in range(10, 21)} <= {"holding", "strained"}
    collapsed = [day for day, state in states.items() if state == "collapsed"]
    assert "2033-06-21" <= collapsed[0] <= "2033-06-28"
    assert states["2033-07-10"] == board.state == "collapsed"
    assert len(board.violations) > 100
    assert board.compared.verdict in ("no change visible", "fall")


@pytest.mark.parametrize("graded", [True, False])
def test_the_day_of_the_collapse_is_found_and_told_with_its_range(tmp_path: Path, graded: bool) -> None:
    mapping = RAIDS if graded else RAIDS.replace('grade = "Basis"', "").partition("[grades]")[0]
    board = asked(tmp_path, CEASEFIRE, raids(), mapping)
    assert isinstance(board, TruceBoard)
    (change,) = board.changes
    assert change.first <= "2033-06-21" <= change.last
    assert change.before < 0.5 < 3 < change.after
    assert any(sentence.startswith(f"About {change.day} (95 % range") for sentence in board.answer)
    assert board.state == "collapsed"


def test_a_table_is_heard_from_on_every_day_from_its_first_row_to_its_last(tmp_path: Path) -> None:
    board = asked(tmp_path, CEASEFIRE, raids(), RAIDS)
    assert isinstance(board, TruceBoard)
    assert all(day.heard for day in board.days)
    assert any(not day.alleged for day in board.days)


def test_a_truce_under_which_a_third_of_the_violence_goes_on_has_not_collapsed(tmp_path: Path) -> None:
    rows = raids().splitlines()
    late = [row for place, row in enumerate(rows[1:]) if row.split(";")[1][3:5] == "05" or place % 4 == 0]
    board = asked(tmp_path, CEASEFIRE, "\n".join([rows[0], *late, ""]), RAIDS)
    assert isinstance(board, TruceBoard)
    assert {course.state for course in board.courses} <= {"in effect", "holding", "strained"}


def test_a_campaign_of_missiles_is_counted_by_its_numbers(tmp_path: Path) -> None:
    board = asked(tmp_path, TEMPO, missiles(), MISSILES)
    assert isinstance(board, Board)
    numbers = [int(line.split(",")[1]) for line in missiles().splitlines()[1:]]
    assert [window.tally.count for window in board.windows] == [sum(numbers[:45]), sum(numbers[45:])]
    assert board.tempo[0].verdict == "rise"
    assert board.tempo[0].ratio is not None
    assert board.tempo[0].ratio.low < 4.5 < board.tempo[0].ratio.high
    assert any("2033-06-12" <= change.day <= "2033-06-19" for change in board.changes)


def test_a_mapping_that_names_a_column_the_table_lacks_is_told(tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"has no column Location, which profile 'generic' needs; it has No\., Date"):
        asked(tmp_path, AIR, raids(), RAIDS.replace('"Town"', '"Location"'))


def test_a_row_that_cannot_be_read_is_told_with_its_line_and_the_rest_is_counted(tmp_path: Path) -> None:
    broken = raids().replace("01.05.2033", "31.02.2033", 1)
    for name, text in (("d.toml", AIR), ("t.csv", broken), ("m.toml", RAIDS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = watch(str(tmp_path / "d.toml"), str(tmp_path / "t.csv"), "generic", mapping=str(tmp_path / "m.toml"))
    (problem,) = found.problems
    assert (problem.code, problem.key) == ("undated-row", f"{tmp_path}/t.csv:2")
    assert "'31.02.2033', which is not of the form %d.%m.%Y" in problem.message
    assert isinstance(found.board, Board)
    assert sum(window.tally.count for window in found.board.windows) == len(raids().splitlines()) - 2
