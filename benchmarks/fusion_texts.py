"""Verdicts in, a ledger with the reports and rows that they are about out; the texts are read where they are kept.

Reports come from three corpora by their ids; `ged-ID-N` is the N-th article of the UCDP GED row ID, whose headline is
its text; `dataset:airwars:CODE` is a row of the Airwars table.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from accuracy import SHARED
from histor.errors import LedgerError
from histor.read import Given
from histor.read.tables import read_table
from histor.records.made import Problem
from histor.records.record import Record
from histor.run.importing import profile_of, records_of
from histor.run.reading import read_records
from histor.settings import Settings
from histor.store.append import append
from histor.store.ledger import Ledger

CORPORA = ("fa_kes.jsonl", "wikipedia_current_events.jsonl", "kremlin.jsonl")
RECORDED = "2026-01-01T00:00:00Z"
LEAST_WORDS = 6  # of a headline; a shorter one tells nothing apart
_ARTICLE = re.compile(r'"([^"]+?),(\d{4}-\d\d-\d\d),((?:[^"]|"(?!;|$))+)"(?:;|$)')  # office, day, headline
_AIRWARS = "dataset:airwars:"

Line = dict[str, Any]


def fill(ledger: Ledger, wanted: set[str], folder: Path) -> int:
    """Read and keep the reports and rows of these ids that are not there yet; give how many could not be."""
    kept = {row["key"] for row in ledger.connection.execute("SELECT key FROM readings")}
    missing = wanted - kept
    path = folder / "reports.jsonl"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(line) + "\n" for line in reports_of(missing))
    lost = sum(not each for each in _kept(ledger, path))
    rows = {key for key in missing if key.startswith(_AIRWARS)}
    if rows:
        entries = [(each, each.report.text.encode()) for each in _rows(rows)]
        append(ledger, entries, recorded=RECORDED)
    return lost


def _kept(ledger: Ledger, path: Path) -> Iterator[bool]:
    for each in read_records([str(path)], Given(), Settings(), stdin=BytesIO()):
        if isinstance(each, Problem):
            yield False
            continue
        try:
            append(ledger, [(each.record, each.raw)], recorded=RECORDED)
            yield True
        except LedgerError:
            yield False


def reports_of(wanted: set[str]) -> Iterator[Line]:
    """Give the reports of these ids, as JSON lines have them."""
    for name in CORPORA:
        with (SHARED / "data/corpora" / name).open(encoding="utf-8") as lines:
            yield from (line for line in map(json.loads, lines) if line["id"] in wanted)
    yield from (line for line in headlines() if line["id"] in wanted)


def headlines() -> Iterator[Line]:
    """Give the articles that UCDP GED names for its events in Syria, each headline as a report."""
    csv.field_size_limit(10**7)
    with (SHARED / "data/series/ucdp_syria_df.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            identity = row["id"].partition(".")[0]
            yield from _articles(identity, row["source_article"])


def _articles(identity: str, written: str) -> Iterator[Line]:
    for number, (office, day, headline) in enumerate(_ARTICLE.findall(written), 1):
        if len(headline.split()) >= LEAST_WORDS:
            text = headline.strip().rstrip(".") + "."
            yield {"id": f"ged-{identity}-{number}", "date": day, "source": office, "text": text}


def _rows(wanted: set[str]) -> Iterable[Record]:
    path = SHARED / "data/series/airwars_syria.csv"
    table = read_table(path.read_bytes(), profile_of("airwars", None), key=path.name)
    codes = {key.removeprefix(_AIRWARS) for key in wanted}
    chosen = type(table)(table.speaker, tuple(row for row in table.events if row.id in codes), ())
    return [each for each in records_of(chosen, "airwars") if isinstance(each, Record)]
