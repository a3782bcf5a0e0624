from pathlib import Path

import pytest

from histor.errors import RegisterError
from histor.records.register import build_register, fold_name
from histor.store.register import load_register, load_register_from, read_actors, read_places

ACTORS = "ref\tname\tkind\tcountry\tsector\tpart_of\tsince\tuntil\toffice\tother_names\tsource\n"
PLACES = "ref\tname\tprecision\tcountry\tadmin1\tlatitude\tlongitude\tother_names\tsource\n"
ARMY = "actor:a\tArmy of Ruritania\tbody\tSYR\tMIL\t\t\t\t\tRuritanian Army|RA\town knowledge\n"


def test_the_register_that_comes_along_is_large_and_whole() -> None:
    register = load_register()
    actors = {actor.ref: actor for rows in register.actors.values() for actor in rows}
    sites = {site.ref for rows in register.sites.values() for site in rows}
    assert len(actors) >= 3000
    assert len(sites) >= 2500
    assert all(actor.source for actor in actors.values())
    assert {actor.part_of for actor in actors.values() if actor.part_of} <= actors.keys()


def test_spellings_of_one_place_lead_to_one_place() -> None:
    sites = load_register().sites
    refs = {sites[fold_name(name)][0].ref for name in ("Hemeimeem", "Hmeimim", "Khmeimim air base", "Ḥmeimīm")}
    assert refs == {"histor:hmeimim"}


def test_a_leader_is_found_by_the_office_held() -> None:
    register = load_register()
    assert {"actor:barack-obama", "actor:joe-biden"} <= {actor.ref for actor in register.offices["USA", "president"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Al-Nusra Front", "al nusra front"), ("U.S.", "US"), ("Erdoğan", "Erdogan"), ("Ta’izz", "Taizz")],
)
def test_spellings_fold_together(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_rows_become_actors_with_all_their_names() -> None:
    (army,) = read_actors(ACTORS + ARMY, "actors.tsv")
    assert army.names == ("Army of Ruritania", "Ruritanian Army", "RA")
    assert (army.country, army.since, army.office) == ("SYR", None, None)
    register = build_register((army,), ())
    assert register.actors["ruritanian army"] == (army,)
    assert register.beginnings == {"army ", "army of ", "ruritanian "}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("ref\tname\n", "actors.tsv, line 1"),
        (ACTORS + "actor:a\tArmy\n", "actors.tsv, line 2"),
        (ACTORS + ARMY + ARMY.replace("\tbody\t", "\tmonster\t"), "actors.tsv, line 3"),
        (ACTORS + ARMY.replace("actor:a", ""), "actors.tsv, line 2"),
    ],
)
def test_a_bad_row_is_named_with_its_file_and_line(text: str, complaint: str) -> None:
    with pytest.raises(RegisterError, match=complaint):
        read_actors(text, "actors.tsv")


@pytest.mark.parametrize("degrees", ["91.00", "north"])
def test_a_place_lies_on_the_globe(degrees: str) -> None:
    with pytest.raises(RegisterError, match=r"places\.tsv, line 2"):
        read_places(PLACES + f"histor:x\tX\ttown\tSYR\t\t{degrees}\t36.00\t\town knowledge\n", "places.tsv")


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"actors\.tsv"):
        load_register_from(tmp_path)


def test_a_folder_of_tables_is_read(tmp_path: Path) -> None:
    (tmp_path / "actors.tsv").write_text(ACTORS + ARMY, "utf-8")
    (tmp_path / "places.tsv").write_text(PLACES + "histor:x\tX\ttown\tSYR\t\t1.50\t36.00\t\town knowledge\n", "utf-8")
    register = load_register_from(tmp_path)
    assert register.actors["ra"][0].ref == "actor:a"
    assert register.sites["x"][0].latitude == 1.5
