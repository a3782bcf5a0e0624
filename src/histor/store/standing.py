"""Numbers of events in, where each stands and what it is bonded to out: what grouping needs, without any words."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from histor.records.dataset import dataset_of
from histor.records.decisions import Ruling
from histor.records.incidents import Link, Spot, Stand, Stretch
from histor.records.made import Step
from histor.store.as_of import shown, then
from histor.store.decisions import partners, rulings_among
from histor.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Tied:
    """Two events with a bond, by the numbers of their rows."""

    one: int
    other: int
    score: float


def ties_at(ledger: Ledger, joiner: Step, events: Iterable[int], *, as_of: str | None = None) -> tuple[Tied, ...]:
    """Give the bonds with an end among these events, both ends in readings that count, or counted then."""
    with ledger.reading() as connection:
        sides = " UNION ".join(
            f"""
            SELECT bonds.one, bonds.other, bonds.score FROM bonds
            JOIN events AS first ON first.number = bonds.one JOIN events AS second ON second.number = bonds.other
            WHERE bonds.{side} IN (SELECT value FROM json_each(:events)) AND bonds.joiner = :joiner
              AND {shown("first.reading")} AND {shown("second.reading")}
            """
            for side in ("one", "other")
        )
        named = {"events": json.dumps(list(events)), "joiner": number_of(connection, joiner), "as_of": then(as_of)}
        return tuple(Tied(row["one"], row["other"], row["score"]) for row in connection.execute(sides, named))


def standings(ledger: Ledger, joiner: Step, events: Iterable[int]) -> dict[int, Stand]:
    """Give where events stand, by the numbers of their rows; one that is no happening is left out."""
    with ledger.reading() as connection:
        rows = connection.execute(
            """
            SELECT events.number, events.id, type, status, settings.first_day AS from_day,
              settings.last_day AS to_day, day_basis, day_approximate, spots, readings.key,
              (SELECT json_group_array(low) FROM quantities
               WHERE event = events.number AND what = 'killed' AND low IS NOT NULL) AS killed
            FROM events JOIN settings ON settings.event = events.number JOIN readings ON readings.number = reading
            WHERE events.number IN (SELECT value FROM json_each(?)) AND settings.joiner = ?
            """,
            (json.dumps(list(events)), number_of(connection, joiner)),
        )
        return {row["number"]: _stand(row) for row in rows}


def merged_with(ledger: Ledger, events: Iterable[int], *, as_of: str | None = None) -> frozenset[int]:
    """Give the numbers of the events that people merged with one of these."""
    with ledger.reading() as connection:
        return frozenset(partners(connection, list(events), then(as_of)))


def rulings_on(ledger: Ledger, ids: dict[int, str], *, as_of: str | None = None) -> tuple[Ruling, ...]:
    """Give which of these events, ids by number, people hold together or apart."""
    with ledger.reading() as connection:
        return rulings_among(connection, ids, then(as_of))


def number_of(connection: sqlite3.Connection, step: Step) -> int:
    """Give the number of a step's row; 0 if none of its work is kept."""
    found = "SELECT number FROM steps WHERE name = ? AND version = ?"
    row = connection.execute(found, (step.name, step.version)).fetchone()
    return int(row["number"]) if row else 0


def links_of(ties: Iterable[Tied], ids: dict[int, str]) -> tuple[Link, ...]:
    """Give ties by the ids of their events, the lesser one first; those with an end elsewhere are left out."""
    ends = ((ids[tie.one], ids[tie.other], tie.score) for tie in ties if tie.one in ids and tie.other in ids)
    return tuple(Link(min(one, other), max(one, other), score) for one, other, score in ends)


def _stand(row: sqlite3.Row) -> Stand:
    days = None
    if row["day_basis"] is not None:
        days = Stretch(row["from_day"], row["to_day"], row["day_basis"], bool(row["day_approximate"]))
    spots = tuple(Spot(**spot) for spot in json.loads(row["spots"]))
    return Stand(
        row["id"], row["type"], row["status"], days, spots, dataset_of(row["key"]), tuple(json.loads(row["killed"]))
    )
