"""A ledger in, the last day on which one of its reports was published out."""

from histor.records.measures import Day
from histor.store.as_of import shown, then
from histor.store.ledger import Ledger


def latest_day(ledger: Ledger, *, as_of: str | None = None) -> Day | None:
    """Give the last day of publication among the readings that count, or counted then; None: no day is known."""
    command = f"SELECT max(published_start) AS day FROM readings WHERE {shown('readings.number')}"
    with ledger.reading() as connection:
        row = connection.execute(command, {"as_of": then(as_of)}).fetchone()
    return row["day"] if row else None
