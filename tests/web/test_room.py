from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from histor.errors import LedgerError
from histor.records.question import Question
from histor.run.joining import incidents
from histor.store.append import append
from histor.store.ledger import open_to_write
from histor.web.room import Room
from run.market import raw_of, story
from web.ledgers import market
from web.served import served

LATER = "Jets bombed the grain store at Palmyra on Monday, killing 3 guards, a driver told us."


def add(ledger):
    late = story(LATER, outlet="Late News", published="2016-03-12")
    append(ledger, [(late, raw_of(late))], recorded="2016-03-12T08:00:00Z")


def outlets(room):
    with room.joined() as ledger:
        found = incidents(ledger, Question())
    return {telling.row.source.outlet for each in found for telling in each.tellings}


def test_reports_that_came_in_are_joined_when_somebody_looks(tmp_path):
    path = market(tmp_path)
    with open_to_write(path) as ledger:
        add(ledger)
    assert "Late News" in outlets(Room(str(path)))


def test_a_ledger_that_is_being_written_is_shown_as_far_as_it_is_joined(tmp_path):
    path = market(tmp_path)
    with open_to_write(path) as ledger:
        add(ledger)
        with ledger.writing():
            assert "Gazette" in outlets(Room(str(path)))


def test_a_ledger_that_is_not_there_is_not_made(tmp_path):
    room = Room(str(tmp_path / "none.db"))
    with pytest.raises(LedgerError), room.writing():
        pass
    assert not (tmp_path / "none.db").exists()


def test_many_look_while_one_writes(tmp_path):
    path = market(tmp_path)
    with served(path) as address, httpx.Client(base_url=address, timeout=60) as asking, open_to_write(path) as ledger:
        with ThreadPoolExecutor(6) as looking:
            asked = [looking.submit(asking.get, page) for page in ("/incidents", "/claims", "/sources") * 4]
            add(ledger)
            asked += [looking.submit(asking.get, page) for page in ("/incidents", "/reports") * 3]
            assert {answer.result().status_code for answer in asked} == {200}
        assert "Late News" in asking.get("/reports").text
