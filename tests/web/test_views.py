"""A view is saved under a name by page or program, opened, renamed, deleted, and watched; readers of a team look on."""

import re

import httpx
import pytest

from histor.run import alerting, definitions, saved
from histor.run import people as accounts
from histor.store.people import People
from web.ledgers import market
from web.served import served
from web.test_as_of import TRUCE

NOW = "2016-03-12T12:00:00Z"
CONTESTED = "/explorer?place=Palmyra&grade=contested"
PASSWORD = "a long enough word"


@pytest.fixture
def ledger(tmp_path):
    return str(market(tmp_path))


@pytest.fixture
def room(ledger):
    """A browser without scripts, on one's own machine."""
    headers = {"accept": "text/html"}
    with served(ledger) as address, httpx.Client(base_url=address, timeout=60, headers=headers) as asking:
        yield asking


def token(page):
    return re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)[1]


def send(room, path, **fields):
    """Send a form of the page of views, with its token."""
    return room.post(path, data={"csrf": token(room.get("/views?address=/claims")), **fields})


def test_a_list_is_saved_from_its_page_and_opened_by_its_name(room):
    link = re.search(r'href="(/views\?address=[^"]+)"', room.get(CONTESTED).text)[1].replace("&amp;", "&")
    page = room.get(link)
    assert "Explorer · place Palmyra · grade contested" in page.text
    address = re.search(r'name="address" value="([^"]+)"', page.text)[1].replace("&amp;", "&")
    made = room.post("/views", data={"csrf": token(page), "name": "Palmyra", "address": address})
    assert (made.status_code, made.headers["location"]) == (303, "/views")
    opened = room.get("/views/Palmyra")
    assert (opened.status_code, opened.headers["location"]) == (303, CONTESTED)
    assert "Palmyra" in room.get("/views").text
    then = room.get("/views/Palmyra?as_of=2016-03-08").headers["location"]
    assert then == "/explorer?place=Palmyra&grade=contested&as_of=2016-03-08"
    assert room.get("/views/Palmyra?since=2016-03-08").status_code == 400


def test_a_view_is_renamed_and_deleted_and_an_instant_still_has_it(room, ledger):
    saved.save(ledger, "Palmyra", CONTESTED, recorded=NOW)
    send(room, "/views/rename", name="Palmyra", to="Tadmur")
    assert [each.name for each in saved.views(ledger)] == ["Tadmur"]
    send(room, "/views/delete", name="Tadmur")
    assert "No view is saved" in room.get("/views").text
    assert "Palmyra" in room.get("/views?as_of=2016-03-12").text
    assert room.get("/views/Tadmur").status_code == 404


def test_a_view_is_watched_and_the_page_shows_what_was_told(room, ledger):
    saved.save(ledger, "Palmyra", "/incidents?place=Palmyra&until=2016-01-01", recorded=NOW)
    send(room, "/views/watch", **{"name": "Palmyra", "alert": "desk", "rule dispute": "yes"})
    (alert,) = alerting.kept(ledger)
    assert (alert.kept.name, alert.watched) == ("desk", "Palmyra")
    (checked,) = alerting.check(ledger, day="2016-03-10", recorded=NOW)
    assert {each.rule for each in checked.new} == {"dispute"}
    page = room.get("/views").text
    assert "Watched by the alert" in page
    assert f"{len(checked.new)} alerts told" in page
    assert page.count("dispute: Disputed") == min(3, len(checked.new))
    assert "the alert desk watches it" in send(room, "/views/delete", name="Palmyra").text


def test_a_form_without_its_token_changes_nothing(room, ledger):
    room.get("/views")
    refused = room.post("/views", data={"name": "x", "address": "/claims"})
    assert (refused.status_code, saved.views(ledger)) == (403, ())


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/nowhere", "is no view of the reading room"),
        ("/people", "is no view of the reading room"),
        ("https://elsewhere.example/", "is no view of the reading room"),
        ("/claims?colour=red", "cannot be asked here"),
        ("/claims?stance=sings", "it is one of asserts"),
    ],
)
def test_an_address_that_shows_nothing_is_refused(room, address, told):
    answer = send(room, "/views", name="x", address=address)
    assert (answer.status_code, told in answer.text) == (400, True)


def test_a_program_saves_renames_watches_and_deletes(room, ledger):
    definitions.add(ledger, "truce", TRUCE, key="truce", recorded=NOW)
    asked = {"kind": "save", "name": "the truce", "address": "http://127.0.0.1/boards/truce?rows=alleged"}
    made = room.post("/api/views", json=asked)
    assert (made.status_code, made.json()["items"][0]["address"]) == (201, "/boards/truce?rows=alleged")
    room.post("/api/views", json={"kind": "rename", "name": "the truce", "to": "truce"})
    watched = room.post("/api/views", json={"kind": "watch", "name": "truce", "rules": ["state change"]})
    assert watched.json()["items"][0]["alerts"] == [{"name": "truce", "told": 0, "checked": None}]
    alerting.withdraw(ledger, "truce", recorded=NOW)
    assert room.post("/api/views", json={"kind": "delete", "name": "truce"}).json()["items"] == []
    assert room.get("/api/views").json()["items"] == []


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"kind": "sing", "name": "x"}, "a view is an object with kind"),
        ({"kind": "save", "name": 1, "address": "/claims"}, "are texts"),
        ({"kind": "save", "name": "x", "colour": "red"}, "a view is an object with kind"),
        ({"kind": "save", "name": "a/b", "address": "/claims"}, "without /"),
        ({"kind": "watch", "name": "x", "rules": ["sing"]}, "it is one of rise"),
        ({"kind": "watch", "name": "x", "rules": ["rise"]}, "keeps no view"),
    ],
)
def test_what_a_program_cannot_ask_is_refused_in_words(room, asked, told):
    answer = room.post("/api/views", json=asked)
    assert answer.status_code in (400, 404)
    assert told in answer.json()["error"]


def test_readers_of_a_team_see_all_views_and_change_none(ledger):
    saved.save(ledger, "Palmyra", CONTESTED, recorded=NOW, who="Rana")
    people = People(ledger)
    for name, role in (("Rana", "analyst"), ("Omar", "reader")):
        accounts.add_account(people, name, PASSWORD, role, by="a test")
    with served(ledger, team=True) as address:
        for name, may in (("Omar", False), ("Rana", True)):
            with httpx.Client(base_url=address, timeout=60, headers={"accept": "text/html"}) as visit:
                visit.post("/login", data={"csrf": token(visit.get("/login")), "name": name, "password": PASSWORD})
                page = visit.get("/views")
                assert "Palmyra" in page.text
                assert ('action="/views/delete"' in page.text) is may
                assert ("Save view" in visit.get("/claims").text) is may
                fields = {"csrf": token(page), "name": f"of {name}", "address": "/claims?text=market"}
                assert visit.post("/views", data=fields).status_code == (303 if may else 403)
                assert visit.get("/views/Palmyra").headers["location"] == CONTESTED
    assert [(each.name, each.kept.who) for each in saved.views(ledger)] == [("Palmyra", "Rana"), ("of Rana", "Rana")]
