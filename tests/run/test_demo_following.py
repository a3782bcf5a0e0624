from histor.run.demo_following import number_to_follow
from histor.store.ledger import open_to_read, open_to_write
from run.market import keep, story
from web.ledgers import market


def test_the_number_that_moved_is_followed_to_its_latest_telling(tmp_path):
    with open_to_read(market(tmp_path)) as ledger:
        found = number_to_follow(ledger)
    assert [number for _, number, _ in found.toll.course] == ["12", "15"]
    assert found.telling.row.source.outlet == "Courier"


def test_where_nothing_is_counted_nothing_is_followed(tmp_path):
    with open_to_write(tmp_path / "quiet.db") as ledger:
        keep(ledger, story("Jets bombed the market at Palmyra on Monday."), on="2016-03-08")
        assert number_to_follow(ledger) is None
