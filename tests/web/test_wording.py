import pytest

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
