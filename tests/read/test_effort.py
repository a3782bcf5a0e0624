"""Effort: no words, however odd, make reading take more than about a second for a megabyte."""

import time

import pytest

from read.reading import read_bytes

LARGE = 300_000  # characters
SLOWEST = 10.0  # seconds; a search that doubles with every character would take years

ODD = {
    "capitals": "A" * LARGE + "\n\nB: c",
    "one-letter words": "A " * (LARGE // 2) + ":\n\nThe bus left.",
    "marks": "“" * LARGE,
    "straight marks": '"a' * (LARGE // 2),
    "colons": "a:\n\n" * (LARGE // 4),
    "stops": "A. " * (LARGE // 3) + ":\n\nThe bus left the town at noon today.",
    "numbers": "three " * (LARGE // 6) + ":\n\nThe bus left the town at noon today.",
    "reports": "this Ab report " * (LARGE // 15) + ":\n\nThe bus left the town at noon today.",
    "blank": "\n" * LARGE + "a",
    "dashes": "- " * (LARGE // 2),
    "comments": "<!---->" * (LARGE // 7),
    "open elements": "<div>" * (LARGE // 5) + "The bus left.",
    "articles": "<article><p>The bus left.</p></article>" * (LARGE // 40),
    "items": "<rss version='2.0'><channel>" + "<item>" * (LARGE // 100),
    "senders": "From: " + "a@b, " * (LARGE // 5) + "\nTo: x\nDate: y\nSubject: z\n\nThe bus left.",
    "brackets": '{"text": ' + "[" * LARGE,
}


@pytest.mark.parametrize("name", ODD)
def test_odd_words_are_read_in_good_time(name: str) -> None:
    begun = time.monotonic()
    assert read_bytes(ODD[name].encode())
    assert time.monotonic() - begun < SLOWEST


@pytest.mark.parametrize(
    "part",
    [
        "The mayor spoke of this at noon:\n\nThe bus left the town at noon today.\n\n",
        "AFP reports:\n\nThe bus left the town at noon today.\n\nSo much for that.\n\n",
        "The mayor said in a statement:\n\nThe bus left the town at noon today.\n\n",
        "> set off\n\n",
    ],
)
def test_a_report_of_many_quotations_is_read_in_good_time(part: str) -> None:
    begun = time.monotonic()
    assert read_bytes((part * 5000).encode())
    assert time.monotonic() - begun < SLOWEST
