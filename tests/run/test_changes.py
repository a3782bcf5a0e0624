"""What the ledger learnt between two days: added, read anew, decided; incidents new, merged, split, revised."""

import pytest

from histor.errors import UsageError
from histor.run.changes import changes, window
from histor.run.joining import join
from histor.run.judging import Hand, edit, give_verdict, merge, split, undo
from histor.store.ledger import open_to_write
from histor.store.register import load_register
from run.market import FIRST, NEWER, OTHER_DAY, SECOND, TUESDAY, keep, story

GAZETTE, DAILY = story(FIRST), story(SECOND, outlet="Daily")
COURIER = story(OTHER_DAY, outlet="Courier", day=TUESDAY)
STRIKE = GAZETTE.events[0].id


@pytest.fixture
def ledger(tmp_path):
    with open_to_write(tmp_path / "changes.db") as opened:
        keep(opened, GAZETTE, on="2026-05-01")
        yield opened


def rana(day):
    return Hand("Rana", f"2026-05-0{day}T10:00:00Z", "the words say so")


def between(ledger, first, last):
    after, until = window(f"2026-05-0{first}", f"2026-05-0{last}")
    for instant in (after, until):
        join(ledger, load_register(), recorded="2026-05-09T00:00:00Z", as_of=instant)
    return list(changes(ledger, after, until))


def kinds(found):
    return [each.kind for each in found]


def test_a_report_that_came_in_is_added_and_its_happening_is_new(ledger):
    added, new = between(ledger, 1, 1)
    assert (added.kind, added.id) == ("added", GAZETTE.report.id)
    assert added.words == "Gazette: From the east (0 claims, 1 events)"
    assert new.kind == "new-incident"
    assert "ASSAULT/aerial, Palmyra, 2016-03-07" in new.words
    assert between(ledger, 2, 3) == []


def test_a_second_report_of_a_happening_tells_it_again_and_moves_its_number(ledger):
    keep(ledger, DAILY, on="2026-05-02")
    found = {each.kind: each for each in between(ledger, 2, 2)}
    assert found.keys() == {"added", "told-again", "revised"}
    assert "told 1 more time, by Daily" in found["told-again"].words
    assert "killed 12 → 12 to 15" in found["revised"].words


def test_what_was_decided_is_told_with_who_and_why_and_what_follows_from_it(ledger):
    (made,) = edit(ledger, STRIKE, {"place": "Aleppo"}, rana(2)).decisions
    undo(ledger, made.id, rana(4))
    decided, revised = between(ledger, 2, 3)
    assert (decided.kind, decided.id, decided.decision.who) == ("decided", made.id, "Rana")
    assert "“bombed” by Rana: the words say so" in decided.words
    assert revised.kind == "revised"
    assert "where Palmyra → Aleppo" in revised.words
    assert kinds(between(ledger, 4, 4)) == ["undone", "revised"]
    assert kinds(between(ledger, 2, 4)) == ["decided", "undone"]


def test_incidents_that_were_merged_and_split_are_told_with_what_they_were(ledger):
    keep(ledger, COURIER, on="2026-05-02")
    merge(ledger, STRIKE, COURIER.events[0].id, rana(3))
    _, merged = between(ledger, 3, 3)
    assert (merged.kind, len(merged.before), len(merged.after)) == ("merged", 2, 1)
    split(ledger, [COURIER.events[0].id], rana(5))
    _, parted = between(ledger, 5, 5)
    assert (parted.kind, len(parted.before), len(parted.after)) == ("split", 1, 2)
    assert kinds(between(ledger, 3, 5)) == ["decided", "decided"]


def test_a_rejected_happening_is_gone(ledger):
    give_verdict(ledger, STRIKE, "reject", rana(2))
    assert kinds(between(ledger, 2, 2)) == ["decided", "gone"]


def test_a_report_that_was_read_anew_is_told_with_what_it_held_before(ledger):
    keep(ledger, story(FIRST, steps=NEWER, target="hospital"), on="2026-05-03")
    (anew,) = between(ledger, 3, 3)
    assert (anew.kind, anew.words) == (
        "read-anew",
        "Gazette: From the east (0 claims, 1 events; before 0 claims, 1 events)",
    )


def test_both_days_are_included_and_the_first_may_not_lie_after_the_last():
    assert window("2026-05-02", "2026-05-02") == ("2026-05-01T23:59:59.999999Z", "2026-05-02T23:59:59.999999Z")
    with pytest.raises(UsageError, match="lies after"):
        window("2026-05-03", "2026-05-01")
