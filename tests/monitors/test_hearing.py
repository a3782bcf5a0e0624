"""Counting monitors over a ledger of reports: rows are incidents, parties are known by whom they belong to."""

from dataclasses import replace
from pathlib import Path

import pytest

from histor.monitors.choosing import spanned_by
from histor.monitors.hearing.rows import rows_of
from histor.monitors.hearing.tables import heard_in_table
from histor.monitors.judging import judge
from histor.monitors.kinds.ceasefire import EXAMPLE as TRUCE
from histor.monitors.reading import read_definition
from histor.monitors.truce.definition import TruceDefinition
from histor.monitors.truce.judging import days_asked
from histor.monitors.truce.judging import judge as judge_truce
from histor.records.heard import Heard
from histor.run.hearing import hear
from monitors.reports import REPORTS, WHEN, Report, make_ledger
from monitors.scene import defined, imported, written

AIR = """
monitor = "air"
name = "Strikes in Yemen"
since = "2031-04-01"
until = "2031-04-20"

[attackers]
names = ["Yemen"]

[area]
countries = ["Yemen"]

[[dates]]
name = "truce"
day = "2031-04-10"
"""
TEMPO = AIR.replace('"air"', '"tempo"').replace('\n[attackers]\nnames = ["Yemen"]\n', "")


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    return hear(make_ledger(tmp_path_factory.mktemp("hearing")), recorded=WHEN)


def test_an_air_campaign_counts_strikes_from_the_air_by_whoever_belongs_to_the_attacker(heard: Heard) -> None:
    board = judge(defined(AIR), rows_of(heard, defined(AIR)), {})
    before, after = board.windows
    assert (before.tally.count, after.tally.count) == (0, 1)
    (row,) = after.tally.rows
    (deed,) = [each for each in heard.deeds if each.id == row]
    assert [line.sentence for line in deed.lines] == [REPORTS[4][3]]
    assert board.speaker.startswith("7 reports of ")


def test_a_tempo_counts_one_incident_for_two_reports_of_it(heard: Heard) -> None:
    board = judge(defined(TEMPO), rows_of(heard, defined(TEMPO)), {})
    counted = {day.day: (day.tally.count, day.tally.corroborated) for day in board.days if day.tally.count}
    assert counted == {"2031-04-12": (1, 1), "2031-04-14": (1, 1), "2031-04-17": (1, 0)}


def test_days_with_reports_are_heard_and_reports_are_never_counted(heard: Heard) -> None:
    board = judge(defined(TEMPO), rows_of(heard, defined(TEMPO)), {})
    days = {day.day: day for day in board.days}
    assert (days["2031-04-20"].heard, days["2031-04-20"].tally.count) == (1, 0)
    assert days["2031-04-05"].heard == 0


def test_what_is_only_denied_or_only_planned_is_no_row(tmp_path: Path) -> None:
    reports: list[Report] = [
        ("a", "2031-04-12", "Gulf Wire", "The Yemeni army denied that it had bombed Taiz on Friday."),
        ("b", "2031-04-12", "Gulf Wire", "The Yemeni army will bomb Marib on Monday, a minister said."),
    ]
    found = rows_of(hear(make_ledger(tmp_path, reports), recorded=WHEN), defined(TEMPO))
    assert [row for row in found.events if row.line] == []


def test_a_ceasefire_can_be_asked_of_an_event_table() -> None:
    rows = [
        {"code": "A", "date": "2031-04-02", "belligerent": "Jordan", "grading": "Fair"},
        {"code": "B", "date": "2031-04-03", "belligerent": "Jordan", "grading": "Weak"},
        {"code": "C", "date": "2031-04-04", "belligerent": "Islamic State", "grading": "Weak"},
        {"code": "D", "date": "2031-03-01", "belligerent": "Jordan", "grading": "Weak"},
    ]
    definition = read_definition(TRUCE, key="truce.toml")
    assert isinstance(definition, TruceDefinition)
    board = judge_truce(definition, heard_in_table(imported(written(rows))))
    assert [(each.deed.id, each.corroborated) for each in board.violations] == [("A", True), ("B", False)]
    assert [each.deed.id for each in board.excluded_strikes] == ["C"]
    assert board.until == "2031-04-04"


def test_a_board_hears_no_more_days_than_it_rests_on_and_says_the_same(tmp_path: Path) -> None:
    far = ("far", "2029-01-05", "Gulf Wire", "Rebels shelled Taiz on Thursday, killing nine people, the army said.")
    path = make_ledger(tmp_path, (*REPORTS, far))
    days = ("2031-04-12", "2031-04-14")
    some, everything = hear(path, spanned=lambda _: days, recorded=WHEN), hear(path, recorded=WHEN)
    assert {deed.first for deed in everything.deeds} > {deed.first for deed in some.deeds} == {*days}
    assert some.reports == everything.reports
    definition = defined(TEMPO)
    spanned = spanned_by(definition)
    assert spanned is not None
    narrow = hear(path, spanned=spanned, recorded=WHEN)
    assert "2029-01-04" not in {deed.first for deed in narrow.deeds}
    one, other = (judge(definition, rows_of(each, definition), {}) for each in (narrow, everything))
    assert (one.days, one.windows) == (other.days, other.windows)


def test_a_ceasefire_rests_on_as_many_days_before_it_as_since(tmp_path: Path) -> None:
    definition = read_definition(TRUCE, key="truce.toml")
    assert isinstance(definition, TruceDefinition)
    assert definition.in_effect == "2031-03-31"
    assert days_asked(definition, "2031-04-02") == ("2031-03-28", "2031-04-02")
    assert days_asked(replace(definition, until="2031-04-01"), "2031-05-02") == ("2031-03-29", "2031-04-01")
    assert days_asked(definition, None) == (None, None)
    path = make_ledger(tmp_path)
    whole, narrow = hear(path, recorded=WHEN), hear(path, spanned=spanned_by(definition), recorded=WHEN)
    assert judge_truce(definition, whole) == judge_truce(definition, narrow)


SINCE: Report = (
    "since", "2031-04-19", "Gulf Wire",
    "Aid workers met in Aden on Friday. Yemeni army jets have repeatedly bombed villages since the war began in 2029.",
)  # fmt: skip


def test_words_that_sum_up_many_happenings_are_no_strike_and_are_told(tmp_path: Path) -> None:
    heard = hear(make_ledger(tmp_path, [*REPORTS, SINCE]), recorded=WHEN)
    (deed,) = [each for each in heard.deeds if each.is_total]
    assert deed.lines[0].summary[0] == "“have repeatedly bombed”"
    board = judge(defined(AIR), rows_of(heard, defined(AIR)), {})
    assert sum(day.tally.count for day in board.days) == 1  # that of the quiet record, at Mukalla
    assert board.totals == (deed.id,)
    assert board.left_out == ()
