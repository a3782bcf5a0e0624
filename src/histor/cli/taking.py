"""Inputs in, records out: `read` prints them, `add` keeps them."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import typer

from histor.cli import options, progress, screen, words
from histor.errors import UsageError
from histor.settings import DEFAULT_LEDGER, Settings

if TYPE_CHECKING:  # the rooms that read and store are loaded when they are needed: `--help` must not wait for them
    from histor.records.made import Problem
    from histor.records.record import Record
    from histor.run.keeping import Kept
    from histor.run.reading import Reading
    from histor.store.ledger import Ledger

PROBLEMS, STOPPED = 1, 130  # exit codes
ALIKE = 5  # problems of one code told in full; a big archive can have thousands


def read(
    inputs: options.Inputs,
    published: options.PublishedOn = None,
    outlet: options.OutletIs = None,
    title: options.TitleIs = None,
    url: options.AddressIs = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Read reports and print their records; keep nothing.

    Names are read as the ledger's additions have them, if there is a ledger (`histor actors add`).

    Ends with 1 if anything was wrong with an input or a report; a report whose day is unknown is such a problem.
    """
    from histor.cli.marked import marked
    from histor.records.form import form_of_record

    told = Told()
    entries = readings(inputs, published=published, outlet=outlet, title=title, url=url, names=ledger)
    if not screen.out().is_terminal:  # else the line about progress would run into the reports
        entries = progress.followed(entries, "Reading")
    for entry in entries:
        record = told.take(entry)
        if record is None:
            continue
        if as_json:
            screen.show_json(form_of_record(record))
        else:
            screen.show(marked(record))
        screen.flush()  # who waits at the other end of a pipe has each record as soon as it is read
    told.tell(own=as_json)
    if told.problems:
        raise typer.Exit(PROBLEMS)


def add(
    inputs: options.Inputs,
    published: options.PublishedOn = None,
    outlet: options.OutletIs = None,
    title: options.TitleIs = None,
    url: options.AddressIs = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Read reports and keep their records in the ledger; what is kept already is not kept twice.

    Incidents are joined when they are next asked for, so that adding stays fast.

    Ends with 1 if anything was wrong with an input or a report; a report whose day is unknown is such a problem.
    """
    from histor.run.keeping import keep
    from histor.store.ledger import open_to_write

    told = Told()
    with open_to_write(ledger) as opened:
        entries = readings(inputs, published=published, outlet=outlet, title=title, url=url, ledger=opened)
        kept = keep(told.passing(progress.followed(entries, "Adding")), opened, recorded=now())
    if as_json:
        screen.show_json(_form_of_kept(kept, told, ledger))
    else:
        told.tell(own=True)
        screen.show_lines(_summary(kept, ledger))
    if told.stopped or kept.stopped:
        screen.tell("Stopped. What is counted here is kept; add the same inputs again to go on.")
        raise typer.Exit(STOPPED)
    if told.problems:
        raise typer.Exit(PROBLEMS)


class Told:
    """What went wrong while readings passed by, to be told at the end."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []  # each with the key of its input
        self.in_reports: set[int] = set()  # places in `problems` of those that stand in a record
        self.stopped = False

    def take(self, entry: "Reading | Problem") -> "Record | None":
        """Note the problems of an entry; give its record if it has one."""
        from histor.records.made import Problem

        if isinstance(entry, Problem):
            self.problems.append(entry)
            return None
        for problem in entry.record.problems:
            self.in_reports.add(len(self.problems))
            self.problems.append(replace(problem, key=problem.key or entry.record.report.key))
        return entry.record

    def passing(self, entries: "Iterator[Reading | Problem]") -> "Iterator[tuple[Record, bytes] | Problem]":
        """Give the entries on as the ledger takes them; Ctrl-C ends them early, and what came before is kept."""
        from histor.records.made import Problem

        try:
            for entry in entries:
                self.take(entry)
                yield entry if isinstance(entry, Problem) else (entry.record, entry.raw)
        except KeyboardInterrupt:
            self.stopped = True

    def tell(self, *, own: bool) -> None:
        """Say what went wrong on standard error; with `own`, problems inside records too."""
        from histor.cli.marked import problem_line

        shown: Counter[str] = Counter()
        for place, problem in enumerate(self.problems):
            if not own and place in self.in_reports:
                continue
            shown[problem.code] += 1
            if shown[problem.code] <= ALIKE:
                screen.err().print(problem_line(problem), soft_wrap=True)
        for code, number in shown.items():
            if number > ALIKE:
                screen.tell(f"! … and {number - ALIKE:,} more like this  [{code}]", "problem")


def readings(
    inputs: Iterable[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    ledger: "Ledger | None" = None,
    names: str | None = None,
) -> "Iterator[Reading | Problem]":
    """Read the inputs one after the other; an input that gives no report gives its problem.

    What the ledger has by the very same steps is taken from there. Names that a user added count: those of the ledger,
    or of the one at the path `names`.

    Raises UsageError if `published` is no day.
    """
    from histor.read.received import Given
    from histor.records.question import Question
    from histor.run.reading import read_records
    from histor.run.register import known_by
    from histor.store.questions import recall as remembered

    try:
        Question(since=published)
    except UsageError as error:
        raise UsageError(f"--published {published}: no day. Write it as 2016-03-14.") from error
    given = Given(published=published, outlet=outlet, title=title, url=url)
    recall = partial(remembered, ledger) if ledger else None
    known = known_by(ledger.path if ledger else names)
    return iter(read_records(tuple(inputs), given, Settings(), stdin=sys.stdin.buffer, recall=recall, known=known))


def now() -> str:
    """Give this instant, ISO 8601, UTC."""
    return datetime.now(UTC).isoformat()


def _summary(kept: "Kept", ledger: str) -> str:
    added = words.several(kept.added, "report")
    held = f" ({words.several(kept.claims, 'claim')}, {words.several(kept.events, 'event')})" if kept.added else ""
    return f"{ledger}: {added} added{held} · {kept.known:,} known already · {words.several(kept.problems, 'problem')}"


def _form_of_kept(kept: "Kept", told: Told, ledger: str) -> dict[str, object]:
    from histor.records.form import form_of_problem

    numbers = {"added": kept.added, "known": kept.known, "claims": kept.claims, "events": kept.events}
    return {"ledger": ledger, **numbers, "problems": [form_of_problem(problem) for problem in told.problems]}
