"""A ledger in, the words of its reports out, or of those that are rows of event tables, by the report's id."""

import json
from collections.abc import Iterable, Iterator

from histor.records.dataset import ROW_KEYS
from histor.store.ledger import Ledger


def texts_of(ledger: Ledger, reports: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the text of each of these reports, by its id, in the order of the ledger."""
    with ledger.reading() as connection:
        command = "SELECT id, text FROM reports WHERE id IN (SELECT value FROM json_each(?))"
        yield from ((row["id"], row["text"]) for row in connection.execute(command, (json.dumps(list(reports)),)))


def row_texts(ledger: Ledger) -> dict[str, str]:
    """Give the whole words of each row by its report's id; reports that are no rows are not given."""
    with ledger.reading() as connection:
        found = connection.execute(
            "SELECT DISTINCT reports.id, text FROM readings JOIN reports ON reports.id = report"
            " WHERE key >= :first AND key < :after",
            {"first": ROW_KEYS, "after": ROW_KEYS[:-1] + chr(ord(ROW_KEYS[-1]) + 1)},
        )
        return {row["id"]: row["text"] for row in found}
