"""The two sides, both countries: the two that were just named, and nobody where a third may be meant."""

import pytest

from histor.records.events import Event, Party
from histor.records.measures import Span
from histor.steps.link import link
from histor.store.register import load_register
from link.scene import report_of


def parties(text: str, words: str) -> list[str | None]:
    start = text.rindex(words)
    party = Party((Span(start, start + len(words)),), words)
    event = Event("e1", None, Span(0, 1), "AGREE", "occurred", "author", actors=(party,))
    linked = link(report_of(text), (), (event,), load_register()).events[0].actors
    assert all(one.name == words for one in linked)
    return [one.ref for one in linked]


@pytest.mark.parametrize(
    ("text", "words", "refs"),
    [
        ("Armenia and Azerbaijan fired. The two sides agreed to stop.", "The two sides", ["state:ARM", "state:AZE"]),
        ("India met Pakistan. Both countries agreed.", "Both countries", ["state:IND", "state:PAK"]),
        ("Hamas fought Hezbollah. The two groups agreed.", "The two groups", ["actor:hamas", "actor:hezbollah"]),
    ],
)
def test_two_that_are_named_just_before_are_meant(text: str, words: str, refs: list[str]) -> None:
    assert parties(text, words) == refs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia, Turkey and Iran met. The two countries agreed.", "The two countries"),
        ("Russia met a rebel faction. The two sides agreed.", "The two sides"),
        ("Russia spoke. The two sides agreed.", "The two sides"),
        ("Armenia and Azerbaijan fired. Rain fell. It was late. The two sides agreed.", "The two sides"),
    ],
)
def test_a_third_an_unknown_or_a_far_one_leaves_the_words_open(text: str, words: str) -> None:
    assert parties(text, words) == [None]
