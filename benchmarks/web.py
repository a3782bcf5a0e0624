"""A large ledger made up by seed in, how long the Explorer's answers take out: the 95th percentile, many at once.

usage: python benchmarks/web.py [--incidents 100000] [--ledger FILE] [--clients 20] [--seconds 30] [--pause 0]

Each incident is told by 2.75 events on average and there are ten claims to an incident: 100,000 incidents are 1,000,000
claims. These rows are written straight into the ledger, joined, with their overview: making them is not measured. The
last three days are read, joined and gathered as any report is, and while the clients ask, a writer adds a report of
those days every second, which the server joins. Server, clients and writer share the processors they are given
(`taskset -c 0,1` for two). A ledger made before is used again with --ledger.
"""

import argparse
import http.client
import multiprocessing
import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from multiprocessing.synchronize import Event
from pathlib import Path

import joining as maker
from histor.run.keeping import keep
from histor.store.ledger import open_to_write
from histor.web.serve import place
from large import GRADES, TAIL_DAYS, days_of, make

KINDS: dict[str, Callable[[random.Random, int], str]] = {
    "first page": lambda _, __: "/explorer",
    "brush": lambda chance, days: f"/explorer?{_span(chance, days)}",
    "filter": lambda chance, _: f"/explorer?{_filter(chance)}",
    "both": lambda chance, days: f"/explorer?{_filter(chance)}&{_span(chance, days)}",
    "search": lambda chance, _: f"/explorer?text={_words(chance)}",
}


def main() -> None:
    """Make the ledger, serve it, ask, and print."""
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = options.ledger or Path(folder) / "histor.db"
        if not path.exists():
            make(path, options.incidents)
        with place("127.0.0.1", 0) as found:
            address = found.listening.getsockname()[1]
            server = multiprocessing.Process(target=found.serve, args=(str(path),), daemon=True)
            server.start()
            print(f"{'first answer after the start':32} {_once(address, '/explorer') * 1000:,.0f} ms")
            _measure(path, address, options)
            server.terminate()
            server.join()


def _measure(path: Path, address: int, options: argparse.Namespace) -> None:
    stop = multiprocessing.Event()
    writer = multiprocessing.Process(target=_write, args=(path, stop), daemon=True)
    if not options.quiet:
        writer.start()
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    days = days_of(options.incidents)
    ends = time.monotonic() + options.seconds
    clients = [
        threading.Thread(target=_client, args=(number, address, times, days, ends, options.pause))
        for number in range(options.clients)
    ]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    stop.set()
    if not options.quiet:
        writer.join()
    whole = sum(map(len, times.values()))
    print(f"{options.clients} clients, pause {options.pause} s, {whole / options.seconds:,.1f} answers a second")
    print(f"{'answer':12}{'asked':>8}{'median ms':>12}{'95 of 100':>12}{'worst':>10}")
    for kind, taken in times.items():
        taken.sort()
        worst = (statistics.median(taken), taken[int(len(taken) * 0.95)], taken[-1])
        print(
            f"{kind:12}{len(taken):>8,}"
            + "".join(f"{each * 1000:>{12 - 2 * (at == 2)},.0f}" for at, each in enumerate(worst))
        )


def _client(number: int, address: int, times: dict[str, list[float]], days: int, ends: float, pause: float) -> None:
    chance = random.Random(number)
    connection = http.client.HTTPConnection("127.0.0.1", address)
    time.sleep(chance.random() * pause)
    while time.monotonic() < ends:
        kind = chance.choice(list(KINDS))
        asked = KINDS[kind](chance, days)
        begin = time.perf_counter()
        connection.request("GET", asked)
        answer = connection.getresponse()
        answer.read()
        times[kind].append(time.perf_counter() - begin)
        assert answer.status == 200, asked
        time.sleep(pause)
    connection.close()


def _once(address: int, asked: str) -> float:
    begin = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", address)
    connection.request("GET", asked)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, body[:500]
    connection.close()
    return time.perf_counter() - begin


def _write(path: Path, stop: Event) -> None:
    """Add a report a second."""
    chance = random.Random(os.getpid())
    first = _last_day(path)
    reports = iter(list(maker._reports(chance, 2, first=first, name=f"late-{os.getpid()}")))
    with open_to_write(path) as ledger:
        while not stop.wait(1.0):
            keep([next(reports)], ledger, recorded=f"2026-01-03T00:00:00.{chance.randrange(10**6):06}Z")


def _last_day(path: Path) -> int:
    with open_to_write(path) as ledger:
        found = ledger.connection.execute("SELECT max(published_start) FROM readings").fetchone()[0]
    return (date.fromisoformat(found) - maker.FIRST_DAY).days - TAIL_DAYS


def _span(chance: random.Random, days: int) -> str:
    length = chance.choice((7, 30, 90, 365))
    start = chance.randrange(max(1, days - length))
    since, until = maker.FIRST_DAY + timedelta(start), maker.FIRST_DAY + timedelta(start + length)
    return f"since={since}&until={until}"


def _filter(chance: random.Random) -> str:
    return chance.choice(
        (
            f"type={chance.choice(maker.TYPES)}", f"grade={chance.choice(GRADES)}", "target=market",
            f"actor=Group+{chance.randrange(12)}", f"place=Town{chance.randrange(50)}", "status=occurred",
            f"actor=Group+{chance.randrange(12)}&type=ASSAULT",
        )
    )  # fmt: skip


def _words(chance: random.Random) -> str:
    words = ("diesel+market", "convoy", "old+bakery", "hospital", "Town7", "power+station", "bakery+Town3", "school")
    return chance.choice(words)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--ledger", type=Path, help="a ledger that this made before, or where to keep the one it makes")
    parser.add_argument("--folder", help="where the ledger is made (default: the system's folder for such files)")
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pause", type=float, default=0.0, help="seconds that a client rests between two questions")
    parser.add_argument("--quiet", action="store_true", help="no writer")
    return parser.parse_args()


if __name__ == "__main__":
    main()
