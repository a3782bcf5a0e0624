"""Reading into the ledger keeps what was read, counts it, and loses nothing that came before an error."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from histor.records.made import Problem
from histor.records.question import Question
from histor.records.record import Record
from histor.run.keeping import Kept, keep
from histor.store.ledger import Ledger, open_to_write
from histor.store.questions import problems, tally
from store.records_at_hand import NEWER_STEPS, bytes_of, depot

MARCH = "2016-03-20T12:00:00Z"
EMPTY = Problem("empty", "the file is empty; give one with words", key="blank.txt")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_to_write(tmp_path / "histor.db") as opened:
        yield opened


def entries(*numbers: object) -> Iterator[tuple[Record, bytes]]:
    for number in numbers:
        record = depot(str(number))
        yield record, bytes_of(record)


def test_what_is_new_and_what_is_known_is_counted(ledger: Ledger) -> None:
    assert keep(entries(1, 2), ledger, recorded=MARCH) == Kept(added=2, known=0, claims=6, events=6, problems=2)
    assert keep(entries(1, 2, 3), ledger, recorded=MARCH) == Kept(added=1, known=2, claims=3, events=3, problems=3)
    assert tally(ledger).readings == 3


def test_nothing_read_is_nothing_kept(ledger: Ledger) -> None:
    assert keep([], ledger, recorded=MARCH) == Kept()


def test_a_newer_step_adds_a_reading(ledger: Ledger) -> None:
    keep(entries(1), ledger, recorded=MARCH)
    newer = replace(depot("1"), made_by=NEWER_STEPS)
    assert keep([(newer, bytes_of(newer))], ledger, recorded=MARCH).added == 1


def test_problems_of_inputs_are_kept_among_the_records(ledger: Ledger) -> None:
    kept = keep([EMPTY, *entries(1)], ledger, recorded=MARCH)
    assert (kept.added, kept.problems) == (1, 2)
    assert EMPTY in [row.problem for row in problems(ledger, Question()).items]


def test_more_than_one_batch_is_kept_in_full(ledger: Ledger) -> None:
    assert keep(entries(*range(120)), ledger, recorded=MARCH).added == 120
    assert tally(ledger).reports == 120


def test_a_full_batch_is_kept_before_the_next_record_is_asked_for(ledger: Ledger) -> None:
    seen: list[int] = []

    def watched() -> Iterator[tuple[Record, bytes]]:
        for entry in entries(*range(101)):
            seen.append(tally(ledger).reports)
            yield entry

    keep(watched(), ledger, recorded=MARCH)
    assert seen[-1] == 100


def test_the_ledger_is_free_for_others_while_a_report_is_read(ledger: Ledger) -> None:
    def slow() -> Iterator[tuple[Record, bytes]]:
        yield from entries(1)
        with open_to_write(ledger.path, patience=0.0) as other:
            keep(entries(2), other, recorded=MARCH)
        yield from entries(3)

    assert keep(slow(), ledger, recorded=MARCH).added == 2
    assert tally(ledger).reports == 3


def stopped_by(stop: type[BaseException]) -> Iterator[tuple[Record, bytes] | Problem]:
    yield from entries(1, 2)
    yield EMPTY
    raise stop("the pipe broke")


def test_what_was_read_before_an_error_is_kept(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="the pipe broke"):
        keep(stopped_by(ValueError), ledger, recorded=MARCH)
    assert tally(ledger).reports == 2
    assert keep(entries(1, 2, 3), ledger, recorded=MARCH).added == 1


def test_ctrl_c_is_told_beside_what_was_kept(ledger: Ledger) -> None:
    kept = keep(stopped_by(KeyboardInterrupt), ledger, recorded=MARCH)
    assert (kept.stopped, kept.added) == (True, 2)
    assert tally(ledger).reports == 2
    assert keep(entries(1, 2, 3), ledger, recorded=MARCH).added == 1
