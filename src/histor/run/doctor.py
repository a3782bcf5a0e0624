"""This installation and a ledger in, checks out: each with what was found and, if it is bad, what to do."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from io import BytesIO
from itertools import islice
from pathlib import Path
from re import match

from histor.errors import HistorError
from histor.records.made import Problem
from histor.records.question import Question
from histor.run.demo import example_files
from histor.settings import Settings
from histor.store import questions
from histor.store.ledger import Ledger, open_to_read
from histor.store.register import load_register

OLDEST_PYTHON = (3, 11)  # pyproject.toml, requires-python
_REINSTALL = "Install it again: pip install --force-reinstall histor"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    fine: bool
    words: str  # what was found
    advice: str = ""  # what to do; empty if it is fine


def examine(ledger: str) -> Iterator[Check]:
    """Check Python, the packages, the bundled tables and example, and the ledger if there is one."""
    yield _check_python()
    yield from _check_packages()
    yield _check_register()
    yield _check_example()
    yield from _check_ledger(ledger)


def _check_python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, OLDEST_PYTHON))
    fine = sys.version_info >= OLDEST_PYTHON
    return Check("Python", fine, found, "" if fine else f"Run histor with Python {wanted} or newer.")


def _check_packages() -> Iterator[Check]:
    try:
        yield Check("histor", True, version("histor"))
        wanted = [line for line in requires("histor") or () if "extra ==" not in line]
    except PackageNotFoundError:
        yield Check("histor", False, "runs from files that are not installed", "Install it: pip install .")
        return
    for line in wanted:
        name = match(r"[\w.-]+", line)
        if name:
            yield _check_package(name.group(), line)


def _check_package(name: str, wanted: str) -> Check:
    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        return Check(name, False, "is missing", f"pip install '{wanted}'")


def _check_register() -> Check:
    try:
        register = load_register()
    except HistorError as error:
        return Check("register", False, str(error), _REINSTALL)
    held = f"{len(register.actors)} names of actors, {len(register.sites)} names of places"
    fine = bool(register.actors and register.sites)
    return Check("register", fine, held, "" if fine else _REINSTALL)


def _check_example() -> Check:
    """Read one bundled report all the way: the reader, the rules and the register must all load for it."""
    from histor.read.received import Given
    from histor.run.reading import read_records

    try:
        with example_files() as found:
            paths = [str(path) for path in found if path.suffix == ".txt"][:1]
            entries = list(islice(read_records(paths, Given(), Settings(), stdin=BytesIO()), 1))
    except (HistorError, OSError) as error:
        return Check("example", False, str(error), _REINSTALL)
    first = entries[0] if entries else Problem("no-example", "is not there")
    if isinstance(first, Problem):
        return Check("example", False, first.message, _REINSTALL)
    record = first.record
    found_in_it = f"{Path(paths[0]).name} gives {len(record.claims)} claims and {len(record.events)} events"
    fine = bool(record.events)
    return Check("example", fine, found_in_it, "" if fine else _REINSTALL)


def _check_ledger(path: str) -> Iterator[Check]:
    if not Path(path).exists():
        yield Check("ledger", True, f"there is none at {path} yet; `histor add FILE` makes one")
        return
    try:
        with open_to_read(path) as ledger:
            held = questions.tally(ledger)
            yield Check(
                "ledger", True, f"{path} opens: {held.reports} reports, {held.claims} claims, {held.events} events"
            )
            yield _check_bytes(ledger)
    except HistorError as error:
        yield Check("ledger", False, str(error), "Restore it from a copy, or add the reports to a new ledger.")


def _check_bytes(ledger: Ledger) -> Check:
    """Hash the bytes of every report anew."""
    damaged, number = [], 0
    for number, row in enumerate(questions.reports(ledger, Question()).items, 1):  # noqa: B007 - counted
        try:
            questions.raw_of(ledger, row.source.report_id)
        except HistorError as error:
            damaged.append(str(error))
    reports = "1 report" if number == 1 else f"{number} reports"
    if damaged:
        are = "is" if number == 1 else "are"
        return Check("bytes", False, f"{len(damaged)} of {reports} {are} damaged: {damaged[0]}", "Add them again.")
    return Check("bytes", True, f"the kept bytes of {reports} match their sha256")
