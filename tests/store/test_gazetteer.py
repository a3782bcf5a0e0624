"""Lists of places on real SQLite files: what is kept, and what is found again."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from histor.errors import LedgerError, RegisterError, UsageError
from histor.records.made import Problem
from histor.records.register import Site
from histor.store.gazetteer import (
    TABLES,
    PlaceRow,
    find_in_lists,
    find_places,
    keep_list,
    keep_places,
    lists_version,
    open_towns,
    towns_version,
)
from histor.store.ledger import open_to_read, open_to_write
from histor.store.place_lists import ListForm, read_place_list

NOON = "2016-03-15T12:00:00Z"


def row(ref: str, *names: str, country: str = "SYR", people: int | None = None) -> PlaceRow:
    return PlaceRow(Site(ref, names[0], names, "town", country, 35.6, 36.6), people)


@pytest.fixture
def tables() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.executescript(TABLES)
    yield connection
    connection.close()


def refs(connection: sqlite3.Connection, name: str, *countries: str) -> set[str]:
    return {entry.site.ref for entry in find_places(connection, name, countries, "towns")}


def test_a_name_is_found_in_any_country_a_spelling_near_it_only_in_those_given(tables: sqlite3.Connection) -> None:
    keep_places(tables, [row("a:1", "Kafr Nabl", "Kafranbel"), row("a:2", "Kafr Nabl", country="JOR")])
    assert refs(tables, "kafr-nabl") == {"a:1", "a:2"}
    assert refs(tables, "Kufr Nabel") == set()
    assert refs(tables, "Kufr Nabel", "SYR") == {"a:1"}


def test_the_spelling_and_people_of_a_place_come_with_it(tables: sqlite3.Connection) -> None:
    keep_places(tables, [row("a:1", "Kafr Nabl", "Kafranbel", people=45_000)])
    (entry,) = find_places(tables, "KAFRANBEL", (), "towns")
    assert (entry.site.name, entry.spelling, entry.population, entry.origin) == (
        "Kafr Nabl", "Kafranbel", 45_000, "towns",
    )  # fmt: skip


def test_of_rows_with_one_key_the_last_counts(tables: sqlite3.Connection) -> None:
    keep_places(tables, [row("a:1", "Old Name")])
    keep_places(tables, [row("a:1", "New Name")])
    assert refs(tables, "Old Name") == set()
    assert refs(tables, "New Name") == {"a:1"}


def test_a_ledger_keeps_a_list_once_and_changes_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    with open_to_write(path) as ledger:
        assert lists_version(ledger) == ()
        assert find_in_lists(ledger, "Kafr Nabl", ()) == ()
        assert keep_list(ledger, "list.csv", "ab", [row("a:1", "Kafr Nabl")], recorded=NOON) == 1
        assert keep_list(ledger, "list.csv", "ab", [row("a:1", "Kafr Nabl")], recorded=NOON) is None
        with pytest.raises(LedgerError, match="append only"), ledger.writing() as connection:
            connection.execute("DELETE FROM places")
    with open_to_read(path) as ledger:
        assert lists_version(ledger) == ("ab",)
        assert [entry.origin for entry in find_in_lists(ledger, "Kafr Nabl", ())] == ["import"]


def test_a_list_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def rows() -> Iterator[PlaceRow]:
        yield row("a:1", "Kafr Nabl")
        raise KeyboardInterrupt

    with open_to_write(tmp_path / "own.db") as ledger:
        with pytest.raises(KeyboardInterrupt):
            keep_list(ledger, "list.csv", "ab", rows(), recorded=NOON)
        assert find_in_lists(ledger, "Kafr Nabl", ()) == ()


def places_of(path: Path, text: str, form: ListForm | None = None) -> tuple[list[Site], list[Problem]]:
    path.write_text(text, encoding="utf-8")
    read = list(read_place_list(path, form or ListForm()))
    return [one.site for one in read if isinstance(one, PlaceRow)], [one for one in read if isinstance(one, Problem)]


def dump(number: str, name: str, kind: str, code: str, *, others: str = "", area: str = "07", people: str = "0") -> str:
    cells = [
        number,
        name,
        name,
        others,
        "36.2",
        "37.1",
        kind,
        code,
        "SY",
        "",
        area,
        "",
        "",
        "",
        people,
        "",
        "390",
        "",
        "",
    ]
    return "\t".join(cells)


def test_a_dump_of_geonames_is_read(tmp_path: Path) -> None:
    lines = [
        dump("1", "Aleppo Governorate", "A", "ADM1", area="09"),
        dump("2", "Umm Hosh", "P", "PPL", others="Om Hawsh,ام حوش", area="09", people="1200"),
        dump("3", "Minakh Air Base", "S", "AIRB"),
    ]
    (area, town, base), problems = places_of(tmp_path / "SY.txt", "\n".join(lines))
    assert problems == []
    assert (area.precision, town.precision, base.precision) == ("region", "town", "site")
    assert (town.ref, town.names, town.country, town.admin1) == (
        "geonames:2", ("Umm Hosh", "Om Hawsh", "ام حوش"), "SYR", "Aleppo Governorate",
    )  # fmt: skip


def test_each_bad_line_is_a_problem_that_names_it(tmp_path: Path) -> None:
    short = "\t".join(dump("2", "Cut", "P", "PPL").split("\t")[:9])
    beyond = dump("3", "Beyond", "P", "PPL").replace("36.2", "136.2")
    sites, problems = places_of(tmp_path / "SY.txt", "\n".join([dump("1", "Whole", "P", "PPL"), short, beyond]))
    assert [site.name for site in sites] == ["Whole"]
    assert [problem.code for problem in problems] == ["bad-place-line"] * 2
    assert "line 2: 9 columns where GeoNames has 19" in problems[0].message
    assert "line 3: 136.2 degrees are beyond 90" in problems[1].message


def test_a_csv_file_is_read_by_its_header(tmp_path: Path) -> None:
    text = (
        "name;other_names;lat;lon;country;governorate;type\nTal Qasr;Tell Qasr|Tall Qasr;36.1;37.2;Syria;Aleppo;base\n"
    )
    (site,), problems = places_of(tmp_path / "own.csv", text)
    assert problems == []
    assert (site.names, site.country, site.admin1, site.precision) == (
        ("Tal Qasr", "Tell Qasr", "Tall Qasr"), "SYR", "Aleppo", "site",
    )  # fmt: skip
    assert (site.latitude, site.longitude) == (36.1, 37.2)


def test_columns_and_country_can_be_told(tmp_path: Path) -> None:
    form = ListForm("UKR", {"name": "Ort"})
    (site,), _ = places_of(tmp_path / "own.csv", "Ort,lat,lon\nZaliznychne,47.6,36.1\n", form)
    assert (site.name, site.country) == ("Zaliznychne", "UKR")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (",35,36,SYR", "no name"),
        ("Tal Qasr,north,36,SYR", "“north” is no number of degrees"),
        ("Tal Qasr,,36,SYR", "one of latitude and longitude is missing"),
        ("Tal Qasr,35,36,Ruritania", "“Ruritania” is no country"),
        ("Tal Qasr,35,36", "3 cells under 4 columns"),
    ],
)
def test_a_bad_line_of_csv_is_a_problem(tmp_path: Path, line: str, words: str) -> None:
    sites, problems = places_of(tmp_path / "own.csv", f"name,lat,lon,country\n{line}\nTal Sultan,35.1,36.2,SYR\n")
    assert [site.name for site in sites] == ["Tal Sultan"]
    assert [problem.code for problem in problems] == ["bad-place-line"]
    assert f"line 2: {words}" in problems[0].message


def test_a_file_that_is_no_list_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--column name=COLUMN"):
        places_of(tmp_path / "a.csv", "Ort,lat,lon\nA,1,2\n")
    with pytest.raises(UsageError, match="--country SYR"):
        places_of(tmp_path / "b.csv", "name,lat,lon\nA,1,2\n")
    with pytest.raises(UsageError, match="it has name, lat, lon"):
        places_of(tmp_path / "c.csv", "name,lat,lon\nA,1,2\n", ListForm("SYR", {"name": "Ort"}))
    with pytest.raises(RegisterError, match="cannot be read"):
        read_place_list(tmp_path / "none.csv", ListForm())


@pytest.mark.skipif(towns_version() is None, reason="the package of the world's towns is not installed")
def test_the_worlds_towns_are_at_hand() -> None:
    towns = open_towns()
    assert towns is not None
    found = find_places(towns, "Kremenchuk", (), "towns")
    assert {(entry.site.country, entry.site.precision) for entry in found} == {("UKR", "town")}
    assert max(entry.population or 0 for entry in found) > 100_000
