"""The posture board: what was ordered of a force against what reports say was done, in part, whole or undone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from histor.monitors.posture.definition import Force, Location, PostureDefinition
from histor.monitors.posture.judging import judge, wanted
from histor.records.boards import PostureBoard, Promise
from histor.run.hearing import hear
from monitors.reports import BACK, LEFT, MOVES, ORDER, WHEN, Report, make_ledger

DEFINITION = PostureDefinition("Omani troops", Force(("Oman",)), (Location("Taiz", ("Taizz",)), Location("Marib")))
Boards = Callable[..., PostureBoard]


@pytest.fixture
def board(tmp_path: Path) -> Boards:
    def made(*reports: Report) -> PostureBoard:
        path = make_ledger(tmp_path, reports)
        return judge(DEFINITION, hear(path, wanted=wanted(DEFINITION), recorded=WHEN))

    return made


def promise(found: PostureBoard, kind: str) -> Promise:
    (one,) = [each for each in found.promises if each.kind == kind]
    return one


def test_an_order_alone_is_a_promise_that_nothing_bears_out(board: Boards) -> None:
    found = promise(board(ORDER), "withdraw")
    assert (found.state, found.site, found.reports) == ("ordered", "Taiz", ())
    assert found.rule == "ordered: no report since says that it was carried out"
    assert any("unknown, said to be unspecified" in move.number for move in found.moves)


def test_a_first_departure_bears_it_out_in_part(board: Boards) -> None:
    found = promise(board(ORDER, LEFT), "withdraw")
    assert [(bearing, move.line.sentence) for bearing, move in found.reports] == [("bears it out in part", LEFT[3])]
    assert (found.state, found.rule) == ("observed", "observed, in part: 1 report")


def test_troops_that_come_back_reverse_it(board: Boards) -> None:
    found = promise(board(*MOVES), "withdraw")
    assert found.state == "reversed"
    assert [bearing for bearing, _ in found.reports] == ["bears it out in part", "speaks against it"]


def test_troops_that_come_without_having_left_reverse_nothing(board: Boards) -> None:
    assert promise(board(ORDER, BACK), "withdraw").state == "ordered"


def test_a_base_that_is_to_remain_is_a_promise_of_its_own(board: Boards) -> None:
    found = promise(board(*MOVES), "remain")
    assert (found.site, found.state) == ("Marib", "announced")


def test_every_line_has_its_words_and_the_answer_says_what_is_unknown(board: Boards) -> None:
    found = board(*MOVES)
    texts = [text for _, _, _, text in MOVES]
    assert all(any(move.line.sentence in text for text in texts) for move in found.moves)
    assert any("its size is said not to be told: reversed" in sentence for sentence in found.answer)


def test_an_account_of_how_the_force_once_came_reverses_nothing(board: Boards) -> None:
    account = (
        "account",
        "2031-05-10",
        "Gulf Wire",
        "Over the winter, the Omani army said, Oman deployed troops to Taiz.",
    )
    found = promise(board(ORDER, LEFT, account), "withdraw")
    assert (found.state, [bearing for bearing, _ in found.reports]) == ("observed", ["bears it out in part"])


def test_what_is_no_force_neither_stays_nor_returns(board: Boards) -> None:
    said = (
        "said", "2031-05-10", "Gulf Wire",
        "Relations between Oman and Yemen remain active, Oman said. Oman will return to this issue in the spring.",
    )  # fmt: skip
    assert board(ORDER, said).moves == board(ORDER).moves


def test_who_saw_no_withdrawal_speaks_against_it(board: Boards) -> None:
    doubt = (
        "doubt",
        "2031-05-08",
        "Aden Courier",
        "There is no sign of a withdrawal of Omani troops, residents of Taiz said.",
    )
    found = promise(board(ORDER, doubt), "withdraw")
    assert [(bearing, move.state) for bearing, move in found.reports] == [("speaks against it", "denied")]
    assert "the contrary is told by 1 report" in board(ORDER, doubt).answer[0]


def test_a_focus_that_shifts_moves_no_force(board: Boards) -> None:
    focus = ("focus", "2031-05-08", "Aden Courier", "Oman has shifted its military focus to Marib, residents said.")
    assert all(move.kind != "reposition" for move in board(ORDER, focus).moves)
    moved = ("moved", "2031-05-08", "Aden Courier", "Oman has shifted its troops to Marib, residents said.")
    assert any(move.kind == "reposition" for move in board(ORDER, moved).moves)


def test_troops_that_remain_and_will_do_something_tell_what_stays(board: Boards) -> None:
    guard = ("guard", "2031-05-08", "Gulf Wire", "The Omani soldiers remaining there will guard the road, Oman said.")
    found = board(ORDER, LEFT, guard)
    assert [(bearing, move.state) for bearing, move in promise(found, "withdraw").reports] == [
        ("bears it out in part", "observed"), ("tells what stays", "remains"),
    ]  # fmt: skip


def test_what_is_kept_in_order_to_do_something_was_not_ordered(board: Boards) -> None:
    kept = ("kept", "2031-05-03", "Gulf Wire", "Oman will maintain a base in Marib in order to watch the truce.")
    assert promise(board(kept), "remain").state == "announced"


def test_what_was_agreed_on_is_promised_and_does_not_stand_yet(board: Boards) -> None:
    agreed = ("agreed", "2031-05-03", "Gulf Wire", "Oman agreed on a residual force in Taiz to watch the truce.")
    found = promise(board(agreed), "remain")
    assert (found.site, found.state) == ("Taiz", "announced")


def test_another_force_is_not_the_force(board: Boards) -> None:
    other = ("other", "2031-05-04", "Gulf Wire", "Saudi troops have withdrawn from Taiz, residents said on Sunday.")
    assert promise(board(ORDER, other), "withdraw").state == "ordered"


def test_without_any_promise_the_board_says_so(board: Boards) -> None:
    found = board(("calm", "2031-05-04", "Gulf Wire", "Rain fell on Taiz on Sunday."))
    assert found.promises == ()
    assert found.answer[0].startswith("No order or announcement of a move by this force was found")


def test_guests_that_come_and_go_are_no_force(board: Boards) -> None:
    guests = (
        "guests", "2031-05-08", "Gulf Wire",
        "We must search all luggage so as to make the stay and departure of our citizens in Taiz safe, Oman said.",
    )  # fmt: skip
    assert board(ORDER, guests).moves == board(ORDER).moves


def test_what_our_side_says_is_said_by_whoever_calls_it_ours(board: Boards) -> None:
    ours = ("ours", "2031-05-08", "Gulf Wire", "Our base said that the Omani troops will stay in Marib.")
    (move,) = [each for each in board(ours).moves if each.kind == "remain"]
    assert (move.line.voice, move.line.chain) == (None, ("Gulf Wire",))
