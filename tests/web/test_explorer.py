"""The Explorer as any program sees it: without a browser, without scripts."""

import csv
import io
import json
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import httpx
import numpy as np
import pytest

from histor.errors import UsageError
from histor.records.question import Question
from histor.run import joining, viewing
from histor.run.keeping import keep as keep_records
from histor.store.ledger import open_to_read, open_to_write
from histor.store.view_asking import box_of, count
from histor.web.explorer.days import WIDTH, strip_of
from histor.web.explorer.drawing import drawn_bars, drawn_marks, listed_marks
from histor.web.explorer.places import _reach, draw, view_of
from run.market import OTHER_DAY, TUESDAY, keep, raw_of, story
from web import basemap
from web.ledgers import SCRIPT, hostile, market
from web.served import served


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """The path of a ledger with an overview."""
    path = market(tmp_path_factory.mktemp("explorer"), hostile())
    with open_to_write(path) as opened:
        viewing.refresh(opened)
    return path


@pytest.fixture(scope="module")
def room(ledger):
    """The address of its reading room."""
    with served(ledger) as address, httpx.Client(base_url=address, timeout=60, follow_redirects=True) as asking:
        yield asking


@pytest.fixture
def overview(ledger):
    """What the overview holds."""
    with open_to_read(ledger) as opened:
        return viewing.overview(opened)


def ids_on(page):
    return re.findall(r'class="headline" href="/incidents/(i-[0-9a-f]+)', page.text)


def counted(page):
    return re.search(r"<strong>([\d,]+) incident", page.text)[1]


def test_it_lists_the_incidents_of_the_ledger_and_counts_them_without_any_script(room, ledger):
    with open_to_read(ledger) as opened:
        there = joining.incidents(opened, Question())
    page = room.get("/explorer")
    assert sorted(ids_on(page)) == sorted(each.id for each in there)
    assert counted(page) == str(len(there))
    assert f"{sum(each.grade == 'contested' for each in there)} contested" in page.text
    assert page.text.count('class="reach"') >= 2  # days are drawn by the server


def test_the_address_narrows_list_counts_days_and_map_alike(room):
    page = room.get("/explorer?since=2016-03-08&until=2016-03-08")
    assert len(ids_on(page)) == 1
    assert counted(page) == "1"
    assert 'class="brush"' in page.text
    assert room.get("/explorer?grade=contested").text.count('class="headline"') == 1
    nowhere = room.get("/explorer?box=0,0,1,1")
    assert ids_on(nowhere) == []
    assert 'class="stretch"' in nowhere.text


@pytest.mark.parametrize("query", ["", "?since=2016-03-08", "?text=diesel&sort=oldest", "?box=38,34,39,35", "?limit=1"])
def test_every_format_holds_exactly_the_rows_of_the_view(room, query):
    seen = ids_on(room.get(f"/explorer{query}"))
    assert seen
    as_json = room.get(f"/explorer.json{query}").json()
    assert [each["id"] for each in as_json["items"]] == seen
    assert str(as_json["head"]["total"]) == counted(room.get(f"/explorer{query}"))
    lines = [line for line in room.get(f"/explorer.csv{query}").text.splitlines() if not line.startswith("#")]
    assert [row["id"] for row in csv.DictReader(io.StringIO("\n".join(lines)))] == seen
    features = room.get(f"/explorer.geojson{query}").json()["features"]
    assert [each["properties"]["id"] for each in features] == seen


def test_a_stretch_of_the_map_that_is_left_changes_nothing(room):
    before = ids_on(room.get("/explorer?box=38,34,39,35&sort=oldest"))
    assert before
    assert ids_on(room.get("/explorer?box=0,0,2,2&sort=oldest")) == []
    assert ids_on(room.get("/explorer?box=38,34,39,35&sort=newest&limit=29")) == before[::-1]


def test_as_of_an_earlier_day_it_shows_what_the_ledger_knew(room):
    assert counted(room.get("/explorer?as_of=2016-03-08")) == "1"
    assert "9 Mar" not in room.get("/explorer?as_of=2016-03-07").text
    assert "holds no incident as of 2016-03-07" in room.get("/explorer?as_of=2016-03-07").text


def test_an_empty_answer_says_which_filters_leave_nothing_and_how_to_leave_each_out(room):
    page = room.get("/explorer?place=Atlantis&grade=weak")
    assert "None of the" in page.text
    assert 'href="/explorer?grade=weak">leave it out' in page.text
    assert 'href="/explorer?place=Atlantis">leave it out' in page.text


@pytest.mark.parametrize(
    "query", ["box=1,2", "box=9,9,1,1", "map=x", "map=500,0,1", "grade=good", "target=moon", "after=x"]
)
def test_what_cannot_be_asked_is_refused_with_the_reason(room, query):
    answer = room.get(f"/explorer?{query}")
    assert answer.status_code == 400
    assert query.split("=")[0] in answer.text


def test_hostile_words_are_shown_as_words(tmp_path):
    path = tmp_path / "hostile.db"
    with open_to_write(path) as opened:
        keep(opened, hostile(), on="2016-03-10")
        viewing.refresh(opened)
    with served(path) as address:
        page = httpx.get(f"{address}/explorer", timeout=60)
    assert ids_on(page)
    assert SCRIPT not in page.text
    assert "&lt;script&gt;" in page.text


def test_a_report_that_comes_in_is_seen_by_the_next_visitor(tmp_path):
    path = market(tmp_path)
    with served(path) as address:
        before = counted(httpx.get(f"{address}/explorer", timeout=60))
        another = story(OTHER_DAY, day=TUESDAY, published="2016-03-10", outlet="Observer", type="RETREAT", mode=None)
        with open_to_write(path) as opened:
            keep_records([(another, raw_of(another))], opened, recorded="2016-03-12T08:00:00Z")
        answers = (httpx.get(f"{address}/explorer", timeout=60) for _ in range(2000))
        assert any(counted(answer) == str(int(before) + 1) for answer in answers if "being joined" not in answer.text)


def test_a_mark_is_no_finer_than_what_is_known_and_holds_all_that_lies_there(overview):
    every = np.ones(overview.columns.number.size, dtype=bool)
    drawn = draw(overview, every, None, None)
    assert sum(mark.number for mark in drawn.marks) + drawn.placeless + drawn.outside == every.size
    assert {mark.kind for mark in drawn.marks} <= {"town", "many", "area"}
    (mark,) = [each for each in drawn.marks if "Palmyra" in each.label]
    assert "(town)" in mark.label
    assert mark.radius >= 6.5 * drawn.point
    west, south, east, north = box_of(mark.box)
    assert west < 38.28 < east
    assert south < 34.56 < north


def test_a_stretch_of_the_map_that_is_asked_for_is_the_one_that_is_drawn(overview):
    every = np.ones(overview.columns.number.size, dtype=bool)
    drawn = draw(overview, every, view_of("2.3,48.8,4"), None)
    assert drawn.marks == ()
    assert drawn.outside > 0
    assert [name for name, _, _ in drawn.names] == []
    x, y, width, height = drawn.frame
    assert (x, width) == (pytest.approx(0.3), 4.0)
    assert y < -56 < y + height  # Mercator's ordinate of 48.8 degrees north


def test_what_lies_far_from_all_else_does_not_make_the_map_small():
    across = np.array([36.0, 36.5, 37.0, 37.2, 36.8, 36.1, -74.0])
    assert _reach(across, np.array([5, 5, 5, 5, 5, 5, 1])) == (36.0, 37.2)
    assert _reach(across, np.array([1, 1, 1, 1, 1, 1, 20]))[0] == -74.0  # unless it is where most is


def test_bars_hold_every_incident_once_and_are_as_many_as_can_be_seen(overview):
    every = overview.columns.day > 0
    strip = strip_of(overview, every)
    assert strip.unit == "day"
    assert sum(bar.all for bar in strip.bars) + strip.beyond == int(every.sum())
    assert (strip.at(strip.first), strip.after(strip.last)) == (0, WIDTH)
    nothing = strip_of(overview, ~every)
    assert nothing is None


def test_words_of_a_filter_that_look_like_the_place_of_a_link_stay_words(overview):
    every = np.ones(overview.columns.number.size, dtype=bool)
    marks = draw(overview, every, None, None).marks
    for drawn in (drawn_marks, listed_marks):
        links = re.findall(r'href="([^"]*)"', drawn(marks, "/explorer?text=BOX&box=BOX&map=1"))
        assert links == [f"/explorer?text=BOX&amp;box={mark.box}&amp;map=1" for mark in marks]
    bars = strip_of(overview, every).bars
    links = re.findall(r'href="([^"]*)"', drawn_bars(bars, "/explorer?text=SINCE&since=SINCE&until=UNTIL"))
    assert links == [f"/explorer?text=SINCE&amp;since={bar.first}&amp;until={bar.last}" for bar in bars]


def test_labels_are_escaped_one_by_one_whatever_they_hold(overview):
    every = np.ones(overview.columns.number.size, dtype=bool)
    mark = replace(draw(overview, every, None, None).marks[0], label="<b>\n&")
    assert "<title>&lt;b&gt;\n&amp;</title>" in drawn_marks([mark, mark], "/explorer?box=BOX")


def test_origins_are_counted_once_however_many_incidents_they_tell_of(overview):
    columns = overview.columns
    for chosen in (columns.day > 0, columns.day < 0, columns.grade == overview.codes.of("contested")):
        told_by = {origin for at, origin in zip(columns.pair_of, columns.pair_origin, strict=True) if chosen[at]}
        counts = count(overview, chosen)
        assert (counts.origins, counts.claims) == (len(told_by), int(columns.claims[chosen].sum()))


def test_a_box_that_is_none_is_refused():
    with pytest.raises(UsageError, match="west,south,east,north"):
        box_of("somewhere")


def test_the_rows_of_programs_have_one_form(room):
    (first, *_) = json.loads(room.get("/explorer.json?limit=1").text)["items"]
    assert set(first) >= {"id", "day", "grade", "claims", "reports", "origins", "place", "figures", "why", "title"}
    assert set(first["place"]) == {"name", "latitude", "longitude", "precision"}


def test_the_basemap_is_the_one_that_its_page_describes():
    folder = Path(basemap.__file__).parents[2] / "src/histor/web/static/basemap"
    described = (folder / "README.md").read_text(encoding="utf-8")
    for name in ("world.svg", "names.json"):
        assert sha256((folder / name).read_bytes()).hexdigest() in described, name
    drawn = (folder / "world.svg").read_text(encoding="utf-8")
    assert {'id="land"', 'id="borders"'} <= set(re.findall(r'id="\w+"', drawn))
    assert drawn.count("<path") > 200
