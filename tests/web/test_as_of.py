"""Every page, every export and every question of the API answers as the ledger stood on the day that is asked for."""

import re

import httpx
import pytest

from histor.run import definitions, saved
from histor.web.exports import formats_of
from histor.web.listings import LISTINGS
from histor.web.routes import pages
from web.ledgers import market
from web.served import served

BEFORE, FIRST = "2016-03-07", "2016-03-08"  # nothing was read yet; the Gazette's first report was
LATE = ("Courier", "State Wire")  # outlets whose reports were read later
ADDED = "2016-03-12T12:00:00Z"
TRUCE = """
monitor = "ceasefire"
name = "The truce at Palmyra"
in_effect = "2016-03-01"

[area]
countries = ["Syria"]

[[parties]]
name = "the government"
also = ["Syria"]
sectors = ["GOV", "MIL"]
"""
NO_RECORD = ("login", "join", "people")  # they show nothing of the record
OF_ONE = ("report", "trace", "incident", "board")


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    path = market(tmp_path_factory.mktemp("then"))
    definitions.add(str(path), "truce", TRUCE, key="truce", recorded=ADDED)
    saved.save(str(path), "the Courier", "/claims?text=Courier", recorded=ADDED)
    with served(path) as address, httpx.Client(base_url=address, timeout=60, follow_redirects=True) as asking:
        yield asking


def addresses():
    """Each page that lists, each export of its rows, each list of the API, and the board in all its formats."""
    for page in pages():
        if page.name in (*NO_RECORD, *OF_ONE):
            continue
        yield page.path
        endings = formats_of(page.listing) if page.listing else ("json",) if page.form else ()
        yield from (f"{page.path}.{ending}" for ending in endings)
    yield from (f"/api/{listing.name}" for listing in LISTINGS)
    yield from ("/boards/truce", "/boards/truce.json", "/boards/truce.csv", "/api/boards/truce", "/api/views")
    yield from ("/brief.md", "/brief.html", "/brief?monitor=truce", "/boards/truce?rows=alleged", "/api/decisions")


@pytest.mark.parametrize("path", sorted(set(addresses())))
def test_nothing_is_told_that_was_not_read_yet(room, path):
    joined = "&" if "?" in path else "?"
    answer = room.get(f"{path}{joined}as_of={FIRST}")
    assert answer.status_code == 200
    assert [name for name in LATE if name in answer.text] == []
    assert "Gazette" not in room.get(f"{path}{joined}as_of={BEFORE}").text


@pytest.mark.parametrize("path", ["/events.csv", "/claims.json", "/boards/truce", "/sources", "/brief.md"])
def test_the_same_addresses_tell_all_of_it_now(room, path):
    assert [name for name in LATE if name in room.get(path).text] != []


def test_one_thing_is_found_only_once_it_was_read(room):
    then, now = (
        {each["id"] for each in room.get(f"/api/reports{asked}").json()["items"]} for asked in (f"?as_of={FIRST}", "")
    )
    assert (len(then), len(now)) == (1, 4)
    for name in now:
        for path in (f"/reports/{name}", f"/api/reports/{name}", f"/trace/{name}"):
            assert room.get(f"{path}?as_of={FIRST}").status_code == (200 if name in then else 404)


def test_an_incident_has_the_tellings_of_that_day(room):
    (incident,) = room.get(f"/api/incidents?as_of={FIRST}").json()["items"]
    then, now = (room.get(f"/api/incidents/{incident['id']}{asked}").text for asked in (f"?as_of={FIRST}", ""))
    assert ("Courier" in then, "Courier" in now) == (False, True)


@pytest.mark.parametrize("path", ["/boards/truce.json", "/api/boards/truce", "/api/decisions", "/views.json"])
def test_the_json_of_one_thing_tells_the_question_and_the_day(room, path):
    head = room.get(f"{path}?as_of={FIRST}").json()["head"]
    assert (head["as_of"], head["address"].endswith(f"{path}?as_of={FIRST}")) == (FIRST, True)
    now = room.get(path).json()["head"]
    assert now["as_of"] > ADDED
    assert room.get(now["address"]).status_code == 200


def test_links_of_a_board_keep_the_day(room):
    page = room.get(f"/boards/truce?as_of={FIRST}").text
    links = re.findall(r'href="(/(?:boards|reports|trace|brief|sources)[^"]*)"', page)
    assert f"/boards/truce?as_of={FIRST}" in links
    assert [link for link in links if "as_of=" not in link] == ["/boards/truce"]  # the way back to now
