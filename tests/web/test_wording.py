import pytest

from histor.records.measures import When
from histor.web import wording


@pytest.mark.parametrize(
    ("low", "high", "approximate", "told"),
    [
        (15, 15, False, "15"),
        (15, None, False, "≥ 15"),
        (None, 20, False, "≤ 20"),
        (12, 15, False, "12–15"),
        (1200, 1200, True, "~1,200"),
        (None, None, False, "unknown"),
    ],
)
def test_numbers_are_ranges(low, high, approximate, told):
    assert wording.number(low, high, approximate) == told


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2016-02-27", "2016-02-27", "27 Feb 2016"),
        ("2016-02-22", "2016-02-28", "22–28 Feb 2016"),
        ("2016-02-01", "2016-02-29", "Feb 2016"),
        ("2016-02-01", "2016-02-28", "1–28 Feb 2016"),
        ("2016-03-01", "2016-03-30", "1–30 Mar 2016"),
        ("2016-04-01", "2016-04-30", "Apr 2016"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("2016-02-27", "2016-03-02", "27 Feb 2016 – 2 Mar 2016"),
        ("2016-02-27", None, "since 27 Feb 2016"),
        (None, "2016-02-27", "until 27 Feb 2016"),
        (None, None, "unknown"),
    ],
)
def test_days_are_told_as_they_are_known(start, end, told):
    assert wording.span_of_days(start, end) == told


@pytest.mark.parametrize(
    ("end", "precision", "told"),
    [("03-31", "month", "Mar 2016"), ("03-31", "day", "1–31 Mar 2016"), ("03-31", "week", "1–31 Mar 2016")],
)
def test_days_that_are_told_as_days_are_no_month(end, precision, told):
    when = When(None, "2016-03-01", f"2016-{end}", precision)
    assert wording.days(when) == told


def test_a_year_is_one_only_if_it_was_told_as_one():
    assert wording.days(When(None, "2016-01-01", "2016-12-31", "year")) == "2016"
    assert wording.days(When(None, "2016-01-01", "2016-12-31", "day")) == "1 Jan 2016 – 31 Dec 2016"


def test_an_instant_has_its_zone():
    assert wording.instant("2016-03-12T14:05:59.123456Z") == "12 Mar 2016, 14:05 UTC"
    assert wording.instant("2016-03-12") == "12 Mar 2016, end of day UTC"


def test_days_in_a_sentence_are_written_for_people():
    assert wording.dated("Since 2016-02-27, 29 alleged; r-2016-02-99 stays.") == (
        "Since 27 Feb 2016, 29 alleged; r-2016-02-99 stays."
    )


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://gazette.example/1", True),
        ("http://gazette.example/1", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//gazette.example", False),
        ("http://[bad", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_followed(address, safe):
    assert (wording.safe_address(address) == address and address is not None) is safe
