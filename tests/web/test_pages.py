import re

import httpx
import pytest

from histor.web.routes import pages
from web.ledgers import SCRIPT, hostile, market
from web.served import served

LISTED = {"trace": "events", "reports": "reports", "incidents": "incidents"}  # where pages of one thing find an id


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """The address of a reading room with four reports and a hostile one."""
    ledger = market(tmp_path_factory.mktemp("pages"), hostile())
    with served(ledger) as address, httpx.Client(base_url=address, timeout=60, follow_redirects=True) as asking:
        yield asking


def text_of(answer):
    """The page's words without its tags, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def first(room, path):
    return room.get(path).json()["items"][0]["id"]


def every_page(room):
    """An address of every page, with an id that is in the ledger where it needs one."""
    for page in pages():
        kind = page.path.split("/")[1]
        if "{" not in page.path:
            yield page.path
        elif kind in LISTED:
            yield page.path.split("{")[0] + first(room, f"/api/{LISTED[kind]}?limit=1")
        else:
            yield from page.examples


def test_every_page_answers_and_holds_nothing_inline(room):
    for path in every_page(room):
        answer = room.get(path)
        assert answer.status_code == 200, path
        assert "<h1" in answer.text, path
        assert not re.search(r"<[^>]+\s(style|on\w+)=", answer.text), path
        assert not re.search(r"<script(?![^>]* src=)", answer.text), path


def test_no_page_names_another_host(room):
    for path in every_page(room):
        named = re.findall(r'(?:src|href|action)="([a-z]+:)?//', room.get(path).text)
        assert named == [], path


def test_the_first_address_leads_to_a_page(room):
    assert room.get("/").status_code == 200


def test_a_number_leads_to_every_sentence_that_gives_it(room):
    listed = room.get("/incidents?place=Palmyra")
    link = re.search(
        r'class="evidenced figure" href="(/incidents/i-[0-9a-f]+\?what=killed)[^"]*"[^>]*>12–15<', listed.text
    )
    words = text_of(room.get(f"{link[1]}&part=figures"))
    assert "killed 12–15 as 3 reports tell it" in words
    assert re.search(r"12 “Jets bombed the diesel market .*” Gazette · 8 Mar 2016", words)
    assert re.search(r"15 “Traders selling diesel died .*” Courier · 9 Mar 2016", words)


def test_a_value_leads_to_its_sentence_with_the_words_marked(room):
    event = room.get("/api/events?text=nurse").json()["items"][0]["id"]
    card = room.get(f"/trace/{event}?part=evidence").text
    assert re.search(r'<mark class="slot killed"[^>]*>killing 15</mark>', card)
    assert re.search(r'<mark class="slot place"[^>]*>Palmyra</mark>', card)


def test_the_whole_way_down_ends_at_the_bytes(room):
    event = first(room, "/api/events?limit=1")
    words = text_of(room.get(f"/trace/{event}"))
    assert "sha256" in words
    assert "kept, and they still give this sum" in words


def test_a_report_shows_whose_words_stand_within_whose(room):
    report = first(room, "/api/reports?speaker=Colonel&limit=1")
    page = room.get(f"/reports/{report}")
    outer = page.text.index('class="said voice-0 depth-0')
    inner = page.text.index('class="said voice-1 depth-1 denies')
    assert outer < inner
    assert "State Wire ← Army press office ← Colonel Aziz" in text_of(page)
    assert re.search(r'class="trigger denied[^"]*"[^>]*>bombed</a>', page.text)


def test_a_claim_shows_who_disagrees_and_who_else_tells_it(room):
    claim = room.get("/api/claims?speaker=Colonel").json()["items"][0]
    page = room.get(f"/reports/{claim['report']['id']}?claim={claim['id']}&part=others")
    words = text_of(page)
    assert "Disagree: whether it happened" in words
    assert "Gazette · 8 Mar 2016" in words
    assert "Courier · 9 Mar 2016" in words


def test_a_claim_that_is_not_there_is_told(room):
    report = first(room, "/api/reports?limit=1")
    answer = room.get(f"/reports/{report}?claim=c-ffff")
    assert answer.status_code == 404
    assert "no claim" in text_of(answer)


def test_an_incident_shows_every_value_with_who_gives_it_and_how_the_figure_moved(room):
    words = text_of(room.get(f"/incidents/{first(room, '/api/incidents?place=Palmyra&sort=oldest')}"))
    assert "contested" in words
    assert "the rule: origins disagree on who did it or on whether it happened" in words
    assert re.search(r"killed 12–15 in all that is said 12 8 Mar 2016 1 → 15 9 Mar 2016 \d → 12 10 Mar 2016 \d", words)
    assert "First told by Gazette · 8 Mar 2016" in words


def test_claims_are_searched_by_words_speaker_and_stance(room):
    found = room.get("/claims", params={"text": '"diesel market"', "stance": "denies"})
    assert "1 claim" in text_of(found)
    assert "that jets had bombed the diesel market at Palmyra" in text_of(found)


def test_an_empty_answer_says_why_it_is_empty(room):
    words = text_of(room.get("/claims?stance=threatens"))
    assert "No claim fits these filters" in words
    assert "stance threatens ×" in words


def test_contradictions_stand_side_by_side(room):
    words = text_of(room.get("/contradictions"))
    assert "whether it happened" in words
    assert "it did not happen, or not so" in words
    assert "Colonel Aziz denied on Monday" in words


def test_sources_tell_who_was_heard_and_what_could_not_be_read(room):
    words = text_of(room.get("/sources"))
    assert "Courier 9 Mar 2016" in words
    assert "1 input gave no report" in words
    assert "inbox/empty.pdf the file has no words; give another one" in words


def test_a_view_as_of_a_day_shows_what_the_ledger_held_then(room):
    then = room.get("/reports?as_of=2016-03-08")
    assert "1 report " in text_of(then)
    assert "The ledger as it stood at 2016-03-08" in text_of(then)
    assert 'href="/claims?as_of=2016-03-08"' in then.text


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/claims?speker=Aziz", 400, "cannot be asked here"),
        ("/claims?stance=sings", 400, "it is one of asserts"),
        ("/claims?since=2016-13-01", 400, "is no day"),
        ("/claims?since=2016-03-09&until=2016-03-08", 400, "no day is in both"),
        ("/incidents?sort=colour", 400, "known here are newest"),
        ("/incidents?grade=grand", 400, "it is one of confirmed"),
        ("/incidents?after=x", 400, "hand back the"),
        ("/claims?limit=many", 400, "is no number of rows"),
        ("/reports/r-ffffffff", 404, "has the id"),
        ("/nowhere", 404, "Not Found"),
        ("/trace/e-1?part=x", 400, "known are evidence"),
    ],
)
def test_what_cannot_be_asked_is_told_in_words(room, path, status, told):
    answer = room.get(path)
    assert answer.status_code == status
    assert told in text_of(answer).replace("&#39;", "'")


def test_hostile_words_stay_words(room):
    report = next(row for row in room.get("/api/reports").json()["items"] if "script" in row["outlet"])
    for path in (f"/reports/{report['id']}", "/reports", "/sources", "/incidents", f"/trace/{report['id']}"):
        page = room.get(path).text
        assert SCRIPT not in page
        assert "javascript:" not in page.replace("javascript:document.title=&#39;caught&#39;</a>", "")
    assert "&lt;script&gt;" in room.get(f"/reports/{report['id']}").text
