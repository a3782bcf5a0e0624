"""What sums up many happenings is named wherever an incident stands, and boards lead to what they did not count."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from histor.records.heard import ONLY_SUMMED_UP
from histor.records.incidents import SUMS_UP
from histor.run import definitions
from histor.store.ledger import open_to_write
from run.market import keep, story
from web.ledgers import market
from web.served import served
from web.test_boards_browser import TRUCE, WEEKS

HABIT = "Jets have often bombed villages at Palmyra since Monday, as the war goes on, a farmer told us."


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A reading room with single strikes, a habit, and a board of two kinds."""
    path: Path = market(tmp_path_factory.mktemp("sums"))
    told = story(HABIT, outlet="Herald", before="From the fields", published="2016-03-10", when=None, target=None)
    with open_to_write(path) as ledger:
        keep(ledger, told, on="2016-03-12")
    for name, text in (("truce", TRUCE), ("weeks", WEEKS)):
        definitions.add(str(path), name, text, key=name, recorded="2016-03-12T12:00:00Z")
    with served(path) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


def words_of(answer: httpx.Response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def summed_up(room: httpx.Client) -> dict[str, object]:
    (found,) = [each for each in room.get("/api/incidents").json()["items"] if each["summary"]]
    return dict(found)


def test_the_list_and_its_files_name_it(room: httpx.Client) -> None:
    assert words_of(room.get("/incidents")).count(f"occurred {SUMS_UP}") == 1
    assert room.get("/incidents.csv").text.count(",true,") == 1
    assert summed_up(room)["events"][0]["summary"][0] == "“have often bombed”"  # type: ignore[index]


@pytest.mark.parametrize("path", ["/api/incidents", "/explorer.json"])
def test_lists_give_what_sums_up_or_what_does_not(room: httpx.Client, path: str) -> None:
    ids = {
        asked: {each["id"] for each in room.get(f"{path}{asked}").json()["items"]}
        for asked in ("", "?sums=only", "?sums=without")
    }
    assert ids["?sums=only"] == {summed_up(room)["id"]}
    assert ids["?sums=without"] == ids[""] - ids["?sums=only"]
    assert room.get(f"{path}?sums=some").status_code == 400
    assert "it is one of without, only" in room.get(f"{path}?sums=some").text


def test_its_dossier_says_so_and_by_which_words(room: httpx.Client) -> None:
    page = words_of(room.get(f"/incidents/{summed_up(room)['id']}"))
    assert "no board counts it as one" in page
    assert f"{SUMS_UP} (“have often bombed”," in page
    others = [each["id"] for each in room.get("/api/incidents").json()["items"] if not each["summary"]]
    assert SUMS_UP not in words_of(room.get(f"/incidents/{others[0]}"))


def test_the_explorer_names_it(room: httpx.Client) -> None:
    assert words_of(room.get("/explorer")).count(SUMS_UP) == 1
    assert room.get("/explorer.csv").text.count(",true,") == 1


@pytest.mark.parametrize("board", ["weeks", "truce"])
def test_a_board_tells_what_it_did_not_count_and_leads_to_the_words(room: httpx.Client, board: str) -> None:
    page = room.get(f"/boards/{board}").text
    (key,) = re.findall(rf'data-figure="([\w-]+)">1 deed</a>, {ONLY_SUMMED_UP}', page)
    behind = words_of(room.get(f"/boards/{board}?rows={key}"))
    assert "have often bombed villages" in behind
    assert "have often bombed villages" not in words_of(room.get(f"/boards/{board}"))


def test_an_incident_gives_the_reason_of_its_grade(room: httpx.Client) -> None:
    page = words_of(room.get(f"/incidents/{summed_up(room)['id']}"))
    assert re.search(r"weak one origin: .+ · the rule:|weak .+ · the rule: one origin tells it", page)
    assert "Macro" not in page
