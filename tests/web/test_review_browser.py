"""Review in a real browser: by keyboard, with words marked, undone again, and seen by whoever comes later."""

import re

import pytest

from web.ledgers import market
from web.served import NO_BROWSER, has_browser, quiet_page, served

pytestmark = pytest.mark.skipif(not has_browser(), reason=NO_BROWSER)
PATIENCE = 20_000  # milliseconds a busy machine may need


@pytest.fixture
def address(tmp_path):
    """Where the room of a fresh ledger listens."""
    with served(market(tmp_path)) as found:
        yield found


@pytest.fixture
def view(started, address):
    """A page whose console is silent to the end."""
    with quiet_page(started, address, patience=PATIENCE) as page:
        yield page


def current(view):
    return view.locator(".queue [aria-current]").get_attribute("href")


def test_keys_walk_the_queue_and_looking_decides_nothing(view):
    view.goto("/review")
    first = current(view)
    view.keyboard.press("j")
    view.wait_for_function("first => !document.querySelector('.queue [aria-current]').href.endsWith(first)", arg=first)
    view.wait_for_load_state()  # its keys work from then on
    view.keyboard.press("k")
    view.wait_for_url(re.compile(re.escape(first.split("item=")[1])))
    assert current(view) == first
    assert view.get_by_text("Nobody has decided anything yet.").is_visible()
    view.keyboard.press("?")
    assert view.locator("dialog#keys").is_visible()


def test_a_accepts_goes_on_and_u_takes_it_back(view):
    view.goto("/review")
    before = view.locator(".queue .tally strong").inner_text()
    view.keyboard.press("a")
    view.wait_for_selector(".done")
    view.wait_for_load_state()  # its keys work from then on
    assert "confirm" in view.locator(".done").inner_text()
    assert view.locator(".queue .tally strong").inner_text() != before
    view.keyboard.press("u")
    view.wait_for_selector(".lately .undone")  # "undo" stands as an offer on the page before as well
    assert view.locator(".queue .tally strong").inner_text() == before
    assert view.locator(".lately .undone").count() == 1


def test_x_asks_for_the_reason_and_keeps_it(view):
    view.goto("/review")
    view.keyboard.press("x")
    assert view.evaluate("document.activeElement.name") == "why"
    view.keyboard.type("the report was withdrawn")
    view.keyboard.press("Enter")
    view.wait_for_selector(".done")
    view.wait_for_load_state()  # its keys work from then on
    assert "“the report was withdrawn”" in view.locator(".done").inner_text()
    assert re.search(r"by .+, \d+ \w{3} \d{4}, \d\d:\d\d UTC", view.locator(".done").inner_text())


def test_s_splits_an_event_off_and_m_merges_it_again(view):
    view.goto("/review")
    view.keyboard.press("s")
    assert view.evaluate("document.activeElement.name") == "why"
    view.keyboard.type("another street")
    view.keyboard.press("Enter")
    view.wait_for_selector(".done:has-text('split')")
    found = view.request.get("/api/incidents?place=Palmyra").json()["items"]
    one, other = (each["id"] for each in found[:2])
    view.goto(f"/review?incident={one}")
    view.keyboard.press("m")
    assert view.evaluate("document.activeElement.name") == "other"
    view.keyboard.type(other)
    view.locator("details[open] [name=why]").fill("the same street after all")
    view.keyboard.press("Enter")
    view.wait_for_selector(".done:has-text('merge')")


def test_a_span_is_corrected_by_marking_words_and_undone(view):
    view.goto("/review")
    side = view.locator(".side").first
    event = side.get_attribute("data-event")
    assert side.locator("mark.place").inner_text() == "Palmyra"
    mark_words(view, "diesel market")
    view.keyboard.press("e")
    form = side.locator("details[open] form")
    assert form.locator("[name=value]").input_value() == "diesel market"
    form.locator("[name=field]").select_option("recipient")
    form.locator("[name=why]").fill("it was the market that was struck")
    form.locator("[name=why]").press("Enter")
    view.wait_for_selector(".done")
    view.wait_for_load_state()  # its keys work from then on
    words = view.locator(f'.side[data-event="{event}"] mark.recipients')
    assert words.all_inner_texts() == ["diesel market"]
    view.keyboard.press("u")
    view.wait_for_selector(".lately .undone")
    assert view.locator(f'.side[data-event="{event}"] mark.recipients').count() == 0


def test_words_are_marked_by_keyboard_alone(view):
    view.goto("/review")
    sentence = view.locator(".side [data-words]").first
    sentence.focus()
    for _ in range(2):
        view.keyboard.press("Shift+ArrowDown")
    assert view.evaluate("getSelection().toString().trim().length") > 0


def test_a_decision_is_seen_by_somebody_else_and_among_the_changes(view, started, address):
    view.goto("/review")
    view.keyboard.press("n")
    view.keyboard.type("asked the hospital")
    view.keyboard.press("Enter")
    view.wait_for_selector(".done")
    view.wait_for_load_state()  # its keys work from then on
    context = started.new_context(base_url=address)
    context.set_default_timeout(PATIENCE)
    other = context.new_page()
    other.goto("/changes")
    assert other.get_by_text("asked the hospital").count() == 1
    context.close()


def mark_words(view, words):
    """Mark words of the first sentence as a mouse does."""
    view.evaluate(
        """words => {
          const place = document.querySelector(".side [data-words]");
          const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
            return;
          }
          throw new Error("no such words");
        }""",
        words,
    )
    view.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
    )  # the page has heard of it
