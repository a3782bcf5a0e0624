"""A ledger in, a picture of what it says out: numbers, voices, days, words that disagree; and the bundled example."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from histor.records.answer import ClaimRow, EventRow, ReportRow
from histor.records.events import HAPPENED
from histor.records.measures import Day
from histor.records.question import Question
from histor.run import definitions
from histor.run.disagreeing import Disagreement, find_disagreements
from histor.store import questions
from histor.store.ledger import Ledger

EXAMPLE = "syria-2016"
CEASEFIRE = re.compile(r"cease-?fire|cessation of hostilities|truce|armistice", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Picture:
    """What a ledger says, put together for a first look."""

    reports: tuple[ReportRow, ...]
    claims: tuple[ClaimRow, ...]
    events: tuple[EventRow, ...]
    formats: tuple[tuple[str, int], ...]  # endings of the files read, and how many of each
    ceasefire: tuple[ClaimRow, ...]  # claims that speak of the ceasefire
    disagreements: tuple[Disagreement, ...]
    days: tuple[tuple[Day, int, int], ...]  # of the reports: events that happened, and all others


@contextmanager
def example_files() -> Iterator[tuple[Path, ...]]:
    """Give the files of the bundled example, in order of name."""
    with as_file(files("histor") / "examples" / EXAMPLE) as folder:
        yield tuple(sorted(path for path in folder.rglob("*") if path.is_file() and _is_report(path)))


def keep_monitors(ledger: str, *, recorded: str) -> None:
    """Keep the monitors that come with the example: boards of a kind that no report suggests. Raises LedgerError."""
    with as_file(files("histor") / "examples" / "monitors" / EXAMPLE) as folder:
        for path in sorted(folder.glob("*.toml")):
            definitions.add(ledger, path.stem, path.read_text(encoding="utf-8"), key=path.name, recorded=recorded)


def look(ledger: Ledger, read_from: Sequence[Path]) -> Picture:
    """Ask the ledger for what the picture shows."""
    everything = Question()
    reports = questions.reports(ledger, everything).items
    claims = questions.claims(ledger, everything).items
    events = questions.events(ledger, everything).items
    days = _days_of_reports(reports)
    return Picture(
        reports=reports,
        claims=claims,
        events=events,
        formats=tuple(Counter(path.suffix.lstrip(".") for path in read_from).most_common()),
        ceasefire=tuple(row for row in claims if CEASEFIRE.search(row.words)),
        disagreements=tuple(find_disagreements(events, claims)),
        days=tuple(count_days(events, *days)) if days else (),
    )


def count_days(events: Iterable[EventRow], first: Day, last: Day) -> Iterator[tuple[Day, int, int]]:
    """Count the events of every day from the first to the last, those that happened apart from all others.

    An event counts on the first day of its words; events whose words tell no day are not counted.
    """
    told = [(row.event.when.start, row.event.status in HAPPENED) for row in events if row.event.when]
    counted = Counter(told)
    day, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    while day <= end:
        yield day.isoformat(), counted[day.isoformat(), True], counted[day.isoformat(), False]
        day += datetime.timedelta(days=1)


def _days_of_reports(reports: Sequence[ReportRow]) -> tuple[Day, Day] | None:
    days = [day for row in reports for day in (row.source.published.start, row.source.published.end) if day]
    return (min(days), max(days)) if days else None


def _is_report(path: Path) -> bool:
    return path.suffix != ".py" and not path.name.startswith((".", "__", "README"))
