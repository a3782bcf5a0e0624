"""Measure the ledger: how many reports a second are kept, and how long a question takes.

    python benchmarks/ledger.py [--reports 20000]

The reports are made up and seeded: 8 claims and 8 events each, 400 words, names drawn so that a few are frequent.
"""

import argparse
import hashlib
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from histor.records.claims import Claim, Speaker
from histor.records.events import Event, Party, Place
from histor.records.made import Step, identify
from histor.records.measures import Count, Span, When
from histor.records.question import Question
from histor.records.record import Record
from histor.records.text import Block, Published, Report
from histor.run.keeping import keep
from histor.store.ledger import Ledger, open_to_read, open_to_write
from histor.store.questions import claims, events, record, reports
from histor.store.tracing import trace

PER_REPORT = 8  # claims, and events
FIRST_DAY = date(2016, 1, 1)
DAYS = 366
ROUNDS = 15
STEPS = (Step("read", "1"), Step("mark", "1"), Step("link", "1"))
TYPES = ("ASSAULT", "CONSULT", "AGREE", "RETREAT", "ACCUSE", "AID")
WORDS = (
    "the ministry said on that its aircraft had struck a depot near town while monitors reported shelling of several "
    "districts and residents spoke of smoke over market streets as convoys waited for permission to cross"
).split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000)
    number = int(parser.parse_args().reports)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "histor.db"
        _measure_adding(path, number)
        _measure_asking(path)


def _measure_adding(path: Path, number: int) -> None:
    made = list(_records(number))
    with open_to_write(path) as ledger:
        begin, begin_processor = time.perf_counter(), time.process_time()
        keep(made, ledger, recorded="2016-12-31T00:00:00Z")
        seconds, processor = time.perf_counter() - begin, time.process_time() - begin_processor
        again = time.perf_counter()
        keep(made[: number // 10], ledger, recorded="2017-01-01T00:00:00Z")
        known = time.perf_counter() - again
    print(f"{number:,} reports, {number * PER_REPORT:,} claims, {number * PER_REPORT:,} events")
    print(f"added      {number / seconds:>8,.0f} reports/s  {2 * number * PER_REPORT / seconds:>9,.0f} records/s")
    print(f"           {number / processor:>8,.0f} reports per second of processor time")
    print(f"known      {number / 10 / known:>8,.0f} reports/s")
    print(f"file       {path.stat().st_size / number / 1000:>8,.1f} kB/report  {path.stat().st_size / 1e6:>6,.0f} MB")


def _measure_asking(path: Path) -> None:
    print(f"\n{'question':<44}{'rows':>7}{'median ms':>11}{'worst ms':>10}")
    with open_to_read(path) as ledger:
        for name, ask in _questions(ledger):
            times = []
            for _ in range(ROUNDS):
                begin = time.perf_counter()
                rows = ask()
                times.append((time.perf_counter() - begin) * 1000)
            print(f"{name:<44}{rows:>7,}{statistics.median(times):>11.1f}{max(times):>10.1f}")


def _questions(ledger: Ledger) -> Iterator[tuple[str, Callable[[], int]]]:
    page = 50
    asked = {
        "first page": Question(limit=page),
        "a week": Question(since="2016-06-01", until="2016-06-07", limit=page),
        "frequent actor": Question(actor="group 0", limit=page),
        "rare actor": Question(actor="group 1999", limit=page),
        "no such actor": Question(actor="nobody", limit=page),
        "place and type": Question(place="town 77", type="ASSAULT", limit=page),
        "rare speaker": Question(speaker="speaker 150", limit=page),
        "words": Question(text='"shelling of" town7', limit=page),
        "actor in a month, as of an instant": Question(
            actor="group 3", since="2016-06-01", until="2016-06-30", as_of="2017-01-01", limit=page
        ),
    }
    for name, question in asked.items():
        yield f"events: {name}", lambda question=question: len(events(ledger, question).items)  # type: ignore[misc]
    for name in ("first page", "a week", "rare speaker", "words"):
        yield f"claims: {name}", lambda q=asked[name]: len(claims(ledger, q).items)  # type: ignore[misc]
    for name in ("first page", "a week", "rare actor"):
        yield f"reports: {name}", lambda q=asked[name]: len(reports(ledger, q).items)  # type: ignore[misc]
    report = reports(ledger, Question(since="2016-08-01", limit=1)).items[0].source.report_id
    inner = record(ledger, report).events[-1].id
    middle = f'["2016-07-01","{report}",0]'
    yield "events: a page in the middle", lambda: len(events(ledger, Question(limit=page, after=middle)).items)
    yield "record of a report", lambda: len(record(ledger, report).claims)
    yield "trace of an event", lambda: len(trace(ledger, inner).steps)


def _records(number: int) -> Iterator[tuple[Record, bytes]]:
    chance = random.Random(2016)
    for index in range(number):
        words = [chance.choice(WORDS) for _ in range(400)]
        words[::9] = [f"town{min(int(chance.paretovariate(0.7)), 3000)}" for _ in words[::9]]
        text = f"Report {index}. " + " ".join(words) + "."
        yield _record(text, index, chance), text.encode()


def _record(text: str, index: int, chance: random.Random) -> Record:
    digest = hashlib.sha256(text.encode()).hexdigest()
    day = str(FIRST_DAY + timedelta(chance.randrange(DAYS)))
    report = Report(
        id=identify("r", digest),
        key=f"reports/{index}.txt",
        sha256=digest,
        text=text,
        blocks=tuple(Block(start, start + 200, "paragraph") for start in range(0, 2000, 200)),
        published=Published(day, day, "day", "given"),
        title=f"Report {index}",
        outlet=f"Outlet {chance.randrange(40)}",
    )
    made = [_claim_and_event(report, position, chance) for position in range(PER_REPORT)]
    return Record(report, (), tuple(pair[0] for pair in made), tuple(pair[1] for pair in made), (), STEPS)


def _claim_and_event(report: Report, position: int, chance: random.Random) -> tuple[Claim, Event]:
    start = 20 + position * 200
    who = min(int(chance.paretovariate(0.6)), 2000)
    claim = Claim(
        id=identify("c", report.id, position),
        source=(Span(start, start + 12),),
        cue=(Span(start + 13, start + 17),),
        content=(Span(start + 18, start + 120),),
        stance="asserts",
        manner="indirect",
        speaker=Speaker(f"Speaker {who}", "person"),
    )
    when = When(Span(start + 60, start + 70), report.published.start, report.published.end, "day")
    town = min(int(chance.paretovariate(0.6)), 3000)
    event = Event(
        id=identify("e", report.id, position),
        claim=claim.id,
        trigger=Span(start + 30, start + 36),
        type=chance.choice(TYPES),  # type: ignore[arg-type]
        status="occurred",
        certainty="attributed",
        actors=(Party((Span(start + 20, start + 29),), f"Group {who % 7} {who}", f"actor:{who}", "MIL", "SYR"),),
        recipients=(Party((Span(start + 40, start + 50),), f"Group {chance.randrange(2000)}"),),
        place=Place(Span(start + 50, start + 59), f"Town {town}", f"geonames:{town}", 35.0, 36.0, "SYR"),
        when=when if chance.random() < 0.7 else None,
        quantities=(Count("killed", Span(start + 70, start + 72), 3, 5),) if chance.random() < 0.3 else (),
    )
    return claim, event


if __name__ == "__main__":
    main()
