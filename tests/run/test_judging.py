"""What people decide outranks the machine, stays with the words, can be undone, and is told as of any day."""

from dataclasses import replace

import pytest

from histor.errors import NotFoundError, UsageError
from histor.records.question import Question
from histor.run.joining import contradictions, incident, incidents, join
from histor.run.judging import Hand, edit, give_verdict, list_all, merge, split, undo
from histor.store import questions, tracing
from histor.store.append import append
from histor.store.decisions import decide, decisions, decisions_on, verdicts
from histor.store.ledger import open_to_read, open_to_write
from histor.store.register import load_register
from run.market import DENIAL, FIRST, NEWER, OTHER_DAY, SECOND, TUESDAY, keep, raw_of, story

GAZETTE, DAILY, DENIED = story(FIRST), story(SECOND, outlet="Daily"), story(DENIAL, outlet="Herald")
LATER_DAY = story(OTHER_DAY, outlet="Courier", day=TUESDAY)
STRIKE = GAZETTE.events[0].id
RANA = Hand("Rana", "2026-05-03T10:00:00Z", "the text says so")


@pytest.fixture
def ledger(tmp_path):
    with open_to_write(tmp_path / "judged.db") as opened:
        keep(opened, GAZETTE, on="2026-05-01")
        yield opened


def only(ledger, **asked):
    (row,) = questions.events(ledger, Question(**asked)).items
    return row


def told(ledger, as_of=None):
    """Give the lots of outlets that tell each incident."""
    found = incidents(ledger, Question(as_of=as_of))
    return sorted(sorted({each.row.source.outlet for each in one.tellings}) for one in found)


def joined(ledger, on="2026-05-09"):
    join(ledger, load_register(), recorded=f"{on}T00:00:00Z")


def test_an_edited_event_is_answered_as_decided_and_marked_with_who_and_why(ledger):
    done = edit(ledger, STRIKE, {"killed": "14+", "status": "ongoing"}, RANA)
    assert [each.field for each in done.decisions] == ["quantities", "status"]
    assert done.before.status == "occurred"
    assert done.after.status == "ongoing"
    row = only(ledger, status="ongoing")
    assert (row.event.quantities[0].low, row.event.quantities[0].high) == (14, None)
    assert {(each.who, each.why, each.field) for each in row.decided} == {
        ("Rana", "the text says so", "quantities"),
        ("Rana", "the text says so", "status"),
    }
    assert questions.events(ledger, Question(status="occurred")).items == ()


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ({"type": "retreat"}, lambda event: (event.type, event.mode) == ("RETREAT", None)),
        ({"day": "~2016-03-06"}, lambda event: (event.when.start, event.when.approximate) == ("2016-03-06", True)),
        ({"day": "2016-02"}, lambda event: (event.when.end, event.when.precision) == ("2016-02-29", "month")),
        ({"day": "2016-03-01..2016-03-05"}, lambda event: event.when.end == "2016-03-05"),
        ({"day": "unknown"}, lambda event: event.when is not None and event.when.start is None),
        ({"place": "Aleppo"}, lambda event: event.place.name == "Aleppo" and event.place.ref is not None),
        ({"place": ""}, lambda event: event.place is None),
        ({"actor": "Russia; a neighbour"}, lambda event: [p.name for p in event.actors] == ["Russia", "a neighbour"]),
        ({"recipient": "traders"}, lambda event: event.recipients[0].spans != ()),
        ({"wounded": "12..15"}, lambda event: (event.quantities[1].low, event.quantities[1].high) == (12, 15)),
        ({"killed": "<=20"}, lambda event: (event.quantities[0].low, event.quantities[0].high) == (None, 20)),
        ({"killed": "unknown"}, lambda event: event.quantities[0].low is None),
        ({"killed": ""}, lambda event: event.quantities == ()),
        ({"target": "hospital"}, lambda event: event.target == "hospital"),
        ({"violation": "yes"}, lambda event: event.violation),
        ({"mode": ""}, lambda event: event.mode is None),
    ],
)  # fmt: skip
def test_fields_are_typed_as_people_write_them(ledger, typed, reads):
    assert reads(edit(ledger, STRIKE, typed, RANA).after)


@pytest.mark.parametrize(
    "typed", [{"colour": "red"}, {"type": "WAR"}, {"day": "Monday"}, {"killed": "many"}, {"violation": "perhaps"}]
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(ledger, typed):
    with pytest.raises(UsageError):
        edit(ledger, STRIKE, typed, RANA)
    assert decisions(ledger) == ()


def test_an_edit_that_changes_nothing_is_no_decision(ledger):
    assert edit(ledger, STRIKE, {"status": "occurred"}, RANA).decisions == ()


def test_an_edited_place_moves_the_event_to_another_incident(ledger):
    keep(ledger, DAILY, on="2026-05-02")
    assert told(ledger) == [["Daily", "Gazette"]]
    edit(ledger, STRIKE, {"place": "Aleppo"}, RANA)
    joined(ledger)
    assert told(ledger) == [["Daily"], ["Gazette"]]
    assert told(ledger, as_of="2026-05-02") == [["Daily", "Gazette"]]


def test_a_rejected_event_is_in_no_answer_but_in_the_trace_and_on_the_report(ledger):
    done = give_verdict(ledger, STRIKE[:8], "reject", RANA)
    assert done.after is None
    assert done.quoted[0].sentence == FIRST
    assert questions.events(ledger, Question()).items == ()
    assert incidents(ledger, Question()) == ()
    trace = tracing.trace(ledger, STRIKE)
    assert trace.superseded
    assert [each.kind for each in trace.decided] == ["reject"]
    assert [each.kind for each in decisions_on(ledger, GAZETTE.report.id)] == ["reject"]


def test_a_rejected_claim_takes_what_stands_on_its_word_along(ledger):
    keep(ledger, DENIED, on="2026-05-02")
    give_verdict(ledger, DENIED.claims[0].id, "reject", RANA)
    assert questions.claims(ledger, Question()).items == ()
    assert [row.event.id for row in questions.events(ledger, Question()).items] == [STRIKE]


def test_a_claims_stance_and_speaker_can_be_edited(ledger):
    keep(ledger, DENIED, on="2026-05-02")
    edit(ledger, DENIED.claims[0].id, {"stance": "doubts", "speaker": "Russia"}, RANA)
    (row,) = questions.claims(ledger, Question(stance="doubts", speaker="Russia")).items
    assert row.claim.speaker.ref is not None
    assert {each.field for each in row.decided} == {"stance", "speaker"}


def test_confirming_and_noting_mark_the_event_and_change_nothing_else(ledger):
    before = only(ledger)
    give_verdict(ledger, STRIKE, "confirm", RANA)
    give_verdict(ledger, STRIKE, "note", replace(RANA, why="ask the doctor again"))
    row = only(ledger)
    assert replace(row, decided=()) == before
    assert {(each.kind, each.why) for each in row.decided} == {
        ("confirm", "the text says so"),
        ("note", "ask the doctor again"),
    }


def test_confirming_what_was_rejected_brings_it_back(ledger):
    give_verdict(ledger, STRIKE, "reject", RANA)
    give_verdict(ledger, STRIKE, "confirm", Hand("Omar", "2026-05-04T10:00:00Z"))
    assert only(ledger).event == GAZETTE.events[0]


def test_an_undo_takes_a_decision_back_and_both_stay_in_the_list(ledger):
    (made,) = edit(ledger, STRIKE, {"target": "hospital"}, RANA).decisions
    (undone,) = undo(ledger, made.id[:9], Hand("Omar", "2026-05-04T10:00:00Z", "it was a market")).decisions
    row = only(ledger)
    assert (row.event, row.decided) == (GAZETTE.events[0], ())
    listed = decisions(ledger)
    assert [(each.decision.id, each.undone_by) for each in listed] == [(made.id, undone.id), (undone.id, None)]
    with pytest.raises(UsageError, match="undone already"):
        undo(ledger, made.id, RANA)
    with pytest.raises(UsageError, match="itself an undo"):
        undo(ledger, undone.id, RANA)
    with pytest.raises(NotFoundError, match="judge list"):
        undo(ledger, "d-none", RANA)


def test_the_later_of_two_edits_of_one_field_counts_and_its_undo_brings_the_earlier_back(ledger):
    edit(ledger, STRIKE, {"target": "hospital"}, RANA)
    (later,) = edit(ledger, STRIKE, {"target": "school"}, Hand("Omar", "2026-05-04T10:00:00Z", "a school")).decisions
    assert only(ledger).event.target == "school"
    undo(ledger, later.id, Hand("Omar", "2026-05-05T10:00:00Z"))
    assert only(ledger).event.target == "hospital"


def test_decisions_stay_when_a_newer_version_reads_the_report_again(ledger):
    edit(ledger, STRIKE, {"target": "hospital"}, RANA)
    again = story(FIRST, steps=NEWER, mode="heavy-weapons")
    assert again.events[0].id != STRIKE
    keep(ledger, again, on="2026-05-06")
    row = only(ledger)
    assert (row.event.id, row.event.mode, row.event.target) == (again.events[0].id, "heavy-weapons", "hospital")
    assert [each.who for each in row.decided] == ["Rana"]
    assert questions.problems(ledger, Question()).items == ()


def test_decisions_follow_their_sentence_when_a_newer_reader_moves_the_text(ledger):
    give_verdict(ledger, STRIKE, "reject", RANA)
    moved = story(FIRST, steps=NEWER, before="From our own correspondent in the east")
    keep(ledger, replace(moved, report=replace(moved.report, sha256=GAZETTE.report.sha256)), on="2026-05-06")
    assert questions.events(ledger, Question()).items == ()
    assert questions.problems(ledger, Question()).items == ()


def test_a_decision_whose_event_is_gone_becomes_a_problem_until_it_is_undone(ledger):
    (made,) = edit(ledger, STRIKE, {"target": "hospital"}, RANA).decisions
    keep(ledger, replace(story(FIRST, steps=NEWER), events=()), on="2026-05-06")
    (row,) = questions.problems(ledger, Question()).items
    assert row.problem.code == "decision-lost"
    assert row.words == "bombed"
    assert f"histor judge undo {made.id}" in row.problem.message
    assert questions.problems(ledger, Question(as_of="2026-05-05")).items == ()
    undo(ledger, made.id, Hand("Rana", "2026-05-07T10:00:00Z"))
    assert questions.problems(ledger, Question()).items == ()


def test_a_decision_whose_words_are_gone_becomes_a_problem(ledger):
    (made,) = edit(ledger, STRIKE, {"target": "hospital"}, RANA).decisions
    other = story(OTHER_DAY, day=TUESDAY, steps=NEWER)
    facts = {"key": GAZETTE.report.key, "sha256": GAZETTE.report.sha256}
    append(ledger, [(replace(other, report=replace(other.report, **facts)), raw_of(GAZETTE))], recorded="2026-05-06")
    (row,) = questions.problems(ledger, Question()).items
    assert row.problem.code == "decision-lost"
    assert "no longer has their sentence" in row.problem.message
    undo(ledger, made.id, Hand("Rana", "2026-05-07T10:00:00Z"))
    assert questions.problems(ledger, Question()).items == ()


def test_a_confirmation_of_what_is_now_read_as_another_act_does_not_count_and_is_told(ledger):
    give_verdict(ledger, STRIKE, "confirm", RANA)
    keep(ledger, story(FIRST, steps=NEWER, type="PROTEST", mode=None), on="2026-05-06")
    assert only(ledger).decided == ()
    (row,) = questions.problems(ledger, Question()).items
    assert row.problem.code == "decision-changed"
    assert "ASSAULT" in row.problem.message
    assert "PROTEST" in row.problem.message


def test_a_decision_waits_for_words_that_come_in_later(ledger, tmp_path):
    (made,) = edit(ledger, STRIKE, {"target": "hospital"}, RANA).decisions
    with open_to_write(tmp_path / "other.db") as other:
        decide(other, [made])
        keep(other, GAZETTE, on="2026-05-06")
        assert only(other).event.target == "hospital"


def test_adding_the_same_report_again_changes_nothing_that_was_decided(ledger):
    edit(ledger, STRIKE, {"target": "hospital"}, RANA)
    assert append(ledger, [(GAZETTE, raw_of(GAZETTE))], recorded="2026-05-08") == (False,)
    assert only(ledger).event.target == "hospital"


def test_two_incidents_that_a_person_merges_are_one_with_all_that_either_holds(ledger):
    keep(ledger, DAILY, LATER_DAY, on="2026-05-02")
    assert told(ledger) == [["Courier"], ["Daily", "Gazette"]]
    done = merge(ledger, incident(ledger, STRIKE).id, LATER_DAY.events[0].id, RANA)
    assert (len(done.incidents_before), len(done.incidents_after)) == (2, 1)
    assert told(ledger) == [["Courier", "Daily", "Gazette"]]
    (merged,) = incidents(ledger, Question())
    assert [each.kind for each in merged.decided] == ["merge"]
    assert told(ledger, as_of="2026-05-02") == [["Courier"], ["Daily", "Gazette"]]
    with pytest.raises(UsageError, match="in one incident already"):
        merge(ledger, STRIKE, LATER_DAY.events[0].id, RANA)
    undo(ledger, done.decisions[0].id, Hand("Rana", "2026-05-04T10:00:00Z"))
    assert told(ledger) == [["Courier"], ["Daily", "Gazette"]]


def test_an_event_that_a_person_splits_off_stays_apart_whatever_comes_in_later(ledger):
    keep(ledger, DAILY, on="2026-05-02")
    done = split(ledger, [DAILY.events[0].id], RANA)
    assert (len(done.incidents_before), len(done.incidents_after)) == (1, 2)
    keep(ledger, story(SECOND, outlet="Morning"), on="2026-05-04")
    found = told(ledger)
    assert not any({"Daily", "Gazette"} <= set(outlets) for outlets in found)
    with pytest.raises(UsageError, match="nothing else to split from"):
        split(ledger, [STRIKE] if ["Gazette"] in found else [DAILY.events[0].id, STRIKE], RANA)


def test_of_a_merge_and_a_split_of_the_same_events_the_later_counts(ledger):
    keep(ledger, DAILY, on="2026-05-02")
    split(ledger, [DAILY.events[0].id], RANA)
    merge(ledger, STRIKE, DAILY.events[0].id, Hand("Omar", "2026-05-04T10:00:00Z", "one strike"))
    assert told(ledger) == [["Daily", "Gazette"]]
    assert [(each.decision.kind, each.overruled) for each in list_all(ledger)] == [("split", True), ("merge", False)]
    split(ledger, [STRIKE], Hand("Rana", "2026-05-05T10:00:00Z", "no, two"))
    assert told(ledger) == [["Daily"], ["Gazette"]]
    assert [each.overruled for each in list_all(ledger)] == [False, True, False]
    assert [each.overruled for each in list_all(ledger, as_of="2026-05-04")] == [True, False]


def test_merges_and_splits_stay_when_a_newer_version_reads_the_reports_again(ledger):
    keep(ledger, LATER_DAY, on="2026-05-02")
    merge(ledger, STRIKE, LATER_DAY.events[0].id, RANA)
    keep(ledger, story(FIRST, steps=NEWER), on="2026-05-06")
    assert told(ledger) == [["Courier", "Gazette"]]


def test_a_rejected_contradiction_is_gone_and_the_grade_with_it(ledger):
    keep(ledger, DENIED, on="2026-05-02")
    (one,) = incidents(ledger, Question())
    assert one.grade == "contested"
    (dispute,) = one.contradictions
    give_verdict(ledger, dispute.id, "confirm", RANA)
    (one,) = incidents(ledger, Question())
    assert one.contradictions[0].decided.who == "Rana"
    give_verdict(ledger, dispute.id, "reject", Hand("Omar", "2026-05-04T10:00:00Z", "he spoke of another raid"))
    (one,) = incidents(ledger, Question())
    assert one.contradictions == ()
    assert one.grade != "contested"
    known = verdicts(ledger, "contradiction", as_of=None)
    assert list(contradictions(incidents(ledger, Question()), known)) == []
    assert incidents(ledger, Question(as_of="2026-05-03"))[0].contradictions != ()


def test_a_person_can_confirm_or_reject_an_incident_and_the_grade_says_who(ledger):
    each = incident(ledger, STRIKE)
    assert each.grade == "weak"
    give_verdict(ledger, each.id, "confirm", RANA)
    each = incident(ledger, STRIKE)
    assert (each.grade, each.why) == ("confirmed", "confirmed: by Rana on 2026-05-03 (the text says so)")
    give_verdict(ledger, each.id, "reject", Hand("Omar", "2026-05-04T10:00:00Z", "staged"))
    assert incident(ledger, STRIKE).why == "discounted: rejected by Omar on 2026-05-04 (staged)"
    assert incident(ledger, STRIKE, as_of="2026-05-02").grade == "weak"


def test_every_question_as_of_a_day_tells_what_the_ledger_knew_then(ledger):
    keep(ledger, DAILY, on="2026-05-02")
    edit(ledger, STRIKE, {"target": "hospital"}, RANA)
    joined(ledger)
    assert told(ledger, as_of="2026-04-30") == []
    assert told(ledger, as_of="2026-05-01") == [["Gazette"]]
    assert told(ledger, as_of="2026-05-02") == [["Daily", "Gazette"]]
    assert only(ledger, as_of="2026-05-01").event.target == "market"
    assert only(ledger, as_of="2026-05-01").decided == ()
    assert questions.record(ledger, GAZETTE.report.id, as_of="2026-05-02").events == GAZETTE.events
    assert tracing.trace(ledger, STRIKE, as_of="2026-05-02").decided == ()
    with pytest.raises(NotFoundError):
        incident(ledger, STRIKE, as_of="2026-04-30")


def test_a_reading_that_was_superseded_before_it_was_joined_is_joined_for_its_day(tmp_path):
    with open_to_write(tmp_path / "late.db") as ledger:
        append(ledger, [(each, raw_of(each)) for each in (GAZETTE, DAILY)], recorded="2026-05-01")
        newer = replace(story(FIRST, steps=NEWER), events=())
        append(ledger, [(newer, raw_of(newer))], recorded="2026-05-05")
        joined(ledger)
        join(ledger, load_register(), recorded="2026-05-10T00:00:00Z", as_of="2026-05-02")
        assert told(ledger) == [["Daily"]]
        assert told(ledger, as_of="2026-05-02") == [["Daily", "Gazette"]]


def test_a_ledger_that_is_only_read_answers_as_decided(ledger, tmp_path):
    edit(ledger, STRIKE, {"target": "hospital"}, RANA)
    with open_to_read(tmp_path / "judged.db") as reader:
        assert only(reader).event.target == "hospital"


def test_a_decision_needs_a_name(ledger):
    with pytest.raises(UsageError, match="needs a name"):
        give_verdict(ledger, STRIKE, "confirm", Hand(" ", "2026-05-03"))
