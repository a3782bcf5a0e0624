import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.records.measures import When
from histor.steps.link.days import find_dateline, needs_report_day, resolve_day

MONDAY = "2016-03-14"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Monday", "2016-03-14", "2016-03-14"),
        ("Tuesday", "2016-03-08", "2016-03-08"),
        ("last Monday", "2016-03-07", "2016-03-07"),
        ("Saturday night", "2016-03-12", "2016-03-12"),
        ("early on Sunday", "2016-03-13", "2016-03-13"),
        ("the early hours of Thursday", "2016-03-10", "2016-03-10"),
        ("5:00 a.m. Friday", "2016-03-11", "2016-03-11"),
        ("yesterday", "2016-03-13", "2016-03-13"),
        ("overnight", "2016-03-13", "2016-03-14"),
        ("last night", "2016-03-13", "2016-03-14"),
        ("this weekend", "2016-03-19", "2016-03-20"),
        ("last weekend", "2016-03-12", "2016-03-13"),
        ("the weekend", "2016-03-12", "2016-03-13"),
        ("last week", "2016-03-07", "2016-03-13"),
        ("this week", "2016-03-14", "2016-03-14"),
        ("earlier this month", "2016-03-01", "2016-03-14"),
        ("late last month", "2016-02-21", "2016-02-29"),
        ("last month", "2016-02-01", "2016-02-29"),
        ("mid-February", "2016-02-11", "2016-02-20"),
        ("in September", "2015-09-01", "2015-09-30"),
        ("Feb. 27", "2016-02-27", "2016-02-27"),
        ("the 4th of April", "2015-04-04", "2015-04-04"),
        ("December 9, 2012", "2012-12-09", "2012-12-09"),
        ("2016-02-29", "2016-02-29", "2016-02-29"),
        ("between March 10 and 12", "2016-03-10", "2016-03-12"),
        ("March 10-12", "2016-03-10", "2016-03-12"),
        ("February 28–March 2", "2016-02-28", "2016-03-02"),
        ("since June 9", "2015-06-09", "2016-03-14"),
        ("since the conflict began in March 2011", "2011-03-01", "2016-03-14"),
        ("the past 24 hours", "2016-03-13", "2016-03-14"),
        ("the past three weeks", "2016-02-22", "2016-03-14"),
        ("three days ago", "2016-03-11", "2016-03-11"),
        ("three months ago", "2015-12-01", "2015-12-31"),
        ("a day after", "2016-03-13", "2016-03-13"),
        ("last year", "2015-01-01", "2015-12-31"),
        ("early 2011", "2011-01-01", "2011-04-30"),
        ("the third quarter of 2015", "2015-07-01", "2015-09-30"),
        ("summer 2014", "2014-06-01", "2014-08-31"),
        ("winter", "2015-12-01", "2016-02-29"),
        ("New Year's Day", "2016-01-01", "2016-01-01"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("25/02/2016", "2016-02-25", "2016-02-25"),
    ],
)
def test_what_happened_lies_on_or_before_the_day_of_the_report(words: str, first: str, last: str) -> None:
    when = resolve_day(words, published=MONDAY)
    assert (when.start, when.end) == (first, last)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Tuesday", "2016-03-15", "2016-03-15"),
        ("Monday", "2016-03-14", "2016-03-14"),
        ("starting Tuesday", "2016-03-15", "2016-03-15"),
        ("next Monday", "2016-03-21", "2016-03-21"),
        ("tomorrow", "2016-03-15", "2016-03-15"),
        ("December", "2016-12-01", "2016-12-31"),
        ("April 1", "2016-04-01", "2016-04-01"),
        ("within a month", "2016-03-14", "2016-04-14"),
        ("by the end of 2017", "2016-03-14", "2017-12-31"),
        ("later this week", "2016-03-14", "2016-03-20"),
        ("48 hours", "2016-03-14", "2016-03-16"),
        ("the next day", "2016-03-15", "2016-03-15"),
    ],
)
def test_what_is_planned_lies_on_or_after_it(words: str, first: str, last: str) -> None:
    when = resolve_day(words, published=MONDAY, ahead=True)
    assert (when.start, when.end) == (first, last)


def test_a_little_over_two_weeks_ago_is_about_a_week_that_ends_two_weeks_ago() -> None:
    when = resolve_day("a little over two weeks ago", published=MONDAY)
    assert (when.start, when.end, when.precision, when.approximate) == ("2016-02-22", "2016-02-29", "week", True)


def test_about_makes_a_day_approximate() -> None:
    when = resolve_day("about Feb. 27", published=MONDAY)
    assert (when.start, when.end, when.approximate) == ("2016-02-27", "2016-02-27", True)


@pytest.mark.parametrize(
    "words", ["recently", "recent days", "the past weeks", "soon", "several months", "the conflict", "days earlier", ""]
)
def test_what_names_no_days_stays_open(words: str) -> None:
    when = resolve_day(words, published=MONDAY)
    assert (when.start, when.end, when.precision) == (None, None, "unknown")


def test_a_day_named_before_is_what_later_and_the_same_day_lean_on() -> None:
    saturday = When(None, "2016-02-27", "2016-02-27", "day")
    assert resolve_day("the same day", published=MONDAY, anchor=saturday).start == "2016-02-27"
    assert resolve_day("two days later", published=MONDAY, anchor=saturday).start == "2016-02-29"
    assert resolve_day("two days earlier", published=MONDAY, anchor=saturday).start == "2016-02-25"
    assert resolve_day("the same day", published=MONDAY).start is None


def test_the_following_month_leans_on_a_month_named_before() -> None:
    may = When(None, "2015-05-01", "2015-05-31", "month")
    when = resolve_day("the following month", published=MONDAY, anchor=may)
    assert (when.start, when.end) == ("2015-06-01", "2015-06-30")


def test_without_the_day_of_the_report_only_full_dates_are_worked_out() -> None:
    assert resolve_day("27 February 2016").start == "2016-02-27"
    assert resolve_day("since March 2011").start == "2011-03-01"
    assert resolve_day("Monday").start is None
    assert needs_report_day("Monday")
    assert not needs_report_day("27 February 2016")
    assert not needs_report_day("recently")


@pytest.mark.parametrize("words", ["February 30", "31 June 2015", "2015-13-01", "the fifth quarter of 2015"])
def test_a_day_that_the_calendar_does_not_have_is_no_day(words: str) -> None:
    assert resolve_day(words, published=MONDAY).start is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Mon Mar 14 2016 Shells fell on the old town", "2016-03-14"),
        ("Published March 14 2016 Shells fell", "2016-03-14"),
        ("14.03.2016 Shells fell", "2016-03-14"),
        ("Shells fall on the old town AFP Monday 14 Mar 2016 Shells fell", "2016-03-14"),
        ("Tue Mar 14 2016 Shells fell", None),
        ("Shells fell on March 14 2016 in the old town", None),
    ],
)
def test_a_dateline_counts_only_at_the_head_and_if_its_weekday_fits(head: str, day: str | None) -> None:
    assert find_dateline(head) == day


@given(words=st.text(max_size=60), published=st.dates().map(str))
def test_no_words_break_the_grammar_and_no_range_runs_backwards(words: str, published: str) -> None:
    when = resolve_day(words, published=published)
    assert (when.start is None) == (when.end is None)
    assert when.start is None or when.end is None or when.start <= when.end


GOLD = Path(os.environ.get("HISTOR_SHARED", "../shared")) / "data/gold/train.jsonl"
LEAST_RIGHT = 0.85


@pytest.mark.skipif(not GOLD.exists(), reason="the marked-up reports are not here: set HISTOR_SHARED")
def test_most_marked_up_days_are_worked_out_exactly() -> None:
    right = marked = 0
    for line in GOLD.read_text("utf-8").splitlines():
        report = json.loads(line)
        day = find_dateline(report["text"]) or report["date"]
        for event in report["events"]:
            if event["when"] and event["day"]:
                ahead = event["status"] in {"planned", "threatened", "hypothetical"}
                words = report["text"][slice(*event["when"])]
                when = resolve_day(words, published=day, ahead=ahead)
                marked += 1
                right += [when.start, when.end] == event["day"]
    assert right / marked >= LEAST_RIGHT
