"""The reading room in a real browser: what only a browser can tell."""

import re

import pytest

from web.ledgers import hostile, market
from web.served import NO_BROWSER, Watched, has_browser, served

pytestmark = pytest.mark.skipif(not has_browser(), reason=NO_BROWSER)
PATIENCE = 60_000  # milliseconds a busy machine may need


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where the room listens."""
    with served(market(tmp_path_factory.mktemp("browser"), hostile())) as found:
        yield found


@pytest.fixture
def watched(started, address):
    """A page that is watched."""
    page = Watched(started, address, patience=PATIENCE)
    yield page
    page.context.close()


def test_a_number_is_followed_to_its_sentence_and_to_the_report_in_three_clicks(watched):
    view = watched.view
    view.goto("/incidents?place=Palmyra")
    view.get_by_role("link", name="12–15").click()
    card = view.locator("#evidence")
    card.get_by_text("Traders selling diesel died").wait_for()
    assert card.locator("b.figure").all_inner_texts() == ["12", "15", "12"]
    card.locator("a.source").first.click()
    view.wait_for_url("**/reports/r-*")
    assert view.locator("article.text").get_by_text("killing 12").count() == 1
    view.get_by_role("link", name=re.compile("^sha256")).click()
    view.get_by_text("kept, and they still give this sum").wait_for()


def test_looking_at_a_number_does_not_leave_the_page(watched):
    view = watched.view
    view.goto("/incidents?place=Palmyra")
    view.get_by_role("link", name="12–15").hover()
    view.locator("#evidence b.figure").first.wait_for()
    view.keyboard.press("Escape")
    view.locator("#evidence").wait_for(state="hidden")
    assert view.url.endswith("/incidents?place=Palmyra")


def test_a_claim_that_is_clicked_shows_who_disagrees(watched):
    view = watched.view
    view.goto("/claims?speaker=Colonel")
    view.locator(".claim a.plain").first.click()
    view.wait_for_url("**/reports/r-*")
    view.locator(".said.denies > .opens").click()
    others = view.locator(".card.chosen .others")
    others.get_by_text("Disagree: whether it happened").first.wait_for()
    assert re.search(r"\?claim=c-[0-9a-f]{16}#c-", view.url)


def test_words_and_their_claim_light_up_together(watched):
    view = watched.view
    view.goto("/claims?speaker=Colonel")
    view.locator(".claim a.plain").first.click()
    view.wait_for_url("**/reports/r-*")  # and loaded: words and claims know each other from then on
    view.locator(".card.depth-1").hover()
    view.locator(".said.denies.lit").wait_for()


def test_a_filter_answers_as_it_is_typed_and_the_address_is_the_view(watched, started, address):
    view = watched.view
    view.goto("/claims")
    view.locator("input[name=speaker]").press_sequentially("colonel")
    view.locator(".tally strong").get_by_text("1 claim", exact=True).wait_for()
    view.wait_for_url("**/claims?speaker=colonel")
    assert view.evaluate("document.activeElement.name") == "speaker"
    other = Watched(started, address, patience=PATIENCE)
    other.view.goto(view.url)
    assert other.view.locator(".claim").all_inner_texts() == view.locator(".claim").all_inner_texts()
    other.context.close()


def test_back_shows_the_view_before(watched):
    view = watched.view
    view.goto("/claims")
    view.locator("select[name=stance]").select_option("denies")
    view.wait_for_url("**/claims?stance=denies")
    view.go_back()
    view.locator(".tally strong").get_by_text("2 claims", exact=True).wait_for()


def test_half_a_day_is_no_question_yet(watched):
    view = watched.view
    view.goto("/reports")
    view.locator("input[name=since]").press_sequentially("2016-03-1")
    view.locator("input[name=since]").press_sequentially("0")
    view.wait_for_url("**/reports?since=2016-03-10")
    assert [url for url in watched.asked if "since" in url] == [view.url]


def test_hostile_words_never_run_and_nothing_is_asked_of_another_host(watched, address):
    view = watched.view
    for path in ("/reports", "/claims", "/incidents", "/contradictions", "/sources"):
        view.goto(path)
        assert view.title() != "caught"
    view.goto("/reports?text=script")
    view.locator("td.main a").click()
    view.wait_for_url("**/reports/r-*")
    assert view.title() != "caught"
    assert view.locator("article.text script, article.text img").count() == 0
    assert watched.said == []
    assert [url for url in watched.asked if not url.startswith(address)] == []


def test_the_policy_stops_a_script_that_gets_into_a_page(watched):
    view = watched.view
    view.goto("/reports")
    view.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'caught'";
        document.body.append(script);
        const picture = document.createElement("img");
        picture.src = "http://elsewhere.example/x.png";
        document.body.append(picture);
    }""")
    view.wait_for_function("performance.now() > 0")
    assert view.title() != "caught"
    assert len([words for words in watched.said if "Content Security Policy" in words]) == 2


def test_every_page_can_be_used_on_a_phone(started, address):
    context = started.new_context(base_url=address, viewport={"width": 360, "height": 740}, is_mobile=True)
    context.set_default_timeout(PATIENCE)
    view = context.new_page()
    for path in ("/reports", "/claims", "/incidents", "/contradictions", "/sources"):
        view.goto(path)
        assert view.evaluate("document.documentElement.scrollWidth") <= 360, path
    context.close()
