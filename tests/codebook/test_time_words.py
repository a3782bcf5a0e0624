import pytest

from histor.codebook.days import find_days, find_loose_days


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_days(text)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The pullout starts on Tuesday, he said Monday.", ["Tuesday", "Monday"]),
        ("It took effect a little over two weeks ago.", ["a little over two weeks ago"]),
        ("The shift began about Feb. 27.", ["about Feb. 27"]),
        ("Shells fell in mid-February and early on Sunday.", ["mid-February", "early on Sunday"]),
        ("The war has raged since March 2011.", ["since March 2011"]),
        ("They left on 27 February 2016 and came back in 2017.", ["27 February 2016", "2017"]),
        ("They met between March 10 and 12.", ["between March 10 and 12"]),
        ("Overnight, Friday's raid was followed by another.", ["Overnight", "Friday"]),
        ("Troops leave by the end of 2016.", ["by the end of 2016"]),
        ("He fell two days later, last month.", ["two days later", "last month"]),
    ],
)
def test_times_are_found_whole_and_without_on_or_in(text: str, days: list[str]) -> None:
    assert found(text) == days


@pytest.mark.parametrize(
    "text", ["May be the truce holds.", "March on the capital, they said.", "The 1994 tanks", "He may march."]
)
def test_words_that_only_look_like_months_are_none(text: str) -> None:
    assert [words for words in found(text) if words in {"May", "March", "may", "march"}] == []


def test_adverbs_of_the_moment_are_found_apart() -> None:
    text = "Fighting has recently slowed and is now rare."
    assert [text[slice(*span)] for span in find_loose_days(text)] == ["recently", "now"]
