"""The bundled example, read and joined as a user would: its pairs, its near pairs, its contradictions, in words."""

from io import BytesIO

import pytest

from histor.read import Given
from histor.records.question import Question
from histor.run.demo import example_files
from histor.run.joining import contradictions, incident, incidents, join, waiting
from histor.run.keeping import keep
from histor.run.reading import Reading, read_records
from histor.settings import Settings
from histor.store import questions
from histor.store.append import append
from histor.store.ledger import open_to_read, open_to_write
from histor.store.register import load_register

WHEN = "2026-11-01T00:00:00Z"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Keep the example and join it."""
    made = tmp_path_factory.mktemp("example") / "example.db"
    with example_files() as files, open_to_write(made) as ledger:
        keep(_records(map(str, files)), ledger, recorded=WHEN)
        join(ledger, load_register(), recorded=WHEN)
    return made


@pytest.fixture(scope="module")
def found(path):
    with open_to_read(path) as ledger:
        return incidents(ledger, Question())


@pytest.fixture(scope="module")
def disputes(found):
    return list(contradictions(found))


def _records(inputs):
    for each in read_records([*inputs], Given(), Settings(), stdin=BytesIO()):
        yield (each.record, each.raw) if isinstance(each, Reading) else each


def reports(each):
    return {telling.row.source.key.rsplit("/", 1)[-1] for telling in each.tellings}


def days(each):
    return {
        telling.setting.days.start
        for telling in each.tellings
        if telling.setting.days and telling.setting.days.basis == "own"
    }


def disputed(disputes, about, *keys):
    return [
        (each, one, other)
        for each, one, other in disputes
        if each.about == about
        and {one.row.source.key.rsplit("/", 1)[-1], other.row.source.key.rsplit("/", 1)[-1]} <= set(keys)
    ]


def test_one_wire_story_in_three_outlets_is_one_incident_of_one_origin(found):
    (raqqa,) = [
        each for each in found if {"lw-0319-raqqa", "mc-0320-raqqa"} <= reports(each) and "39" in str(each.values)
    ]
    assert "nb-raqqa.html" in reports(raqqa)
    assert [origin.name for origin in raqqa.origins if origin.named] == ["Syrian Observatory for Human Rights"]
    assert raqqa.grade in ("weak", "contested")
    assert {telling.row.source.outlet for telling in raqqa.tellings if telling.copy_of} == {
        "Meridian Courier",
        "Northern Beacon",
    }


def test_the_strike_on_the_fuel_market_and_its_denial_are_one_incident_that_is_contested(found, disputes):
    (market,) = [each for each in found if {"lw-0307-duhur", "cna-0308-duhur"} <= reports(each)]
    assert market.grade == "contested"
    assert "whether it happened" in market.contested
    (_, one, other), *_ = disputed(disputes, "whether it happened", "lw-0307-duhur", "cna-0308-duhur")
    assert "hit traders selling diesel" in one.row.sentence + other.row.sentence
    assert "denied" in one.row.sentence + other.row.sentence
    reasons = {reason.what: reason.words for bond in market.bonds for reason in bond.reasons}
    assert reasons["same-place"].startswith("both at Abu")
    assert reasons["same-day"] == "both on 2016-03-07"


def test_one_strike_that_two_reports_tell_in_other_words_is_one_incident(found):
    doctors = [
        each for each in found if "od-0308-duhur" in reports(each) and each.tellings[0].row.event.mode == "aerial"
    ]
    if not doctors:
        pytest.skip("no strike is read out of a text that never names one")
    assert any("lw-0307-duhur" in reports(each) for each in doctors)


def test_a_shelling_that_two_independent_origins_report_is_fair(found):
    (shelling,) = [each for each in found if {"cna-maqsoud.html", "alert-maqsoud.eml"} <= reports(each)]
    assert shelling.grade == "fair"
    assert "SANA" in shelling.why


def test_what_a_source_denies_of_what_others_report_stands_on_its_own_word(found):
    told = [(each, telling) for each in found for telling in each.tellings]
    ((clinic, denial),) = [pair for pair in told if "denied reports that a raid" in pair[1].row.sentence]
    assert (denial.setting.voices[-1].name, denial.setting.stance) == ("The source", "denies")
    assert [origin.name for origin in clinic.origins if not origin.named] == ["a military source"]


def test_why_the_jet_fell_is_a_contradiction_within_one_report(disputes):
    assert disputed(disputes, "whether it happened", "mig.txt")


def test_attacks_of_other_days_and_places_stay_apart(found):
    for each in found:
        assert not {"lw-0418-kilis", "bl-0424-kilis"} <= reports(each)
        assert not {"fl-0306-maqsoud", "cna-maqsoud.html"} <= reports(each)
        assert not {"lw-0221-homs", "lw-0425-shrine"} <= reports(each)
        assert not {"2016-03-07", "2016-04-19"} <= days(each)
        assert len(days(each)) <= 2
        assert not {"2016-04-27", "2016-04-29"} <= days(each)


def test_an_incident_is_the_same_in_whatever_order_the_reports_came(path, found, tmp_path):
    with open_to_read(path) as ledger:
        ids = [row.source.report_id for row in questions.reports(ledger, Question()).items]
        kept = [(questions.record(ledger, each), questions.raw_of(ledger, each)) for each in ids]
    with open_to_write(tmp_path / "backwards.db") as ledger:
        for record, raw in reversed(kept):  # joined one by one: each meets only what came before
            append(ledger, [(record, raw)], recorded=WHEN)
            join(ledger, load_register(), recorded=WHEN)
        assert [_plain(each) for each in incidents(ledger, Question())] == [_plain(each) for each in found]


def _plain(each):
    return (each.id, each.grade, each.why, each.contested, [telling.id for telling in each.tellings], each.values)


def test_an_incident_is_found_by_its_id_by_an_event_of_it_and_by_filters(path, found):
    wanted = max(found, key=lambda each: len(each.tellings))
    with open_to_read(path) as ledger:
        assert incident(ledger, wanted.id) == wanted
        assert incident(ledger, wanted.tellings[-1].id) == wanted
        assert [incident(ledger, each.id) for each in found] == list(found)  # as it is found alone, so among all
        some = incidents(ledger, Question(place="Sheikh Maqsoud"))
        assert 0 < len(some) < len(found)
        assert not waiting(ledger)


def test_every_event_is_in_one_incident_and_every_value_names_its_events(found):
    held = [telling.id for each in found for telling in each.tellings]
    assert len(held) == len(set(held))
    for each in found:
        known = {telling.id for telling in each.tellings}
        assert all(value.tellings and set(value.tellings) <= known for value in each.values)
