"""What the register promises as a whole: enough of each kind, nothing twice, every pin in its country."""

import re
from collections import Counter, defaultdict
from datetime import date
from importlib.resources import files
from itertools import combinations, pairwise

import pytest
from tests.link.scene import link_event, spot

from histor.records.register import Actor, Site, fold_name
from histor.store.register import load_register, read_actors, read_places

TABLES = files("histor.store") / "tables"
ACTORS: tuple[Actor, ...] = read_actors((TABLES / "actors.tsv").read_text("utf-8"), "actors.tsv")
SITES: tuple[Site, ...] = read_places((TABLES / "places.tsv").read_text("utf-8"), "places.tsv")
FIRST, LAST = "0001-01-01", "9999-12-31"  # an open date of a row

# Coarse boxes, typed from the map: least and most latitude, least and most longitude, in whole degrees.
BOXES = {
    "AFG": (29, 39, 60, 75), "ARE": (22, 27, 51, 57), "ARM": (38, 42, 43, 47), "AZE": (38, 42, 44, 51),
    "AUS": (-44, -10, 112, 154), "CAN": (41, 84, -142, -52), "DEU": (47, 56, 5, 16), "PER": (-19, 0, -82, -68),
    "ZAF": (-35, -22, 16, 33),
    "BDI": (-5, -2, 28, 31), "BFA": (9, 16, -6, 3), "BGD": (20, 27, 88, 93), "BHR": (25, 27, 50, 51),
    "BLR": (51, 57, 23, 33), "CAF": (2, 11, 14, 28), "CHN": (18, 54, 73, 135), "CIV": (4, 11, -9, -2),
    "CMR": (1, 14, 8, 17), "COD": (-14, 6, 12, 32), "COL": (-5, 13, -80, -66), "CUB": (19, 24, -85, -74),
    "CYP": (34, 36, 32, 35), "DZA": (18, 38, -9, 12), "ECU": (-5, 2, -82, -75), "EGY": (21, 32, 24, 37),
    "ERI": (12, 19, 36, 44), "ESH": (20, 28, -18, -8), "ETH": (3, 15, 32, 48), "GEO": (41, 44, 40, 47),
    "HTI": (18, 21, -75, -71), "IDN": (-11, 6, 95, 142), "IND": (6, 36, 68, 98), "IRN": (25, 40, 44, 64),
    "IRQ": (29, 38, 38, 49), "ISR": (29, 34, 34, 36), "JOR": (29, 34, 34, 40), "KAZ": (40, 56, 46, 88),
    "KEN": (-5, 6, 33, 42), "KGZ": (39, 44, 69, 81), "KHM": (10, 15, 102, 108), "KOR": (33, 39, 124, 132),
    "KWT": (28, 31, 46, 49), "LBN": (33, 35, 35, 37), "LBY": (19, 34, 9, 26), "LKA": (5, 10, 79, 82),
    "MDA": (45, 49, 26, 31), "MEX": (14, 33, -119, -86), "MLI": (10, 25, -13, 5), "MMR": (9, 29, 92, 102),
    "MOZ": (-27, -10, 30, 41), "NER": (11, 24, 0, 16), "NGA": (4, 14, 2, 15), "PAK": (23, 38, 60, 78),
    "PHL": (4, 22, 116, 127), "PRK": (37, 44, 124, 131), "PSE": (31, 33, 34, 36), "QAT": (24, 27, 50, 52),
    "RUS": (41, 82, 19, 180), "RWA": (-3, -1, 28, 31), "SAU": (16, 33, 34, 56), "SDN": (8, 23, 21, 39),
    "SOM": (-2, 12, 40, 52), "SSD": (3, 13, 23, 36), "SYR": (32, 38, 35, 43), "TCD": (7, 24, 13, 24),
    "THA": (5, 21, 97, 106), "TJK": (36, 42, 67, 76), "TUN": (30, 38, 7, 12), "TUR": (35, 43, 25, 45),
    "TWN": (20, 27, 116, 123), "UGA": (-2, 5, 29, 36), "UKR": (44, 53, 22, 41), "UZB": (37, 46, 55, 74),
    "VEN": (0, 13, -74, -59), "XKX": (41, 44, 20, 22), "YEM": (12, 19, 41, 55),
}  # fmt: skip


def test_there_are_enough_actors_of_each_kind() -> None:
    kinds = Counter(actor.kind for actor in {actor.ref: actor for actor in ACTORS}.values())
    assert len(ACTORS) >= 1500
    assert kinds["outlet"] >= 400
    assert kinds["group"] >= 500
    assert kinds["person"] >= 700
    assert kinds["monitor"] >= 100
    assert kinds["international"] >= 200


def test_there_are_enough_places_of_the_conflicts() -> None:
    states = {site.ref for site in SITES if site.precision == "country"}
    sizes = Counter(site.precision for site in SITES)
    assert len(SITES) - len(states) >= 1400
    assert sizes["site"] >= 400
    assert sizes["region"] >= 400


def test_a_key_stands_once_unless_it_is_a_person_with_several_offices() -> None:
    kinds = defaultdict(list)
    for actor in ACTORS:
        kinds[actor.ref].append(actor.kind)
    assert {ref for ref, found in kinds.items() if len(found) > 1 and set(found) != {"person"}} == set()
    assert [ref for ref, count in Counter(site.ref for site in SITES).items() if count > 1] == []


def test_no_name_means_two_actors_of_one_country_at_one_time() -> None:
    owners = defaultdict(list)
    for actor in ACTORS:
        for name in {fold_name(name) for name in actor.names}:
            owners[name].append(actor)
    clashes = {
        (name, one.ref, other.ref)
        for name, found in owners.items()
        for one, other in combinations(found, 2)
        if one.ref != other.ref and one.country == other.country and _at_one_time(one, other)
    }
    assert clashes == set()


def test_no_name_means_two_places_of_one_country() -> None:
    owners = defaultdict(set)
    for site in SITES:
        for name in site.names:
            owners[site.country, fold_name(name)].add(site.ref)
    assert {key: refs for key, refs in owners.items() if len(refs) > 1} == {}


def test_whatever_somebody_is_part_of_is_in_the_register_and_no_circle() -> None:
    parents = {actor.ref: actor.part_of for actor in ACTORS if actor.kind != "person"}
    refs = {actor.ref for actor in ACTORS}
    assert {actor.part_of for actor in ACTORS if actor.part_of} <= refs
    for ref in parents:
        seen, at = {ref}, parents.get(ref)
        while at:
            assert at not in seen, ref
            seen.add(at)
            at = parents.get(at)


def test_dates_are_days_in_order() -> None:
    for actor in ACTORS:
        for day in (actor.since, actor.until):
            assert day is None or date.fromisoformat(day).isoformat() == day
        assert (actor.since or FIRST) <= (actor.until or LAST), actor.ref


def test_only_one_holds_an_office_at_a_time() -> None:
    """A day of handing over may have two; longer than three days only where two claimed the office."""
    contested = {("CIV", "president")}
    offices = {"president", "prime minister", "foreign minister", "defence minister", "supreme leader", "king"}
    for (country, office), holders in load_register().offices.items():
        if office not in offices or (country, office) in contested:
            continue
        rows = sorted(holders, key=lambda one: one.since or FIRST)
        for one, other in pairwise(rows):
            assert one.until is not None, (country, office, one.ref)
            until, since = date.fromisoformat(one.until), date.fromisoformat(other.since or FIRST)
            assert (until - since).days <= 3, (country, office, one.ref, other.ref)


def test_every_row_says_where_its_facts_can_be_checked() -> None:
    rows: tuple[Actor | Site, ...] = (*ACTORS, *SITES)
    assert [row.ref for row in rows if not row.source.strip()] == []


def test_names_hold_no_stray_blanks_and_no_brackets_in_a_second_spelling() -> None:
    rows: tuple[Actor | Site, ...] = (*ACTORS, *SITES)
    bracketed = {name for row in rows for name in row.names[1:] if re.search(r"[()]", name)}
    assert bracketed == {"Communist Party of India (Maoist)", "CPI (Maoist)"} & bracketed
    for row in rows:
        assert all(name == name.strip() and "  " not in name for name in row.names), row.ref


def test_pins_have_both_coordinates_to_two_decimals() -> None:
    for site in SITES:
        assert (site.latitude is None) == (site.longitude is None), site.ref
        for degrees in (site.latitude, site.longitude):
            assert degrees is None or round(degrees, 2) == degrees, site.ref
        assert site.latitude is None or site.precision != "country", site.ref


def test_pins_lie_in_their_country() -> None:
    for site in SITES:
        box = BOXES.get(site.country or "")
        if box is None or site.latitude is None or site.longitude is None:
            continue
        south, north, west, east = box
        assert south <= site.latitude <= north, site.ref
        assert west <= site.longitude <= east, site.ref


def test_the_countries_of_the_conflicts_have_a_box() -> None:
    many = {country for country, count in Counter(site.country for site in SITES).items() if country and count >= 6}
    assert many - BOXES.keys() == {"FRA", "GBR", "JPN", "USA"}


@pytest.mark.parametrize(
    ("words", "ref", "country"),
    [
        ("the Iraqi Counter Terrorism Service", "actor:irq-cts", "IRQ"),
        ("Lebanon's Foreign Ministry", "actor:lbn-mfa", "LBN"),
        ("the Libyan Coast Guard", "actor:lby-coast-guard", "LBY"),
        ("Hurras al-Din fighters", "actor:hurras-al-din", "SYR"),
        ("the Three Brotherhood Alliance", "actor:mmr-brotherhood", "MMR"),
        ("Wazalendo militiamen", "actor:cod-wazalendo", "COD"),
        ("the Volunteers for the Defense of the Homeland", "actor:bfa-vdp", "BFA"),
        ("Sudan's Sovereignty Council", "actor:sdn-tsc", "SDN"),
    ],
)
def test_a_body_or_group_of_the_register_is_found_in_a_sentence(words: str, ref: str, country: str) -> None:
    text = f"On Friday {words} moved into the valley."
    (event,) = link_event(text, published="2022-03-14", actor=words).events
    assert (event.actors[0].ref, event.actors[0].country) == (ref, country)


@pytest.mark.parametrize(
    ("text", "words", "ref"),
    [
        ("A convoy left Sayqal air base in Syria.", "Sayqal air base", "histor:sayqal-air-base"),
        ("Shells fell on Chasiv Yar.", "Chasiv Yar", "histor:chasiv-yar"),
        ("A drone fell near Zamzam camp.", "Zamzam camp", "histor:zamzam-camp"),
        ("Trucks waited at Kerem Shalom.", "Kerem Shalom", "histor:kerem-shalom-crossing"),
        ("Rain fell on Hyderabad. Pakistan sent tents.", "Hyderabad", "histor:hyderabad-pakistan"),
        ("Rain fell on Hyderabad. India sent tents.", "Hyderabad", "histor:hyderabad-india"),
        ("Rain fell on Hyderabad.", "Hyderabad", None),
        ("Mokgweetsi Masisi won in Botswana.", "Botswana", "histor:bwa"),
    ],
)
def test_a_place_of_the_conflicts_is_found_in_a_sentence(text: str, words: str, ref: str | None) -> None:
    (event,) = link_event(text, place=words).events
    assert event.place is not None
    assert event.place.span == spot(text, words)
    assert event.place.ref == ref


def test_an_outlet_names_its_owner_where_one_is_known() -> None:
    refs = load_register().refs
    assert refs["actor:wsj"].part_of == "actor:o-news-corp"
    assert refs["actor:zvezda"].part_of == "actor:rus-mod"
    outlets = [actor for actor in refs.values() if actor.kind == "outlet"]
    assert sum(bool(outlet.part_of) for outlet in outlets) >= 150
    assert [outlet.ref for outlet in outlets if outlet.part_of and outlet.part_of not in refs] == []


def _at_one_time(one: Actor, other: Actor) -> bool:
    return (one.since or FIRST) <= (other.until or LAST) and (other.since or FIRST) <= (one.until or LAST)
