"""The day of an event that names none: the one its sentence names, else what is told around it, else the news'."""

from dataclasses import replace

from histor.records.events import Event
from histor.records.measures import Span, When
from histor.records.record import Mention, Record
from histor.records.text import Block, Published, Report
from histor.steps.join.setting import settings_of
from store.records_at_hand import STEPS, sha256

PUBLISHED = "2016-03-10"  # a Thursday


def days_of(text, **told):
    """Give the first and last day of the event "bombed", and which words tell them."""
    days = stretch_of(text, **told)
    return (days.start, days.end, days.basis) if days else None


def approximate(text, **told):
    return stretch_of(text, **told).approximate


def stretch_of(text, *, dates=(), other=None):
    """Give the days of the event "bombed"; `other` is a day that another event's words give."""
    raw = text.encode()
    report = Report(
        id="r-1", key="one.txt", sha256=sha256(raw), text=text, blocks=(Block(0, len(text), "paragraph"),),
        published=Published(PUBLISHED, PUBLISHED, "day", "given"), outlet="Courier",
    )  # fmt: skip
    at = text.index("bombed")
    told = Event("e-1", None, Span(at, at + 6), "ASSAULT", "occurred", "author")
    events = [told]
    if other:
        words, days = other
        when = When(Span(text.index(words), text.index(words) + len(words)), *days, "day")
        events.append(replace(told, id="e-2", when=when))
    mentions = tuple(
        Mention(f"m-{number}", Span(text.index(words), text.index(words) + len(words)), "date")
        for number, words in enumerate(dates)
    )
    record = Record(report, mentions, (), tuple(events), (), STEPS)
    end = text.index(".", at) + 1
    start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    found = {each.event: each.days for each in settings_of(record, {e.id: Span(start, end) for e in events}, {}, {})}
    return found["e-1"]


def test_a_weekday_in_the_sentence_is_the_day_even_if_it_was_linked_to_no_event():
    assert days_of("Jets bombed a mill on Tuesday.", dates=["Tuesday"]) == ("2016-03-08", "2016-03-08", "sentence")


def test_words_that_only_say_how_long_leave_the_day_to_the_news():
    found = days_of("Jets bombed a mill for the third time in six years of war.", dates=["six years"])
    assert found == ("2016-03-08", "2016-03-10", "published")


def test_a_month_told_of_something_else_is_not_taken():
    text = "The truce was signed in March 2014. Jets bombed a mill."
    assert days_of(text, other=("March 2014", ("2014-03-01", "2014-03-31")))[2] == "published"


def test_a_day_told_just_before_is_taken():
    text = "The column left on 8 March. Jets bombed a mill."
    assert days_of(text, other=("8 March", ("2016-03-08", "2016-03-08"))) == ("2016-03-08", "2016-03-08", "paragraph")


def test_two_days_in_one_sentence_tell_none():
    assert days_of("Jets bombed a mill on Tuesday or Wednesday.", dates=["Tuesday", "Wednesday"]) is None


def test_a_day_that_only_the_rest_of_the_report_tells_may_be_the_next_one_too():
    text = "Jets bombed a mill. The column had left on 8 March."
    assert days_of(text, other=("8 March", ("2016-03-08", "2016-03-08"))) == ("2016-03-08", "2016-03-08", "report")
    assert approximate(text, other=("8 March", ("2016-03-08", "2016-03-08")))
    assert not approximate("On 8 March jets bombed a mill.", dates=["8 March"])
