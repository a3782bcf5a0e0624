"""Reports and decisions in any order of arrival give the same incidents."""

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from histor.records.question import Question
from histor.run.joining import incidents, join
from histor.run.judging import Hand, edit, give_verdict, merge, split
from histor.store import questions
from histor.store.append import append
from histor.store.decisions import decide, decisions
from histor.store.ledger import open_to_read, open_to_write
from histor.store.register import load_register
from run.market import DENIAL, FIRST, OTHER_DAY, SECOND, TUESDAY, keep, raw_of, story

REPORTS = (
    story(FIRST),
    story(SECOND, outlet="Daily"),
    story(DENIAL, outlet="Herald"),
    story(OTHER_DAY, outlet="Courier", day=TUESDAY),
)
WHEN = "2026-05-01T00:00:00Z"


def decided():
    """Decide of each kind once, with all reports at hand; give the decisions."""
    gazette, daily, denied, courier = (each.events[0].id for each in REPORTS)
    with TemporaryDirectory() as folder, open_to_write(Path(folder) / "first.db") as ledger:
        keep(ledger, *REPORTS, on="2026-05-01")
        edit(ledger, daily, {"killed": "16"}, Hand("Rana", "2026-05-02T10:00:00Z", "the words"))
        join(ledger, load_register(), recorded=WHEN)
        merge(ledger, gazette, courier, Hand("Rana", "2026-05-03T10:00:00Z", "one raid"))
        split(ledger, [daily], Hand("Omar", "2026-05-04T10:00:00Z", "another market"))
        give_verdict(ledger, denied, "reject", Hand("Omar", "2026-05-05T10:00:00Z", "of another raid"))
        return tuple(each.decision for each in decisions(ledger))


DECIDED = decided()
_numbers = count()


def seen(arrivals, folder):
    """Take in reports and decisions as they arrive, joining after each; give the incidents and events."""
    path = Path(folder) / f"{next(_numbers)}.db"
    with open_to_write(path) as ledger:
        for each in arrivals:
            if each in DECIDED:
                decide(ledger, [each])
            else:
                append(ledger, [(each, raw_of(each))], recorded=WHEN)
            join(ledger, load_register(), recorded=WHEN)
    with open_to_read(path) as ledger:
        found = incidents(ledger, Question())
        lots = [(each.id, each.grade, each.why, each.values, [d.id for d in each.decided]) for each in found]
        return lots, [row.event for row in questions.events(ledger, Question()).items]


@settings(max_examples=8, deadline=None)
@given(st.permutations([*REPORTS, *DECIDED]))
def test_the_order_in_which_reports_and_decisions_arrive_changes_nothing(arrivals):
    with TemporaryDirectory() as folder:
        assert seen(arrivals, folder) == seen([*REPORTS, *DECIDED], folder)


def test_the_decisions_of_this_scene_tell_in_the_incidents():
    with TemporaryDirectory() as folder:
        lots, events = seen([*REPORTS, *DECIDED], folder)
    assert len(events) == 3
    assert len(lots) == 2
    assert any(decision for *_, made in lots for decision in made)
