"""Laws of every report: blocks stand in order, never overlap, and hold every word of the text."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from histor.read import Given, Received
from read.reading import read_bytes
from read.samples import check

LINES = st.sampled_from(
    [
        "", "", "   ", "\t", "Guns fall silent", "The army left the ridge.", "AFP reports:", "The general said:",
        "“We stay,” he said.", "- one", "> set off", "    set in", "So much for that.", "What now?", "Read more",
        "Trending", "12 March 2016", "DAMASCUS, March 14 (Reuters) - Calm.", "a", "\u00a0", "x\u2028y", "\x0c",
        "I wait.",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=25).map("\n".join) | st.text(max_size=60)
TAGS = st.sampled_from(
    ["p", "div", "blockquote", "li", "h1", "h2", "aside", "nav", "article", "span", "td", "figcaption", "cite", "q"]
)


@given(TEXTS)
def test_every_word_of_a_line_is_in_one_block_and_the_text_is_kept(text: str) -> None:
    for result in read_bytes(json.dumps({"text": text}).encode()):
        if isinstance(result, Received):
            check(result.report)
            assert result.report.text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(TEXTS)
def test_every_word_of_a_text_is_in_one_block(text: str) -> None:
    for result in read_bytes(text.encode()):
        if isinstance(result, Received):
            check(result.report)


@settings(deadline=None)
@given(st.recursive(LINES, lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)), max_leaves=20))
def test_every_word_of_a_page_is_in_one_block(tree: object) -> None:
    page = f"<html><body>{markup(tree)}</body></html>"
    for result in read_bytes(page.encode(), Given(published="2016-03-01")):
        if isinstance(result, Received):
            check(result.report)
            assert "\n\n\n" not in result.report.text


def markup(tree: object) -> str:
    if isinstance(tree, tuple):
        tag, children = tree
        return f"<{tag}>{''.join(map(markup, children))}</{tag}>"
    return str(tree).replace("<", "&lt;")


@given(TEXTS, st.sampled_from([None, "2016-03-14"]), st.sampled_from([None, "Lake Post"]))
def test_reading_twice_gives_the_same(text: str, published: str | None, outlet: str | None) -> None:
    said = Given(published=published, outlet=outlet)
    assert read_bytes(text.encode(), said) == read_bytes(text.encode(), said)
