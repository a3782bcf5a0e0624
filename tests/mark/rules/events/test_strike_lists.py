"""A strike that heads a list gives its number, its place and each thing hit, however long the list is."""

import pytest

from histor.records.measures import Span
from histor.steps.mark.rules.events.strike_lists import StrikeList, counts_of, strike_lists


def only(text: str) -> StrikeList:
    (found,) = strike_lists(text)
    return found


def words(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "number", "place", "things"),
    [
        (
            "Near Marsa, four strikes struck a rebel unit and destroyed two trucks, a mortar, and a bunker.",
            "four",
            "Marsa",
            ["a rebel unit", "two trucks", "a mortar", "a bunker"],
        ),
        (
            "- Near Bir az Zawr, 12 airstrikes hit three command and control nodes; damaged a tunnel; denied a road.",
            "12",
            "Bir az Zawr",
            ["three command and control nodes", "a tunnel"],
        ),
        ("Near Marsa, an airstrike had no effect.", None, "Marsa", []),
        ("One strike destroyed a fuel, oil, and gas depot in Marsa.", "One", None, ["a fuel, oil, and gas depot"]),
        (
            "Two air strikes struck a unit destroying a gun and a boat that carried fuel.",
            "Two",
            None,
            ["a unit", "a gun", "a boat"],
        ),
    ],
)
def test_each_thing_hit_is_found(text: str, number: str | None, place: str | None, things: list[str]) -> None:
    found = only(text)
    assert words(text, found.number) == number
    assert words(text, found.place) == place
    assert [words(text, thing) for thing in found.things] == things


@pytest.mark.parametrize("text", ["Workers began a strike in Marsa.", "Strikes were reported.", "The strike was long."])
def test_a_strike_without_a_list_is_none(text: str) -> None:
    assert strike_lists(text) == ()


def test_a_number_of_another_sentence_is_not_its_own() -> None:
    text = "Shells killed five civilians. Another strike destroyed a bridge."
    assert only(text).number is None


def test_what_is_counted_is_said_by_the_noun() -> None:
    text = "Six strikes destroyed two trucks, three gun positions and four rebels."
    counted = [(count.what, words(text, count.span)) for count in counts_of(only(text), text)]
    assert counted == [("strikes", "Six"), ("vehicles", "two"), ("other", "three")]
