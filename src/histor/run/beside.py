"""An incident in, other incidents that may be the same happening out: bound to it, and not joined.

A bond between two groups does not make them one if most of their events speak against it. Four of five such bonds are
right all the same (docs/fusion.md), so a person is shown them and decides.
"""

from collections.abc import Iterator, Mapping

from histor.records.decisions import Ruling
from histor.records.incidents import Beside, Bond, Incident
from histor.run.joining import held_with
from histor.steps.join import JOINER
from histor.store import incidents as kept
from histor.store import standing
from histor.store.ledger import Ledger

MOST = 5  # incidents; who wants more than these asks for what was told of the place and day
_LOOKED_AT = 8  # events outside, the likeliest; often several of one incident


def beside(ledger: Ledger, incident: Incident, *, as_of: str | None = None) -> tuple[Beside, ...]:
    """Give the incidents to which bonds lead from this one, the likeliest first, each with its strongest bond.

    `MOST` at most. What a person split from it is none of them.
    """
    mine = kept.numbers_of(ledger, [telling.id for telling in incident.tellings], as_of=as_of)
    outside = _outside(ledger, frozenset(mine.values()), as_of)
    bonds = _bonds_to(ledger, mine, outside, as_of)
    others = held_with(ledger, sorted(outside), as_of=as_of)
    found = (strongest for each in others if (strongest := _strongest(each, bonds)))
    return tuple(sorted(found, key=lambda each: (-each.bond.score, each.incident.id))[:MOST])


def _outside(ledger: Ledger, mine: frozenset[int], as_of: str | None) -> dict[int, str]:
    """Give the events that count to which bonds lead from these, the likeliest: ids by the numbers of their rows."""
    likely: dict[int, float] = {}
    for near in standing.ties_at(ledger, JOINER, mine).values():
        for other, score in near.items():
            likely[other] = max(score, likely.get(other, 0.0))
    counting = standing.standings(ledger, JOINER, likely.keys() - mine, as_of=as_of)
    chosen = sorted(counting, key=lambda number: (-likely[number], number))[:_LOOKED_AT]
    return {number: counting[number].id for number in chosen}


def _bonds_to(
    ledger: Ledger, mine: Mapping[str, int], outside: Mapping[int, str], as_of: str | None
) -> dict[str, Bond]:
    """Give the strongest bond from these to each event outside, but to what a person holds apart from one of them."""
    inside = {number: event for event, number in mine.items()}
    rulings = standing.rulings_on(ledger, {**inside, **outside}, as_of=as_of)
    apart = {event for each in rulings if not each.together for event in _far_ends(each, mine)}
    bonds = sorted(kept.bonds_between(ledger, JOINER, inside, outside), key=_rank)
    return {event: bond for bond in bonds for event in _far_ends(bond, mine) if event not in apart}


def _far_ends(pair: Bond | Ruling, mine: Mapping[str, int]) -> Iterator[str]:
    """Give the event outside, of a pair of which just one is."""
    if (pair.one in mine) != (pair.other in mine):
        yield pair.other if pair.one in mine else pair.one


def _strongest(incident: Incident, bonds: Mapping[str, Bond]) -> Beside | None:
    """Give an incident with its strongest bond; None: it has none of these."""
    bound = [telling for telling in incident.tellings if telling.id in bonds]
    if not bound:
        return None
    there = max(bound, key=lambda telling: _rank(bonds[telling.id]))
    bond = bonds[there.id]
    return Beside(incident, bond, bond.other if bond.one == there.id else bond.one, there)


def _rank(bond: Bond) -> tuple[float, str, str]:
    return bond.score, bond.one, bond.other
