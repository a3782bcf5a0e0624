from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from histor.errors import UsageError
from histor.web.state import read_state

WORDS = st.text(min_size=1, max_size=20).filter(lambda text: text.strip() == text and text.strip())
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "text": WORDS,
        "place": WORDS,
        "speaker": WORDS,
        "stance": st.sampled_from(["denies", "plans"]),
        "since": st.dates().map(str),
        "limit": st.integers(1, 999).map(str),
        "sort": st.sampled_from(["day", "grade"]),
        "grade": WORDS,
    },
)


def state(query, **known):
    return read_state(parse_qsl(query, keep_blank_values=True), **known)


@settings(deadline=None)
@given(ASKED)
def test_an_address_read_and_written_is_the_same_view(asked):
    known = {"more": ("grade",), "sorts": ("day", "grade")}
    first = read_state(asked.items(), **known)
    assert read_state(parse_qsl(first.query().lstrip("?")), **known) == first


def test_a_month_means_its_first_and_its_last_day():
    asked = state("since=2016-02&until=2016-02").question
    assert (asked.since, asked.until) == ("2016-02-01", "2016-02-29")


def test_what_a_form_sends_empty_asks_for_nothing():
    assert state("text=&stance=&since=") == state("")


def test_another_filter_begins_at_the_first_row_again():
    assert state("stance=denies&after=50").query(stance="plans") == "?stance=plans"
    assert state("stance=denies").query(after="50") == "?stance=denies&after=50"


def test_another_page_keeps_the_day_and_nothing_else():
    assert state("stance=denies&as_of=2016-03-08").carried(claim="c-1") == "?as_of=2016-03-08&claim=c-1"


def test_an_instant_is_set_only_where_none_is_asked_for():
    assert state("").at("2016-03-09").question.as_of == "2016-03-09"
    assert state("as_of=2016-03-08").at("2016-03-09").question.as_of == "2016-03-08"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("colour=red", "cannot be asked here"),
        ("text=a&text=b", "asked twice"),
        ("limit=0", "one row or more"),
        ("limit=-1", "no number of rows"),
        ("limit=99999999", "no number of rows"),
        ("sort=day", "no orders"),
        ("as_of=yesterday", "no instant"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(query, told):
    with pytest.raises(UsageError, match=told):
        state(query)
