"""Namesakes: which of the places that lists have is meant, and when none is."""

from collections import Counter

import pytest

from histor.records.events import Place, PlacePrecision
from histor.records.gazetteer import Entry, Gazetteer, PlaceList
from histor.records.register import Site, fold_name
from histor.steps.link import link
from histor.steps.link.place_choice import choose, kilometres
from histor.steps.link.place_names import asked_places
from histor.steps.link.surroundings import Surroundings
from histor.store.register import load_register
from link.scene import event_at, report_of


def entry(
    name: str, country: str, point: tuple[float, float] = (10.0, 10.0), *, people: int | None = None,
    origin: PlaceList = "towns", ref: str | None = None, precision: PlacePrecision = "town", admin1: str | None = None,
) -> Entry:  # fmt: skip
    site = Site(ref or f"t:{name}-{country}-{point[0]}", name, (name,), precision, country, *point, admin1)
    return Entry(site, origin, name, people)


SPEAKS_OF_SYRIA = Surroundings(countries=Counter({"SYR": 4.0}))  # type: ignore[arg-type]


def chosen(name: str, *entries: Entry, around: Surroundings = SPEAKS_OF_SYRIA) -> str | None:
    site = choose(name, entries, around).site
    return site.ref if site else None


def test_a_name_that_no_list_has_fits_nothing() -> None:
    assert choose("Qasr al-Waham", (), SPEAKS_OF_SYRIA).reasons == ("no list has this name or a spelling near it",)


def test_the_country_spoken_of_decides() -> None:
    here, there = entry("Madina", "SYR"), entry("Madina", "ESP", people=90_000)
    assert chosen("Madina", here, there) == here.site.ref
    assert chosen("Madina", there) is None


def test_a_large_town_is_meant_wherever_it_is_named() -> None:
    large = entry("Lyon", "FRA", people=500_000)
    assert chosen("Lyon", large, entry("Lyon", "USA", people=400)) == large.site.ref
    assert chosen("Lyon", large, entry("Lyon", "USA", people=90_000)) is None


def test_the_country_that_the_words_name_wins() -> None:
    here, there = entry("Rabia", "SYR"), entry("Rabia", "IRQ")
    around = Surroundings("IRQ", SPEAKS_OF_SYRIA.countries)
    assert chosen("Rabia", here, there, around=around) == there.site.ref
    assert chosen("Rabia", here, around=around) is None


def test_the_very_name_wins_over_a_spelling_near_it() -> None:
    near, same = entry("Sarrine", "SYR", (36.0, 38.0)), entry("Sarrin", "SYR", (36.6, 38.3))
    assert chosen("Sarrin", near, same) == same.site.ref
    beside = Surroundings(None, SPEAKS_OF_SYRIA.countries, close=(("SYR", (36.5, 37.9)),))
    assert chosen("Sarrin", near, around=beside) == near.site.ref


def test_a_short_name_spelled_nearly_so_needs_another_place_near_a_long_one_does_not() -> None:
    assert chosen("Sarrin", entry("Sarrine", "SYR")) is None
    assert chosen("Khan Sheikhoun", entry("Khan Shaykhun", "SYR")) is not None


def test_one_place_in_two_lists_has_the_key_of_the_better_list() -> None:
    spelled = entry("Deir Az-Zour", "SYR", (35.34, 40.14))
    own = entry("Deir ez-Zor", "SYR", (35.33, 40.13), origin="register")
    assert chosen("Deir Az-Zour", spelled, own) == own.site.ref


def test_a_users_own_place_wins_over_every_list() -> None:
    own = entry("Salma", "SYR", (35.0, 36.0), origin="own")
    assert chosen("Salma", entry("Salma", "SYR", (33.0, 37.0), people=9_000), own) == own.site.ref


def test_namesakes_in_one_country_are_told_apart_by_area_distance_or_size() -> None:
    north, south = entry("Jub", "SYR", (36.5, 37.0), admin1="Aleppo"), entry("Jub", "SYR", (32.7, 36.5), people=900)
    near_aleppo = Surroundings(None, SPEAKS_OF_SYRIA.countries, points=(("SYR", (36.2, 37.2)),))
    by_area = Surroundings(None, SPEAKS_OF_SYRIA.countries, areas=frozenset({"aleppo"}))
    assert chosen("Jub", north, south, around=near_aleppo) == north.site.ref
    assert chosen("Jub", north, south, around=by_area) == north.site.ref
    assert chosen("Jub", north, south) == south.site.ref


def test_namesakes_that_fit_equally_well_leave_only_the_country() -> None:
    choice = choose("Tal", [entry("Tal", "SYR", (33.6, 36.3)), entry("Tal", "SYR", (36.1, 38.2))], SPEAKS_OF_SYRIA)
    assert (choice.site, choice.country) == (None, "SYR")
    assert choice.reasons[-1] == "2 places of this name fit equally well"


def test_a_hamlet_far_from_the_sentences_other_place_is_not_meant() -> None:
    around = Surroundings(None, SPEAKS_OF_SYRIA.countries, close=(("SYR", (36.2, 37.16)),))
    assert chosen("Malah", entry("Malah", "SYR", (32.5, 36.85)), around=around) is None


def test_no_town_is_a_quarter() -> None:
    around = Surroundings(None, SPEAKS_OF_SYRIA.countries, is_quarter=True)
    assert chosen("Midan", entry("Midan", "SYR"), around=around) is None
    assert chosen("Midan", entry("Midan", "SYR", precision="district"), around=around) is not None


def test_kilometres_of_aleppo_and_damascus() -> None:
    assert kilometres((36.20, 37.16), (33.51, 36.29)) == pytest.approx(310, abs=5)


def linked(text: str, words: str, *entries: Entry) -> Place | None:
    report, event = report_of(text), event_at(text, words)
    asked = asked_places(report, (event,), load_register())
    lists = Gazetteer({fold_name(name): entries for name in asked.names})
    return link(report, (), (event,), load_register(), lists).events[0].place


TALLIN = entry("Umm Tallin", "SYR", (36.0, 37.0))


def test_a_town_of_a_list_has_its_pin() -> None:
    place = linked("Shells fell on Umm Tallin in Syria at dawn.", "Umm Tallin", TALLIN)
    assert place is not None
    assert (place.ref, place.latitude, place.precision) == (TALLIN.site.ref, 36.0, "town")


@pytest.mark.parametrize(
    "words", ["north of Umm Tallin", "the province of Umm Tallin", "Umm Tallin district", "Umm Tallin and Ras Farqa"]
)
def test_no_pin_is_finer_than_the_words(words: str) -> None:
    place = linked(f"Shells fell in {words}, Syria, at dawn.", words, TALLIN)
    assert place is not None
    assert (place.ref, place.latitude, place.country, place.precision) == (None, None, "SYR", "region")


def test_a_hospital_is_not_the_town_of_its_name() -> None:
    place = linked("A shell hit Umm Tallin Hospital in Syria.", "Umm Tallin Hospital", TALLIN)
    assert place is not None
    assert place.ref is None


def test_a_quarter_of_a_town_is_not_the_town_of_its_name() -> None:
    text = "Shells hit the Umm Tallin and Sukari neighbourhoods in Syria."
    place = linked(text, "Umm Tallin", TALLIN)
    assert place is not None
    assert place.ref is None


def test_a_dateline_is_no_place_of_an_event() -> None:
    assert linked("DAMASCUS, Syria (AP) — Shells fell at dawn.", "DAMASCUS") is None
    assert linked("BEIRUT — Shells fell at dawn.", "BEIRUT") is None
    assert linked("Damascus was shelled at dawn.", "Damascus") is not None


def test_a_nationality_is_no_place() -> None:
    assert linked("Syrian troops fired at dawn.", "Syrian") is None


def test_what_the_register_knows_is_not_asked_for() -> None:
    text = "Shells fell in Aleppo at dawn."
    assert asked_places(report_of(text), (event_at(text, "Aleppo"),), load_register()).names == ()


def test_a_known_name_that_is_said_to_lie_elsewhere_is_asked_for() -> None:
    text = "Fighters crossed at Salma, Iraq, at dawn."
    assert asked_places(report_of(text), (event_at(text, "Salma"),), load_register()).names == ("Salma",)
    place = linked(text, "Salma", entry("Salma", "IRQ", (36.8, 42.1)))
    assert place is not None
    assert place.country == "IRQ"
