"""The list of boards as JSON: each with its answer, a broken one with its fault, and what the reports suggest."""

import httpx

from histor.run import definitions
from web.ledgers import market
from web.served import served
from web.test_boards_browser import TRUCE, WEEKS

NOW = "2016-03-12T12:00:00Z"


def test_the_list_of_boards_gives_each_with_its_answer_and_its_address(tmp_path):
    path = market(tmp_path)
    for name, text in (("the truce", TRUCE), ("weeks", WEEKS)):
        definitions.add(str(path), name, text, key=name, recorded=NOW)
    with served(path) as address, httpx.Client(base_url=address, timeout=60) as client:
        page, told = client.get("/boards").text, client.get("/boards.json").json()
        boards = {each["name"]: each for each in told["kept"]}
        assert boards.keys() == {"the truce", "weeks"}
        assert 'href="/boards.json"' in page
        for each in boards.values():
            shown = client.get(f"{each['address']}.json").json()
            assert (each["answer"], each["title"]) == (shown["answer"], shown["name"])
            assert each["fault"] is None
    assert boards["the truce"]["monitor"] == "ceasefire"
    assert told["suggested"] == []
