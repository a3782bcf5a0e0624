"""The overview holds the incidents that gathering finds, whatever came in between, now and as of any day."""

import pytest

from histor.records.question import Question
from histor.run import viewing
from histor.run.joining import incidents, join
from histor.run.judging import Hand, edit, give_verdict, merge, split, undo
from histor.steps.join import JOINER
from histor.store import viewing as store
from histor.store.append import append
from histor.store.ledger import open_to_read, open_to_write
from histor.store.register import load_register
from histor.store.view_asking import Wanted, choose, count, events_asked, in_order
from histor.store.view_columns import shown_among
from run.market import DENIAL, FIRST, NEWER, OTHER_DAY, SECOND, TUESDAY, keep, raw_of, story

GAZETTE, DAILY, DENIED = story(FIRST), story(SECOND, outlet="Daily"), story(DENIAL, outlet="Herald")
LATER_DAY = story(OTHER_DAY, outlet="Courier", day=TUESDAY)
STRIKE = GAZETTE.events[0].id


def rana(hour):
    return Hand("Rana", f"2026-05-10T{hour:02}:00:00Z", "the text says so")


@pytest.fixture
def ledger(tmp_path):
    with open_to_write(tmp_path / "seen.db") as opened:
        keep(opened, GAZETTE, on="2026-05-01")
        yield opened


def gathered(ledger, as_of=None):
    """What gathering all of the ledger anew gives."""
    found = incidents(ledger, Question(as_of=as_of))
    return sorted((each.id, each.grade, tuple(o.key for o in each.origins), len(each.tellings)) for each in found)


def overlooked(ledger, held=None, as_of=None):
    """The same of the overview."""
    seen = viewing.overview(ledger, held)
    if as_of:
        seen = viewing.overview_at(ledger, seen, as_of)
    columns, words = seen.columns, seen.codes.words()
    shown = shown_among(ledger, seen, columns.number.tolist())
    rows = []
    for at, number in enumerate(columns.number.tolist()):
        keys = [words[code].removeprefix("origin ") for code in columns.pair_origin[columns.pair_of == at]]
        rows.append((shown[number][0], words[columns.grade[at]], tuple(keys), int((columns.event_of == at).sum())))
    return sorted(rows)


def asked(ledger, **question):
    """How many incidents, claims, origins and contested ones an overview counts."""
    seen = viewing.overview(ledger)
    wanted = Question(**question)
    return tuple(count(seen, choose(seen, Wanted(wanted), events_asked(ledger, wanted)).all))


def test_reports_that_come_in_one_by_one_leave_the_overview_that_all_at_once_would(ledger):
    held = None
    for day, record in enumerate((DENIED, LATER_DAY, DAILY), start=2):
        viewing.refresh(ledger)
        held = viewing.overview(ledger, held)
        keep(ledger, record, on=f"2026-05-{day:02}")
    assert viewing.behind(ledger) == 1
    assert viewing.refresh(ledger) == 1  # the strike that the last report tells too, and no other
    assert viewing.behind(ledger) == 0
    assert overlooked(ledger, held) == overlooked(ledger) == gathered(ledger)
    assert [row[3] for row in gathered(ledger)] != [1, 1, 1, 1]


def test_an_overview_that_is_up_to_date_is_left_as_it_is(ledger):
    viewing.refresh(ledger)
    held = viewing.overview(ledger)
    assert viewing.refresh(ledger) == 0
    assert viewing.overview(ledger, held) is held


def test_a_report_that_is_read_anew_changes_its_incidents_only(ledger):
    keep(ledger, LATER_DAY, on="2026-05-02")
    viewing.refresh(ledger)
    keep(ledger, story(FIRST, steps=NEWER, status="denied"), on="2026-05-03")
    assert viewing.refresh(ledger) == 1
    assert overlooked(ledger) == gathered(ledger)


def test_what_waits_to_be_joined_is_not_skipped_for_ever(ledger):
    viewing.refresh(ledger)
    append(ledger, [(LATER_DAY, raw_of(LATER_DAY))], recorded="2026-05-02T08:00:00Z")
    viewing.refresh(ledger)
    assert len(overlooked(ledger)) == 1
    assert viewing.behind(ledger) == 1
    join(ledger, load_register(), recorded="2026-05-02T09:00:00Z")
    viewing.refresh(ledger)
    assert overlooked(ledger) == gathered(ledger)
    assert len(overlooked(ledger)) == 2


def test_what_people_decide_and_undo_is_in_the_overview(ledger):
    keep(ledger, DAILY, LATER_DAY, on="2026-05-02")
    viewing.refresh(ledger)
    before = overlooked(ledger)
    steps = (
        lambda: merge(ledger, LATER_DAY.events[0].id, STRIKE, rana(1)),
        lambda: undo(ledger, merged[0], rana(2)),
        lambda: split(ledger, [DAILY.events[0].id], rana(3)),
        lambda: edit(ledger, STRIKE, {"status": "denied"}, rana(4)),
        lambda: give_verdict(ledger, incidents(ledger, Question())[0].id, "reject", rana(5)),
    )
    merged, seen = [], []
    for step in steps:
        merged += [each.id for each in step().decisions]
        join(ledger, load_register(), recorded="2026-05-11T00:00:00Z")
        viewing.refresh(ledger)
        assert overlooked(ledger) == gathered(ledger)
        seen.append(overlooked(ledger))
    assert seen[0] != before
    assert seen[1] == before
    assert seen[2] != before
    assert overlooked(ledger, as_of="2026-05-10T02:30:00Z") == before


def test_as_of_an_earlier_day_it_is_what_gathering_gives_as_of_that_day(ledger):
    keep(ledger, DENIED, on="2026-05-02")
    keep(ledger, LATER_DAY, story(FIRST, steps=NEWER, status="denied"), on="2026-05-03")
    keep(ledger, DAILY, on="2026-05-04")
    viewing.refresh(ledger)
    answers = [overlooked(ledger, as_of=f"2026-05-{day:02}") for day in range(1, 6)]
    assert answers == [gathered(ledger, f"2026-05-{day:02}") for day in range(1, 6)]
    assert len({str(answer) for answer in answers}) == 4
    assert overlooked(ledger, as_of="2026-04-30") == []


def test_two_that_build_at_once_do_not_overwrite_each_other(ledger):
    viewing.refresh(ledger)
    stale = viewing.built(ledger)
    keep(ledger, LATER_DAY, on="2026-05-02")
    viewing.refresh(ledger)
    assert not store.keep(ledger, JOINER, (), gone=(1, 2), found=stale, upto=stale)
    assert overlooked(ledger) == gathered(ledger)


def test_a_ledger_without_an_overview_is_read_as_empty(ledger):
    with open_to_read(ledger.path) as reading:
        assert viewing.built(reading).version == 0
        assert viewing.behind(reading) == 1
        assert overlooked(reading) == []


def test_counts_are_those_of_what_fits(ledger):
    keep(ledger, DAILY, DENIED, on="2026-05-02")
    keep(ledger, LATER_DAY, on="2026-05-03")
    viewing.refresh(ledger)
    (first, second) = incidents(ledger, Question())
    assert asked(ledger) == (2, 1, len({o.key for each in (first, second) for o in each.origins}), 1)
    assert asked(ledger, text="traders", since="2016-03-08")[0] == 1
    assert asked(ledger, place="palmyra", type="assault")[0] == 2
    assert asked(ledger, place="aleppo")[0] == 0
    assert asked(ledger, status="denied", speaker="Aziz")[:2] == (1, 1)
    assert asked(ledger, status="occurred", speaker="Aziz")[0] == 0  # no one telling is both


def test_the_newest_come_first_unless_another_order_is_asked(ledger):
    keep(ledger, DAILY, on="2026-05-02")
    keep(ledger, LATER_DAY, on="2026-05-03")
    viewing.refresh(ledger)
    seen = viewing.overview(ledger)
    every = choose(seen, Wanted(Question()), ()).all
    days = {sort: seen.columns.day[in_order(seen, every, sort)].tolist() for sort in ("newest", "oldest", "origins")}
    assert days["newest"] == sorted(days["newest"], reverse=True)
    assert days["oldest"] == days["newest"][::-1]
    assert days["origins"] == days["oldest"]  # two outlets tell of Monday, one of Tuesday
