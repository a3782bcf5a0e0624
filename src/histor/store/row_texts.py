"""A ledger in, the words of its rows of event tables out, by the report that each row is kept as."""

from histor.records.dataset import ROW_KEYS
from histor.store.ledger import Ledger


def row_texts(ledger: Ledger) -> dict[str, str]:
    """Give the whole words of each row by its report's id; reports that are no rows are not given."""
    with ledger.reading() as connection:
        found = connection.execute(
            "SELECT DISTINCT reports.id, text FROM readings JOIN reports ON reports.id = report"
            " WHERE key >= :first AND key < :after",
            {"first": ROW_KEYS, "after": ROW_KEYS[:-1] + chr(ord(ROW_KEYS[-1]) + 1)},
        )
        return {row["id"]: row["text"] for row in found}
