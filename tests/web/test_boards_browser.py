"""Boards, briefs and changes in a real browser: a number leads to its sentence, and an invented one is refused."""

import re

import pytest

from histor.run import definitions
from histor.store.ledger import open_to_write
from run.market import keep, story
from web.faults import faults_of, width_on_a_phone
from web.ledgers import market
from web.served import NO_BROWSER, has_browser, quiet_page, served

pytestmark = pytest.mark.skipif(not has_browser(), reason=NO_BROWSER)
PATIENCE = 20_000  # milliseconds a busy machine may need
TRUCE = """
monitor = "ceasefire"
name = "The truce at Palmyra"
in_effect = "2016-03-01"

[area]
countries = ["Syria"]

[[parties]]
name = "the government"
also = ["Syria"]
sectors = ["GOV", "MIL"]

[[parties]]
name = "the opposition"
sectors = ["REB", "OPP"]
"""
WEEKS = """
monitor = "tempo"
name = "Attacks in Syria by the week"
since = "2016-02-29"
until = "2016-03-13"
per = "week"

[[dates]]
name = "truce"
day = "2016-03-07"
"""
BREACH = "Jets bombed the fish market at Palmyra on Tuesday, killing 3 sellers, in breach of the truce, a cook told us."


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = market(tmp_path_factory.mktemp("boards"))
    with open_to_write(path) as ledger:
        told = story(BREACH, outlet="Herald", day="2016-03-08", before="The truce is broken", violation=True)
        keep(ledger, told, on="2016-03-12")
    for name, text in (("truce", TRUCE), ("weeks", WEEKS)):
        definitions.add(str(path), name, text, key=name, recorded="2016-03-12T12:00:00Z")
    with served(path) as found:
        yield found


@pytest.fixture
def view(started, address):
    """A page whose console is silent to the end, but for an answer that refuses."""
    with quiet_page(started, address, patience=PATIENCE, but="status of 422") as page:
        yield page


def test_a_number_on_the_ceasefire_board_is_three_clicks_from_its_sentence(view):
    view.goto("/boards")
    view.get_by_role("link", name="The truce at Palmyra").click()
    view.locator("[data-figure=alleged]").click()
    view.wait_for_url("**rows=alleged**")  # and loaded: a row opens beside its board from then on
    row = view.locator("#rows li a[data-evidence]").filter(has_text="fish market")
    row.click()
    card = view.locator("#evidence")
    card.get_by_text("in breach of the truce").wait_for()
    assert card.locator("mark").count() > 0
    card.get_by_role("link", name=re.compile("Herald")).click()
    view.locator("article.text").get_by_text("in breach of the truce").first.wait_for()


def test_a_day_of_the_strip_leads_to_its_rows(view):
    view.goto("/boards/truce")
    day = view.locator("[data-figure='day-2016-03-08']")
    assert "alleged violation" in day.get_attribute("aria-label")
    day.click()
    view.wait_for_url("**rows=day-2016-03-08**")
    assert view.locator("#rows li").count() >= 1


def test_silence_does_not_look_like_calm(view):
    view.goto("/boards/truce")
    silent = view.locator(".strip .silent > span").first
    assert "no report heard" in silent.get_attribute("aria-label")
    assert "repeating-linear-gradient" in silent.evaluate("each => getComputedStyle(each).backgroundImage")


def test_every_figure_of_a_board_has_as_many_rows_as_it_says(view):
    view.goto("/boards/truce")
    figures = view.locator(".figures a[data-figure]").evaluate_all("all => all.map(one => [one.href, one.textContent])")
    assert figures
    for href, _ in figures:
        view.goto(href)
        assert view.locator("#rows li a[data-evidence]").count() >= 1


def test_a_brief_with_an_invented_number_is_refused_and_is_not_written(view):
    view.goto("/brief")
    view.locator("[data-edit]").click()
    field = view.locator("textarea[name=text]")
    view.wait_for_function("() => document.querySelector('textarea[name=text]').value !== ''")
    field.fill(field.input_value().replace("Gazette reported:", "Gazette reported 24 strikes:", 1))
    view.get_by_role("button", name="Write .pdf").click()
    view.locator(".refused").wait_for()
    assert view.locator("mark.wrong").all_inner_texts() == ["24"]
    assert view.locator(".sheet").count() == 0
    kept = field.input_value()
    assert "24 strikes" in kept
    field.fill(kept.replace("Gazette reported 24 strikes:", "Gazette reported:"))
    view.get_by_role("button", name="Check").click()
    view.locator(".good").wait_for()
    with view.expect_download() as written:
        view.get_by_role("button", name="Write .pdf").click()
    assert written.value.suggested_filename == "brief.pdf"


def test_a_claim_number_of_a_brief_shows_its_words(view):
    view.goto("/brief?place=Palmyra")
    view.locator(".sentence sup a").first.click()
    view.locator("#evidence mark").first.wait_for()


def test_a_brief_of_a_monitor_notes_the_state_as_nobodys_word(view):
    view.goto("/brief?monitor=truce")
    assert view.get_by_text("State by the monitor's rule").count() == 1
    assert view.get_by_text("in breach of the truce").count() >= 1


def test_changes_tell_what_was_recorded_in_the_days_asked_for(view):
    view.goto("/changes?since=2016-03-12&until=2016-03-12")
    assert view.locator("#added li").count() == 1
    view.goto("/changes?since=2020-01-01&until=2020-01-02")
    assert view.get_by_text("Nothing was recorded in these days").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_board_and_no_brief_has_a_serious_fault(started, address, scheme):
    paths = ("/boards/truce?rows=alleged", "/brief?place=Palmyra", "/people", "/changes?since=2016-03-01")
    faults = faults_of(started, address, paths, scheme=scheme, patience=PATIENCE)
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize("path", ["/boards", "/boards/truce?rows=alleged", "/boards/weeks"])
def test_on_a_phone_no_board_is_wider_than_the_screen(started, address, path):
    assert width_on_a_phone(started, address, path, patience=PATIENCE) <= 390


def test_what_is_borne_out_in_a_window_leads_to_its_rows(view):
    view.goto("/boards/weeks")
    figures = view.locator("[data-figure^='window-'], [data-figure^='borne-']")
    for href in figures.evaluate_all("all => all.map(one => one.href)"):
        view.goto(href)
        assert view.locator("#rows li").count() >= 1
    assert figures.count() >= 1
