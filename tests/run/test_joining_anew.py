"""Joining in batches: what was just placed is compared as the ledger gives it, and the process is left as found."""

import gc

import pytest

from histor.errors import UsageError
from histor.records.question import Question
from histor.run import joining
from histor.run.joining import join
from histor.steps.join import JOINER
from histor.steps.join.bonding import bond
from histor.steps.join.keys import sought_under
from histor.store import incidents as kept
from histor.store import joining as store
from histor.store.append import append
from histor.store.ledger import open_to_write
from histor.store.register import load_register
from run.market import DENIAL, FIRST, NEWER, OTHER_DAY, SECOND, TUESDAY, raw_of, story

WHEN, LATER, LATEST = "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z"
STORIES = (
    story(FIRST),
    story(SECOND, outlet="Daily"),
    story(DENIAL, outlet="Herald", published="2016-03-09"),
    story(OTHER_DAY, outlet="Morning Post", day=TUESDAY),
)


@pytest.fixture
def ledger(tmp_path):
    with open_to_write(tmp_path / "histor.db") as opened:
        yield opened


def _keep(ledger, *records, on):
    append(ledger, [(each, raw_of(each)) for each in records], recorded=on)


def _told(ledger):
    return kept.tellings(ledger, JOINER, kept.found_by(ledger, JOINER, Question()))


def _bonds(ledger):
    return {(each.one, each.other): each for each in kept.told(ledger, JOINER, sorted(_told(ledger))).bonds}


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_bonds_are_those_of_the_events_as_the_ledger_gives_them_however_many_are_joined_at_once(
    ledger, monkeypatch, batch
):
    monkeypatch.setattr(joining, "BATCH", batch)
    _keep(ledger, *STORIES, on=WHEN)
    join(ledger, load_register(), recorded=WHEN)
    told = list(_told(ledger).values())
    weighed = [found for one in told for other in told if one.id < other.id and (found := bond(one, other))]
    assert _bonds(ledger) == {(each.one, each.other): each for each in weighed}
    assert weighed


def test_an_event_finds_those_under_its_keys_of_readings_that_counted_when_its_own_did(ledger):
    _keep(ledger, story(FIRST), story(SECOND, outlet="Daily"), on=WHEN)
    join(ledger, load_register(), recorded=WHEN)
    old = {telling.row.source.outlet: number for number, telling in _told(ledger).items()}
    _keep(ledger, story(FIRST, steps=NEWER), on=LATER)
    _keep(ledger, story(SECOND, outlet="Herald"), on=LATEST)
    join(ledger, load_register(), recorded=LATEST)
    new = {telling.row.source.outlet: number for number, telling in _told(ledger).items()}
    told = kept.tellings(ledger, JOINER, [*old.values(), *new.values()])
    sought = {number: sought_under(each.row.event, each.setting) for number, each in told.items()}
    near = store.neighbours(ledger, JOINER, sought)
    assert near[old["Gazette"]] == {old["Gazette"], old["Daily"]}
    assert near[new["Gazette"]] == {new["Gazette"], old["Daily"], new["Herald"]}
    assert near[new["Herald"]] == near[new["Gazette"]]


def test_joining_leaves_the_collector_of_circles_as_it_was_even_if_it_fails(ledger):
    before = gc.get_threshold()
    _keep(ledger, story(FIRST), on=WHEN)
    join(ledger, load_register(), recorded=WHEN)
    assert gc.get_threshold() == before
    _keep(ledger, story(SECOND, outlet="Daily"), on=LATER)
    with pytest.raises(UsageError):
        join(ledger, load_register(), recorded="no instant")
    assert gc.get_threshold() == before
