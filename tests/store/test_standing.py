"""What grouping asks of the ledger: where events stand, what they are tied to, and where joining left off."""

from dataclasses import replace

import pytest

from histor.records.question import Question
from histor.run.joining import join, waiting
from histor.steps.join import JOINER
from histor.store import incidents, joining
from histor.store.append import append
from histor.store.ledger import open_to_write
from histor.store.register import load_register
from histor.store.standing import links_of, standings, ties_at
from run.told_reports import report_of_strike
from store.records_at_hand import sha256

LOG = (
    "The harbour master counted nine ships at the mole before the fog came down. Two of them carried flour, one was "
    "loaded with cement for the new quay, and the crew of the smallest had painted its name over in the night. The "
    "pilot who brought them in said that he had never seen so many lights beyond the bar so late in the year."
)
WHEN, LATER = "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"


@pytest.fixture
def ledger(tmp_path):
    with open_to_write(tmp_path / "histor.db") as opened:
        append(opened, [report_of_strike(name, "2016-03-07", 12) for name in ("one", "two")], recorded=WHEN)
        join(opened, load_register(), recorded=WHEN)
        yield opened


def test_an_event_stands_where_its_report_tells_and_as_it_is_told(ledger):
    found = standings(ledger, JOINER, incidents.found_by(ledger, JOINER, Question()))
    assert {stand.id for stand in found.values()} == {"e-one", "e-two"}
    (stand, *_) = found.values()
    told = incidents.tellings(ledger, JOINER, list(found))[next(iter(found))]
    assert (stand.type, stand.status, stand.days, stand.spots) == (told.type, told.status, told.days, told.spots)
    assert (stand.killed, stand.dataset) == ((12,), None)


def test_a_tie_is_given_at_either_end_and_is_one_link_of_events_that_are_both_known(ledger):
    one, two = incidents.found_by(ledger, JOINER, Question())
    ties = ties_at(ledger, JOINER, [one, two])
    assert ties == {one: {two: ties[one][two]}, two: {one: ties[one][two]}}
    assert ties_at(ledger, JOINER, [two]) == {two: ties[two]}
    (link,) = links_of(ties, {one: "e-one", two: "e-two"})
    assert (link.one, link.other, link.score) == ("e-one", "e-two", ties[one][two])
    assert links_of(ties_at(ledger, JOINER, [two]), {one: "e-one", two: "e-two"}) == (link,)
    assert links_of(ties, {one: "e-one"}) == ()


def test_joining_goes_on_after_the_last_reading_that_was_joined(ledger):
    last = joining.joined_until(ledger, JOINER)
    assert joining.pending(ledger, JOINER, 10, after=last) == ()
    assert not waiting(ledger)
    append(ledger, [report_of_strike("three", "2016-03-07", 12)], recorded=LATER)
    assert waiting(ledger)
    assert join(ledger, load_register(), recorded=LATER).readings == 1
    assert joining.joined_until(ledger, JOINER) == last + 1


def test_what_counted_once_and_was_superseded_before_it_was_joined_is_joined_when_that_day_is_asked_for(tmp_path):
    with open_to_write(tmp_path / "late.db") as opened:
        (record, raw) = report_of_strike("one", "2016-03-07", 12)
        append(opened, [(record, raw)], recorded=WHEN)
        newer = replace(record, events=(), made_by=(*record.made_by[:-1], replace(record.made_by[-1], version="2")))
        append(opened, [(newer, raw)], recorded=LATER)
        assert join(opened, load_register(), recorded=LATER).readings == 1
        assert waiting(opened, as_of=WHEN)
        assert join(opened, load_register(), recorded=LATER, as_of=WHEN).readings == 1
        assert not waiting(opened, as_of=WHEN)


def test_copies_are_sought_among_the_news_of_ten_days(tmp_path):
    with open_to_write(tmp_path / "copies.db") as opened:
        for name, day in (("a", "2016-03-07"), ("b", "2016-03-16"), ("c", "2016-04-20")):
            record, _ = report_of_strike(name, day, 12)
            report = replace(record.report, text=f"{record.report.text} {LOG} {name}")
            raw = report.text.encode()
            append(opened, [(replace(record, report=replace(report, sha256=sha256(raw))), raw)], recorded=WHEN)
        join(opened, load_register(), recorded=WHEN)
        tied = incidents.told(opened, JOINER, incidents.found_by(opened, JOINER, Question()))
        assert [(copy.one, copy.other) for copy in tied.copies] == [("r-a", "r-b")]
