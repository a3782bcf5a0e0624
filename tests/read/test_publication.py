"""The day of publication: given, then metadata, then dateline, then unknown."""

import json

import pytest

from histor.errors import UsageError
from histor.read import Given, Received
from histor.read.publication import published_of
from read.reading import codes, read_bytes, read_one


def line(text: str, **fields: str) -> bytes:
    return json.dumps({"text": text, **fields}).encode()


def day(raw: bytes, said: Given = Given()) -> tuple[str | None, str]:  # noqa: B008
    report = read_one(raw, said)
    return report.published.start, report.published.basis


@pytest.mark.parametrize(
    "opening",
    [
        "March 14, 2016\n\nThe talks began.",
        "14 March 2016\n\nThe talks began.",
        "Monday, 14 March 2016 - The talks began.",
        "Mon 14 Mar 2016 The talks began.",
        "Posted on March 14 2016 by Ann Marsh The talks began.",
        "GENEVA, March 14, 2016 (AFP) — The talks began.",
        "Geneva, 14 March 2016 – The talks began.",
        "2016-03-14 The talks began.",
        "14-03-2016 The talks began.",
        "14/03/2016\nThe talks began.",
        "Envoys sit down\n\n14th March 2016\n\nThe talks began.",
    ],
)
def test_a_dateline_with_a_year_dates_a_report(opening: str) -> None:
    assert day(opening.encode()) == ("2016-03-14", "dateline")


@pytest.mark.parametrize(
    "opening",
    [
        "March 14, 2016 was the day on which the talks began.",
        "14 March 2016 saw the talks begin.",
        "The talks began on 14 March 2016.",
        "GENEVA, March 14 (Reuters) - The talks began.",
        "31 February 2016\n\nThe talks began.",
        "May 2016 be better.",
    ],
)
def test_what_is_no_full_dateline_dates_nothing(opening: str) -> None:
    results = read_bytes(opening.encode())
    assert codes(results) == ["undated-report"]
    assert "--published" in results[0].problems[0].message  # type: ignore[union-attr]


def test_what_is_given_wins_over_all() -> None:
    raw = line("14 March 2016 - The talks began.", published="2016-03-20")
    assert day(raw, Given(published="2016-03-15")) == ("2016-03-15", "given")


def test_metadata_win_over_a_dateline_that_agrees() -> None:
    assert day(line("GENEVA, March 14 (Reuters) - Talks began.", date="2016-03-15")) == ("2016-03-15", "metadata")
    assert day(line("March 14, 2016 - Talks began.", date="2016-03-15T01:10:00Z")) == ("2016-03-15", "metadata")


def test_a_full_dateline_wins_over_metadata_that_it_contradicts() -> None:
    results = read_bytes(line("Published April 2 2017 Two vans burnt.", date="2017-03-25"))
    assert codes(results) == ["dateline-disagrees"]
    assert isinstance(results[0], Received)
    assert (results[0].report.published.start, results[0].report.published.basis) == ("2017-04-02", "dateline")


def test_a_dateline_without_a_year_only_raises_the_question() -> None:
    raw = line("GENEVA, March 14 (Reuters) - Talks began.", date="2016-07-02")
    assert codes(read_bytes(raw)) == ["dateline-disagrees"]
    assert day(raw) == ("2016-07-02", "metadata")


def test_a_day_that_names_a_past_event_does_not_date_a_report() -> None:
    raw = line("September 11, 2001, attacks: a list of those held is published.", date="2005-01-08")
    assert day(raw) == ("2005-01-08", "metadata")


def test_figures_are_day_first_unless_the_metadata_say_otherwise() -> None:
    assert day(b"10-09-2014 Two vans burnt.") == ("2014-09-10", "dateline")
    assert day(line("10-09-2014 Two vans burnt.", date="2014-10-09")) == ("2014-10-09", "metadata")
    assert codes(read_bytes(line("10-09-2014 Two vans burnt.", date="2014-10-09"))) == []


@pytest.mark.parametrize(
    ("written", "start", "end", "precision"),
    [
        ("2016-03-14", "2016-03-14", "2016-03-14", "day"),
        ("2016-03-14T23:50:00+03:00", "2016-03-14", "2016-03-14", "day"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("2015-12", "2015-12-01", "2015-12-31", "month"),
        ("2016", "2016-01-01", "2016-12-31", "year"),
        ("Mon, 14 Mar 2016 23:30:00 +0300", "2016-03-14", "2016-03-14", "day"),
        ("14 March 2016", "2016-03-14", "2016-03-14", "day"),
        ("20160314120000+03'00'", "2016-03-14", "2016-03-14", "day"),
    ],
)
def test_metadata_are_read_in_the_forms_they_come_in(written: str, start: str, end: str, precision: str) -> None:
    published = published_of(written)
    assert published is not None
    assert (published.start, published.end, published.precision) == (start, end, precision)


@pytest.mark.parametrize("written", ["", "soon", "2016-13-40", "99", None])
def test_metadata_that_are_no_day_are_none(written: str | None) -> None:
    assert published_of(written) is None


def test_the_agency_of_a_dateline_is_the_outlet_of_a_report_that_names_none() -> None:
    assert read_one("BEIRUT (AP) — A bridge fell.").outlet == "AP"
    assert read_one("BEIRUT (AP) — A bridge fell.", Given(outlet="Lake Post")).outlet == "Lake Post"


def test_the_id_holds_outlet_day_and_words() -> None:
    text = "A bridge fell.\n"
    ids = {
        read_one(text).id,
        read_one(text, Given(outlet="Lake Post")).id,
        read_one(text, Given(published="2016-03-14")).id,
        read_one(text + "\n").id,
    }
    assert len(ids) == 4
    assert read_one(text).id == read_one(text).id


def test_a_day_given_that_is_none_is_refused_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        read_bytes(b"A bus left.", Given(published="yesterday"))
