"""The founding question on the record it was asked of: the table counted by hand, and what the board says by itself.

The series are not ours to carry: they are read from the folder that HISTOR_SHARED names (default: ../shared).
"""

import os
from pathlib import Path

import pytest

from histor.records.watch import Board, Variant, Witness
from histor.run.monitoring import watch

SHARED = Path(os.environ.get("HISTOR_SHARED", Path(__file__).parents[3] / "shared"))
SERIES = SHARED / "data" / "series"
DEFINITION = Path(__file__).parents[2] / "docs" / "monitors" / "founding-question.toml"
pytestmark = pytest.mark.skipif(not SERIES.exists(), reason=f"no series at {SERIES}")


@pytest.fixture(scope="module")
def board() -> Board:
    deaths = str(SERIES / "casualties_by_cause_of_death_by_day.csv")
    witnesses = {
        "centcom": str(SERIES / "centcom_strikes_2014-12_2016-10.csv"),
        "shelling": deaths,
        "shooting": deaths,
    }
    return watch(str(DEFINITION), str(SERIES / "airwars_syria.csv"), "airwars", witnesses=witnesses).board


def table(shown: Board | Variant) -> list[tuple[str, str, float, float, int]]:
    return [
        (w.first, w.last, w.tally.count, round(w.rate.value, 2), round(100 * (w.groups[0].share or 0)))
        for w in shown.windows
    ]


def beside(board: Board, name: str) -> Witness:
    return next(witness for witness in board.witnesses if witness.name == name)


def test_the_table_counted_by_hand_comes_out_exactly(board: Board) -> None:
    assert table(board) == [
        ("2016-01-27", "2016-02-26", 223, 7.19, 19),
        ("2016-02-27", "2016-03-14", 48, 2.82, 19),
        ("2016-03-15", "2016-04-21", 21, 0.55, 52),
        ("2016-04-22", "2016-06-30", 205, 2.93, 13),
    ]


def test_named_anywhere_and_in_every_spelling_two_rows_more_and_one_point_more_are_counted(board: Board) -> None:
    found = table(board.variants[0])
    assert [(count, share) for _, _, count, _, share in found] == [(223, 20), (48, 19), (23, 52), (205, 13)]
    assert [one.verdict for one in board.variants[0].findings] == [one.verdict for one in board.findings]


def test_the_level_fell_at_the_ceasefire_and_again_at_the_order(board: Board) -> None:
    assert [test.verdict for test in board.tempo] == ["fall", "fall", "rise"]
    ratios = [test.ratio for test in board.tempo if test.ratio]
    assert [round(ratio.value, 2) for ratio in ratios] == [0.39, 0.20, 5.30]
    assert all(ratio.low < ratio.value < ratio.high for ratio in ratios)


def test_a_shift_of_place_is_not_visible_before_the_order(board: Board) -> None:
    assert [test.verdict for test in board.mix] == ["no change visible", "rise", "fall"]


def test_the_sentence_says_which_claim_is_borne_out_and_what_cannot_be_shown(board: Board) -> None:
    shift, order, *_ = board.answer
    assert shift.startswith("The record of Airwars does not bear out that Russian strikes have shifted")
    assert order.startswith("The record of Airwars bears out that Russian strikes fall off from the order on")
    assert "harm that was alleged, not sorties" in board.answer[-1]
    assert "a governorate is a crude stand-in" in board.answer[-1]


def test_the_ceasefire_is_found_without_its_date(board: Board) -> None:
    assert any(change.first <= "2016-02-27" <= change.last for change in board.changes)


def test_the_coalitions_strike_lines_change_at_neither_date(board: Board) -> None:
    tests = beside(board, "Coalition strike lines in Syria").tempo
    assert [test.verdict for test in tests[:2]] == ["no change visible", "no change visible"]


def test_deaths_by_shelling_fell_at_the_ceasefire_and_by_shooting_did_not(board: Board) -> None:
    shelling, shooting = (beside(board, f"Deaths by {cause}").tempo[0] for cause in ("shelling", "shooting"))
    assert (round(shelling.before, 1), round(shelling.after, 1), shelling.verdict) == (21.8, 8.3, "fall")
    assert shooting.verdict == "no change visible"
