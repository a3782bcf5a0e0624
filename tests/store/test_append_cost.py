"""What keeping one more report costs in a ledger that was never closed, so that SQLite has no statistics of it yet."""

from histor.store.append import append
from histor.store.ledger import open_to_write
from run.told_reports import report_of_strike

WHEN = "2026-11-01T00:00:00Z"
EARLIER = 300  # reports kept in between
STEPS = 10  # of SQLite's machine, counted at a time


def steps_to_keep(ledger, name):
    counted = []
    ledger.connection.set_progress_handler(lambda: counted.append(1) and None, STEPS)
    append(ledger, [report_of_strike(name, "2016-03-07", 12)], recorded=WHEN)
    ledger.connection.set_progress_handler(None, 0)
    return len(counted) * STEPS


def test_keeping_a_report_does_not_go_through_all_that_were_kept_before(tmp_path):
    with open_to_write(tmp_path / "histor.db") as ledger:
        few = steps_to_keep(ledger, "first")
        append(ledger, [report_of_strike(f"r{each}", "2016-03-07", 12) for each in range(EARLIER)], recorded=WHEN)
        assert steps_to_keep(ledger, "last") < few + EARLIER
