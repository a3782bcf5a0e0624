import pytest

from histor.records.question import Question
from histor.store.amounts import count_claims, count_events, count_reports
from histor.store.ledger import open_to_read
from histor.store.questions import claims, events, reports
from histor.store.sources import outlets
from web.ledgers import market


@pytest.fixture
def ledger(tmp_path):
    """The market's ledger."""
    with open_to_read(market(tmp_path)) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        Question(),
        Question(place="Palmyra", limit=1),
        Question(stance="denies"),
        Question(text="diesel", since="2016-03-08"),
        Question(status="occurred", as_of="2016-03-09"),
    ],
    ids=str,
)
def test_as_many_are_counted_as_are_listed(ledger, question):
    every = Question(**{name: getattr(question, name) for name in Question.__slots__ if name != "limit"})
    assert count_reports(ledger, question) == len(reports(ledger, every).items)
    assert count_claims(ledger, question) == len(claims(ledger, every).items)
    assert count_events(ledger, question) == len(events(ledger, every).items)


def test_each_outlet_tells_how_much_it_gave_and_on_which_days(ledger):
    gazette = next(heard for heard in outlets(ledger, Question()) if heard.outlet == "Gazette")
    assert (gazette.reports, gazette.events, gazette.problems) == (2, 2, 0)
    assert gazette.days == {"2016-03-08": 1, "2016-03-09": 1}
    assert (gazette.first, gazette.last) == ("2016-03-08", "2016-03-09")
    assert gazette.received.startswith("2016-03-10T08")


def test_outlets_are_asked_as_of_a_day(ledger):
    assert [heard.outlet for heard in outlets(ledger, Question(as_of="2016-03-08"))] == ["Gazette"]
