"""Answers that are given again: only while nothing that they rest on has changed."""

import httpx
import pytest

from histor.store.changing import Changes
from histor.store.ledger import open_to_write
from histor.web.answers import Answers, is_known
from run.market import OTHER_DAY, TUESDAY, keep, story
from web.ledgers import market
from web.served import served


def another(path):
    told = story(OTHER_DAY, day=TUESDAY, published="2016-03-10", outlet="Observer", type="RETREAT", mode=None)
    with open_to_write(path) as ledger:
        keep(ledger, told, on="2016-03-12")


def test_an_answer_is_found_under_its_tag_and_the_oldest_make_room():
    answers = Answers(most=10)
    tags = [answers.tag("/claims", str(number)) for number in range(3)]
    assert len({*tags}) == 3
    for tag in tags:
        answers.keep(tag, b"12345")
    assert [answers.get(tag) for tag in tags] == [None, b"12345", b"12345"]
    answers.keep(tags[2], b"123456")
    assert answers.get(tags[1]) is None
    assert answers.get(tags[2]) == b"123456"


def test_what_another_room_has_tagged_is_not_known_here():
    assert Answers().tag("/claims") != Answers().tag("/claims")


@pytest.mark.parametrize(
    ("known", "is_held"), [('"a"', True), ('"b", W/"a"', True), ("*", True), ('"b"', False), ("", False)]
)
def test_a_browser_names_the_tags_that_it_holds(known, is_held):
    assert is_known('"a"', known) == is_held


def test_a_ledger_has_another_mark_when_something_was_kept_and_the_same_until_then(tmp_path):
    path = market(tmp_path)
    changes = Changes(str(path))
    before = changes.mark()
    assert changes.mark() == before
    another(path)
    assert changes.mark() != before


@pytest.mark.parametrize("page", ["/incidents", "/reports", "/explorer"])
def test_a_page_is_not_sent_again_until_the_ledger_has_changed(tmp_path, page):
    path = market(tmp_path)
    with served(path) as address, httpx.Client(base_url=address, timeout=60) as asking:
        answers = [asking.get(page) for _ in range(3)]
        held = {"If-None-Match": answers[-1].headers["ETag"]}
        assert asking.get(page, headers=held).status_code == 304
        assert answers[-1].text == asking.get(page).text
        another(path)
        news = asking.get(page, headers=held)
        assert news.status_code == 200
        assert news.text != answers[-1].text


def test_a_page_with_a_form_that_changes_something_is_always_made_anew(tmp_path):
    with served(market(tmp_path)) as address:
        assert "ETag" not in httpx.get(f"{address}/review", timeout=60).headers
