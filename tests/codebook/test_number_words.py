import pytest

from histor.codebook.numbers import find_counts, read_number


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_counts(text)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("At least 54 people died and dozens more were hurt.", ["At least 54", "dozens"]),
        ("Twelve soldiers and up to 20 rebels fell.", ["Twelve", "up to 20"]),
        ("The jets flew 73 sorties, hitting more than 450 targets.", ["73", "more than 450"]),
        ("Between 12 and 15 shells landed.", ["Between 12 and 15"]),
        ("Hundreds of thousands fled; no casualties were reported.", ["Hundreds of thousands", "no casualties"]),
        ("He did not say how many planes would leave.", ["how many"]),
    ],
)
def test_counts_are_found_with_their_bounds(text: str, counts: list[str]) -> None:
    assert found(text) == counts


@pytest.mark.parametrize(
    "text",
    [
        "The truce began on 27 February 2016.",
        "A six-day truce held.",
        "A 72-year-old man was hurt.",
        "Resolution 2254 was read out.",
        "An F-16 crossed the line.",
        "The village lies 12 km north of the city.",
        "About 40 percent of the town is rubble.",
        "The truce began at 9:30 in the morning.",
        "One of the rebels left.",
    ],
)
def test_dates_ages_shares_lengths_and_names_are_no_counts(text: str) -> None:
    assert found(text) == []


def test_a_stretch_is_searched_from_its_start_to_its_end() -> None:
    text = "Five fell. Six rose. Seven hid."
    assert [text[slice(*span)] for span in find_counts(text, 10, 20)] == ["Six"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two hundred and fifty", 250),
        ("three thousand", 3000),
        ("half a million", 500_000),
        ("one and a half million", 1_500_000),
        ("twenty-one", 21),
        ("many", None),
        ("", None),
    ],
)
def test_words_spell_a_number_or_none(words: str, number: int | None) -> None:
    assert read_number(words) == number
