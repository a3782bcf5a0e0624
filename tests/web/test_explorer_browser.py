"""The Explorer in a real browser: what is brushed, dragged and typed is an address, and the address is the view."""

import json
import re

import httpx
import pytest

from histor.run import viewing
from histor.store.ledger import open_to_write
from web.ledgers import hostile, market
from web.served import NO_BROWSER, Watched, has_browser, served

pytestmark = pytest.mark.skipif(not has_browser(), reason=NO_BROWSER)
PATIENCE = 60_000  # milliseconds a busy machine may need
READY = "() => !document.body.hasAttribute('aria-busy')"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where the room listens."""
    path = market(tmp_path_factory.mktemp("brushed"), hostile())
    with open_to_write(path) as opened:
        viewing.refresh(opened)
    with served(path) as found:
        yield found


class Visitor(Watched):
    """A browser of one's own: nothing is shared with another visitor but an address."""

    def __init__(self, started, address, **looks):
        super().__init__(started, address, patience=PATIENCE, height=900, **looks)

    def rows(self):
        """The ids of the incidents in the list."""
        links = self.view.locator("a.headline").evaluate_all("links => links.map(each => each.getAttribute('href'))")
        return [link.split("/")[2].split("?")[0] for link in links]

    def counted(self):
        """How many incidents the page says there are."""
        return int(re.match(r"[\d,]+", self.view.locator(".counts strong").inner_text())[0].replace(",", ""))

    def settled(self):
        """Wait until the page that was asked for is shown."""
        self.view.wait_for_function(READY)

    def brush(self, start, end):
        """Draw over the days, from one share of their width to another."""
        box = self.view.locator("svg.days.whole").bounding_box()
        y = box["y"] + box["height"] / 3
        self.view.mouse.move(box["x"] + box["width"] * start, y)
        self.view.mouse.down()
        self.view.mouse.move(box["x"] + box["width"] * end, y, steps=4)
        self.view.mouse.up()
        self.view.wait_for_url("**since=**")
        self.settled()


@pytest.fixture
def visitor(started, address):
    """A visitor who looks at the Explorer."""
    made = Visitor(started, address)
    made.view.goto("/explorer")
    yield made
    made.context.close()


def test_a_brush_over_the_days_changes_list_counts_and_address(visitor):
    before = visitor.rows()
    assert visitor.counted() == len(before) == 2
    visitor.brush(0.6, 0.95)
    assert visitor.counted() == len(visitor.rows()) == 1
    assert set(visitor.rows()) < set(before)
    assert re.search(r"since=2016-03-08&until=2016-03-08", visitor.view.url)
    visitor.view.go_back()
    visitor.view.wait_for_url("**/explorer")
    visitor.view.wait_for_function("() => document.querySelectorAll('a.headline').length === 2")
    assert visitor.said == []


def test_an_address_gives_another_browser_the_same_rows_in_every_format(visitor, started, address):
    visitor.brush(0.05, 0.4)
    visitor.view.locator("a.mark").first.click()
    visitor.view.wait_for_url("**box=**")
    visitor.settled()
    assert visitor.rows()
    other = Visitor(started, address)
    other.view.goto(visitor.view.url)
    assert other.rows() == visitor.rows()
    assert other.counted() == visitor.counted()
    query = visitor.view.url.split("?")[1]
    for ending, ids in (("json", lambda told: [each["id"] for each in told["items"]]),
                        ("geojson", lambda told: [each["properties"]["id"] for each in told["features"]])):  # fmt: skip
        told = json.loads(httpx.get(f"{address}/explorer.{ending}?{query}", timeout=60).text)
        assert ids(told) == visitor.rows()
    other.context.close()


def test_the_map_is_dragged_and_drawn_nearer_and_the_address_says_where(visitor):
    box = visitor.view.locator("svg.map").bounding_box()
    visitor.view.mouse.move(box["x"] + 200, box["y"] + 200)
    visitor.view.mouse.down()
    visitor.view.mouse.move(box["x"] + 320, box["y"] + 150, steps=4)
    visitor.view.mouse.up()
    visitor.view.wait_for_url("**map=**")
    visitor.settled()
    dragged = visitor.view.url
    visitor.view.get_by_role("link", name="Nearer").click()
    visitor.view.wait_for_function("address => location.href !== address", arg=dragged)
    visitor.settled()
    across = [
        float(re.search(r"map=[-\d.]+(?:%2C|,)[-\d.]+(?:%2C|,)([\d.]+)", url)[1]) for url in (dragged, visitor.view.url)
    ]
    assert across[1] == pytest.approx(across[0] / 2)
    assert visitor.view.locator("use.land").count() == 1
    assert visitor.said == []


def test_border_lines_can_be_left_out(visitor):
    assert visitor.view.locator("use.borders").evaluate("each => getComputedStyle(each).display") != "none"
    visitor.view.get_by_role("switch", name="Borders").click()
    visitor.view.wait_for_url("**lines=none**")
    visitor.settled()
    assert visitor.view.locator("use.borders").evaluate("each => getComputedStyle(each).display") == "none"
    assert visitor.view.get_by_role("switch", name="Borders").get_attribute("aria-checked") == "false"


def test_days_and_marks_are_reached_and_chosen_with_the_keyboard(visitor):
    visitor.view.locator("svg.days .bars a").first.focus()
    visitor.view.keyboard.press("End")
    label = visitor.view.evaluate("document.activeElement.querySelector('title').textContent")
    assert label.startswith("8 Mar 2016: ")
    visitor.view.keyboard.press("Enter")
    visitor.view.wait_for_url("**since=2016-03-08&until=2016-03-08**")
    visitor.settled()
    visitor.view.locator("svg.map a.mark").first.focus()
    visitor.view.keyboard.press("Enter")
    visitor.view.wait_for_url("**box=**")
    visitor.settled()
    assert visitor.counted() == 1


def test_it_asks_no_other_host_and_is_usable_within_a_second(visitor, address):
    assert {re.match(r"https?://[^/]+", url)[0] for url in visitor.asked} == {address}
    visitor.view.reload(wait_until="load")
    usable = visitor.view.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert usable < 10_000  # a second where nothing else runs (benchmarks/web.py); a test machine may be busy


def test_without_scripts_days_marks_and_filters_are_links_and_forms(started, address):
    visitor = Visitor(started, address, java_script_enabled=False)
    visitor.view.goto("/explorer")
    visitor.view.locator("select[name=grade]").select_option("contested")
    visitor.view.get_by_role("button", name="Filter").click()
    visitor.view.wait_for_url("**grade=contested**")
    assert visitor.view.locator("a.headline").count() == 1
    visitor.view.locator("summary").click()
    visitor.view.locator("details.same a").first.click()
    visitor.view.wait_for_url("**box=**")
    assert visitor.view.locator("a.headline").count() == 1
    visitor.context.close()


def test_on_a_phone_it_is_a_list_no_wider_than_the_screen(started, address):
    context = started.new_context(base_url=address, viewport={"width": 390, "height": 800}, is_mobile=True)
    view = context.new_page()
    view.goto("/explorer", timeout=PATIENCE)
    assert view.evaluate("document.documentElement.scrollWidth") <= 390
    assert view.locator("a.headline").first.is_visible()
    context.close()
