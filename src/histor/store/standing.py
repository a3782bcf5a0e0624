"""Numbers of events in, where each stands and what it is bonded to out: what grouping needs, without any words."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from histor.records.dataset import dataset_of
from histor.records.decisions import Ruling
from histor.records.incidents import Spot, Stretch
from histor.records.made import Step
from histor.records.standing import Link, Stand
from histor.store.as_of import shown, then
from histor.store.decisions import partners, rulings_among
from histor.store.ledger import Ledger

_REMEMBERED = 10_000  # writings of places


def ties_at(ledger: Ledger, joiner: Step, events: Iterable[int]) -> dict[int, dict[int, float]]:
    """Give, for each of these events, to which others it is bonded and how probably, by the numbers of their rows.

    To those of readings that no longer count, too: `standings` tells which do.
    """
    found: dict[int, dict[int, float]] = {event: {} for event in events}
    with ledger.reading() as connection:
        sides = " UNION ALL ".join(
            f"""
            SELECT {near}, {far}, score FROM bonds
            WHERE {near} IN (SELECT value FROM json_each(:events)) AND joiner = :joiner
            """
            for near, far in (("one", "other"), ("other", "one"))
        )
        named = {"events": json.dumps(list(found)), "joiner": number_of(connection, joiner)}
        for near, far, score in connection.execute(sides, named):
            found[near][far] = score
    return found


def standings(ledger: Ledger, joiner: Step, events: Iterable[int], *, as_of: str | None = None) -> dict[int, Stand]:
    """Give where events stand, by the numbers of their rows.

    One that is no happening is left out, and one of a reading that does not count, or did not then.
    """
    with ledger.reading() as connection:
        rows = connection.execute(
            f"""
            SELECT events.number, events.id, type, status, settings.first_day AS from_day,
              settings.last_day AS to_day, day_basis, day_approximate, spots, readings.key,
              (SELECT json_group_array(low) FROM quantities
               WHERE event = events.number AND what = 'killed' AND low IS NOT NULL) AS killed
            FROM events JOIN settings ON settings.event = events.number JOIN readings ON readings.number = reading
            WHERE events.number IN (SELECT value FROM json_each(:events)) AND settings.joiner = :joiner
              AND {shown("reading")}
            """,
            {"events": json.dumps(list(events)), "joiner": number_of(connection, joiner), "as_of": then(as_of)},
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


def links_of(ties: Mapping[int, Mapping[int, float]], ids: Mapping[int, str]) -> tuple[Link, ...]:
    """Give ties by the ids of their events, each once, the lesser id first; those with an end elsewhere are left out.

    A tie is given whichever of its ends it stands at.
    """
    ends = (
        (ids[one], ids[other], score)
        for one, near in ties.items()
        for other, score in near.items()
        if one in ids and other in ids and (one < other or one not in ties.get(other, ()))
    )
    return tuple(Link(*each) if each[0] < each[1] else Link(each[1], each[0], each[2]) for each in ends)


@lru_cache(maxsize=_REMEMBERED)
def spots_in(written: str) -> tuple[Spot, ...]:
    """Give the places of an event as they are kept; the same ones come again in report after report."""
    return tuple(_spot(*spot.values()) for spot in json.loads(written))


@lru_cache(maxsize=_REMEMBERED)
def _spot(*values: Any) -> Spot:  # in the order of the fields, in which they are written
    return Spot(*values)


def _stand(row: sqlite3.Row) -> Stand:
    days = None
    if row["day_basis"] is not None:
        days = Stretch(row["from_day"], row["to_day"], row["day_basis"], bool(row["day_approximate"]))
    killed = tuple(json.loads(row["killed"]))
    return Stand(row["id"], row["type"], row["status"], days, spots_in(row["spots"]), dataset_of(row["key"]), killed)
