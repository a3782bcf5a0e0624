"""Rows of other people's tables become events with their words; held against reports, both sides say why."""

import csv
import io

import pytest

from histor.errors import UsageError
from histor.records.question import Question
from histor.run.comparing import compare, datasets
from histor.run.importing import import_events
from histor.run.joining import incidents, join
from histor.store import questions
from histor.store.append import append
from histor.store.ledger import open_to_write
from histor.store.register import load_register
from run.told_reports import report_of_strike

WHEN, LATER = "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"
HEADER = ("code", "date", "place_en", "governorate", "lat", "lon", "belligerent", "strike_type", "civ_killed_min")
MARKET = ("QS1", "2016-03-07", "Palmyra", "Homs", "34.56", "38.28", "Russian Military", "Airstrike", "12")
NEXT_DAY = ("QS2", "2016-03-09", "Palmyra", "Homs", "34.56", "38.28", "Russian Military", "Airstrike", "3")
SAME_DAY = ("QS3", "2016-03-07", "Palmyra", "Homs", "34.56", "38.28", "Russian Military", "Airstrike", "40")


def table(tmp_path, *rows, header=HEADER, name="rows.csv"):
    written = io.StringIO()
    csv.writer(written).writerows((header, *rows))
    path = tmp_path / name
    path.write_text(written.getvalue(), encoding="utf-8")
    return str(path)


@pytest.fixture
def ledger(tmp_path):
    with open_to_write(tmp_path / "histor.db") as opened:
        yield opened


def taken(ledger, path, profile="airwars", when=WHEN, **more):
    done = import_events(ledger, path, profile, recorded=when, **more)
    join(ledger, load_register(), recorded=when)
    return done


def test_a_row_becomes_an_event_whose_every_slot_points_at_its_cell(ledger, tmp_path):
    done = taken(ledger, table(tmp_path, MARKET))
    assert (done.dataset, done.kept.added, done.problems) == ("airwars", 1, ())
    (row,) = questions.events(ledger, Question()).items
    event, (told,) = row.event, questions.reports(ledger, Question()).items
    text = questions.record(ledger, told.source.report_id).report.text
    assert (event.type, event.mode, event.status) == ("ASSAULT", "aerial", "occurred")
    assert text[slice(*event.trigger)] == "Airstrike"
    assert text[slice(*event.place.span)] == "Palmyra"
    assert text[slice(*event.when.span)] == "2016-03-07"
    assert text[slice(*event.actors[0].spans[0])] == "Russian Military"
    assert [(count.what, count.low, text[slice(*count.span)]) for count in event.quantities] == [
        ("killed", 12, "12 to ?")
    ]
    assert event.place.ref == "histor:palmyra"
    assert row.chain == ("Airwars",)


def test_a_table_taken_in_twice_is_kept_once_and_a_row_that_changed_takes_the_place_of_the_old_one(ledger, tmp_path):
    taken(ledger, table(tmp_path, MARKET, NEXT_DAY))
    assert taken(ledger, table(tmp_path, MARKET, NEXT_DAY)).kept.known == 2
    changed = (*MARKET[:-1], "15")
    assert taken(ledger, table(tmp_path, changed, NEXT_DAY), when=LATER).kept.added == 1
    found = questions.events(ledger, Question()).items
    assert sorted(count.low for row in found for count in row.event.quantities) == [3, 15]
    before = questions.events(ledger, Question(as_of=WHEN)).items
    assert sorted(count.low for row in before for count in row.event.quantities) == [3, 12]


def test_two_rows_of_one_table_are_never_one_happening(ledger, tmp_path):
    taken(ledger, table(tmp_path, MARKET, (*SAME_DAY[:-1], "12")))
    assert [len(each.tellings) for each in incidents(ledger, Question())] == [1, 1]


def test_the_source_that_a_table_names_is_the_inner_voice(ledger, tmp_path):
    header = (
        "id", "date_start", "date_end", "date_prec", "where_prec", "where_coordinates", "side_a", "side_b",
        "latitude", "longitude", "type_of_violence", "source_office", "source_headline", "low", "high",
    )  # fmt: skip
    row = ("77", "2016-03-07", "2016-03-07", "1", "1", "Palmyra town", "Government", "IS", "34.56", "38.28", "1",
           "Front Monitor", "Twelve die as jets hit traders at Palmyra", "12", "12")  # fmt: skip
    taken(ledger, table(tmp_path, row, header=header), "ged")
    (told,) = questions.events(ledger, Question()).items
    assert told.chain == ("UCDP GED", "Front Monitor")
    assert told.event.certainty == "attributed"
    assert told.event.place.ref == "histor:palmyra"


def test_a_kind_of_act_that_is_not_known_is_a_problem_that_says_what_to_do(ledger, tmp_path):
    mapping = tmp_path / "own.toml"
    mapping.write_text('speaker = "Own Table"\nday = "day"\nplace = "place"\ntype = "kind"\n', encoding="utf-8")
    path = table(tmp_path, ("2016-03-07", "Palmyra", "harvest festival"), header=("day", "place", "kind"))
    done = taken(ledger, path, "generic", mapping=str(mapping))
    assert (done.dataset, done.kept.added) == ("own-table", 0)
    (problem,) = done.problems
    assert problem.code == "unknown-act"
    assert "under [types]: 'harvest festival' = 'airstrike'" in problem.message
    mapping.write_text(
        mapping.read_text(encoding="utf-8") + "[types]\n'harvest festival' = 'protest'\n", encoding="utf-8"
    )
    done = taken(ledger, path, "generic", mapping=str(mapping))
    assert (done.kept.added, done.problems) == (1, ())
    (row,) = questions.events(ledger, Question()).items
    assert row.event.type == "PROTEST"


def test_a_file_that_is_not_there_and_a_profile_that_is_unknown_are_told(ledger, tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        import_events(ledger, str(tmp_path / "none.csv"), "airwars", recorded=WHEN)
    with pytest.raises(UsageError, match="it is one of airwars"):
        import_events(ledger, table(tmp_path, MARKET), "nobody", recorded=WHEN)
    with pytest.raises(UsageError, match="needs a mapping"):
        import_events(ledger, table(tmp_path, MARKET), "generic", recorded=WHEN)


def test_compared_with_reports_each_side_says_what_it_has_and_why(ledger, tmp_path):
    append(ledger, [report_of_strike("one", "2016-03-07", 12), report_of_strike("two", "2016-04-20", 5)], recorded=WHEN)
    taken(ledger, table(tmp_path, MARKET, NEXT_DAY))
    assert datasets(ledger) == ("airwars",)
    found = compare(ledger, "airwars", Question())
    (shared,), (ours,), (theirs,) = (found.of(side) for side in ("shared", "only ours", "only theirs"))
    assert [telling.row.source.key for telling in shared.theirs] == ["dataset:airwars:QS1"]
    assert [telling.row.source.key for telling in shared.ours] == ["one.txt"]
    assert "both on 2016-03-07" in shared.why
    assert {reason.what for reason in shared.reasons} >= {"same-place", "same-day", "toll-fits"}
    assert [telling.row.source.key for telling in ours.ours] == ["two.txt"]
    assert ours.why == "airwars has nothing of that kind, place and day"
    assert [telling.row.source.key for telling in theirs.theirs] == ["dataset:airwars:QS2"]
    assert compare(ledger, "airwars", Question(since="2016-04-01")).of("shared") == ()


def test_what_is_near_but_not_the_same_is_named_with_what_speaks_against(ledger, tmp_path):
    append(ledger, [report_of_strike("one", "2016-03-07", 300, by="shells")], recorded=WHEN)
    taken(ledger, table(tmp_path, MARKET))
    found = compare(ledger, "airwars", Question())
    (theirs,) = found.of("only theirs")
    assert theirs.why.startswith("nearest in reports: one.txt (Gazette)")
    assert "one from the air, the other by shells or rockets" in theirs.why
    assert theirs.score is not None


def test_a_collection_that_is_not_there_is_told_with_those_that_are(ledger, tmp_path):
    taken(ledger, table(tmp_path, MARKET))
    with pytest.raises(UsageError, match="it has airwars"):
        compare(ledger, "ged", Question())
    with pytest.raises(UsageError, match="with itself"):
        compare(ledger, "airwars", Question(), ours="airwars")
