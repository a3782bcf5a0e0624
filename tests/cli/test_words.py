import pytest

from histor.cli import words
from histor.records.measures import Count, Span, When
from histor.records.text import Published


@pytest.mark.parametrize(
    ("low", "high", "approximate", "told"),
    [
        (15, None, False, "≥15"),
        (None, 20, False, "≤20"),
        (12, 15, False, "12–15"),
        (40, 40, True, "~40"),
        (1300, 1300, False, "1,300"),
        (0, 0, False, "0"),
        (None, None, False, "unknown"),
    ],
)
def test_numbers_are_told_as_ranges(low, high, approximate, told):
    assert words.number(low, high, approximate=approximate) == told


def test_a_count_that_the_text_calls_unknown_is_told_as_unknown_and_not_left_out():
    assert words.counts((Count("troops", Span(0, 4)),)) == "troops unknown"


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (When(None, "2016-02-27", "2016-02-27", "day", approximate=True), "~2016-02-27"),
        (When(None, "2016-02-22", "2016-02-28", "week"), "2016-02-22…2016-02-28"),
        (When(None, "2016-02-01", "2016-02-29", "month"), "2016-02"),
        (When(None, "2016-01-01", "2016-12-31", "year"), "2016"),
        (When(None, "2016-02-27", None, "day"), "since 2016-02-27"),
        (When(None, None, "2016-02-27", "day"), "until 2016-02-27"),
        (When(Span(0, 6)), "unknown"),
        (When(Span(0, 6), approximate=True), "unknown"),
        (None, "–"),
    ],
)
def test_days_are_told_as_precisely_as_they_are_known(when, told):
    assert words.days(when) == told


def test_a_publication_day_says_how_it_is_known():
    assert words.published(Published("2016-03-14", "2016-03-14", "day", "dateline")) == "2016-03-14 (dateline)"
    assert words.published(Published(None, None, "unknown", "unknown")) == "day unknown"


@pytest.mark.parametrize(
    ("certainty", "speaker", "told"),
    [
        ("author", None, "on The Gazette’s own word"),
        ("attributed", "the ministry", "on the word of the ministry"),
        ("accused", "the ministry", "as the ministry accuses"),
        ("possible", None, "The Gazette is not sure"),
    ],
)
def test_an_event_says_on_whose_word_it_stands(certainty, speaker, told):
    assert words.whose_word(certainty, speaker, "The Gazette") == told


def test_codes_that_steer_a_terminal_become_signs_and_offsets_stay():
    hostile = "shells\x1b[2Jfell\x07on\u202eAleppo\tat\rnoon"
    assert words.printable(hostile) == "shells\ufffd[2Jfell\ufffdon\ufffdAleppo at noon"
    assert len(words.printable(hostile)) == len(hostile)
    assert words.printable("two\nlines, “quoted”, حلب") == "two\nlines, “quoted”, حلب"


def test_marks_go_on_beyond_the_circled_numbers():
    assert [words.circled(number) for number in (1, 20, 21, 35, 36)] == ["①", "⑳", "㉑", "㉟", "(36)"]
    assert words.raised(12, "planned") == "¹²ᴾ"


def test_every_status_has_a_letter_of_its_own():
    assert len({words.LETTERS[status] for status in words.STATUSES}) == len(words.STATUSES)


def test_long_words_are_cut_with_an_ellipsis_and_short_ones_are_not():
    assert words.flat("one  two\nthree", 9) == "one two…"
    assert words.flat("one  two\nthree") == "one two three"
