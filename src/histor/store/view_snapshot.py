"""An overview in memory in, kept in the ledger as one piece; and back, so that a large one is there at once.

To make the columns of a hundred thousand incidents from their rows takes seconds; to read them as they are, a part of
one. What has changed since is followed from the rows. It is a part of the view and dropped with it.
"""

import io
import json
from dataclasses import astuple
from typing import Any

import numpy as np
from numpy.typing import NDArray

from histor.records.made import Step
from histor.store.ledger import Ledger
from histor.store.view_columns import Codes, Columns, Overview
from histor.store.view_tables import SNAPSHOT
from histor.store.viewing import Marks, has_snapshot, maker, marks

STALE = (
    5000  # incidents that have changed since, until another is kept: to follow so many takes about a tenth of a second
)
_WIDE = frozenset({"pair_of", "pair_origin", "event_of"})  # places in other columns: kept in half the room


def is_stale(ledger: Ledger, joiner: Step) -> bool:
    """Tell whether so much has changed since the last snapshot that another one is worth its room."""
    with ledger.reading() as connection:
        there = marks(ledger, joiner)
        if not there.version:
            return False
        since = _version_kept(ledger, joiner)
        command = f"SELECT count(*) FROM (SELECT 1 FROM view_incidents WHERE version > ? LIMIT {STALE})"
        return bool(connection.execute(command, (since,)).fetchone()[0] == STALE)


def keep_snapshot(ledger: Ledger, joiner: Step, overview: Overview) -> None:
    """Keep an overview as one piece, in the place of the one before. Raises LedgerError."""
    columns: dict[str, Any] = {name: _narrow(name, getattr(overview.columns, name)) for name in Columns.__slots__}
    written = io.BytesIO()
    np.savez(written, **columns)
    row = (maker(joiner), json.dumps(astuple(overview.marks)), json.dumps(overview.codes.words()), written.getvalue())
    with ledger.writing() as connection:
        connection.execute(SNAPSHOT)
        if marks(ledger, joiner).version >= overview.marks.version:  # it was not dropped and begun anew meanwhile
            connection.execute("INSERT OR REPLACE INTO view_snapshot VALUES (1, ?, ?, ?, ?)", row)


def kept_snapshot(ledger: Ledger, joiner: Step) -> Overview | None:
    """Give the overview that was kept last; None: there is none of this joining step and layout."""
    with ledger.reading() as connection:
        if not has_snapshot(connection):
            return None
        row = connection.execute("SELECT * FROM view_snapshot WHERE made_by = ?", (maker(joiner),)).fetchone()
    if row is None:
        return None
    with np.load(io.BytesIO(row["columns"]), allow_pickle=False) as held:
        if {*held.files} != {*Columns.__slots__}:
            return None
        columns = {name: held[name].astype(np.intp) if name in _WIDE else held[name] for name in Columns.__slots__}
    return Overview(Marks(*json.loads(row["marks"])), Columns(**columns), Codes(json.loads(row["words"])))


def _version_kept(ledger: Ledger, joiner: Step) -> int:
    with ledger.reading() as connection:
        if not has_snapshot(connection):
            return 0
        row = connection.execute("SELECT marks FROM view_snapshot WHERE made_by = ?", (maker(joiner),)).fetchone()
        return int(json.loads(row["marks"])[0]) if row else 0


def _narrow(name: str, column: NDArray[Any]) -> NDArray[Any]:
    return column.astype(np.int32) if name in _WIDE else column
