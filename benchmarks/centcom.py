"""Lines of a daily release on air strikes in, the share read rightly out: place, number of strikes, things struck.

usage: python benchmarks/centcom.py [--show]

`judged/strikes.jsonl` holds 500 lines drawn by a seed from the table of coalition strikes: the row, the place's span
and key, the number of strikes as the table has it, and the spans of all things struck, checked by reading. A line is
read as a report of its own, of which only the day is known. Right is: the place has that span and that key; the
number is the count of strikes ("an airstrike" has none, and is one); each thing struck is a recipient, and nothing else
is. The lines are not part of the repository: HISTOR_SHARED names the folder that holds them (default: ../shared).
"""

import argparse
import csv
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from histor.read import Given
from histor.records.events import Event
from histor.records.made import Problem
from histor.records.measures import Span
from histor.run.reading import read_records
from histor.settings import Settings

TABLE = "data/series/centcom_strikes_2014-12_2016-10.csv"
JUDGED = Path(__file__).parent / "judged" / "strikes.jsonl"
ASKED = ("place", "key", "number", "first thing", "all things", "nothing else")
LEAST_SHARED = 0.5  # of the code points of two spans, for one to be the other


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list the lines with a fault")
    options = parser.parse_args()
    cases = [json.loads(line) for line in JUDGED.read_text("utf-8").splitlines()]
    right: Counter[str] = Counter()
    for case, line, event in _read(cases):
        found = dict(zip(ASKED, _verdicts(case, line, event), strict=True))
        right.update(name for name, verdict in found.items() if verdict)
        right["whole line"] += all(found.values())
        if options.show and not all(found.values()):
            print(f"  {', '.join(name for name, verdict in found.items() if not verdict)}: {line[:160]}")
    for name in (*ASKED, "whole line"):
        print(f"{name:14} {right[name] / len(cases):.1%}")


def _read(cases: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str, Event | None]]:
    """Read each line, and give its first act of violence."""
    path = Path(os.environ.get("HISTOR_SHARED", "../shared")) / TABLE
    if not path.exists():
        sys.exit(f"{path} is not there; HISTOR_SHARED names the folder that holds it")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = [rows[case["row"]] for case in cases]
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "lines.jsonl"
        reports.write_text("".join(f"{json.dumps(_report(row))}\n" for row in lines), "utf-8")
        read = read_records([str(reports)], Given(), Settings(), stdin=BytesIO())
        for case, row, one in zip(cases, lines, read, strict=True):
            events = () if isinstance(one, Problem) else one.record.events
            yield case, row["line"], next((event for event in events if event.type == "ASSAULT"), None)


def _report(row: dict[str, str]) -> dict[str, str]:
    day = datetime.strptime(row["date"], "%m/%d/%Y").date().isoformat()
    return {"text": row["line"], "date": day}


def _verdicts(case: dict[str, Any], line: str, event: Event | None) -> Iterator[bool]:
    """Tell what of an event is right, in the order of `ASKED`."""
    place = event.place if event else None
    yield place is not None and _alike(place.span, Span(*case["place"]))
    yield place is not None and (place.ref or "") in case["ref"].split("|")
    counts = [count for count in event.quantities if count.what == "strikes"] if event else []
    numbers = [(count.low, count.high) for count in counts]
    yield numbers == [(case["strikes"], case["strikes"])] or (not numbers and case["strikes"] == 1 and ", an " in line)
    things = [Span(*thing) for thing in case["things"]]
    hit = [span for party in (event.recipients if event else ()) for span in party.spans]
    yield event is not None and (not things or any(_alike(things[0], span) for span in hit))
    yield event is not None and all(any(_alike(thing, span) for span in hit) for thing in things)
    yield event is not None and all(any(_alike(thing, span) for thing in things) for span in hit)


def _alike(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= LEAST_SHARED * max(one.end - one.start, other.end - other.start)


if __name__ == "__main__":
    main()
