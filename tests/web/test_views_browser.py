"""Saved views, the pictures of talks and posture, and who was heard, in a real browser."""

import re

import pytest

from histor.run import definitions
from monitors.reports import MOVES, REPORTS, TALKS, WHEN, make_ledger
from web.faults import faults_of, width_on_a_phone
from web.served import NO_BROWSER, has_browser, quiet_page, served

pytestmark = pytest.mark.skipif(not has_browser(), reason=NO_BROWSER)
PATIENCE = 20_000  # milliseconds a busy machine may need
MUSCAT = """
monitor = "talks"
name = "the talks in Muscat"
places = ["Muscat"]
parties = ["Yemen", "rebels"]
brokers = ["Oman"]
"""
TROOPS = """
monitor = "posture"
name = "Omani troops"

[force]
names = ["Oman"]

[[sites]]
name = "Taiz"

[[sites]]
name = "Marib"
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = make_ledger(tmp_path_factory.mktemp("views"), (*REPORTS, *MOVES, *TALKS))
    for name, text in (("muscat", MUSCAT), ("troops", TROOPS)):
        definitions.add(path, name, text, key=name, recorded=WHEN)
    with served(path) as found:
        yield found


@pytest.fixture
def view(started, address):
    """A page whose console is silent to the end."""
    with quiet_page(started, address, patience=PATIENCE, height=900) as page:
        yield page


def test_a_filtered_view_is_saved_watched_and_opened_in_a_second_browser(view, started, address):
    view.goto("/claims?text=ceasefire")
    rows = view.locator(".tally strong").inner_text()
    view.get_by_role("link", name="Save view").click()
    view.get_by_label("Save it as").fill("What is said of the ceasefire")
    view.get_by_role("button", name="Save view").click()
    item = view.locator(".views > li").filter(has_text="What is said of the ceasefire")
    item.get_by_text("Watch", exact=True).click()
    item.locator("[name='rule dispute']").check()
    item.get_by_role("button", name="Watch it").click()
    view.get_by_text("Watched by the alert").wait_for()
    other = started.new_context(base_url=address)
    other.set_default_timeout(PATIENCE)
    second = other.new_page()
    second.goto("/views/What is said of the ceasefire")
    assert second.url.endswith("/claims?text=ceasefire")
    assert second.locator(".tally strong").inner_text() == rows
    other.close()


@pytest.mark.parametrize(("board", "words"), [("muscat", "met the Yemeni delegation"), ("troops", "headed home")])
def test_each_sign_of_a_picture_leads_to_its_words(view, board, words):
    view.goto(f"/boards/{board}")
    signs = view.locator(".chart a.sign")
    labels = signs.evaluate_all("all => all.map(one => one.querySelector('title').textContent)")
    assert labels
    assert all(re.search(r"\d+ lines?;", each) for each in labels)
    found = []
    for number in range(len(labels)):
        view.goto(f"/boards/{board}?rows=sign-{number}")
        lines = int(re.search(r"(\d+) lines?;", labels[number])[1])
        assert view.locator("#rows li").count() == lines
        found += view.locator("#rows li").all_inner_texts()
    assert any(words in each for each in found)


def test_a_sign_is_reached_and_followed_by_keyboard(view):
    view.goto("/boards/muscat")
    view.locator(".chart a.sign").first.focus()
    view.keyboard.press("Enter")
    view.wait_for_url("**rows=sign-0**")
    assert view.locator("#rows li").count() >= 1


@pytest.mark.parametrize("path", ["/explorer?since=2031-04-10&until=2031-04-20", "/boards/muscat", "/boards/troops"])
def test_who_was_heard_is_told_and_leads_to_the_sources(view, path):
    view.goto(path)
    told = view.locator(".coverage").first
    assert re.search(r"\d+ reports? read of .* from \d of \d outlets?", told.inner_text())
    told.get_by_role("link").first.click()
    view.wait_for_url("**/sources?**")


def test_days_without_any_report_are_counted(view):
    view.goto("/explorer?since=2031-04-10&until=2031-04-20")
    told = view.locator(".coverage").first.inner_text()
    assert "6 reports read of 10 Apr 2031 – 20 Apr 2031, from 3 of 3 outlets" in told
    assert "no report published on 6 of 11 days" in told


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_neither_views_nor_pictures_have_a_serious_fault(started, address, scheme):
    paths = ("/views?address=/boards/muscat", "/boards/muscat?rows=sign-0", "/boards/troops")
    faults = faults_of(started, address, paths, scheme=scheme, patience=PATIENCE)
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize("path", ["/views", "/boards/muscat", "/boards/troops"])
def test_on_a_phone_nothing_is_wider_than_the_screen(started, address, path):
    assert width_on_a_phone(started, address, path, patience=PATIENCE) <= 390
