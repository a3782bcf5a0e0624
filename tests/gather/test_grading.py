import pytest

from gather.test_gathering import OTHER_WORDS, THIRD_WORDS, only
from histor.steps.gather.origins import independent
from join.told import MINISTRY, SOURCE, STATE_TV, Voice, doer, killed, telling

DOCTOR = Voice("a doctor", None, "witness")
REBELS = Voice("Rebel Front", "actor:rebels", "group", "actor:rebels")


def test_one_origin_is_weak_in_however_many_papers_it_stands():
    incident = only(*(telling(f"e-{paper}", paper=paper) for paper in ("Gazette", "Daily", "Courier", "Mirror")))
    assert incident.grade == "weak"
    assert [origin.outlets for origin in incident.origins] == [("Courier", "Daily", "Gazette", "Mirror")]


def test_two_named_origins_are_fair_and_the_rule_names_them():
    incident = only(telling("e-1"), telling("e-2", by=REBELS, paper="Daily", sentence=OTHER_WORDS))
    assert incident.grade == "fair"
    assert "Front Monitor" in incident.why
    assert "Rebel Front" in incident.why


@pytest.mark.parametrize("voice", [SOURCE, DOCTOR, Voice(None, None, "unnamed"), Voice("he", None, "person")])
def test_a_voice_without_a_name_is_never_the_second_origin(voice):
    incident = only(telling("e-1"), telling("e-2", by=voice, paper="Daily", sentence=OTHER_WORDS))
    assert incident.grade == "weak"


def test_a_ministry_and_the_television_of_its_state_are_one_origin():
    incident = only(telling("e-1", by=MINISTRY), telling("e-2", by=STATE_TV, sentence=OTHER_WORDS))
    assert [origin.key for origin in incident.origins] == ["state:RUS"]
    assert incident.grade == "weak"


def test_a_paper_through_which_alone_another_is_heard_adds_nothing():
    relayed, own = telling("e-1"), telling("e-2", by=None, sentence=OTHER_WORDS)
    incident = only(relayed, own)
    tellings = {each.id: each for each in incident.tellings}
    assert [origin.name for origin in independent(incident.origins, tellings)] == ["Front Monitor"]
    assert incident.grade == "weak"


def test_a_copy_adds_no_origin_though_the_paper_says_it_in_its_own_voice():
    first = telling("e-1", by=None, paper="Wire", report="r-wire")
    copy = telling("e-2", by=None, paper="Courier", report="r-courier", copy_of="r-wire")
    assert only(first, copy).grade == "weak"
    assert only(first, telling("e-2", by=None, paper="Courier", sentence=OTHER_WORDS)).grade == "fair"


def test_a_doer_that_says_so_itself_confirms():
    doers = (doer("Rebel Front", "actor:rebels", sector="REB"),)
    incident = only(telling("e-1", by=REBELS, actors=doers), telling("e-2", sentence=OTHER_WORDS, actors=doers))
    assert incident.grade == "confirmed"
    assert incident.why == "confirmed: Rebel Front, named as the doer, says so itself"


def test_a_denial_by_another_contests_and_shows_both_events():
    denial = telling("e-2", by=MINISTRY, sentence=OTHER_WORDS, status="denied", stance="denies")
    incident = only(telling("e-1"), denial)
    (dispute,) = incident.contradictions
    assert (dispute.about, dispute.one, dispute.other) == ("whether it happened", "e-1", "e-2")
    assert incident.grade == "contested"


def test_what_a_report_says_was_not_so_is_no_denial():
    assert only(telling("e-1"), telling("e-2", by=None, sentence=OTHER_WORDS, status="denied")).contradictions == ()


def test_what_is_only_denied_is_discounted():
    assert only(telling("e-1", status="denied", stance="denies")).grade == "discounted"


def test_numbers_apart_are_a_contradiction_between_origins_and_a_revision_within_one():
    first = telling("e-1", quantities=(killed(12, 12),), published="2016-03-07")
    (dispute,) = only(first, telling("e-2", by=REBELS, sentence=THIRD_WORDS, quantities=(killed(15),))).contradictions
    assert (dispute.one_says, dispute.other_says, dispute.revision) == ("12 killed", "15 or more killed", False)
    (revised,) = only(first, telling("e-2", sentence=THIRD_WORDS, quantities=(killed(15),))).contradictions
    assert revised.revision


def test_numbers_that_one_number_fits_are_no_contradiction():
    incident = only(telling("e-1", quantities=(killed(12),)), telling("e-2", by=REBELS, quantities=(killed(15, 15),)))
    assert incident.contradictions == ()
