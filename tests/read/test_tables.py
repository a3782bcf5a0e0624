"""Event tables: each profile's columns, days as exact as they are, and what is said of lines that cannot be read."""

import pytest

from histor.errors import UsageError
from histor.read.datasets import KNOWN, Profile, read_mapping
from histor.read.tables import read_table
from histor.records.dataset import Imported, Toll

MAPPING = """
speaker = "Valley Watch"
day = "Date of raid"
day_format = "%d.%m.%Y"
id = "No."
place = "Town"
attackers = "By"
separator = " and "
number = "Raids"
words = "Note"
constant = { country = "Lowland" }

[grades]
"two sources" = "fair"
"""


def read(text: str, profile: str | Profile) -> Imported:
    chosen = KNOWN[profile] if isinstance(profile, str) else profile
    return read_table(text.encode(), chosen, key="t.csv")


def codes(found: Imported) -> list[tuple[str, str]]:
    return [(problem.code, problem.key or "") for problem in found.problems]


def test_an_airwars_row_keeps_its_order_of_attackers_its_grade_and_its_ranges() -> None:
    found = read(
        "code,date,date_end,place_en,governorate,admin,lat,lon,precision,belligerent,grading,civ_killed_min,"
        "civ_killed_max,infrastructure,url\n"
        'X1,2031-03-05,,"Weir, Lower Valley",,Lower Valley,35.5,40.1,village,"Northern Air Force, Allies",Fair,2,5,'
        '"Education, House",https://example.org/x1\n',
        "airwars",
    )
    (event,) = found.events
    assert found.speaker == "Airwars"
    assert found.problems == ()
    assert (event.id, event.line) == ("X1", 2)
    assert (event.when.start, event.when.end, event.when.precision) == ("2031-03-05", "2031-03-05", "day")
    assert event.attackers == ("Northern Air Force", "Allies")
    assert (event.place, event.admin1, event.precision) == ("Weir, Lower Valley", "Lower Valley", "town")
    assert (event.latitude, event.longitude) == (35.5, 40.1)
    assert event.grade == "fair"
    assert event.killed == Toll(2, 5)
    assert event.injured is None
    assert event.targets == ("Education", "House")
    assert event.url == "https://example.org/x1"


@pytest.mark.parametrize(
    ("ends", "precision"),
    [("2031-03-05", "day"), ("2031-03-07", "week"), ("2031-03-29", "month"), ("2031-09-01", "year")],
)
def test_a_span_of_days_is_no_more_exact_than_it_is(ends: str, precision: str) -> None:
    (event,) = read(f"code,date,date_end,belligerent\nX1,2031-03-05,{ends},A\n", "airwars").events
    assert (event.when.start, event.when.end, event.when.precision) == ("2031-03-05", ends, precision)


def test_a_ged_row_keeps_the_codebooks_precision_and_the_source_within() -> None:
    text = (
        "id,date_start,date_end,date_prec,side_a,side_b,where_prec,where_coordinates,low,high,source_office\n"
        '77.0,2031-03-01 00:00:00,2031-03-31,4.0,"Government of Lowland, Guard",Hill Front,4.0,Weir,0,3,Radio\n'
    )
    (event,) = read(text, "ged").events
    assert (event.id, event.when.precision, event.precision) == ("77", "month", "region")
    assert event.attackers == ("Government of Lowland, Guard",)
    assert event.recipients == ("Hill Front",)
    assert event.source == "Radio"
    assert event.killed == Toll(0, 3)


def test_a_strike_line_keeps_its_number_and_its_sentence() -> None:
    header = "date,country,location,number,description,line"
    text = f'{header}\n3/5/2031,Lowland,Weir,4,x,"- Near Weir, four strikes hit a bridge."\n'
    (event,) = read(text, "centcom").events
    assert (event.when.start, event.number, event.country) == ("2031-03-05", 4, "Lowland")
    assert event.words == "- Near Weir, four strikes hit a bridge."
    assert event.attackers == ("U.S.-led Coalition",)
    assert event.id.startswith("#")


def test_an_acled_row_is_read() -> None:
    text = (
        "event_id_cnty,event_date,time_precision,actor1,actor2,sub_event_type,admin1,location,geo_precision,fatalities\n"
        "L1,2031-03-05,2,A,B,Air/drone strike,Lower,Weir,2,3\n"
    )
    (event,) = read(text, "acled").events
    assert (event.id, event.when.precision, event.precision, event.type) == (
        "L1",
        "week",
        "district",
        "Air/drone strike",
    )
    assert event.killed == Toll(3, 3)


def test_a_table_that_nobody_knew_is_read_with_a_mapping_alone() -> None:
    profile = read_mapping(MAPPING.replace("[grades]", 'grade = "Basis"\n[grades]'), key="m.toml")
    header = "No.;Date of raid;Town;By;Raids;Note;Basis"
    text = f"{header}\n1;05.03.2031;Weir;North and East;3;Three raids on Weir.;two sources\n"
    (event,) = read(text, profile).events
    assert (event.id, event.when.start, event.place, event.number) == ("1", "2031-03-05", "Weir", 3)
    assert event.attackers == ("North", "East")
    assert event.country == "Lowland"
    assert event.grade == "fair"


def test_each_bad_line_is_a_problem_with_its_number_and_the_rest_is_read() -> None:
    text = (
        "code,date,date_end,lat,lon,belligerent,civ_killed_min,civ_killed_max\n"
        "A,,,,,N,,\n"
        "B,5 March,,,,N,,\n"
        "C,2031-03-05,2031-03-01,,,N,,\n"
        "D,2031-03-05,,99.5,40,N,,\n"
        "E,2031-03-05,,,,N,many,\n"
        "F,2031-03-05,N\n"
        "\n"
        "G,2031-03-05,,,,N,inf,\n"
        "H,2031-03-05,,,,N,1,2\n"
    )
    found = read(text, "airwars")
    assert codes(found) == [
        ("undated-row", "t.csv:2"), ("undated-row", "t.csv:3"), ("bad-day", "t.csv:4"), ("bad-coordinate", "t.csv:5"),
        ("bad-number", "t.csv:6"), ("bad-line", "t.csv:7"), ("bad-number", "t.csv:9"),
    ]  # fmt: skip
    assert [event.id for event in found.events] == ["C", "D", "E", "G", "H"]
    assert found.events[1].latitude is None
    assert all("; " in problem.message for problem in found.problems)


def test_lines_are_counted_in_the_file_where_a_field_has_several() -> None:
    text = 'code,date,belligerent\n"A\nB",2031-03-05,N\nC,never,N\n'
    found = read(text, "airwars")
    assert codes(found) == [("undated-row", "t.csv:4")]


def test_a_row_without_an_id_keeps_its_own_when_the_table_grows() -> None:
    header = "date,country,location,number,line\n"
    old, new = "3/5/2031,Lowland,Weir,4,Four strikes.\n", "3/6/2031,Lowland,Weir,1,One strike.\n"
    (alone,) = read(header + old, "centcom").events
    first, second, third = read(header + new + old + old, "centcom").events
    assert second.id == alone.id
    assert len({first.id, second.id, third.id}) == 3


def test_the_tables_words_for_kinds_of_act_are_put_into_known_ones() -> None:
    profile = read_mapping(MAPPING + '[types]\n"Type 3" = "missile"\n', key="m.toml")
    assert profile.types == {"Type 3": "missile"}
    with pytest.raises(UsageError, match="'hailstorm', which `types` gives for 'Type 3', is no kind of act"):
        read_mapping(MAPPING + '[types]\n"Type 3" = "hailstorm"\n', key="m.toml")


def test_an_id_that_is_used_twice_is_kept_apart() -> None:
    found = read("code,date,belligerent\nA,2031-03-05,N\nA,2031-03-06,N\n", "airwars")
    assert [event.id for event in found.events] == ["A", "A#3"]


def test_a_byte_order_mark_and_foreign_line_ends_do_no_harm() -> None:
    found = read_table("\ufeffcode,date,belligerent\r\nA,2031-03-05,N\r\n".encode(), KNOWN["airwars"], key="t.csv")
    assert [event.id for event in found.events] == ["A"]


def test_a_file_of_another_dataset_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match="no column date, belligerent, which profile 'airwars' needs; it has a, b"):
        read("a,b\n1,2\n", "airwars")
    with pytest.raises(UsageError, match="is empty"):
        read("", "airwars")


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ('day = "d"', "has no `speaker`"),
        ('speaker = "S"', "has no `day`"),
        ('speaker = "S"\nday = "d"\nplase = "p"', "unknown key `plase`: did you mean `place`?"),
        ('speaker = "S"\nday = 3', "`day` must be text"),
        ('speaker = "S"\nday = "d"\nattackers = [1]', "must be a column's name, or a list"),
        ('speaker = "S"\nday = "d"\n[grades]\nx = "sure"', "'sure' in `grades` is none of confirmed"),
        ('speaker = "S"\nday = "d"\nconstant = { day = "x" }', "'day' in `constant` is none of attackers"),
        ('speaker = "S', "is no TOML"),
    ],
)
def test_a_fault_in_a_mapping_is_told(mapping: str, words: str) -> None:
    with pytest.raises(UsageError, match=r"m\.toml") as caught:
        read_mapping(mapping, key="m.toml")
    assert words in str(caught.value)


def test_a_column_that_a_mapping_names_must_be_there() -> None:
    with pytest.raises(UsageError, match="no column Town"):
        read("No.;Date of raid;By;Raids;Note\n", read_mapping(MAPPING, key="m.toml"))
