"""The ledger keeps records whole, once, and for good."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from histor.errors import LedgerError, UsageError
from histor.records.made import Problem
from histor.records.question import Question
from histor.records.record import Record
from histor.store.append import append, append_problems
from histor.store.ledger import Ledger, open_to_read, open_to_write
from histor.store.questions import claims, events, problems, raw_of, record, reports, tally
from store.records_at_hand import NEWER_STEPS, any_record, bytes_of, depot, on, sha256, with_report

MARCH, APRIL = "2016-03-20T12:00:00Z", "2016-04-20T12:00:00Z"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_to_write(tmp_path / "histor.db") as opened:
        yield opened


def keep(ledger: Ledger, *records: Record, recorded: str = MARCH) -> tuple[bool, ...]:
    return append(ledger, [(one, bytes_of(one)) for one in records], recorded=recorded)


def test_a_record_comes_back_equal(ledger: Ledger) -> None:
    keep(ledger, depot())
    assert record(ledger, "r-1") == depot()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(written=any_record())
def test_any_record_comes_back_equal(written: Record) -> None:
    with TemporaryDirectory() as folder, open_to_write(Path(folder) / "histor.db") as ledger:
        assert keep(ledger, written) == (True,)
        assert record(ledger, written.report.id) == written
        assert raw_of(ledger, written.report.id) == bytes_of(written)
        assert tuple(row.claim for row in claims(ledger, Question()).items) == written.claims
        assert tuple(row.event for row in events(ledger, Question()).items) == written.events
        assert tuple(row.problem for row in problems(ledger, Question()).items) == written.problems


def test_adding_again_adds_nothing(ledger: Ledger) -> None:
    assert keep(ledger, depot("1"), depot("2")) == (True, True)
    before = tally(ledger)
    assert keep(ledger, depot("2"), depot("1"), depot("3"), depot("3")) == (False, False, True, False)
    assert tally(ledger).readings == before.readings + 1


def test_the_same_words_found_elsewhere_are_the_same_report(ledger: Ledger) -> None:
    keep(ledger, depot())
    assert keep(ledger, with_report(depot(), key="copies/1.txt", fetched=MARCH)) == (False,)


def test_a_newer_step_appends_a_reading_and_the_newest_answers(ledger: Ledger) -> None:
    keep(ledger, depot())
    newer = replace(depot(), made_by=NEWER_STEPS, claims=depot().claims[:1], events=depot().events[:1])
    assert keep(ledger, newer, recorded=APRIL) == (True,)
    assert record(ledger, "r-1") == newer
    assert len(claims(ledger, Question()).items) == 1
    assert tally(ledger).readings == 2


def test_as_of_answers_as_the_ledger_stood(ledger: Ledger) -> None:
    keep(ledger, depot())
    keep(ledger, replace(depot(), made_by=NEWER_STEPS, claims=(), events=()), depot("2"), recorded=APRIL)
    assert record(ledger, "r-1", as_of="2016-04-01") == depot()
    assert len(claims(ledger, Question(as_of="2016-04-01")).items) == 3
    assert {row.source.report_id for row in claims(ledger, Question()).items} == {"r-2"}
    assert reports(ledger, Question(as_of="2016-03-20T11:59:59Z")).items == ()
    assert len(reports(ledger, Question(as_of="2016-03-20T13:00:00+01:00")).items) == 1


def test_a_day_given_later_is_a_reading_that_counts(ledger: Ledger) -> None:
    keep(ledger, depot(day=None))
    assert keep(ledger, with_report(depot(), published=on("2016-03-15")), recorded=APRIL) == (True,)
    (row,) = reports(ledger, Question()).items
    assert row.source.published.start == "2016-03-15"
    assert len(claims(ledger, Question()).items) == 3


def test_a_newer_reader_or_another_outlet_takes_the_place_of_the_same_words(ledger: Ledger) -> None:
    keep(ledger, depot())
    renamed = with_report(depot(), id="r-other", outlet="Gazette")
    newer = replace(with_report(depot(), id="r-new"), made_by=NEWER_STEPS)
    keep(ledger, renamed, recorded=APRIL)
    assert [row.source.report_id for row in reports(ledger, Question()).items] == ["r-other"]
    keep(ledger, newer, recorded=APRIL)
    assert [row.source.report_id for row in reports(ledger, Question()).items] == ["r-new"]
    assert record(ledger, "r-1") == depot()


def test_reports_out_of_one_file_stand_side_by_side(ledger: Ledger) -> None:
    raw = b"one mailbox with two letters"
    letters = [with_report(depot(number), key="letters.mbox", sha256=sha256(raw)) for number in ("1", "2")]
    assert append(ledger, [(letter, raw) for letter in letters], recorded=MARCH) == (True, True)
    assert len(reports(ledger, Question()).items) == 2


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE claims SET stance = 'asserts'",
        "UPDATE reports SET text = ''",
        "DELETE FROM events",
        "DELETE FROM readings",
        "DELETE FROM raw",
        "UPDATE problems SET code = ''",
        "UPDATE parties SET name = 'x'",
        "INSERT OR REPLACE INTO raw SELECT sha256, 'plain', 0, x'00' FROM raw",
    ],
)
def test_what_is_kept_cannot_be_changed_or_deleted(ledger: Ledger, command: str) -> None:
    keep(ledger, depot())
    with pytest.raises(sqlite3.IntegrityError, match="append only"):
        ledger.connection.execute(command)
    assert record(ledger, "r-1") == depot()


def test_bytes_that_are_not_the_reports_are_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="r-1"):
        append(ledger, [(depot("2"), bytes_of(depot("2"))), (depot("1"), b"other bytes")], recorded=MARCH)
    assert tally(ledger).reports == 0


def test_other_words_under_a_known_id_are_refused(ledger: Ledger) -> None:
    keep(ledger, depot())
    changed = replace(with_report(depot(), text=depot().report.text.upper()), made_by=NEWER_STEPS)
    with pytest.raises(LedgerError, match="kept with other words"):
        append(ledger, [(changed, bytes_of(depot()))], recorded=MARCH)


@pytest.mark.parametrize(
    "broken",
    [
        replace(depot(), events=(replace(depot().events[0], claim="c-nowhere"),)),
        replace(depot(), claims=(replace(depot().claims[0], parent="c-nowhere"),), events=()),
    ],
    ids=["event", "claim"],
)
def test_a_record_that_lacks_a_claim_it_names_is_refused(ledger: Ledger, broken: Record) -> None:
    with pytest.raises(LedgerError, match="c-nowhere"):
        keep(ledger, broken)
    assert tally(ledger).readings == 0


def test_two_claims_with_one_id_are_refused_with_the_report_named(ledger: Ledger) -> None:
    twice = replace(depot(), claims=depot().claims[:1] * 2, events=())
    with pytest.raises(LedgerError, match="r-1"):
        keep(ledger, twice)


def test_half_a_character_is_refused_with_the_report_named(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="r-1"):
        keep(ledger, with_report(depot(), title="half a pair \ud800"))


def test_a_run_needs_an_instant(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="yesterday"):
        keep(ledger, depot(), recorded="yesterday")


def test_problems_of_inputs_are_kept_once_until_the_input_is_read(ledger: Ledger) -> None:
    empty = Problem("empty", "reports/1.txt is empty; give a file with words", key="reports/1.txt")
    assert append_problems(ledger, [empty, empty], recorded=MARCH) == 1
    assert append_problems(ledger, [empty], recorded=APRIL) == 0
    (row,) = problems(ledger, Question()).items
    assert (row.problem, row.source, row.words) == (empty, None, "")

    keep(ledger, replace(depot(), problems=()), recorded=APRIL)
    assert problems(ledger, Question()).items == ()
    assert len(problems(ledger, Question(as_of="2016-04-01")).items) == 1
    assert append_problems(ledger, [empty], recorded="2016-05-01") == 1


def test_nothing_is_added_through_a_ledger_open_for_reading(ledger: Ledger) -> None:
    with open_to_read(ledger.path) as reader, pytest.raises(LedgerError, match="open for reading"):
        keep(reader, depot())


def test_damaged_bytes_are_told_not_given(ledger: Ledger) -> None:
    keep(ledger, depot())
    ledger.connection.execute("DROP TRIGGER raw_refuses_update")
    ledger.connection.execute("UPDATE raw SET bytes = x'00'")
    with pytest.raises(LedgerError, match="r-1"):
        raw_of(ledger, "r-1")
