"""From any id, a way down to the words, the report and the bytes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from histor.errors import NotFoundError, UsageError
from histor.records.made import Problem
from histor.records.question import Question
from histor.records.record import Record
from histor.store.append import append, append_problems
from histor.store.ledger import Ledger, open_to_write
from histor.store.questions import problems
from histor.store.tracing import trace
from store.records_at_hand import NEWER_STEPS, STEPS, at, bytes_of, depot

MARCH, APRIL = "2016-03-20T12:00:00Z", "2016-04-20T12:00:00Z"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_to_write(tmp_path / "histor.db") as opened:
        keep(opened, depot("1"))
        yield opened


def keep(ledger: Ledger, *records: Record, recorded: str = MARCH) -> None:
    append(ledger, [(one, bytes_of(one)) for one in records], recorded=recorded)


def test_an_event_leads_through_its_claims_to_the_bytes(ledger: Ledger) -> None:
    found = trace(ledger, "e-1c")
    assert [(step.kind, step.id) for step in found.steps] == [("event", "e-1c"), ("claim", "c-1c"), ("claim", "c-1b")]
    assert [step.says for step in found.steps] == [
        "CONSULT, denied, attributed",
        "Ambassador Lind denies",
        "Omar Haddad asserts",
    ]
    assert found.chain == ("Courier", "Omar Haddad", "Ambassador Lind")
    assert found.source is not None
    assert (found.source.key, found.source.outlet) == ("reports/1.txt", "Courier")
    assert found.sha256 == depot("1").report.sha256
    assert found.bytes_hold is True
    assert found.made_by == STEPS
    assert not found.superseded


def test_every_slot_of_an_event_is_quoted_in_its_sentence(ledger: Ledger) -> None:
    (strike, claim) = trace(ledger, "e-1a").steps
    words = {quoted.slot: quoted.words for quoted in strike.quoted}
    assert words == {"trigger": "struck", "actors": "its aircraft", "recipients": "a depot", "place": "Idlib."}
    assert {quoted.slot: quoted.words for quoted in claim.quoted} == {
        "source": "The Defence Ministry",
        "cue": "said",
        "content": "that its aircraft had struck a depot near Idlib",
        "said": "Monday",
    }
    trigger = strike.quoted[0]
    assert trigger.sentence == "The Defence Ministry said on Monday that its aircraft had struck a depot near Idlib."
    assert trigger.before.startswith("Depot hit near Idlib")
    assert trigger.after.startswith(" Capt. Omar Haddad of the civil defence told")
    assert trigger.spans == (at("struck"),)
    assert [quoted.words for quoted in trace(ledger, "e-1b").steps[0].quoted] == ["killed", "at least 15 people"]


def test_reports_mentions_and_problems_are_traced_too(ledger: Ledger) -> None:
    assert trace(ledger, "r-1").steps[0].says == "Depot hit near Idlib"
    assert trace(ledger, "r-1").chain == ("Courier",)
    mention = trace(ledger, "m-1").steps[0]
    assert (mention.says, mention.quoted[0].words) == ("place geonames:169389", "Idlib.")
    kept = problems(ledger, Question()).items[0]
    problem = trace(ledger, kept.id).steps[0]
    assert (problem.says, problem.quoted[0].words) == ("no-year: the day has no year; give --published", "Monday")


def test_the_problem_of_an_input_has_nothing_below_it(ledger: Ledger) -> None:
    append_problems(ledger, [Problem("empty", "give a file with words", key="blank.txt")], recorded=MARCH)
    kept = problems(ledger, Question(text="empty")).items[0]
    found = trace(ledger, kept.id)
    assert found.steps[0].says == "blank.txt: empty: give a file with words"
    assert (found.source, found.sha256, found.bytes_hold) == (None, None, None)


def test_an_id_in_several_readings_is_traced_in_the_newest(ledger: Ledger) -> None:
    keep(ledger, replace(depot("1"), made_by=NEWER_STEPS, events=()), recorded=APRIL)
    assert trace(ledger, "c-1a").made_by == NEWER_STEPS
    older = trace(ledger, "e-1a")  # the newer reading no longer finds it, but it stays
    assert older.made_by == STEPS
    assert older.superseded


def test_a_beginning_that_fits_one_record_will_do(ledger: Ledger) -> None:
    keep(ledger, depot("25"), depot("2"))
    assert trace(ledger, "e-25a").steps[0].id == "e-25a"
    assert trace(ledger, "r-25").steps[0].id == "r-25"
    assert trace(ledger, "r-2").steps[0].id == "r-2"
    with pytest.raises(UsageError, match="claim c-25a, claim c-25b, claim c-25c; give more of the id"):
        trace(ledger, "c-25")


def test_an_id_that_several_reports_hold_names_them(ledger: Ledger) -> None:
    keep(ledger, replace(depot("2"), mentions=depot("1").mentions))
    with pytest.raises(UsageError, match="mention m-1 in r-1, mention m-1 in r-2"):
        trace(ledger, "m-1")


@pytest.mark.parametrize("sought", ["e-9", "", "%", "e_1a", "r-1'"])
def test_what_is_not_there_is_not_found(ledger: Ledger, sought: str) -> None:
    with pytest.raises(NotFoundError if sought else UsageError):
        trace(ledger, sought)


def test_bytes_that_changed_on_disk_do_not_hold(ledger: Ledger) -> None:
    ledger.connection.execute("DROP TRIGGER raw_refuses_update")
    ledger.connection.execute("UPDATE raw SET coding = 'plain'")
    assert trace(ledger, "c-1a").bytes_hold is False
