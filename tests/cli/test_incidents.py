import json
from dataclasses import replace

import pytest

from cli.running import lines_of, make_ledger, run, run_on_terminal
from cli.sample import DENIAL, DENIED_STRIKE, MINISTRY, PLAN, RECORD, REPORT, STRIKE
from histor.records.claims import Speaker
from histor.records.events import Place
from histor.records.measures import When
from histor.store.append import append
from histor.store.ledger import open_to_write
from run.market import FIRST, keep, story
from run.two_raids import RAIDS, TUESDAYS, UNDATED

PALMYRA = replace(STRIKE.place, ref="histor:palmyra", latitude=34.56, longitude=38.28, country="SYR", admin1="Homs")
MONDAY = When(None, "2016-03-14", "2016-03-14", "day")
COMMANDER = replace(DENIAL, speaker=Speaker("Abu Nasr", "person"))


@pytest.fixture
def ledger(tmp_path):
    """A ledger whose one report tells of a strike and of its denial, by names."""
    told = replace(STRIKE, place=PALMYRA, when=MONDAY)
    denied = replace(DENIED_STRIKE, mode="aerial", target="military", place=PALMYRA, when=MONDAY)
    record = replace(RECORD, claims=(MINISTRY, COMMANDER), events=(told, denied), problems=())
    path = tmp_path / "told.db"
    with open_to_write(path) as opened:
        append(opened, [(record, REPORT.text.encode())], recorded="2016-03-15T08:00:00Z")
    return path


def objects(written):
    return [json.loads(line) for line in written.splitlines()]


def only(ledger):
    _, written, _ = run("incidents", "--ledger", ledger, "--json")
    (each,) = objects(written)
    return each


def test_a_ledger_is_joined_when_incidents_are_first_asked_for_and_that_is_said_once(ledger):
    code, _, told = run("incidents", "--ledger", ledger)
    assert code == 0
    assert "Joined 1 report" in told
    assert run("incidents", "--ledger", ledger)[2] == ""


def test_incidents_are_listed_with_grade_and_who_tells_them(ledger):
    _, written, _ = run("incidents", "--ledger", ledger)
    head, row = written.splitlines()
    assert head.split()[:3] == ["day", "what", "where"]
    for words in ("2016-03-14", "ASSAULT/aerial", "Palmyra", "Russia → Islamic State", "killed ≥15", "contested"):
        assert words in row


def test_a_dossier_gives_every_value_with_who_says_it_and_the_sentences(ledger):
    code, written, _ = run("incidents", only(ledger)["id"][:8], "--ledger", ledger)
    assert code == 0
    flat = " ".join(written.split())
    for words in (
        "contested: origins disagree on whether it happened",
        "first told by The Gazette on 2016-03-14",
        "killed 15 or more · Defence Ministry [",
        "whether it happened: it happened [",
        "“A rebel commander denied that any depot was hit.”",
        "both at Palmyra",
    ):
        assert words in flat


def test_a_dossier_can_be_asked_for_by_an_event(ledger):
    _, written, _ = run("incidents", STRIKE.id, "--ledger", ledger, "--json")
    assert objects(written)[0]["id"] == only(ledger)["id"]


def test_contradictions_show_both_texts(ledger):
    _, written, _ = run("contradictions", "--ledger", ledger)
    flat = " ".join(written.split())
    assert "whether it happened" in flat
    assert "“The Defence Ministry said on Monday that its aircraft had bombed" in flat
    assert "“A rebel commander denied that any depot was hit.”" in flat
    _, written, _ = run("contradictions", "--ledger", ledger, "--json")
    (each,) = objects(written)
    assert {each["one"]["id"], each["other"]["id"]} == {STRIKE.id, DENIED_STRIKE.id}
    assert each["revision"] is False


def test_json_has_every_value_origin_and_reason(ledger):
    each = only(ledger)
    assert {value["field"] for value in each["values"]} >= {"happened", "what", "where", "when", "who", "count"}
    assert {origin["name"] for origin in each["origins"]} == {"Defence Ministry", "Abu Nasr"}
    assert any(reason["what"] == "same-place" for reason in each["bonds"][0]["reasons"])


def test_filters_narrow_and_an_empty_answer_says_so(ledger):
    code, written, told = run("incidents", "--ledger", ledger, "--place", "Atlantis")
    assert (code, written) == (0, "")
    assert "No incident fits --place Atlantis" in told
    code, written, told = run("contradictions", "--ledger", ledger, "--place", "Atlantis")
    assert (code, written) == (0, "")
    assert "No contradiction fits --place Atlantis" in told


def test_what_names_neither_place_nor_day_stays_by_itself(tmp_path):
    _, written, _ = run("incidents", "--ledger", make_ledger(tmp_path), "--json", "--type", PLAN and "ASSAULT")
    assert [len(each["events"]) for each in objects(written)] == [1, 1]


def test_an_unknown_id_is_told(ledger):
    code, _, told = run("incidents", "i-none", "--ledger", ledger)
    assert code == 3
    assert "i-none" in told


@pytest.mark.parametrize("columns", [80, 120])
def test_a_table_fits_the_terminal(ledger, columns):
    _, written = run_on_terminal("incidents", "--ledger", ledger, columns=columns)
    assert max(len(line) for line in lines_of(written)) <= columns


def test_places_of_the_sample_are_where_the_register_has_them():
    assert isinstance(PALMYRA, Place)


def test_a_dossier_tells_which_other_incident_may_be_the_same_happening(tmp_path):
    path = tmp_path / "raids.db"
    with open_to_write(path) as opened:
        keep(opened, *RAIDS, on="2026-05-01")
    (event,) = UNDATED.events
    _, written, _ = run("incidents", event.id, "--ledger", path)
    _, told = written.split("What may be the same happening")
    assert "killing 3 traders" in told
    (each,) = objects(run("incidents", event.id, "--ledger", path, "--json")[1])
    (other,) = each["beside"]
    assert TUESDAYS.events[0].id in (other["bond"]["one"], other["bond"]["other"])


def test_a_dossier_gives_of_each_telling_its_strongest_bond(tmp_path):
    path = tmp_path / "raid.db"
    with open_to_write(path) as opened:
        keep(
            opened,
            *(story(FIRST, outlet=outlet) for outlet in ("Gazette", "Daily", "Herald", "Courier")),
            on="2026-05-01",
        )
    ((raid, *others),) = [objects(run("incidents", "--ledger", path, "--json")[1])]
    assert not others
    _, written, _ = run("incidents", raid["id"], "--ledger", path)
    _, reasons = written.split("Why these are thought to be one happening")
    assert f"--json gives all {len(raid['bonds'])}" in reasons
    assert reasons.count("] and [") < len(raid["bonds"]) == 6


def test_what_sums_up_many_is_named_in_the_list_and_its_words_in_the_dossier(tmp_path):
    path = tmp_path / "habit.db"
    habit = story("Jets have often bombed Palmyra since Monday, as the war goes on, a farmer told us.", when=None)
    with open_to_write(path) as ledger:
        keep(ledger, habit, on="2026-05-01")
    assert "ASSAULT/aerial (sums up many)" in run("incidents", "--ledger", path)[1]
    assert "sums up many" in run("incidents", "--ledger", path, "--sums", "only")[1]
    assert "No incident" in run("incidents", "--ledger", path, "--sums", "without")[2]
    assert "--sums some: no such sums. Known: without, only." in run("incidents", "--ledger", path, "--sums", "some")[2]
    found = only(path)
    _, written, _ = run("incidents", found["id"], "--ledger", path)
    assert "its words sum up many happenings or a lasting state: no board counts it as one" in written
    assert "sums up many: “have often bombed”" in written
    assert (found["summary"], found["events"][0]["summary"][0]) == (True, "“have often bombed”")
