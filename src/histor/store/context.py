"""A reading's number in, what its rows share out: source, text, blocks, claims and chains, each asked for once."""

import sqlite3
from functools import cached_property

from histor.records.answer import Source
from histor.records.claims import Claim, chain
from histor.records.text import Block
from histor.store import rebuild


class Context:
    """What the rows of one reading share; what costs a question is asked only if needed."""

    def __init__(self, connection: sqlite3.Connection, reading: int) -> None:
        self._connection = connection
        self._reading = reading
        row = connection.execute(
            "SELECT readings.*, text FROM readings JOIN reports ON reports.id = report WHERE readings.number = ?",
            (reading,),
        ).fetchone()
        self.source: Source = rebuild.source_of(row)
        self.sha256: str = row["sha256"]
        self.text: str = row["text"]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The report's blocks, in their order."""
        return rebuild.blocks_of(self._connection, self._reading)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The reading's claims by id."""
        return {claim.id: claim for claim in rebuild.claims_of(self._connection, self._reading)}

    def chain(self, claim: Claim | None) -> tuple[str, ...]:
        """Name the voices from the outlet inward to the claim's speaker; of no claim, the outlet alone."""
        if claim is None:
            return (self.source.outlet,) if self.source.outlet else ()
        return chain(claim, self.claims if claim.parent else {}, self.source.outlet)


class Contexts:
    """The context of each reading in turn: rows of one reading stand together, so one is held."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last: tuple[int, Context] | None = None

    def of(self, reading: int) -> Context:
        """Give the context of a reading."""
        if self._last is None or self._last[0] != reading:
            self._last = (reading, Context(self._connection, reading))
        return self._last[1]
