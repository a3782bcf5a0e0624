"""Ledgers for the reading room, made of sentences written for these tests: a strike told by several outlets."""

from dataclasses import replace
from pathlib import Path

from histor.records.claims import Claim, Speaker
from histor.records.made import Problem
from histor.records.record import Record
from histor.store.append import append_problems
from histor.store.ledger import open_to_write
from run.market import DENIAL, FIRST, OTHER_DAY, SECOND, TUESDAY, keep, story

DAYS = ("2016-03-08", "2016-03-09", "2016-03-10", "2016-03-11")  # on which reports were added
SCRIPT = "<script>document.title='caught'</script><img src=x onerror=\"document.title='caught'\">"
HOSTILE = f"Jets bombed the diesel market at Palmyra on Monday, killing 12 {SCRIPT} traders."
FORMULA = '=HYPERLINK("http://elsewhere.example","the toll")'


def market(folder: Path, *more: Record) -> Path:
    """Keep the strike on the market as three outlets tell it, day by day, and a day later another strike."""
    path = folder / "market.db"
    gazette = story(FIRST, outlet="Gazette", published=TUESDAY)
    courier = story(SECOND, outlet="Courier", published="2016-03-09", before="From our hospital desk")
    wire = within_a_claim(story(DENIAL, outlet="State Wire", published="2016-03-09", before="No raid, colonel says"))
    other = story(OTHER_DAY, outlet="Gazette", day=TUESDAY, published="2016-03-09", before="A second raid")
    with open_to_write(path) as ledger:
        for day, records in zip(DAYS, ((gazette,), (courier,), (wire, other), more), strict=True):
            keep(ledger, *records, on=day)
        failed = Problem("unreadable", "the file has no words; give another one", key="inbox/empty.pdf")
        append_problems(ledger, [failed], recorded="2016-03-10T09:00:00Z")
    return path


def hostile() -> Record:
    """A report that tries to run as a script, by its words, its title, its outlet and its address."""
    record = story(HOSTILE, outlet=f"Gazette {SCRIPT}", published="2016-03-10", before=f"Title {SCRIPT}")
    return replace(record, report=replace(record.report, url="javascript:document.title='caught'", title=FORMULA))


def within_a_claim(record: Record) -> Record:
    """Let the denial stand in the words of an agency: a claim within a claim."""
    (denial,) = record.claims
    text = record.report.text
    start = text.index("Colonel")
    outer = Claim(
        id=f"c-outer{record.report.id[2:10]}",
        source=(),
        cue=(),
        content=((type(denial.content[0]))(start, len(text) - 1),),
        stance="asserts",
        manner="indirect",
        speaker=Speaker("Army press office", "body"),
    )
    return replace(record, claims=(outer, replace(denial, parent=outer.id)))
