"""What the reports suggest, in a real browser: each value leads to the sentence that it was read from."""

import re
from pathlib import Path

import pytest

from monitors.reports import AGREED, EFFECT, MOVES, REPORTS, make_ledger
from web.faults import faults_of, width_on_a_phone
from web.served import NO_BROWSER, has_browser, quiet_page, served

pytestmark = pytest.mark.skipif(not has_browser(), reason=NO_BROWSER)
PATIENCE = 20_000  # milliseconds a busy machine may need
KEY = "ceasefire-yem-2031-04-10"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    return Path(make_ledger(tmp_path_factory.mktemp("suggested"), (*REPORTS, *MOVES)))


@pytest.fixture(scope="module")
def address(ledger):
    with served(ledger) as found:
        yield found


@pytest.fixture
def view(started, address):
    """A page whose console is silent to the end."""
    with quiet_page(started, address, patience=PATIENCE) as page:
        yield page


def field(view, title):
    """The row of one field of the suggested ceasefire."""
    return view.locator(f"#{KEY} .given > div").filter(has=view.locator("dt", has_text=re.compile(f"^{title}$")))


def test_the_suggested_start_day_is_followed_to_its_sentence(view):
    view.goto("/boards")
    row = field(view, "In effect from")
    assert row.locator("b").inner_text() == "10 Apr 2031"
    words = row.locator("mark").first.inner_text()
    assert words in ("Thursday, 10 April", "Thursday")
    row.locator("a").first.click()
    view.wait_for_url("**/reports/**words=**")
    sought = "".join(view.locator("article.text .sought").all_text_contents())
    assert words in sought
    assert any(sought in text for _, _, _, text in (AGREED, EFFECT))
    assert view.locator("#words").is_visible()


@pytest.mark.parametrize(
    ("title", "value", "words"),
    [
        ("Agreed or announced", "6 Apr 2031", "6 April"),
        ("Time of its hours", "Aden time", "Aden time"),
        ("Brokered by", "Oman", "Oman"),
        ("Binds", "rebel forces", "rebel forces"),
        ("Leaves out", "al-Qaeda", "al-Qaeda"),
        ("Where", "Yemen", "Yemen"),
    ],
)
def test_every_field_has_its_value_and_the_words_that_give_it(view, title, value, words):
    view.goto("/boards")
    given = field(view, title).locator("dd").filter(has=view.locator("b", has_text=re.compile(f"^{value}$")))
    assert given.locator("mark").first.inner_text() == words


def test_a_day_that_no_words_tell_says_where_it_is_from(view):
    view.goto("/boards")
    told = view.locator(".draft").filter(has_text="The forces of Oman").get_by_text("the day of the report itself")
    assert told.count() >= 1


def test_a_kept_suggestion_still_leads_to_its_words(started, ledger, tmp_path):
    path = tmp_path / "kept.db"
    path.write_bytes(ledger.read_bytes())
    with served(path) as address, quiet_page(started, address, patience=PATIENCE) as view:
        view.goto("/boards")
        view.locator(f"#{KEY}").get_by_role("button", name="Watch").click()
        view.wait_for_url(f"**/boards/{KEY}")
        view.get_by_role("link", name="The words behind this definition").click()
        view.locator("#rows .given a").first.click()
        view.locator("article.text .sought").first.wait_for()


def test_words_are_found_in_a_report_as_they_are_written_or_by_their_code_points(view):
    report = view.request.get("/api/reports").json()["items"][0]["id"]
    text = view.request.get(f"/api/reports/{report}").json()["report"]["text"]
    first = text.split(". ")[0]
    for words in (first, f"0-{len(first)}"):
        view.goto(f"/reports/{report}?words={words}")
        assert "".join(view.locator("article.text .sought").all_text_contents()) == first
    assert view.request.get(f"/reports/{report}?words=nowhere+to+be+read").status == 404
    assert view.request.get(f"/reports/{report}?words=5-99999").status == 404


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_suggestions_have_no_serious_fault(started, address, scheme):
    faults = faults_of(started, address, ["/boards"], scheme=scheme, patience=PATIENCE)
    assert faults["/boards"] == []


def test_on_a_phone_suggestions_are_no_wider_than_the_screen(started, address):
    assert width_on_a_phone(started, address, "/boards", patience=PATIENCE) <= 390
