"""The areas of large countries have the names that reports use."""

from histor.codebook.country_areas import AREAS
from histor.codebook.given_names import GIVEN_NAMES, PLACES_AS_GIVEN_NAMES
from histor.records.register import fold_name
from histor.store.register import load_places


def test_each_code_has_one_name() -> None:
    assert AREAS["US", "TX"] == "Texas"
    assert AREAS["CA", "08"] == "Ontario"
    assert AREAS["GB", "NIR"] == "Northern Ireland"
    assert len({country for country, _ in AREAS}) == 4
    assert sum(country == "US" for country, _ in AREAS) == 51


def test_each_area_stands_in_the_register_under_that_name_or_as_its_area() -> None:
    named = {fold_name(name) for site in load_places() for name in (*site.names, site.admin1 or "")}
    missing = {name for name in AREAS.values() if fold_name(name) not in named}
    assert missing <= {"District of Columbia", "Prince Edward Island", "Australian Capital Territory"}


def test_names_are_folded() -> None:
    assert all(fold_name(name) == name for name in GIVEN_NAMES | PLACES_AS_GIVEN_NAMES)
