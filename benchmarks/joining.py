"""A ledger made up by seed in, how long joining it takes out: all of it, a thousand events more, and one dossier.

usage: python benchmarks/joining.py [--events 1000000] [--folder FOLDER] [--ledger FILE] [--profile]

A few cities hold most of what happens, as in a war: of 274 events a day the first city has some 40. Each happening is
told by one to eight reports of the same day or the two after it; one report in ten is an edited copy of another.
Making the ledger is not part of the time. With --ledger it is made in that file and kept, joined, with what was added;
a file that is there already is taken as it is, and what waits in it is joined.
"""

import argparse
import cProfile
import hashlib
import pstats
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from histor.records.claims import Claim, Speaker
from histor.records.events import Event, Party, Place
from histor.records.made import Step, identify
from histor.records.measures import Count, Span, When
from histor.records.record import Record
from histor.records.text import Block, Published, Report
from histor.run import joining
from histor.run.keeping import keep
from histor.store.ledger import Ledger, open_to_read, open_to_write
from histor.store.register import load_register

FIRST_DAY = date(2012, 1, 1)
PER_DAY = 274  # events: 1,000,000 in ten years
PER_REPORT = 5  # events, on average
TOWNS = 2000
MORE = 1000  # events that are added to the joined ledger
ASKED = 200  # dossiers
STEPS = (Step("read", "1"), Step("mark", "1"), Step("link", "1"))
MODES = ("aerial", "heavy-weapons", "explosives", "suicide-attack", "firearms", None)
TYPES = ("ASSAULT",) * 6 + ("RETREAT", "COERCE", "MOBILIZE", "AID")
OUTLETS = tuple(f"Outlet {number}" for number in range(40))
DOERS = tuple((f"Group {number}", f"actor:group-{number}") for number in range(12))
VERBS = ("bombed", "shelled", "attacked", "hit", "struck", "raided", "stormed", "blasted")
OBJECTS = (
    "a diesel market", "two houses", "a convoy of lorries", "the old bakery", "an army post", "a field hospital",
    "a school building", "the bus station", "a checkpoint", "the water works", "a row of shops", "a radio mast",
)  # fmt: skip
Done = TypeVar("Done")
SYLLABLES = (
    "ba be bi bo da de di do ga ge gi ka ke ki la le li lo ma me mi mo na ne ni ra re ri ro sa se si ta te ti".split()
)
TAIL_WORDS = 10  # made-up words after what is told, twice a sentence: unlike happenings share no run of words


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that was made up to happen."""

    day: int
    town: int
    type: str
    mode: str | None
    target: str
    doer: tuple[str, str]
    killed: int


def main() -> None:
    """Make, join, add, ask, and print."""
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = options.ledger or Path(folder) / "histor.db"
        if not path.exists():
            _timed("making (not counted)", lambda: _make(path, options.events))
        with open_to_write(path) as ledger:
            events = ledger.connection.execute("SELECT count(*) FROM events").fetchone()[0]
            print(f"{'events':28} {events:,}")
            done = _timed("joining all", lambda: _join(ledger, options.profile))
        print(f"{'readings joined':28} {done.readings:,}")
        print(f"{'bonds':28} {done.bonds:,}")
        print(f"{'file, MB':28} {path.stat().st_size / 1e6:,.0f}")
        print(f"{'peak memory, MB':28} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:,.0f}")
        _add_more(path, events)
        asking = get_context("spawn").Process(
            target=_ask, args=(path,)
        )  # as a person asks: joining left its heap behind
        asking.start()
        asking.join()


def _join(ledger: Ledger, profiled: bool) -> joining.Joined:
    if not profiled:
        return joining.join(ledger, load_register(), recorded="2026-01-02T00:00:00Z")
    profile = cProfile.Profile()
    done = profile.runcall(joining.join, ledger, load_register(), recorded="2026-01-02T00:00:00Z")
    pstats.Stats(profile).sort_stats("tottime").print_stats(45)
    return done


def _make(path: Path, wanted: int) -> None:
    chance = random.Random(2016)
    with open_to_write(path) as ledger:
        ledger.connection.execute("PRAGMA cache_size = -200000")
        ledger.connection.execute("PRAGMA synchronous = OFF")
        keep(_reports(chance, max(3, round(wanted / PER_DAY))), ledger, recorded="2026-01-01T00:00:00Z")


def _add_more(path: Path, events: int) -> None:
    """Add a thousand events of the last days, and join them with all that is there."""
    chance = random.Random(2026)
    days = max(3, round(events / PER_DAY))
    more = list(_reports(chance, MORE // PER_DAY + 1, first=days - 4, name=f"late-{events}"))[: MORE // PER_REPORT]
    with open_to_write(path) as ledger:
        added = _timed("adding a thousand more", lambda: keep(more, ledger, recorded="2026-01-03T00:00:00Z").events)
        _timed(f"joining these {added:,}", lambda: _join(ledger, profiled=False))


def _ask(path: Path) -> None:
    chance = random.Random(7)
    with open_to_read(path) as ledger:
        last = ledger.connection.execute("SELECT max(number) FROM events").fetchone()[0]
        chosen = ledger.connection.execute(
            "SELECT id FROM events JOIN settings ON event = number WHERE number IN"
            f" ({','.join(str(chance.randrange(1, last)) for _ in range(ASKED))})"
        ).fetchall()
        times, sizes = [], []
        for row in chosen:
            begin = time.perf_counter()
            joining.waiting(ledger)
            found = joining.incident(ledger, row["id"])
            times.append((time.perf_counter() - begin) * 1000)
            sizes.append(len(found.tellings))
    times.sort()
    print(f"{'dossier, median ms':28} {statistics.median(times):,.1f}")
    print(f"{'dossier, 95 of 100, ms':28} {times[int(len(times) * 0.95)]:,.1f}")
    print(f"{'dossier, worst ms':28} {times[-1]:,.1f}")
    print(f"{'tellings, mean and most':28} {statistics.mean(sizes):.1f} {max(sizes)}")


def _timed(name: str, work: Callable[[], Done]) -> Done:
    begin, processor = time.perf_counter(), time.process_time()
    done = work()
    seconds, busy = time.perf_counter() - begin, time.process_time() - processor
    print(f"{name:28} {seconds:,.1f} s ({busy:,.1f} s of processor)", flush=True)
    return done


def _reports(
    chance: random.Random, days: int, *, first: int = 0, name: str = "report"
) -> Iterator[tuple[Record, bytes]]:
    """Give the reports of so many days, day by day."""
    ahead: dict[int, list[Happening]] = {}
    number = 0
    for day in range(first, first + days):
        for happening in _happenings(chance, day):
            for _ in range(min(8, int(chance.paretovariate(1.1)))):
                ahead.setdefault(day + chance.choice((0, 0, 1, 1, 2)), []).append(happening)
        due = ahead.pop(day, [])
        chance.shuffle(due)
        last: list[Happening] = []
        while due:
            size = chance.randint(1, 2 * PER_REPORT - 1)
            told, due = due[:size], due[size:]
            copied = bool(last) and chance.random() < 0.1
            yield _record(last if copied else told, day, f"{name}-{number}", chance, copied)
            last, number = told, number + 1


def _happenings(chance: random.Random, day: int) -> list[Happening]:
    return [
        Happening(
            day, min(int(chance.paretovariate(0.45)), TOWNS) - 1, chance.choice(TYPES), chance.choice(MODES),
            chance.choice(OBJECTS), chance.choice(DOERS), min(int(chance.paretovariate(0.8)) - 1, 300),
        )
        for _ in range(round(PER_DAY / 2.75))
    ]  # fmt: skip


def _record(told: list[Happening], day: int, key: str, chance: random.Random, copied: bool) -> tuple[Record, bytes]:
    outlet = chance.choice(OUTLETS)
    voice = chance.random()  # copies have the same words: what is drawn for the words is drawn from the happening
    pieces, starts, at = [], [], 0
    for place, happening in enumerate(told):
        words = random.Random(f"{happening}{'' if copied or voice < 0.5 else key}{place}")
        sentence = _sentence(happening, words)
        starts.append(at)
        pieces.append(sentence)
        at += len(sentence) + 1
    text = " ".join(pieces) + f" ({key})"
    raw = text.encode()
    published = str(FIRST_DAY + timedelta(day))
    digest = hashlib.sha256(raw).hexdigest()
    report = Report(
        id=identify("r", digest), key=key, sha256=digest, text=text, blocks=(Block(0, len(text), "paragraph"),),
        published=Published(published, published, "day", "given"), title=None, outlet=outlet,
    )  # fmt: skip
    made = [
        _event(report, each, start, place, chance) for place, (each, start) in enumerate(zip(told, starts, strict=True))
    ]
    claims = tuple(claim for claim, _ in made if claim)
    return Record(report, (), claims, tuple(event for _, event in made), (), STEPS), raw


def _sentence(happening: Happening, words: random.Random) -> str:
    named = f"{happening.doer[0]} {words.choice(VERBS)} {happening.target} in Town{happening.town}"
    return f"{named} {_tail(words)}, {happening.killed} dead, {_tail(words)}."


def _tail(words: random.Random) -> str:
    return " ".join("".join(words.choices(SYLLABLES, k=3)) for _ in range(TAIL_WORDS))


def _event(
    report: Report, happening: Happening, start: int, place: int, chance: random.Random
) -> tuple[Claim | None, Event]:
    end = report.text.index(".", start)
    trigger = report.text.index(" ", start + 6) + 1
    day = str(FIRST_DAY + timedelta(happening.day))
    claim = None
    if chance.random() < 0.5:
        claim = Claim(
            id=identify("c", report.id, place), source=(Span(start, start + 5),), cue=(), content=(Span(start, end),),
            stance="asserts", manner="indirect", speaker=Speaker(f"Speaker {chance.randrange(60)}", "person"),
        )  # fmt: skip
    event = Event(
        id=identify("e", report.id, place), claim=claim.id if claim else None, trigger=Span(trigger, trigger + 4),
        type=happening.type, status="occurred", certainty="attributed",  # type: ignore[arg-type]
        mode=happening.mode if happening.type == "ASSAULT" and chance.random() < 0.8 else None,
        actors=(Party((Span(start, start + 5),), happening.doer[0], happening.doer[1], "REB", "SYR"),),
        place=_place(happening.town, start, chance),
        when=When(Span(start, start + 5), day, day, "day") if chance.random() < 0.6 else None,
    )  # fmt: skip
    if chance.random() < 0.5:
        count = Count("killed", Span(start, start + 5), happening.killed, happening.killed)
        event = replace(event, quantities=(count,))
    return claim, event


def _place(town: int, start: int, chance: random.Random) -> Place | None:
    fixed = random.Random(town)
    latitude, longitude = fixed.uniform(32.5, 37.0), fixed.uniform(36.0, 42.0)
    region = f"Region {int(latitude * 2)}"
    drawn = chance.random()
    if drawn < 0.07:
        return None
    if drawn < 0.15:
        return Place(Span(start, start + 5), region, f"place:{region}", None, None, "SYR", region, "region")
    span, ref = Span(start, start + 5), f"geonames:{town}"
    return Place(span, f"Town{town}", ref, latitude, longitude, "SYR", region, "town")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", help="where the ledger is made (default: the system's folder for such files)")
    parser.add_argument("--ledger", type=Path, help="the file that the ledger is made in and kept, or a ready one")
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
