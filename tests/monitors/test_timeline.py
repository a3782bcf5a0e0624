"""The pictures of talks and of posture: every sign stands for lines that were told, on their days, and says so."""

from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from histor.monitors.posture import pictures as posture
from histor.monitors.talks import pictures as talks
from histor.monitors.timeline import BINS, MARGIN, WIDTH, Telling, timeline
from histor.records.boards import Meeting, Move, PostureBoard, Promise, Round, TalksBoard
from histor.records.heard import Line

SENTENCE = "The envoy met both delegations in Muscat on Monday, a <diplomat> said."


def line(day: str | None = "2031-04-14") -> Line:
    return Line(None, "r-1", "Gulf Wire", day, ("Gulf Wire",), SENTENCE)


def meeting(kind: str, day: str | None, *, told: str = "2031-04-14") -> Meeting:
    return Meeting(day, kind, (), (), "Muscat", (), None, replace(line(told), sentence=f"{kind} {day}"))  # type: ignore[arg-type]


def move(kind: str, state: str, told: str | None, site: str = "Taiz") -> Move:
    said = replace(line(told), sentence=f"{kind} {state} {told}")
    return Move(None, kind, state, "not said", "Omani troops", site, "", said)  # type: ignore[arg-type]


HELD, LEFT, SET, LOOSE = (
    meeting("held", "2031-04-21"), meeting("walk-out", "2031-04-23"), meeting("scheduled", "2031-05-05"),
    meeting("proposed", None),
)  # fmt: skip
TALKS = TalksBoard(
    "the <talks> in Muscat", "7 reports", "2031-05-01", (), (Round("2031-04-21", "Muscat", "held", (HELD, LEFT, SET)),),
    (LOOSE,), (SET,), (),
)  # fmt: skip
ORDERED, GONE, BACK = (
    move("withdraw", "ordered", "2031-05-02"), move("withdraw", "completed", "2031-05-04"),
    move("withdraw", "reversed", "2031-05-20"),
)  # fmt: skip
STAYS, STILL, OTHER = (
    move("remain", "announced", "2031-05-02", "Marib"), move("remain", "remains", "2031-05-09", "Marib"),
    move("deploy", "observed", "2031-05-06"),
)  # fmt: skip
POSTURE = PostureBoard(
    "Omani troops", "5 reports", ("Oman",), None, "2031-06-01", (),
    (
        Promise("withdraw", "Taiz", (ORDERED,), (("bears it out in part", GONE), ("speaks against it", BACK)),
                "reversed", "reversed"),
        Promise("remain", "Marib", (STAYS,), (("bears it out", STILL),), "remains", "remains"),
    ),
    (ORDERED, GONE, BACK, STAYS, STILL, OTHER), (),
)  # fmt: skip


def test_each_thing_told_of_talks_is_drawn_once_on_its_day_in_its_lane() -> None:
    found = talks.timeline_of(TALKS)
    assert found is not None
    drawn = {(found.lanes[mark.lane][0], mark.sign, mark.first, len(mark.lines)) for mark in found.marks}
    assert drawn == {
        ("met or spoke", "full", "2031-04-21", 1),
        ("put off, refused or broken off", "cross", "2031-04-23", 1),
        ("offered or set", "open", "2031-05-05", 1),
    }
    assert talks.undated(TALKS) == 1
    (band,) = found.bands
    assert (band.first, band.last) == ("2031-04-21", "2031-05-05")


def test_a_promise_has_a_lane_and_staying_bears_out_a_promise_to_stay() -> None:
    found = posture.timeline_of(POSTURE)
    assert found is not None
    assert [name for name, _ in found.lanes] == ["withdraw, Taiz: reversed", "remain, Marib: remains", posture.OTHER]
    drawn = [(mark.lane, mark.sign, mark.first) for mark in found.marks]
    assert sorted(drawn) == [
        (0, "cross", "2031-05-20"), (0, "half", "2031-05-04"), (0, "open", "2031-05-02"),
        (1, "full", "2031-05-09"), (1, "open", "2031-05-02"), (2, "half", "2031-05-06"),
    ]  # fmt: skip
    assert {one for mark in found.marks for _, one in mark.lines} == {each.line for each in POSTURE.moves}


def test_signs_of_the_same_days_stand_below_each_other_and_say_how_many_lines() -> None:
    told = [
        Telling("lane", "2031-04-14", "open", "ordered", line()),
        Telling("lane", "2031-04-14", "open", "announced", line("2031-04-15")),
        Telling("lane", "2031-04-14", "cross", "denied", line()),
    ]
    found = timeline(("lane", "other"), told)
    assert found is not None
    assert len({(mark.x, mark.y) for mark in found.marks}) == 2
    assert len({mark.x for mark in found.marks}) == 1
    (both,) = [mark for mark in found.marks if mark.sign == "open"]
    assert both.label == "2031-04-14: ordered, announced (2 lines; lane)"
    assert found.lanes[1][1] > max(mark.y for mark in found.marks)


@pytest.mark.parametrize("last", ["2031-01-02", "2031-06-30", "2036-12-31"])
def test_however_long_it_is_no_sign_leaves_the_picture_or_covers_its_neighbour(last: str) -> None:
    days = ["2031-01-01", "2031-01-02", last]
    found = timeline(("lane",), [Telling("lane", day, "full", "held", line(day)) for day in days])
    assert found is not None
    places = sorted({mark.x for mark in found.marks})
    assert MARGIN <= places[0] <= places[-1] <= WIDTH - MARGIN
    assert all(after - before >= (WIDTH - 2 * MARGIN) / BINS - 1 for before, after in pairwise(places))
    assert sum(len(mark.lines) for mark in found.marks) == len(days)
    assert (found.ticks[0][1], found.ticks[0][0] <= found.ticks[-1][0]) == ("2031-01-01", True)


@pytest.mark.parametrize("drawn", [talks.pictures(TALKS)["timeline"], posture.pictures(POSTURE)["strip"]])
def test_the_picture_is_well_formed_and_names_what_each_sign_stands_for(drawn: str) -> None:
    root = ElementTree.fromstring(drawn)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    titles = [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}title")]
    assert sum("1 line; " in title for title in titles) >= 3
    assert "○" in drawn


def test_where_no_day_is_told_there_is_no_picture() -> None:
    assert talks.pictures(replace(TALKS, rounds=(), next=())) == {}
    assert posture.pictures(replace(POSTURE, promises=(), moves=())) == {}
