"""A question in, the outlets that its reports come from out: how much each gave, day by day, when it last spoke."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from histor.records.measures import Day
from histor.records.question import Question
from histor.store import sieve
from histor.store.as_of import shown, then
from histor.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Heard:
    """What one outlet gave."""

    outlet: str | None  # None: of these reports nobody knows the outlet
    reports: int
    claims: int
    events: int
    problems: int
    first: Day | None  # of publication; None: no report of it has a day
    last: Day | None
    received: str  # instant at which its last report was added
    days: Mapping[Day, int]  # of publication, and how many reports


class Published(NamedTuple):
    """A reading's outlet and day of publication."""

    number: int
    outlet: str | None
    day: Day


def outlets(ledger: Ledger, question: Question) -> tuple[Heard, ...]:
    """Give the outlets of the reports that a question asks for; who spoke last comes first."""
    conditions = " AND ".join(sieve.of_reports(question))
    named = sieve.parameters(replace(question, limit=None, after=None))
    with ledger.reading() as connection:
        days: dict[str | None, dict[Day, int]] = {}
        for row in connection.execute(_DAYS.format(conditions), named):
            days.setdefault(row["outlet"], {})[row["published_start"]] = row["reports"]
        rows = connection.execute(_OUTLETS.format(conditions), named).fetchall()
    return tuple(Heard(**row, days=days.get(row["outlet"], {})) for row in map(dict, rows))


def last_reading(ledger: Ledger) -> int:
    """Give the number of the last reading that was kept; 0: there is none."""
    with ledger.reading() as connection:
        return connection.execute("SELECT max(number) FROM readings").fetchone()[0] or 0


def published_after(ledger: Ledger, number: int, *, as_of: str | None = None) -> tuple[Published, ...]:
    """Give outlet and day of each reading with a higher number that counts, or counted then, and has a day."""
    command = f"""
        SELECT number, outlet, published_start FROM readings
        WHERE number > :number AND published_start IS NOT NULL AND {shown("readings.number")}
    """
    with ledger.reading() as connection:
        return tuple(map(Published._make, connection.execute(command, {"number": number, "as_of": then(as_of)})))


def replaced_after(ledger: Ledger, number: int) -> tuple[int, ...]:
    """Give the numbers of the readings that readings with a higher number took the place of."""
    with ledger.reading() as connection:
        return tuple(
            row["older"] for row in connection.execute("SELECT older FROM superseded WHERE newer > ?", (number,))
        )


_DAYS = """
SELECT outlet, published_start, count(*) AS reports FROM readings
WHERE {} AND published_start IS NOT NULL GROUP BY outlet, published_start ORDER BY published_start
"""
_OUTLETS = """
SELECT outlet, count(*) AS reports, sum((SELECT count(*) FROM claims WHERE reading = readings.number)) AS claims,
  sum((SELECT count(*) FROM events WHERE reading = readings.number)) AS events,
  sum((SELECT count(*) FROM problems WHERE reading = readings.number)) AS problems,
  min(published_start) AS first, max(published_end) AS last, max(recorded) AS received
FROM readings WHERE {} GROUP BY outlet ORDER BY last IS NULL, last DESC, reports DESC, outlet
"""
