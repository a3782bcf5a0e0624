"""A team's reading room: nobody reads without logging in, nobody changes what is not theirs, and nothing is guessed."""

import re

import httpx
import pytest

from histor.run import people as accounts
from histor.store.people import People
from web.ledgers import market
from web.served import served

PASSWORD = "a long enough word"
COOKIE = "histor-visit"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = market(tmp_path_factory.mktemp("people"))
    people = People(str(path))
    for name, role in (("Rana", "analyst"), ("Omar", "reader"), ("Salem", "admin"), ("Nadia", "reader")):
        accounts.add_account(people, name, PASSWORD, role, by="a test")
    return path


@pytest.fixture(scope="module")
def address(ledger):
    with served(ledger, team=True) as found:
        yield found


@pytest.fixture
def visit(address):
    """A browser without scripts: it keeps its cookie."""
    with httpx.Client(base_url=address, timeout=60, headers={"accept": "text/html"}) as client:
        yield client


def token(page):
    return re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)[1]


def log_in(client, name, password=PASSWORD, to="/reports"):
    fields = {"csrf": token(client.get("/login")), "name": name, "password": password, "to": to}
    return client.post("/login", data=fields)


def event_of(client):
    return client.get("/api/events?limit=1").json()["items"][0]["id"]


@pytest.mark.parametrize("path", ["/reports", "/review", "/api/events", "/claims.csv", "/people", "/api/openapi.json"])
def test_a_stranger_reads_nothing(address, path):
    page = httpx.get(address + path, headers={"accept": "text/html"}, timeout=60)
    assert (page.status_code, page.headers["location"].startswith("/login?to=/")) == (303, True)
    assert httpx.get(address + path, timeout=60).status_code == 401


def test_whoever_logs_in_goes_on_where_they_came_from(visit):
    asked = visit.get("/claims?stance=denies")
    door = visit.get(asked.headers["location"])
    to = re.search(r'name="to" value="([^"]*)"', door.text)[1]
    answer = log_in(visit, "Rana", to=to)
    assert answer.headers["location"] == "/claims?stance=denies"
    assert "Rana" in visit.get("/claims?stance=denies").text


@pytest.mark.parametrize(
    "to", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:x"]
)
def test_nobody_is_sent_elsewhere_after_the_door(visit, to):
    assert log_in(visit, "Rana", to=to).headers["location"] == "/"


def test_the_cookie_is_for_this_room_only_and_signed(visit):
    written = log_in(visit, "Rana").headers["set-cookie"]
    assert "HttpOnly" in written
    assert "SameSite=Strict" in written
    word, _, signature = visit.cookies[COOKIE].rpartition(".")
    visit.cookies.clear()
    forged = httpx.Cookies({COOKIE: f"{word}.{'0' * len(signature)}"})
    assert httpx.get(visit.base_url.join("/reports"), cookies=forged, timeout=60).status_code == 401


def test_the_word_before_the_door_is_not_the_one_behind_it(visit):
    visit.get("/login")
    before = visit.cookies[COOKIE]
    log_in(visit, "Rana")
    assert visit.cookies[COOKIE] != before


def test_logging_out_ends_the_session_for_good(visit):
    log_in(visit, "Rana")
    kept = visit.cookies[COOKIE]
    visit.post("/logout", data={"csrf": token(visit.get("/reports"))})
    assert httpx.get(visit.base_url.join("/reports"), cookies={COOKIE: kept}, timeout=60).status_code == 401


def test_a_form_without_the_token_changes_nothing(visit):
    log_in(visit, "Rana")
    fields = {"kind": "confirm", "target": event_of(visit)}
    assert visit.post("/review/decide", data=fields).status_code == 403
    assert visit.post("/review/decide", data={**fields, "csrf": "0" * 64}).status_code == 403
    assert visit.post("/review/decide", data={**fields, "csrf": token(visit.get("/review"))}).status_code == 303


def test_the_token_of_another_visitor_is_none(address, visit):
    log_in(visit, "Rana")
    with httpx.Client(base_url=address, timeout=60, headers={"accept": "text/html"}) as other:
        log_in(other, "Salem")
        theirs = token(other.get("/review"))
    fields = {"kind": "confirm", "target": event_of(visit), "csrf": theirs}
    assert visit.post("/review/decide", data=fields).status_code == 403


def test_a_reader_decides_nothing_and_a_decision_bears_the_analysts_name(visit):
    log_in(visit, "Omar")
    fields = {"kind": "confirm", "target": event_of(visit), "csrf": token(visit.get("/reports"))}
    answer = visit.post("/review/decide", data=fields)
    assert (answer.status_code, "Readers change nothing" in answer.text) == (403, True)
    log_in(visit, "Rana")
    fields |= {"csrf": token(visit.get("/review")), "kind": "note", "why": "seen"}
    assert visit.post("/review/decide", data=fields).status_code == 303
    assert re.search(r"<bdi>Rana</bdi>[^<]*note", visit.get("/review").text)


def test_only_administrators_see_accounts_and_the_audit(visit):
    log_in(visit, "Rana")
    assert visit.get("/people").status_code == 403
    log_in(visit, "Salem")
    page = visit.get("/people")
    assert page.status_code == 200
    assert "logged in" in page.text
    assert "made an account" in page.text


def test_an_invitation_is_followed_once(visit, address):
    log_in(visit, "Salem")
    page = visit.post("/people/invite", data={"csrf": token(visit.get("/people")), "role": "analyst"})
    link = re.search(r"<code>(http://[^<]+/join/[^<]+)</code>", page.text)[1]
    with httpx.Client(timeout=60, headers={"accept": "text/html"}) as guest:
        fields = {"csrf": token(guest.get(link)), "name": "Dina", "password": PASSWORD, "again": PASSWORD}
        assert guest.post(link, data=fields).headers["location"] == "/"
        assert "Dina" in guest.get(f"{address}/reports").text
        again = {**fields, "csrf": token(guest.get(f"{address}/review")), "name": "Dana"}
        assert guest.post(link, data=again).status_code == 400


def test_an_account_that_is_shut_is_out_at_once(visit, address):
    accounts.add_account(visit_people(visit, address), "Leila", PASSWORD, "analyst", by="a test")
    with httpx.Client(base_url=address, timeout=60, headers={"accept": "text/html"}) as leila:
        log_in(leila, "Leila")
        assert leila.get("/reports").status_code == 200
        log_in(visit, "Salem")
        fields = {"csrf": token(visit.get("/people")), "name": "Leila", "door": "shut"}
        assert visit.post("/people/change", data=fields).status_code == 303
        assert leila.get("/reports").status_code == 303


def visit_people(visit, address):
    log_in(visit, "Salem")
    path = re.search(r"ledger <code>([^<]+)</code>", visit.get("/reports").text)[1]
    return People(path)


def test_after_five_wrong_passwords_even_the_right_one_waits(visit):
    codes = [log_in(visit, "Nadia", "wrong").status_code for _ in range(5)]
    assert codes == [401] * 5
    answer = log_in(visit, "Nadia")
    assert (answer.status_code, "wait" in answer.text) == (429, True)
    assert log_in(visit, "Rana").status_code == 303


def test_alone_no_login_is_asked_for_and_forms_still_need_their_token(ledger):
    with served(ledger) as address, httpx.Client(base_url=address, timeout=60) as alone:
        page = alone.get("/review")
        assert page.status_code == 200
        fields = {"kind": "confirm", "target": event_of(alone)}
        assert alone.post("/review/decide", data=fields).status_code == 403
        assert alone.post("/review/decide", data={**fields, "csrf": token(page)}).status_code == 303


def test_a_decision_by_the_api_bears_the_name_of_whoever_is_logged_in(visit):
    log_in(visit, "Rana")
    headers = {"x-csrf-token": token(visit.get("/review"))}
    asked = {"kind": "note", "on": [event_of(visit)], "why": "by the way", "who": "Salem"}
    made = visit.post("/api/decisions", json=asked, headers=headers).json()["decisions"]
    assert [each["who"] for each in made] == ["Rana"]
    assert visit.post("/api/decisions", json=asked).status_code == 403


def test_behind_a_proxy_that_speaks_https_the_cookie_is_for_https(visit, address):
    fields = {"csrf": token(visit.get("/login")), "name": "Rana", "password": PASSWORD}
    host = address.removeprefix("http://")
    assert "; Secure" in visit.post("/login", data=fields, headers={"origin": f"https://{host}"}).headers["set-cookie"]
    assert "; Secure" not in log_in(visit, "Rana").headers["set-cookie"]
