"""Decisions are kept append only, come back as they were made, and an older ledger is lifted to hold them."""

import re
import sqlite3
from dataclasses import replace

import pytest

from histor.errors import LedgerError, NotFoundError
from histor.records.anchoring import anchor_of_claim, anchor_of_event
from histor.records.decisions import Decision, identified
from histor.records.edits import written
from histor.records.made import Problem
from histor.records.question import Question
from histor.store import schema
from histor.store.append import append, append_problems
from histor.store.decisions import decide, decision, decisions, decisions_on
from histor.store.ledger import open_to_read, open_to_write
from histor.store.questions import events, problems, record, tally
from histor.store.words import sentence_around
from store.records_at_hand import bytes_of, depot, with_report

WHEN = "2026-05-03T10:00:00.000000Z"


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "decided.db"
    with open_to_write(made) as ledger:
        append(ledger, [(depot("1"), bytes_of(depot("1")))], recorded="2026-05-01")
    return made


def on_strike(one=None, **facts):
    one = one or depot("1")
    event = one.events[0]
    anchor = anchor_of_event(one, event, sentence_around(one.report.text, (event.trigger,), one.report.blocks))
    made = {"kind": "edit", "target": "event", "field": "target", "before": written("military"), "why": "it says so"}
    return identified(
        Decision("", anchors=(anchor,), who="Rana", recorded=WHEN, **{**made, "after": written("other"), **facts})
    )


def test_a_decision_comes_back_as_it_was_made_and_is_not_kept_twice(path):
    made = on_strike()
    with open_to_write(path) as ledger:
        assert decide(ledger, [made]) == (made,)
        assert decide(ledger, [made]) == ()
    with open_to_read(path) as ledger:
        assert decision(ledger, made.id[:8]).decision == made
        assert [each.states for each in decisions(ledger)] == [("held",)]
        assert decisions(ledger, as_of="2026-05-02") == ()
        assert decisions_on(ledger, "r-1") == (made,)


def test_the_machines_reading_stays_beside_the_one_that_people_changed(path):
    with open_to_write(path) as ledger:
        decide(ledger, [on_strike()])
        assert (tally(ledger).reports, tally(ledger).readings) == (1, 2)
        changed = record(ledger, "r-1")
        assert changed.events[0] == replace(depot("1").events[0], target="other")
        assert [step.name for step in changed.made_by] == ["read", "mark", "link", "judge"]
        assert record(ledger, "r-1", as_of="2026-05-02") == depot("1")


def test_decisions_cannot_be_changed_or_deleted(path):
    with open_to_write(path) as ledger:
        decide(ledger, [on_strike()])
        for command in ("UPDATE decisions SET who = 'Nobody'", "DELETE FROM anchors", "DELETE FROM pins"):
            with pytest.raises(LedgerError, match="append only"), ledger.writing() as connection:
                connection.execute(command)


def test_a_decision_does_not_reach_the_same_words_of_another_outlet_on_another_day(path):
    elsewhere = with_report(
        depot("1", outlet="Herald", day="2016-03-20"), id="r-2", key="other.txt", sha256=depot("1").report.sha256
    )
    with open_to_write(path) as ledger:
        append(ledger, [(elsewhere, bytes_of(depot("1")))], recorded="2026-05-02")
        decide(ledger, [on_strike()])
        assert sorted(row.event.target or "" for row in events(ledger, Question(type="ASSAULT")).items) == [
            "", "", "military", "other",
        ]  # fmt: skip


def test_a_rejected_claim_takes_inner_claims_and_their_events_along(path):
    one = depot("1")
    claim = one.claims[1]
    anchor = anchor_of_claim(one, claim, sentence_around(one.report.text, claim.content, one.report.blocks))
    with open_to_write(path) as ledger:
        decide(ledger, [identified(Decision("", "reject", "claim", (anchor,), "Rana", WHEN, "no"))])
        left = record(ledger, "r-1")
        assert [each.id for each in left.claims] == ["c-1a"]
        assert [each.id for each in left.events] == ["e-1a"]


def test_a_ledger_of_the_version_before_is_read_as_it_is_and_lifted_when_it_is_written_to(path):
    with sqlite3.connect(path) as connection:
        for version in range(schema.VERSION - 1, 2, -1):
            for table in reversed(re.findall(r"CREATE TABLE (\w+)", schema.lift(version))):
                connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute("PRAGMA user_version = 3")
    connection.close()
    with open_to_read(path) as ledger:
        assert decisions(ledger) == ()
        assert len(events(ledger, Question()).items) == 3
        with pytest.raises(NotFoundError):
            decision(ledger, "d-1")
    with open_to_write(path) as ledger:
        decide(ledger, [on_strike()])
        assert record(ledger, "r-1").events[0].target == "other"
        assert ledger.connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION


def test_a_decision_does_not_pass_for_reading_an_input_again(path):
    missing = Problem("no-such-file", "there is no such file; check the path", key=depot("1").report.key)
    with open_to_write(path) as ledger:
        append_problems(ledger, [missing], recorded="2026-05-02")
        decide(ledger, [on_strike()])
        assert "no-such-file" in [row.problem.code for row in problems(ledger, Question()).items]
        assert append_problems(ledger, [missing], recorded="2026-05-04") == 0


def test_problems_of_the_report_itself_stay_when_people_decide(path):
    with open_to_write(path) as ledger:
        decide(ledger, [on_strike()])
        assert [row.problem.code for row in problems(ledger, Question()).items] == ["no-year"]
