"""What may be the same happening as an incident and is not joined with it: shown to a person, who decides."""

import pytest

from histor.run.beside import beside
from histor.run.joining import incident
from histor.run.judging import Hand, merge, split
from histor.store.ledger import open_to_write
from run.market import keep
from run.two_raids import MONDAYS, RAIDS, TUESDAYS, UNDATED

HAND = Hand("Rana", "2026-05-03T10:00:00Z", "one raid")


@pytest.fixture
def ledger(tmp_path):
    with open_to_write(tmp_path / "histor.db") as opened:
        keep(opened, *RAIDS, on="2026-05-01")
        yield opened


def event_of(record):
    (event,) = record.events
    return event.id


def test_news_without_a_day_stands_with_one_raid_and_may_be_the_other(ledger):
    told = incident(ledger, event_of(UNDATED))
    assert {telling.id for telling in told.tellings} == {event_of(UNDATED), event_of(MONDAYS)}
    (other,) = beside(ledger, told)
    assert [telling.id for telling in other.incident.tellings] == [event_of(TUESDAYS)]
    assert {other.bond.one, other.bond.other} == {event_of(UNDATED), event_of(TUESDAYS)}
    (back,) = beside(ledger, other.incident)
    assert (back.incident.id, back.bond) == (told.id, other.bond)


def test_what_a_person_merged_is_no_question_any_more(ledger):
    merge(ledger, event_of(UNDATED), event_of(TUESDAYS), HAND)
    assert beside(ledger, incident(ledger, event_of(UNDATED))) == ()


def test_what_a_person_split_is_none_either(ledger):
    split(ledger, [event_of(MONDAYS)], HAND)
    told = incident(ledger, event_of(MONDAYS))
    assert len(told.tellings) == 1
    assert event_of(UNDATED) not in {telling.id for each in beside(ledger, told) for telling in each.incident.tellings}
