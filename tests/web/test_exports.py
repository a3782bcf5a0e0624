import csv
import io
import json

import httpx
import pytest

from histor.store.ledger import open_to_write
from histor.web import exports
from histor.web.listings import REPORTS
from histor.web.room import Room
from histor.web.routes import pages
from histor.web.state import State
from run.market import keep, story
from web.ledgers import FORMULA, hostile, market
from web.served import served

LATER = "Jets bombed the diesel market at Palmyra on Monday, killing 3 traders, a driver told us."


@pytest.fixture
def ledger(tmp_path):
    """A ledger of the market."""
    return market(tmp_path, hostile())


@pytest.fixture
def room(ledger):
    """Whoever asks its reading room."""
    with served(ledger) as address, httpx.Client(base_url=address, timeout=60) as asking:
        yield asking


def table(answer):
    """The head of a table by name, and its rows."""
    lines = answer.text.splitlines()
    head = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    rows = list(csv.DictReader(io.StringIO("\n".join(line for line in lines if not line.startswith("# ")))))
    return head, rows


def test_the_three_formats_hold_the_same_rows_as_the_page(room):
    asked = "?place=Palmyra&status=occurred"
    as_json = room.get(f"/events.json{asked}").json()
    head, rows = table(room.get(f"/events.csv{asked}"))
    places = room.get(f"/events.geojson{asked}").json()
    ids = [item["id"] for item in as_json["items"]]
    assert len(ids) == 4
    assert [row["id"] for row in rows] == ids
    assert [each["properties"]["id"] for each in places["features"]] == ids
    assert as_json["head"]["total"] == places["head"]["total"] == int(head["total"]) == 4


def test_the_head_tells_the_question_the_day_and_an_address(room):
    head, _ = table(room.get("/claims.csv?stance=denies&as_of=2016-03-10"))
    assert json.loads(head["asked"]) == {"stance": "denies"}
    assert head["as_of"] == "2016-03-10"
    assert head["address"].endswith("/claims.csv?stance=denies&as_of=2016-03-10")


def test_the_address_in_the_head_gives_the_same_rows_after_more_came_in(room, ledger):
    before = room.get("/incidents.json").json()
    with open_to_write(ledger) as opened:
        keep(opened, story(LATER, outlet="Late News", published="2016-03-12"), on="2200-01-01")
    again = room.get(before["head"]["address"]).json()
    assert again == before
    assert room.get("/reports.json?as_of=2200-01-02").json()["head"]["total"] == 6


def test_a_place_is_given_no_finer_than_it_is_known(room):
    feature = room.get("/events.geojson?limit=1").json()["features"][0]
    assert feature["geometry"] == {"type": "Point", "coordinates": [38.28, 34.56]}
    assert feature["properties"]["place_precision"] == "town"


def test_a_limit_cuts_the_rows_and_next_goes_on(room):
    first = room.get("/api/claims?limit=1").json()
    assert len(first["items"]) == 1
    second = room.get(
        "/api/claims", params={"limit": 1, "after": first["next"], "as_of": first["head"]["as_of"]}
    ).json()
    assert second["items"][0]["id"] != first["items"][0]["id"]
    assert second["next"] is None
    cut = room.get("/incidents.json?limit=1").json()
    assert len(cut["items"]) == 1
    rest = room.get("/incidents.json", params={"after": cut["next"]}).json()
    assert cut["head"]["total"] == 1 + len(rest["items"])


def test_no_cell_is_a_formula(room):
    _, rows = table(room.get("/reports.csv"))
    assert f"'{FORMULA}" in [row["title"] for row in rows]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_every_page_that_lists_has_its_rows_beside_it(room):
    listed = [page for page in pages() if page.listing]
    assert {page.name for page in listed} >= {"claims", "contradictions", "incidents", "reports", "sources"}
    for page in listed:
        answer = room.get(f"{page.path}.json")
        assert answer.status_code == 200, page.path
        assert set(answer.json()) == {"head", "items", "next"}
        assert room.get(f"{page.path}.csv").text.startswith("# histor: ")


def test_a_page_of_one_thing_has_its_record(room):
    report = room.get("/api/reports?limit=1").json()["items"][0]["id"]
    record, same = (room.get(path).json() for path in (f"/reports/{report}.json", f"/api/reports/{report}"))
    heads = [each.pop("head") for each in (record, same)]
    assert record["report"]["id"] == report
    assert record == same
    assert [each["asked"] for each in heads] == [{}, {}]
    assert all(room.get(each["address"]).json()["report"]["id"] == report for each in heads)


def test_an_export_of_nothing_is_whole(room):
    assert room.get("/events.geojson?status=threatened").json()["features"] == []
    head, rows = table(room.get("/claims.csv?stance=orders"))
    assert (head["total"], rows) == ("0", [])


def test_what_cannot_be_asked_is_refused_before_anything_is_written(room):
    answer = room.get("/claims.csv?stance=sings")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("no stance 'sings'")


def test_rows_that_come_in_batches_are_all_of_one_instant(ledger, monkeypatch):
    monkeypatch.setattr(exports, "BATCH", 1)
    written = exports.export(REPORTS, Room(str(ledger)), State(), "here")
    batches = written.batches()
    first = next(batches)
    with open_to_write(ledger) as opened:
        keep(opened, story(LATER, outlet="Late News", published="2016-03-12"), on="2200-01-01")
    rows = [*first.items, *(row for batch in batches for row in batch.items)]
    assert len(rows) == written.head()["total"] == 5
    assert "Late News" not in [row.source.outlet for row in rows]
