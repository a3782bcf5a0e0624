"""The way into the reading room that the example prints, walked in a real browser: from a number down to the bytes."""

import re

import pytest

from histor.cli.demo_room import way_in
from web.ledgers import market
from web.served import NO_BROWSER, has_browser, quiet_page, served

pytestmark = pytest.mark.skipif(not has_browser(), reason=NO_BROWSER)
PATIENCE = 20_000  # milliseconds a busy machine may need


def plain(text):
    return " ".join(text.split())


def test_each_of_the_four_steps_that_are_printed_leads_to_the_next(started, tmp_path):
    path = market(tmp_path)
    with served(path) as address, quiet_page(started, address, patience=PATIENCE) as view:
        printed = str(way_in(str(path), "histor", address=address))
        steps = re.search(
            r"1\. (?P<incident>\S+) says “(?P<number>.+?)”.*2\. Point.*“(?P<words>.+?)…?”\n"
            r".*3\. Click its report: (?P<report>\S+) .*4\. Click the sha256 there: (?P<bytes>\S+) ",
            printed,
            re.DOTALL,
        )
        view.goto(steps["incident"])
        told = view.locator("dt").filter(has=view.locator("a.figure")).first
        assert plain(told.inner_text()).startswith(plain(steps["number"]))
        told.locator("a.figure").hover()
        row = view.locator("#evidence li").filter(has_text=steps["words"])
        row.get_by_role("link").first.click()
        view.wait_for_url(steps["report"])
        assert steps["words"] in plain(view.locator("article.text").text_content())
        view.get_by_role("link", name=re.compile("sha256")).first.click()
        view.wait_for_url(steps["bytes"])
        assert view.get_by_text("sha256").count() > 0
