"""The checker refuses what is not in the cited words, whoever wrote it, and lets pass what is."""

import pytest

from brief.cited import DENIAL, STRIKE, about, cited
from histor.steps.brief import check

MONDAY = cited(STRIKE)


def refused(text, *those):
    return [(each.fault, each.words) for each in check(text, those or (MONDAY,))]


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed the diesel market at Palmyra, killing at least 12 traders and wounding dozens.",
        "At least twelve traders were killed.",
        "Killed: ≥ 12.",
        "The market was bombed on 7 March 2016.",
        "The market was bombed on Monday.",
        "It was told on 8 March.",
        "It was told on 2016-03-08.",
        "It was told on March 8, 2016.",
        "It was told in March 2016.",
        "Malik al-Hassan said so.",
        "Malik Al Hassan's men said so.",
        "Gazette reported: “Jets bombed the diesel market at Palmyra”.",
        "“killing at least 12 traders,” he said.",
        '"Jets bombed … Palmyra", he said.',
        "“Jets bombed [...] at Palmyra,” he said.",
        "Traders died when the market was bombed.",
        "Meanwhile, the market was bombed.",
    ],
)
def test_what_the_words_say_passes(text):
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "fault", "words"),
    [
        ("It killed 24 and wounded others.", "number", "24"),
        ("It wounded two dozen.", "number", "two dozen"),
        ("It wounded at least 24.", "number", "at least 24"),
        ("It killed 12 traders.", "number", "12"),
        ("It killed about 12 traders.", "number", "about 12"),
        ("It killed more than 10 traders.", "number", "more than 10"),
        ("It killed at least 12 to 15 traders.", "number", "at least 12 to 15"),
        ("It killed hundreds.", "number", "hundreds"),
        ("Half of the market burnt.", "number", "Half"),
        ("Some 10 percent of the market burnt.", "number", "10 percent"),
        ("There was a 24-hour pause.", "number", "24-hour"),
        ("It was a two-day raid.", "number", "two-day"),
        ("It was the third raid.", "number", "third"),
        ("T-72 tanks came.", "number", "T-72"),
        ("It was bombed at 04:00.", "number", "04:00"),
    ],
)
def test_a_number_that_is_not_in_the_words_is_refused(text, fault, words):
    assert (fault, words) in refused(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was bombed on 16 March.", "16 March"),
        ("It was bombed on 2016-03-16.", "2016-03-16"),
        ("It was bombed on 6/3/2016.", "6/3/2016"),
        ("It was bombed on March 7, 2015.", "March 7, 2015"),
        ("It was bombed on Tuesday.", "Tuesday"),
        ("It was bombed yesterday.", "yesterday"),
        ("It was bombed last week.", "last week"),
        ("It was bombed in April 2016.", "April 2016"),
        ("It was bombed in 2015.", "2015"),
    ],
)
def test_a_day_that_the_words_do_not_give_is_refused(text, words):
    assert ("day", words) in refused(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Aoun spoke of the market.", "Aoun"),
        ("The market belongs to Michel Aoun.", "Michel Aoun"),
        ("Ali told us.", "Ali"),
        ("Colonel Hassan told us.", "Colonel Hassan"),
        ("Hassan Malik told us.", "Hassan Malik"),
        ("Tadmur was bombed.", "Tadmur"),
        ("Palmira was bombed.", "Palmira"),
        ("UN officials saw it.", "UN"),
        ("Officials of the UN saw it.", "UN"),
        ("Syrian jets bombed the market.", "Syrian"),
        ("The market in تدمر was bombed.", "تدمر"),
        ("Jets bombed Palmyra and Raqqa.", "Raqqa"),
        ("It was al-Nusra.", "Nusra"),
    ],
)
def test_a_name_that_is_not_in_the_words_is_refused(text, words):
    assert any(fault == "name" and words in name for fault, name in refused(text))


def test_a_name_within_another_word_is_not_that_name():
    envoy = cited("The ambassador of Malikiya rejoiced.")
    assert refused("Assad rejoiced.", envoy) == [("name", "Assad")]
    assert refused("Malik rejoiced.", envoy) == [("name", "Malik")]
    assert refused("The envoy was at “Malik”.", envoy) == [("quotation", "Malik")]


def test_another_spelling_is_refused_and_the_cited_one_is_named():
    base = cited("Bombers left the air base at Khmeimim.")
    (found,) = check("Bombers left Hmeimim.", [base])
    assert found.fault == "name"
    assert "they write 'Khmeimim'" in found.message


def test_accents_hyphens_and_capitals_make_no_other_name():
    base = cited("Shells fell on Deir ez-Zor and on Tüz.")
    assert refused("Shells fell on Deir Ez Zor and Tuz.", base) == []


def test_names_that_the_record_has_for_the_words_may_stand():
    said = cited("He said that the jets had left.", standing="said", names=("Vladimir Putin",))
    assert refused("Vladimir Putin said that the jets had left.", said) == []
    assert refused("Sergei Lavrov said that the jets had left.", said) == [("name", "Sergei Lavrov")]


@pytest.mark.parametrize(
    "quotation",
    [
        "“Jets bombed the market at Palmyra”",
        "“bombed the diesel mark”",
        "“ets bombed”",
        "“traders at least 12”",
        "“wounding dozens … killing at least 12”",
        "“killing [the] traders”",
        "‘Jets struck’",
        "«Jets struck»",
        "“…”",
    ],
)
def test_a_quotation_must_stand_in_the_words_whole_and_in_order(quotation):
    (found,) = refused(f"He said: {quotation}")
    assert found[0] == "quotation"


def test_an_ellipsis_may_not_leave_a_denial_out():
    denied = cited(DENIAL, standing="denied")
    assert refused("Colonel Aziz denied it: “We did not bomb the market”.", denied) == []
    assert refused("Colonel Aziz denied it: “We did … bomb the market”.", denied) == [
        ("quotation", "We did … bomb the market")
    ]


def test_a_quotation_that_is_not_closed_is_refused():
    assert refused("He said: “Jets bombed the diesel market") == [("quotation", "Jets bombed the diesel market")]


def test_an_apostrophe_opens_no_quotation():
    guard = cited("The traders' guard didn't see Aziz's jets.")
    assert refused("The traders’ guard didn’t see Aziz’s jets.", guard) == []


def test_two_citations_lend_their_words_but_no_quotation_runs_from_one_into_the_other():
    other = cited("A nurse counted 15 dead at Palmyra.", number=2)
    assert refused("At least 12 traders, or 15, died at Palmyra.", MONDAY, other) == []
    assert refused("“Jets bombed … 15 dead”", MONDAY, other) == [("quotation", "Jets bombed … 15 dead")]


def test_a_denied_act_is_not_stated_and_a_word_is_not_made_a_fact():
    denied = cited("Colonel Aziz denied that jets had bombed the market.", standing="denied")
    assert refused("Jets had bombed the market.", denied)[0][0] == "standing"
    assert refused("That jets had bombed the market was denied.", denied) == []
    said = cited("A doctor said that jets had bombed the market.", standing="said")
    assert refused("Jets had bombed the market.", said)[0][0] == "standing"
    assert refused("A doctor said that jets had bombed the market.", said) == []
    planned = cited("The general plans to leave.", standing="planned")
    assert refused("The general left.", planned)[0][0] == "standing"
    assert refused("The general plans to leave.", planned) == []


def test_about_stays_about():
    near = cited("They left around then.", days=(about("2016-02-27"),))
    assert refused("They left on 27 February 2016.", near) == [("day", "27 February 2016")]
    assert refused("They left about 27 February 2016.", near) == []


def test_a_day_is_not_named_where_only_its_month_is_known():
    month = cited("They left in February 2016.", published=None)
    assert refused("They left in 2016.", month) == []
    assert refused("They left on 27 February 2016.", month) == [("day", "27 February 2016")]


def test_a_sentence_without_a_citation_is_refused():
    assert [each.fault for each in check("Jets bombed the market.", [])] == ["uncited"]
    assert check(" · ", []) == ()


def test_a_refusal_points_at_the_words():
    text = "Jets bombed Raqqa."
    (found,) = check(text, [MONDAY])
    assert text[found.span.start : found.span.end] == "Raqqa"
