"""Boards over a small record of our own: what the answer says, and that every figure comes down to its rows."""

import json
from collections import Counter
from xml.etree import ElementTree

import pytest

from histor.monitors.judging import judge
from histor.monitors.kinds.air import EXAMPLE
from histor.monitors.kinds.tempo import EXAMPLE as TEMPO
from histor.monitors.pictures import pictures
from histor.records.watch_form import form_of_board
from monitors.scene import board, defined, imported, strikes, written


def test_a_fall_of_the_level_without_a_shift_is_told_as_that() -> None:
    found = board(strikes())
    assert [test.verdict for test in found.tempo] == ["fall"]
    assert [test.verdict for test in found.mix] == ["no change visible"]
    assert [finding.verdict for finding in found.findings] == ["not borne out"]
    assert found.answer[0].startswith("The record of Airwars does not bear out that strikes have shifted")
    assert "the level fell at the truce" in found.answer[1]
    assert found.answer[-1] == "What this record cannot show: the record lists harm that was alleged, not sorties."


def test_a_shift_is_borne_out_and_a_shift_the_other_way_contradicts() -> None:
    assert board(strikes(river=(0.1, 0.7))).findings[0].verdict == "borne out"
    away = board(strikes(river=(0.7, 0.1)))
    assert away.findings[0].verdict == "contradicted"
    assert "contradicts that strikes have shifted" in away.answer[0]


def test_too_little_data_gives_no_verdict() -> None:
    few = board(strikes(before=0.1, after=0.1))
    assert {test.verdict for test in (*few.tempo, *few.mix)} == {"too little data"}
    assert few.findings[0].verdict == "cannot tell"
    assert "cannot tell whether strikes have shifted" in few.answer[0]
    assert few.tempo[0].ratio is None
    assert few.changes == ()


def test_every_figure_comes_down_to_its_rows() -> None:
    text = strikes()
    found = board(text)
    rows = {row.id: row for row in imported(text).events}
    for window in found.windows:
        assert window.tally.count == len(window.tally.rows) == len(set(window.tally.rows))
        assert all(window.first <= (rows[row].when.start or "") <= window.last for row in window.tally.rows)
        (river,) = window.groups
        assert {rows[row].admin1 for row in river.tally.rows} == {"Lower Valley"}
        assert river.share == river.tally.count / window.tally.count
        grades = Counter(rows[row].grade for row in window.tally.rows)
        assert window.tally.corroborated == grades["fair"]
        assert {grade.name: grade.tally.count for grade in window.grades if grade.tally.count} == grades
    counted = [row for window in found.windows for row in window.tally.rows]
    assert counted == [row for day in found.days for row in day.tally.rows]


def test_windows_meet_at_the_reference_dates_and_fill_the_range() -> None:
    first, second = board(strikes()).windows
    assert (first.first, first.last, first.days) == ("2031-03-01", "2031-03-30", 30)
    assert (second.first, second.last, second.days) == ("2031-03-31", "2031-04-29", 30)


def test_the_break_is_found_near_the_truce_without_its_date() -> None:
    (change,) = board(strikes()).changes
    assert change.first <= "2031-03-31" <= change.last


def test_the_same_record_gives_the_same_board() -> None:
    assert board(strikes()) == board(strikes())


@pytest.mark.parametrize(("named", "count"), [("any", 3), ("first", 2), ("alone", 1)])
def test_an_attacker_is_taken_as_the_definition_says(named: str, count: int) -> None:
    attackers = ["Northern Air Force", "northern air force, Allies", "Allies, Northern Air Force", "Allies"]
    text = written([{"code": name, "date": "2031-03-05", "belligerent": name} for name in attackers])
    found = board(text, EXAMPLE.replace('named = "any"', f'named = "{named}"'))
    assert found.windows[0].tally.count == count


def test_a_variant_counts_another_way_and_the_answer_says_whether_it_matters() -> None:
    text = strikes()
    variant = '\n[[variants]]\nname = "named alone"\nnamed = "alone"\n'
    same = board(text, EXAMPLE + variant)
    assert "Counted another way (named alone), these verdicts are the same." in same.answer
    uplands = '[[variants.groups]]\nname = "the river towns"\nadmins = ["Uplands"]\n'
    places = f'\n[[variants]]\nname = "by the high ground"\n{uplands}'
    other = board(strikes(river=(0.8, 0.2)), EXAMPLE + places)
    assert other.variants[0].findings[0].verdict == "borne out"
    assert any(sentence.startswith("Counted another way (by the high ground), “strikes") for sentence in other.answer)


def test_a_groups_places_count_only_while_they_are_held() -> None:
    held = board(strikes(), EXAMPLE.replace('stands_for = "the river militia"', 'until = "2031-03-10"'))
    rows = [row for window in held.windows for row in window.groups[0].tally.rows]
    assert rows
    assert max(rows) < "S10"


def test_rows_known_only_to_a_month_are_left_out_and_told() -> None:
    row = {"code": "M1", "date": "2031-03-02", "date_end": "2031-03-25", "belligerent": "Northern Air Force"}
    found = board(written([row]))
    assert found.windows[0].tally.count == 0
    assert found.left_out == (("day known only to a month or a year", 1),)


def test_silence_is_told_apart_from_calm() -> None:
    rows = [{"code": "A", "date": "2031-03-01", "belligerent": "Northern Air Force"}]
    rows += [{"code": "B", "date": "2031-03-02", "belligerent": "Somebody Else"}]
    found = board(written(rows))
    assert [(day.tally.count, day.heard) for day in found.days[:3]] == [(1, 1), (0, 1), (0, 0)]
    assert found.windows[0].silent == 28
    left_out = board(written(rows), 'silent_days = "leave-out"\n' + EXAMPLE)
    assert (left_out.windows[0].days, left_out.windows[1].days) == (2, 0)


def test_classes_of_target_are_counted_by_the_records_own_words() -> None:
    found = board(strikes(), EXAMPLE + '\n[targets]\nschool = ["Education"]\nhospital = ["Healthcare"]\n')
    school, hospital = found.windows[0].targets
    assert school.tally.count > 0
    assert all(row.endswith("-0") for row in school.tally.rows)
    assert hospital.tally.count == 0


def test_a_control_in_which_nothing_changed_is_told_beside() -> None:
    witness = '\n[[witnesses]]\nkey = "other"\nname = "other strikes"\nrole = "control"\nprofile = "airwars"\n'
    other = imported(strikes(seed=9, before=3, after=3))
    found = board(strikes(), EXAMPLE + witness, {"other": other})
    assert found.witnesses[0].tempo[0].verdict == "no change visible"
    assert any(s.startswith("The control, other strikes (Airwars), did not visibly change") for s in found.answer)
    assert board(strikes(), EXAMPLE + witness).witnesses == ()


def test_a_tempo_counts_by_the_week() -> None:
    found = judge(defined(TEMPO), imported(strikes(river=(0.9, 0.9))), {})
    assert found.monitor == "tempo"
    assert [day.day for day in found.days[:2]] == ["2031-03-01", "2031-03-08"]
    assert sum(day.tally.count for day in found.days) == sum(window.tally.count for window in found.windows)
    assert found.tempo[0].verdict == "fall"
    assert found.mix == ()


def test_the_level_is_held_against_the_volume_of_the_record() -> None:
    """Where everybody else's rows fall as much, the fall is one of reporting."""
    draw = [("A", 6, 2), ("Somebody Else", 9, 3)]
    rows = []
    for place in range(60):
        for who, before, after in draw:
            for number in range(before if place < 30 else after):
                day = f"2031-03-{place + 1:02}" if place < 31 else f"2031-04-{place - 30:02}"
                rows.append({"code": f"{who}{place}.{number}", "date": day, "belligerent": who})
    (test,) = board(written(rows), EXAMPLE.replace("Northern Air Force", "A")).tempo
    assert test.verdict == "fall"
    assert test.against_volume is not None
    assert test.against_volume.low < 1 < test.against_volume.high


def test_the_board_as_json_has_the_sentence_and_no_number_that_json_lacks() -> None:
    rows = [
        {"code": f"{n}", "date": f"2031-04-{n % 28 + 1:02}", "belligerent": "Northern Air Force"} for n in range(40)
    ]
    found = board(written(rows))
    assert found.tempo[0].ratio is not None
    form = json.loads(json.dumps(form_of_board(found), allow_nan=False))
    assert form["tempo"][0]["ratio"]["high"] is None
    assert form["sentence"] == " ".join(found.answer)
    assert form["windows"][1]["tally"]["rows"][0] in {str(n) for n in range(40)}


def test_pictures_are_well_formed_and_escape_names() -> None:
    found = board(strikes(), EXAMPLE.replace("Strikes around the truce", "Strikes <b> & “truce”"))
    drawn = pictures(found)
    assert list(drawn) == ["strip", "tempo", "mix"]
    for picture in drawn.values():
        root = ElementTree.fromstring(picture)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert "Strikes <b> & “truce”" in "".join(root.itertext())
    assert "mix" not in pictures(judge(defined(TEMPO), imported(strikes()), {}))


def test_an_empty_record_gives_a_board_that_says_so() -> None:
    found = board(written([]))
    assert [window.tally.count for window in found.windows] == [0, 0]
    assert found.windows[0].groups[0].share is None
    assert found.findings[0].verdict == "cannot tell"
    assert len(pictures(found)) == 3
