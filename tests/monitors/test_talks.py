"""The board of talks: rounds, who met whom, who left, and the next date as stated."""

from collections.abc import Callable
from pathlib import Path

import pytest

from histor.monitors.talks.definition import TalksDefinition
from histor.monitors.talks.judging import judge, wanted
from histor.records.boards import TalksBoard
from histor.run.hearing import hear
from monitors.reports import OPENED, TALKS, WALKED, WHEN, Report, make_ledger

DEFINITION = TalksDefinition("the talks in Muscat", ("Muscat",), ("Yemen", "rebels"), ("Oman",))
Boards = Callable[..., TalksBoard]


@pytest.fixture
def board(tmp_path: Path) -> Boards:
    def made(*reports: Report) -> TalksBoard:
        path = make_ledger(tmp_path, reports)
        return judge(DEFINITION, hear(path, wanted=wanted(DEFINITION), recorded=WHEN))

    return made


def test_a_round_has_its_day_place_and_who_met_whom(board: Boards) -> None:
    (found,) = board(OPENED).rounds
    assert (found.opened, found.place, found.state) == ("2031-04-21", "Muscat", "held")
    assert [(one.who, one.whom) for one in found.meetings] == [
        (("the government of Yemen",), ("the rebels",)),
        (("Oman's foreign minister",), ("the Yemeni delegation",)),
    ]
    assert found.meetings[1].brokers == ("Oman",)


def test_a_walk_out_is_told_with_who_left(board: Boards) -> None:
    (found,) = board(OPENED, WALKED).rounds
    assert found.state == "walk-out"
    left = found.meetings[-1]
    assert (left.kind, left.day, left.who) == ("walk-out", "2031-04-24", ("The rebel delegation",))
    assert left.brokers == ()


def test_the_next_date_is_given_as_stated(board: Boards) -> None:
    found = board(*TALKS)
    assert [one.day for one in found.next] == ["2031-05-12"]
    assert "The next date that is stated is 2031-05-12 (told on 2031-04-26)." in found.answer


def test_that_no_date_is_set_is_told(board: Boards) -> None:
    open_ = ("open", "2031-04-27", "Gulf Wire", "Oman has not set a date for the next round of talks in Muscat.")
    assert "No next date is set, as told on 2031-04-27." in board(OPENED, open_).answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rebels suspended their part in the Muscat talks on Friday.", "suspended"),
        ("The Muscat talks have been postponed, Oman said.", "postponed"),
        ("The government of Yemen refused to attend the talks in Muscat.", "refused"),
        ("The talks in Muscat ended without an agreement.", "outcome"),
    ],
)
def test_what_becomes_of_talks_is_named(text: str, kind: str, board: Boards) -> None:
    found = board(OPENED, ("later", "2031-04-25", "Gulf Wire", text))
    told = [one.kind for one in (*found.before, *(one for each in found.rounds for one in each.meetings))]
    assert kind in told


def test_a_delegation_that_only_weighs_leaving_has_not_left(board: Boards) -> None:
    weighing = ("weigh", "2031-04-23", "Gulf Wire", "The rebels were weighing whether to leave the talks in Muscat.")
    assert "walk-out" not in {one.kind for each in board(OPENED, weighing).rounds for one in each.meetings}


def test_talks_elsewhere_are_left_out(board: Boards) -> None:
    other = ("other", "2031-04-22", "Gulf Wire", "Talks on Libya opened in Tunis on Tuesday.")
    assert all("Libya" not in one.line.sentence for each in board(OPENED, other).rounds for one in each.meetings)
