"""What a person should look at first: the most hangs on it, and nobody has decided it."""

import pytest

from histor.records.question import Question
from histor.run.joining import incidents
from histor.run.judging import Hand, give_verdict, split, undo
from histor.run.narrowing import narrowed
from histor.run.review import queue
from histor.store.ledger import open_to_write
from run.market import DENIAL, FIRST, OTHER_DAY, SECOND, keep, story

RANA = Hand("Rana", "2026-05-03T10:00:00Z", "it says so")


@pytest.fixture
def ledger(tmp_path):
    with open_to_write(tmp_path / "told.db") as opened:
        yield opened


def kinds(ledger):
    return [each.kind for each in queue(ledger, Question())]


def test_a_contradiction_comes_first_and_leaves_when_it_is_decided(ledger):
    keep(ledger, story(FIRST), story(DENIAL, outlet="Herald"), on="2026-05-01")
    first = queue(ledger, Question())[0]
    assert first.kind == "contested"
    assert "whether it happened" in first.why
    done = give_verdict(ledger, first.id, "confirm", RANA)
    assert first.id not in [each.id for each in queue(ledger, Question())]
    undo(ledger, done.decisions[0].id, Hand("Rana", "2026-05-03T11:00:00Z"))
    assert queue(ledger, Question())[0].id == first.id


def test_many_harmed_on_one_word_is_looked_at(ledger):
    keep(ledger, story(FIRST), on="2026-05-01")
    (found,) = [each for each in queue(ledger, Question()) if each.kind == "one origin, many harmed"]
    assert "12 people killed" in found.why
    give_verdict(ledger, found.id, "confirm", RANA)
    assert "one origin, many harmed" not in kinds(ledger)


def test_the_dead_of_many_happenings_ask_for_no_second_origin(ledger):
    habit = "Jets have often bombed Palmyra since Monday, as the war goes on, killing 12 people, a farmer told us."
    keep(ledger, story(habit, when=None), on="2026-05-01")
    (found,) = incidents(ledger, Question())
    assert (found.is_summary, found.grade, found.tolls[0].low) == (True, "weak", 12)
    assert "one origin, many harmed" not in kinds(ledger)


def test_few_harmed_are_no_doubt(ledger):
    keep(ledger, story(FIRST.replace("12", "3")), on="2026-05-01")
    assert "one origin, many harmed" not in kinds(ledger)


def test_an_incident_that_a_person_split_is_not_asked_about_again(ledger):
    one, other = story(FIRST), story(SECOND, outlet="Daily")
    keep(ledger, one, other, on="2026-05-01")
    split(ledger, [other.events[0].id], RANA)
    assert "one happening or two" not in kinds(ledger)


def test_a_question_narrows_the_queue(ledger):
    keep(ledger, story(FIRST), on="2026-05-01")
    assert queue(ledger, Question(place="Aleppo")) == ()


def test_a_large_ledger_is_asked_for_its_last_days_alone(ledger):
    old = story(OTHER_DAY, outlet="Record", day="2014-03-07", published="2014-03-08")
    keep(ledger, story(FIRST), old, on="2026-05-01")
    assert narrowed(ledger, Question(), most=2) == Question()
    assert narrowed(ledger, Question(), most=1) == Question(since="2015-03-09")
    assert narrowed(ledger, Question(until="2020-01-01"), most=0) == Question(until="2020-01-01")
    assert narrowed(ledger, Question(), most=0) == Question(since="2016-03-07")


def test_another_day_is_told_in_plain_words(ledger):
    keep(ledger, story(FIRST), story(OTHER_DAY, outlet="Daily", day="2016-03-08"), on="2026-05-01")
    why = [each.why for each in queue(ledger, Question()) if each.kind == "contested"]
    assert why == ["origins disagree on which day: 2016-03-07 against 2016-03-08"]
