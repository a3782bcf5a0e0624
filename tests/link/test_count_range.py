import pytest

from histor.records.measures import Span
from histor.steps.link.counts import count_range, resolve_count


@pytest.mark.parametrize(
    ("words", "low", "high", "approximate"),
    [
        ("15", 15, 15, False),
        ("fifteen", 15, 15, False),
        ("Sixty-two", 62, 62, False),
        ("1,354", 1354, 1354, False),
        ("1.5 million", 1_500_000, 1_500_000, False),
        ("a hundred", 100, 100, False),
        ("two dozen", 24, 24, False),
        ("At least 54", 54, None, False),
        ("more than 280,000", 280_000, None, False),
        ("no fewer than 12", 12, None, False),
        ("more than a quarter of a million", 250_000, None, False),
        ("up to 20", None, 20, False),
        ("as many as 40", None, 40, False),
        ("fewer than ten", None, 10, False),
        ("about 50", 50, 50, True),
        ("nearly a dozen", 12, 12, True),
        ("some 600", 600, 600, True),
        ("several", 3, None, False),
        ("several hundred", 300, None, False),
        ("dozens", 24, None, False),
        ("scores", 40, None, False),
        ("hundreds", 200, None, False),
        ("thousands", 2000, None, False),
        ("tens of thousands", 20_000, None, False),
        ("hundreds of thousands", 200_000, None, False),
        ("12 to 15", 12, 15, False),
        ("between 12 and 15", 12, 15, False),
        ("30-40", 30, 40, False),
        ("no injuries", 0, 0, False),
        ("no one", 0, 0, False),
        ("16 of 29", 16, 16, False),
        ("half of its 1,200", 600, 600, False),
        ("five women and a child", 6, 6, False),
        ("a soldier", 1, 1, False),
        ("twin", 2, 2, False),
        ("an unspecified number", None, None, False),
        ("how many planes", None, None, False),
    ],
)
def test_words_say_a_range(words: str, low: int | None, high: int | None, approximate: bool) -> None:
    assert count_range(words) == (low, high, approximate)


def test_a_count_keeps_its_words_and_what_is_counted() -> None:
    count = resolve_count("at least 15", what="killed", span=Span(3, 14))
    assert (count.what, count.span, count.low, count.high) == ("killed", Span(3, 14), 15, None)
