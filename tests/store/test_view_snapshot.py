"""An overview that is kept in one piece, and what it is when it is read again."""

import numpy as np
import pytest

from histor.run import viewing
from histor.steps.join import JOINER
from histor.store.ledger import open_to_read, open_to_write
from histor.store.view_columns import Columns
from histor.store.view_snapshot import is_stale, keep_snapshot, kept_snapshot
from run.market import OTHER_DAY, TUESDAY, keep, story
from web.ledgers import market


@pytest.fixture
def ledger(tmp_path):
    """A ledger with an overview."""
    path = market(tmp_path)
    with open_to_write(path) as opened:
        viewing.refresh(opened)
        yield opened


def rows(overview):
    """Give what an overview holds, row by row."""
    columns, words = overview.columns, overview.codes.words()
    worded = [words[code] for name in ("place", "grade", "precision") for code in getattr(columns, name)]
    plain = {name: getattr(columns, name) for name in Columns.__slots__ if name not in ("latitude", "longitude")}
    return worded, {name: column.tolist() for name, column in plain.items()}, np.nan_to_num(columns.latitude).tolist()


def test_it_is_what_the_rows_tell(ledger):
    there = viewing.overview(ledger)
    assert there.columns.number.size
    keep_snapshot(ledger, JOINER, there)
    again = kept_snapshot(ledger, JOINER)
    assert again.marks == there.marks
    assert rows(again) == rows(there)
    assert all(getattr(again.columns, name).dtype == getattr(there.columns, name).dtype for name in Columns.__slots__)


def test_what_came_in_since_is_followed(ledger):
    keep_snapshot(ledger, JOINER, viewing.overview(ledger))
    news = story(OTHER_DAY, day=TUESDAY, published="2016-03-10", outlet="Observer", type="RETREAT", mode=None)
    keep(ledger, news, on="2016-03-12")
    viewing.refresh(ledger)
    before = kept_snapshot(ledger, JOINER)
    followed, again = viewing.overview(ledger), viewing.overview(ledger, before)
    assert followed.columns.number.size == before.columns.number.size + 1
    assert rows(followed) == rows(again)


def test_a_small_overview_is_read_from_its_rows_and_none_is_kept_of_it(ledger):
    assert not is_stale(ledger, JOINER)
    with open_to_read(ledger.path) as reading:
        assert kept_snapshot(reading, JOINER) is None
