"""The ceasefire board over a ledger of reports: violations split, strikes on excluded groups and silence told apart."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from histor.monitors.truce.definition import Bound, Duty, SetState, TruceDefinition
from histor.monitors.truce.judging import judge, wanted
from histor.monitors.truce.pictures import pictures
from histor.records.board_form import form_of_any_board
from histor.records.boards import TruceBoard
from histor.records.heard import ONLY_SUMMED_UP, Heard
from histor.run.hearing import hear
from monitors.reports import REPORTS, WHEN, Report, make_ledger

DEFINITION = TruceDefinition(
    "the truce in Yemen",
    "2031-04-10",
    parties=(
        Bound("the Yemeni government", ("Yemen",), ("GOV", "MIL")),
        Bound("the rebels", (), ("REB", "OPP")),
    ),
    excluded=(Bound("Islamic State"), Bound("al-Qaeda")),
    brokers=("Oman",),
    limits=("it shows what reports tell",),
)


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    path = make_ledger(tmp_path_factory.mktemp("truce"))
    return hear(path, wanted=wanted(DEFINITION), recorded=WHEN)


@pytest.fixture(scope="module")
def board(heard: Heard) -> TruceBoard:
    return judge(DEFINITION, heard)


def heard_of(tmp_path_factory: pytest.TempPathFactory, *reports: Report) -> Heard:
    path = make_ledger(tmp_path_factory.mktemp("more"), [*REPORTS, *reports])
    return hear(path, wanted=wanted(DEFINITION), recorded=WHEN)


def sentences(board: TruceBoard) -> dict[str, list[str]]:
    return {each.day: [line.sentence for line in each.deed.lines] for each in board.violations}


def test_violations_are_split_into_alleged_corroborated_and_denied(board: TruceBoard) -> None:
    shelling, denied = board.violations
    assert (shelling.day, shelling.why, shelling.accused) == ("2031-04-12", "called a violation", ("the rebels",))
    assert (shelling.corroborated, shelling.denied) == (True, False)
    assert set(shelling.accusers) == {"the Yemeni government", "United Nations"}
    assert (denied.day, denied.accused, denied.denied) == ("2031-04-17", ("the Yemeni government",), True)
    assert [line.sentence for line in denied.answers] == [
        "The Yemeni army denied that it had shelled Marib on Thursday."
    ]


def test_a_strike_on_an_excluded_group_stands_apart_and_is_no_violation(board: TruceBoard) -> None:
    (strike,) = board.excluded_strikes
    assert (strike.day, strike.whom) == ("2031-04-14", ("Islamic State",))
    assert "2031-04-14" not in sentences(board)


def test_a_strike_that_others_say_hit_somebody_else_is_an_alleged_violation(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    market = (
        "market", "2031-04-15", "Taiz Today",
        "Yemeni army jets bombed traders in a market near Mukalla on Monday, the United Nations said.",
    )  # fmt: skip
    board = judge(DEFINITION, heard_of(tmp_path_factory, market))
    assert board.excluded_strikes == ()
    assert "2031-04-14" in sentences(board)


def test_who_accuses_whom_counts_deeds_and_not_reports(board: TruceBoard) -> None:
    found = {(each.accuser, each.accused): (len(each.deeds), each.corroborated) for each in board.accusations}
    assert found["the Yemeni government", "the rebels"] == (1, 1)
    assert found["residents (Aden Courier)", "the Yemeni government"] == (1, 0)


def test_a_quiet_day_is_told_apart_from_a_day_without_reports(board: TruceBoard) -> None:
    days = {day.day: day for day in board.days}
    assert (days["2031-04-19"].heard, days["2031-04-19"].alleged) == (1, ())
    assert (days["2031-04-11"].heard, days["2031-04-16"].heard) == (0, 0)
    assert any("on 2 no report was heard, which is not calm" in sentence for sentence in board.answer)


def test_the_state_of_each_day_has_the_rule_that_named_it(board: TruceBoard) -> None:
    assert [(each.state, each.first) for each in board.courses] == [
        ("in effect", "2031-04-10"), ("strained", "2031-04-12"), ("holding", "2031-04-19"),
    ]  # fmt: skip
    assert board.courses[1].rule == "1 of 2 violations alleged in 7 days corroborated (1 or more)"
    assert board.courses[1].deeds == (board.violations[0].deed.id,)
    assert board.answer[0].startswith("On 2031-04-20 the truce in Yemen is holding: 1 violation alleged in 7 days")


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"until": "2031-04-30"}, "unknown"),
        ({"ended": "2031-04-19"}, "ended"),
        ({"ends": "2031-04-18"}, "expired"),
        ({"ends": "2031-04-18", "extended_until": "2031-04-25"}, "extended"),
        ({"until": "2031-04-12"}, "strained"),
        ({"set_state": SetState("collapsed", "the envoy says so", "an analyst")}, "collapsed"),
    ],
)
def test_dates_silence_and_a_person_name_the_state(heard: Heard, change: dict[str, object], state: str) -> None:
    assert judge(replace(DEFINITION, **change), heard).state == state  # type: ignore[arg-type]


def test_a_state_set_by_a_person_shows_the_rule_that_it_goes_against(heard: Heard) -> None:
    board = judge(replace(DEFINITION, set_state=SetState("collapsed", "the envoy says so", "an analyst")), heard)
    assert board.set_by == "set by an analyst, against the rule's “holding”: the envoy says so"


def test_a_total_is_shown_and_never_added(tmp_path_factory: pytest.TempPathFactory) -> None:
    total = (
        "total",
        "2031-04-20",
        "Aden Courier",
        "The centre has recorded 46 violations by the rebels since 10 April.",
    )
    board = judge(DEFINITION, heard_of(tmp_path_factory, total))
    assert [(each.low, each.of) for each in board.totals] == [(46, ("the rebels",))]
    assert len(board.violations) == 2


def test_what_is_said_of_the_truce_itself_stands_beside(board: TruceBoard) -> None:
    assert board.said == ()
    assert [each.state for each in board.terms] == []


def test_an_obligation_without_a_report_has_no_evidence(tmp_path_factory: pytest.TempPathFactory) -> None:
    duty = Duty("aid convoys are let into Taiz", ("convoy",), by="the rebels")
    definition = replace(DEFINITION, terms=(duty, Duty("prisoners are freed", ("prisoner",))))
    report = ("aid", "2031-04-19", "Gulf Wire", "The rebels let an aid convoy into Taiz on Friday, aid workers said.")
    path = make_ledger(tmp_path_factory.mktemp("terms"), [*REPORTS, report])
    convoy, prisoners = judge(definition, hear(path, wanted=wanted(definition), recorded=WHEN)).terms
    assert (convoy.state, len(convoy.lines) > 0) == ("reported done", True)
    assert (prisoners.state, prisoners.lines) == ("no evidence", ())


def test_every_figure_leads_to_sentences_and_events(board: TruceBoard) -> None:
    texts = [text for _, _, _, text in REPORTS]
    deeds = {each.deed.id: each.deed for each in (*board.violations, *board.excluded_strikes)}
    counted = {deed for day in board.days for deed in day.alleged}
    assert counted <= set(deeds)
    for deed in deeds.values():
        assert all(line.event and any(line.sentence in text for text in texts) for line in deed.lines)


def test_the_board_as_json_names_the_events_behind_each_deed(board: TruceBoard) -> None:
    form = json.loads(json.dumps(form_of_any_board(board), allow_nan=False))
    assert form["monitor"] == "ceasefire"
    assert form["sentence"] == " ".join(board.answer)
    told = form["violations"][0]["deed"]["lines"]
    assert {line["event"][:2] for line in told} == {"e-"}
    assert all("keys" not in side for line in told for side in line["actors"])
    assert form["agreement"]["excluded"] == ["Islamic State", "al-Qaeda"]


def test_the_strip_is_drawn_with_every_day_and_state(board: TruceBoard) -> None:
    (drawn,) = pictures(board).values()
    root = ElementTree.fromstring(drawn)
    told = "".join(root.itertext())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "2031-04-11: no report heard" in told
    assert "2031-04-12: 1 alleged, 1 corroborated, 0 denied" in told
    assert "strained" in told


def test_breaches_that_are_summed_up_are_a_total_and_blows_since_the_war_began_are_left_out(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    breaches = (
        "breaches", "2031-04-19", "Gulf Wire",
        "The Yemeni army said that rebels have repeatedly violated the truce by shelling villages since it began.",
    )  # fmt: skip
    blows = (
        "blows", "2031-04-19", "Taiz Today",
        "Aid workers met in Aden. Yemeni army jets have often bombed villages since the war began in 2029.",
    )  # fmt: skip
    found = judge(DEFINITION, heard_of(tmp_path_factory, breaches, blows))
    assert sorted(sentences(found)) == ["2031-04-12", "2031-04-17"]
    assert {each.line.outlet for each in found.totals} == {"Gulf Wire"}
    (left_out,) = [ids for why, ids in found.left_out if why == ONLY_SUMMED_UP]
    assert len(left_out) == 2  # the shelling by which it is violated, and the blows
