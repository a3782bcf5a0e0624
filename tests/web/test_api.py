import httpx
import pytest

from histor.web.listings import LISTINGS
from web.ledgers import market
from web.served import served

REPORT = "ALEPPO, 9 March 2016 - Two shells hit the bakery on Monday, killing at least four people, a nurse said."


@pytest.fixture
def room(tmp_path):
    """Whoever asks the API."""
    with served(market(tmp_path)) as address, httpx.Client(base_url=address, timeout=60) as asking:
        yield asking


def strike(room):
    return room.get("/api/events?status=occurred&limit=1").json()["items"][0]["id"]


def test_everything_is_described_with_examples_that_answer(room):
    paths = room.get("/api/openapi.json").json()["paths"]
    assert {f"/api/{listing.name}" for listing in LISTINGS} <= set(paths)
    examples = [example for path in paths.values() for example in path["get"].get("x-examples", ())]
    assert len(examples) > len(LISTINGS)
    for example in examples:
        answer = room.get(example)
        assert answer.status_code == 200, example
        assert isinstance(answer.json(), dict), example


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_every_list_has_a_head_and_items(room, listing):
    for example in listing.examples:
        assert set(room.get(f"/api/{listing.name}{example}").json()) == {"head", "items", "next"}


def test_the_description_names_what_can_be_asked(room):
    paths = room.get("/api/openapi.json").json()["paths"]
    named = {each["name"]: each for each in paths["/api/incidents"]["get"]["parameters"]}
    assert named["grade"]["schema"]["enum"][0] == "confirmed"
    assert named["sort"]["schema"]["enum"] == ["newest", "oldest", "origins", "reports"]
    for name in named:
        if name not in ("limit", "after", "as_of", "since", "until"):
            value = named[name]["schema"].get("enum", ["Palmyra"])[0]
            assert room.get("/api/incidents", params={name: value}).status_code == 200, name


def test_a_decision_is_seen_by_every_reader_and_taken_back(room):
    event = strike(room)
    made = room.post("/api/decisions", json={"kind": "reject", "on": [event], "why": "a quotation", "who": "Ada"})
    assert made.status_code == 201
    assert event not in [each["id"] for each in room.get("/api/events").json()["items"]]
    (decision,) = room.get("/api/decisions").json()["items"]
    assert (decision["who"], decision["why"], decision["undone_by"]) == ("Ada", "a quotation", None)
    undone = room.post("/api/decisions", json={"kind": "undo", "on": [decision["id"]], "who": "Ada"})
    assert undone.status_code == 201
    assert event in [each["id"] for each in room.get("/api/events").json()["items"]]


def test_an_edit_sets_a_field_and_shows_before_and_after(room):
    event = strike(room)
    asked = {"kind": "edit", "on": [event], "fields": {"killed": "14"}, "why": "the list says so", "who": "Ada"}
    (made,) = room.post("/api/decisions", json=asked).json()["decisions"]
    assert made["field"] == "quantities"
    (count,) = room.get("/api/events?limit=1&status=occurred").json()["items"][0]["quantities"]
    assert (count["low"], count["high"]) == (14, 14)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"kind": "reject", "on": ["e-1"]}, "needs a reason"),
        ({"kind": "burn", "on": ["e-1"]}, "it is one of confirm"),
        ({"kind": "confirm", "on": []}, "name the ids"),
        ({"kind": "confirm", "on": ["e-1", "e-2"]}, "one id"),
        ({"kind": "merge", "on": ["i-1"], "why": "the same"}, "name two ids"),
        ({"kind": "confirm", "on": ["e-1"], "because": "so"}, "an object with kind"),
        (["confirm"], "an object with kind"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_in_words(room, asked, told):
    answer = room.post("/api/decisions", json=asked)
    assert answer.status_code == 400
    assert told in answer.json()["error"]


def test_a_decision_about_nothing_is_not_found(room):
    answer = room.post("/api/decisions", json={"kind": "confirm", "on": ["e-ffffffff"]})
    assert answer.status_code == 404


@pytest.mark.parametrize(("body", "kind"), [("{", "application/json"), ('{"kind": 1}', "text/plain")])
def test_only_json_is_written(room, body, kind):
    answer = room.post("/api/decisions", content=body, headers={"Content-Type": kind})
    assert answer.status_code == 400


def test_a_report_is_read_and_kept_once(room):
    asked = {"text": REPORT, "outlet": "Aleppo Post", "published": "2016-03-09"}
    first = room.post("/api/reports", json=asked).json()
    assert (first["added"], first["known"]) == (1, 0)
    (record,) = first["records"]
    assert record["report"]["outlet"] == "Aleppo Post"
    assert room.post("/api/reports", json=asked).json()["known"] == 1
    assert room.get(f"/api/reports/{record['report']['id']}").json()["report"]["text"] == REPORT


@pytest.mark.parametrize("asked", [{}, {"text": ""}, {"text": 3}, {"text": "x", "path": "/etc/hostname"}])
def test_a_report_that_is_none_is_refused(room, asked):
    assert room.post("/api/reports", json=asked).status_code == 400


def test_a_day_that_is_none_is_refused(room):
    answer = room.post("/api/reports", json={"text": REPORT, "published": "soon"})
    assert answer.status_code == 400
    assert "is no day" in answer.json()["error"]
