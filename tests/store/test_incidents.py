import re
import sqlite3
from dataclasses import replace

import pytest

from histor.errors import LedgerError, NotFoundError, UsageError
from histor.records.made import Step
from histor.records.question import Question
from histor.records.record import Record
from histor.run.joining import join
from histor.steps.join import JOINER
from histor.store import incidents, joining, schema
from histor.store.append import append
from histor.store.ledger import open_to_read, open_to_write
from histor.store.register import load_register
from histor.store.standing import standings, ties_at
from store.records_at_hand import NEWER_STEPS, bytes_of, depot

WHEN = "2026-11-01T00:00:00Z"
LATER = "2026-11-02T00:00:00Z"


@pytest.fixture
def ledger(tmp_path):
    with open_to_write(tmp_path / "joined.db") as opened:
        yield opened


def keep(ledger, *records: Record, recorded=WHEN):
    append(ledger, [(record, bytes_of(record)) for record in records], recorded=recorded)


def joined(ledger, recorded=WHEN):
    return join(ledger, load_register(), recorded=recorded)


def test_readings_are_pending_until_they_are_joined_and_not_after(ledger):
    keep(ledger, depot("1"), depot("2"))
    assert len(joining.pending(ledger, JOINER, 10)) == 2
    assert joined(ledger).readings == 2
    assert joining.pending(ledger, JOINER, 10) == ()
    assert joined(ledger).readings == 0


def test_another_version_of_joining_does_its_work_anew(ledger):
    keep(ledger, depot("1"))
    joined(ledger)
    assert len(joining.pending(ledger, Step("join", "next"), 10)) == 1


def test_what_stands_around_an_event_comes_back_as_it_was_kept(ledger):
    keep(ledger, depot("1"))
    joined(ledger)
    (number,) = incidents.found_by(ledger, JOINER, Question(place="Idlib"))
    (telling,) = incidents.told(ledger, JOINER, [number]).tellings.values()
    assert telling.row.event == depot("1").events[0]
    assert telling.setting.spots[0].name == "Idlib"
    assert (telling.setting.days.start, telling.setting.days.end) == ("2016-02-27", "2016-03-01")
    assert [voice.name for voice in telling.setting.voices] == ["Courier", "Defence Ministry"]
    assert telling.row.sentence.startswith("The Defence Ministry said on Monday")


def test_a_reading_that_another_took_the_place_of_has_no_part_in_bonds_any_more(ledger):
    keep(ledger, depot("1"), depot("2", outlet="Daily"))
    joined(ledger)
    keep(ledger, replace(depot("2", outlet="Daily"), events=(), made_by=NEWER_STEPS), recorded=LATER)
    joined(ledger, LATER)
    found = incidents.found_by(ledger, JOINER, Question())
    assert {each.row.source.report_id for each in incidents.told(ledger, JOINER, found).tellings.values()} == {"r-1"}
    older = {other for near in ties_at(ledger, JOINER, found).values() for other in near} - {*found}
    assert older
    assert standings(ledger, JOINER, {*found} | older).keys() == {*found}
    assert standings(ledger, JOINER, {*found} | older, as_of=WHEN).keys() == {*found} | older


def test_copies_are_kept_with_the_first_report_before_the_other(ledger):
    long = "The harbour master counted nine ships at the mole before the fog came down and hid them all from view. " * 3
    first, second = (_with_text(depot(n, day=day), long + n) for n, day in (("b", "2016-03-14"), ("a", "2016-03-15")))
    keep(ledger, second, first)
    joined(ledger)
    tied = incidents.told(ledger, JOINER, incidents.found_by(ledger, JOINER, Question()))
    assert [(copy.one, copy.other, copy.kind) for copy in tied.copies] == [("r-b", "r-a", "copy")]


def test_the_tables_of_joining_refuse_changes(ledger):
    keep(ledger, depot("1"))
    joined(ledger)
    with pytest.raises(LedgerError, match="append only"), ledger.writing() as connection:
        connection.execute("DELETE FROM settings")


def test_an_incident_is_found_by_the_beginning_of_its_id_and_a_wrong_one_is_told(ledger):
    keep(ledger, depot("1"))
    joined(ledger)
    with pytest.raises(NotFoundError):
        incidents.named(ledger, JOINER, "i-none")
    with pytest.raises(UsageError, match="give more of the id"):
        incidents.named(ledger, JOINER, "e-1")
    assert incidents.named(ledger, JOINER, "e-1a") in incidents.found_by(ledger, JOINER, Question())


def test_a_ledger_of_the_version_before_is_lifted_when_it_is_written_to(tmp_path):
    path = tmp_path / "old.db"
    with open_to_write(path) as ledger:
        keep(ledger, depot("1"))
    with sqlite3.connect(path) as connection:
        for version in range(2, schema.VERSION):
            for table in re.findall(r"CREATE TABLE (\w+)", schema.lift(version)):
                connection.execute(f"DROP TABLE IF EXISTS {table}")  # made anew by a later version
        connection.execute("PRAGMA user_version = 2")
    connection.close()
    with open_to_read(path) as ledger:
        assert not incidents.holds_joins(ledger)
    with open_to_write(path) as ledger:
        assert joined(ledger).readings == 1
        assert incidents.holds_joins(ledger)
    assert schema.VERSION >= 3


def _with_text(record: Record, tail: str) -> Record:
    text = f"{record.report.text}\n\n{tail}"
    from store.records_at_hand import sha256

    return replace(record, report=replace(record.report, text=text, sha256=sha256(text.encode())))


def test_why_an_event_is_a_summary_comes_back_and_most_have_no_row(ledger):
    keep(ledger, depot("1"), depot("2"))
    joined(ledger)
    (one, other), step = incidents.found_by(ledger, JOINER, Question())[:2], Step("join", "by hand")
    setting = incidents.tellings(ledger, JOINER, [one])[one].setting
    summed = replace(setting, summary=("“since”", "“strikes” without a day"))
    ends = [(one, summed, frozenset[str]()), (other, replace(setting, event="e-other"), frozenset[str]())]
    joining.place(ledger, step, [joining.Placed(1, ends, frozenset())])
    assert incidents.tellings(ledger, step, [one])[one].setting == summed
    assert incidents.tellings(ledger, step, [other])[other].setting.summary == ()
    assert ledger.connection.execute("SELECT count(*) FROM summaries").fetchone()[0] == 1
