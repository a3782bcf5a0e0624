import pytest

from histor.cli import filters
from histor.errors import UsageError


def test_words_are_taken_in_any_case():
    asked = filters.question(limit=None, type="assault", status="Planned", stance="DENIES")
    assert (asked.type, asked.status, asked.stance) == ("ASSAULT", "planned", "denies")


def test_a_month_means_its_first_and_its_last_day():
    asked = filters.question(limit=None, since="2016-02", until="2016-02")
    assert (asked.since, asked.until) == ("2016-02-01", "2016-02-29")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("type", "ASAULT", "Did you mean ASSAULT?"),
        ("status", "plannd", "Did you mean planned?"),
        ("stance", "denys", "Did you mean denies?"),
        ("status", "qqq", "Known: occurred, ongoing, planned, threatened, hypothetical, denied."),
        ("since", "27 Feb", "Write a day as 2016-02-27"),
        ("until", "2016-13", "Write a day as 2016-02-27"),
        ("until", "2016-02-30", "Write a day as 2016-02-27"),
        ("as_of", "yesterday", "--as-of yesterday: write it as"),
        ("actor", "  ", "--actor is empty"),
        ("text", "", "--text is empty"),
    ],
)
def test_a_wrong_word_is_refused_with_what_to_write_instead(name, value, told):
    with pytest.raises(UsageError) as caught:
        filters.question(limit=None, **{name: value})
    assert told in str(caught.value)


def test_days_that_no_day_lies_between_are_refused():
    with pytest.raises(UsageError, match="no day is in both"):
        filters.question(limit=None, since="2016-03-02", until="2016-03-01")


def test_no_limit_and_a_limit_of_nothing_ask_for_all():
    assert filters.question(limit=None).limit is None
    assert filters.question(limit=0).limit is None
    assert filters.question(limit=3).limit == 3
    with pytest.raises(UsageError, match="--limit -1"):
        filters.question(limit=-1)


def test_filters_are_told_back_as_they_are_typed():
    asked = filters.question(limit=5, since="2016-02-27", place="Deir ez-Zor", as_of="2016-04-01")
    assert filters.told(asked) == '--since 2016-02-27 --place "Deir ez-Zor" --as-of 2016-04-01'
