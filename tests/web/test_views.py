"""A view is saved under a name by page or program, opened, renamed, deleted, and watched; readers of a team look on."""

import re
from email import message_from_string
from email.policy import default

import httpx
import pytest

from histor.run import alerting, definitions, saved
from histor.run import people as accounts
from histor.run.delivery.server import HOST, PORT, SECURITY, SENDER, USER
from histor.store.people import People
from run.telling import mail_server
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


@pytest.fixture
def no_server(monkeypatch):
    """Surroundings that name no mail server."""
    for name in (HOST, PORT, SECURITY, SENDER, USER):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def post_office(monkeypatch, no_server):
    """A mail server that the surroundings name; give the mails that it took."""
    with mail_server() as (port, taken):
        for name, value in ((HOST, "127.0.0.1"), (PORT, str(port)), (SENDER, "room@example.org")):
            monkeypatch.setenv(name, value)
        yield taken


def test_an_alert_that_is_made_on_the_page_goes_out_by_mail(room, ledger, post_office):
    saved.save(ledger, "Palmyra", "/incidents?place=Palmyra", recorded=NOW)
    assert "Sent as <bdi>room@example.org</bdi>" in room.get("/views").text
    send(
        room,
        "/views/watch",
        **{"name": "Palmyra", "rule dispute": "yes", "mail": "desk@example.org, night@example.org"},
    )
    (checked,) = alerting.check(ledger, day="2016-03-10", recorded=NOW)
    assert (checked.sent, checked.problems) == ((("mail", len(checked.new)),), ())
    message = message_from_string(post_office[0], policy=default)
    assert (message["To"], message["From"]) == ("desk@example.org, night@example.org", "room@example.org")
    assert "Disputed" in message.get_content()
    (again,) = alerting.check(ledger, day="2016-03-10", recorded=NOW)
    assert (again.sent, len(post_office)) == ((), len(checked.new))
    assert "mailed to <bdi>desk@example.org, night@example.org</bdi>" in room.get("/views").text


def test_a_program_has_an_alert_mailed(room, ledger, post_office):
    saved.save(ledger, "Palmyra", "/incidents?place=Palmyra", recorded=NOW)
    asked = {"kind": "watch", "name": "Palmyra", "rules": ["dispute"], "mail": ["desk@example.org"]}
    assert room.post("/api/views", json=asked).status_code == 201
    (checked,) = alerting.check(ledger, day="2016-03-10", recorded=NOW)
    assert dict(checked.sent)["mail"] == len(post_office) > 0


@pytest.mark.parametrize(
    ("addresses", "told"),
    [
        ("desk", "&#39;desk&#39; is no mail address"),
        ("desk@example.org Bcc:night@example.org", "is no mail address"),
        (", ".join(f"d{each}@example.org" for each in range(11)), "11 addresses"),
    ],
)
def test_an_address_that_is_none_makes_no_alert(room, ledger, post_office, addresses, told):
    saved.save(ledger, "Palmyra", "/incidents?place=Palmyra", recorded=NOW)
    answer = send(room, "/views/watch", **{"name": "Palmyra", "rule dispute": "yes", "mail": addresses})
    assert (answer.status_code, alerting.kept(ledger)) == (400, ())
    assert told in answer.text


def test_without_a_mail_server_the_page_says_so_and_mails_nothing(room, ledger, no_server):
    saved.save(ledger, "Palmyra", "/incidents?place=Palmyra", recorded=NOW)
    page = room.get("/views").text
    assert "It cannot be mailed: no mail server is set" in page
    assert HOST in page
    assert 'name="mail"' not in page
    asked = {"name": "Palmyra", "rule dispute": "yes", "mail": "desk@example.org"}
    assert "no mail server is set" in send(room, "/views/watch", **asked).text
    assert alerting.kept(ledger) == ()


def test_a_mail_server_that_is_set_wrongly_is_told_on_the_page(room, ledger, post_office, monkeypatch):
    saved.save(ledger, "Palmyra", "/incidents?place=Palmyra", recorded=NOW)
    monkeypatch.setenv(PORT, "mail")
    assert "HISTOR_SMTP_PORT is &#39;mail&#39;: set the number of a port" in room.get("/views").text
    monkeypatch.setenv(PORT, "25")
    monkeypatch.setenv(SECURITY, "tls")
    assert "HISTOR_SMTP_SECURITY is &#39;tls&#39;: set it to none or starttls" in room.get("/views").text


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
