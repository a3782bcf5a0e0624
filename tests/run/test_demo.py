from dataclasses import replace

import pytest

from cli.sample import STRIKE
from histor.records.answer import EventRow, Source
from histor.records.measures import When
from histor.records.text import Published
from histor.run import definitions
from histor.run.demo import CEASEFIRE, count_days, example_files, keep_monitors
from monitors.reports import REPORTS, make_ledger

SOURCE = Source("r-1", "one.txt", "The Gazette", Published(None, None, "unknown", "unknown"), None, None, "")


def row(day, status="occurred"):
    when = When(None, day, day, "day") if day else None
    return EventRow(replace(STRIKE, when=when, status=status), SOURCE, "struck", "A strike.", ("The Gazette",))


def test_days_are_counted_without_gaps_and_what_happened_apart_from_what_did_not():
    rows = [row("2016-03-14"), row("2016-03-14", "ongoing"), row("2016-03-16", "planned"), row(None)]
    counted = [("2016-03-14", 2, 0), ("2016-03-15", 0, 0), ("2016-03-16", 0, 1)]
    assert list(count_days(rows, "2016-03-14", "2016-03-16")) == counted


def test_days_outside_the_stretch_are_left_out():
    assert list(count_days([row("2014-09-01")], "2016-02-29", "2016-03-01")) == [
        ("2016-02-29", 0, 0),
        ("2016-03-01", 0, 0),
    ]


@pytest.mark.parametrize("words", ["the cease-fire", "a ceasefire", "Cessation of hostilities", "the truce"])
def test_the_ceasefire_is_known_under_its_names(words):
    assert CEASEFIRE.search(words)


def test_the_example_comes_with_the_program_in_several_formats():
    with example_files() as files:
        assert {path.suffix for path in files} >= {".txt", ".html", ".eml", ".jsonl", ".xml", ".pdf", ".gz"}
        assert list(files) == sorted(files)


def test_the_example_keeps_a_monitor_that_no_report_suggests(tmp_path):
    ledger = make_ledger(tmp_path, REPORTS)
    keep_monitors(ledger, recorded="2031-06-02T00:00:00Z")
    keep_monitors(ledger, recorded="2031-06-03T00:00:00Z")
    (kept,) = definitions.kept(ledger)
    assert (kept.kept.name, kept.definition.monitor) == ("attacks-by-the-week", "tempo")
    assert kept.kept.recorded.startswith("2031-06-02")
