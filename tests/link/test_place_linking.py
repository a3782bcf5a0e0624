import pytest

from histor.records.events import Place
from link.scene import link_event


def where(text: str, words: str) -> Place:
    (event,) = link_event(text, place=words).events
    assert event.place is not None
    return event.place


@pytest.mark.parametrize(
    ("words", "ref", "precision", "admin1"),
    [
        ("Hemeimeem", "histor:hmeimim", "site", "Latakia"),
        ("Khmeimim air base", "histor:hmeimim", "site", "Latakia"),
        ("Tartous", "histor:tartus", "town", "Tartus"),
        ("Deir Ezzor", "histor:deir-ez-zor", "town", "Deir ez-Zor"),
        ("Idlib province", "histor:idlib-governorate", "region", "Idlib"),
        ("the province of Idlib", "histor:idlib-governorate", "region", "Idlib"),
        ("Syria", "histor:syr", "country", None),
        ("Marea in Syria", "histor:marea", "town", "Aleppo"),
    ],
)
def test_a_known_place_is_linked_with_its_precision(words: str, ref: str, precision: str, admin1: str | None) -> None:
    place = where(f"Shells fell in {words} at dawn.", words)
    assert (place.ref, place.precision, place.admin1, place.country) == (ref, precision, admin1, "SYR")


@pytest.mark.parametrize(
    "words", ["northwestern Syria", "the Syrian border", "north of Idlib", "the outskirts of Aleppo", "Aleppo and Homs"]
)
def test_no_pin_is_finer_than_the_words(words: str) -> None:
    place = where(f"Shells fell in {words} at dawn.", words)
    assert (place.ref, place.latitude, place.precision, place.country) == (None, None, "region", "SYR")


def test_a_level_named_right_before_the_words_counts() -> None:
    text = "Shells fell in the northern province of Idlib at dawn."
    assert where(text, "Idlib").ref == "histor:idlib-governorate"


def test_places_in_two_countries_share_no_country() -> None:
    assert where("Raids hit Syria and Iraq.", "Syria and Iraq").country is None


def test_one_name_in_two_countries_is_the_one_spoken_of_or_none() -> None:
    assert where("In Lebanon, shots rang out in Tripoli.", "Tripoli").ref == "histor:tripoli-lebanon"
    assert where("Libyan troops entered Tripoli.", "Tripoli").ref == "histor:tripoli"
    assert where("Shots rang out in Tripoli.", "Tripoli").ref is None


def test_a_place_that_the_register_lacks_stays_a_name() -> None:
    place = where("Shells fell in Qasr al-Waham at dawn.", "Qasr al-Waham")
    assert (place.name, place.ref, place.precision, place.country) == ("Qasr al-Waham", None, None, None)
