"""Incidents in, the doubts in them out, the one on which most hangs first; what a person decided is none."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from histor.records.decisions import Decision
from histor.records.events import HAPPENED
from histor.records.incidents import Contradiction, Incident, Reason, Telling

DoubtKind = Literal["contested", "one origin, many harmed", "one happening or two", "unsure reading"]
HIGH_TOLL = 5  # people killed or wounded on one word: the size from which agencies report single incidents
DOUBTFUL_BOND = 0.8  # score; below it the labelled pairs hold more errors than one in five
UNSURE = 0.5  # score of an event; below it a reading is as often wrong as right
_HARM = frozenset({"killed", "wounded", "captured"})
_CONTESTED, _TOLL, _BOND, _UNSURE = 4.0, 3.0, 2.0, 1.0  # weight of a kind; each tenfold number adds one


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to decide."""

    id: str  # by which it is decided: a contradiction, incident or event
    kind: DoubtKind
    weight: float
    why: str  # in words: what is in doubt and what hangs on it
    incident: str  # id
    events: tuple[str, ...]  # ids; one or two, the ones to look at


def doubts_of(
    incidents: Iterable[Incident], disputes: Iterable[tuple[Contradiction, Telling, Telling]]
) -> tuple[Doubt, ...]:
    """Order what is in doubt: contradictions, high tolls on one word, bonds and readings that may be wrong."""
    found = tuple(incidents)
    homes = {telling.id: each for each in found for telling in each.tellings}
    doubts = [*_contested(disputes, homes), *(doubt for each in found for doubt in _of(each))]
    return tuple(sorted(doubts, key=lambda each: (-each.weight, each.id)))


def _contested(
    disputes: Iterable[tuple[Contradiction, Telling, Telling]], homes: dict[str, Incident]
) -> Iterator[Doubt]:
    for found, one, other in disputes:
        home = homes.get(one.id)
        if found.revision or found.decided or home is None:
            continue
        why = f"origins disagree on {found.about.removeprefix('on ')}: {found.one_says} against {found.other_says}"
        yield Doubt(found.id, "contested", _CONTESTED + _size(home), why, home.id, (one.id, other.id))


def _of(each: Incident) -> Iterator[Doubt]:
    judged = _is_judged(each.decided)
    if each.grade == "weak" and not judged and not each.is_summary:  # the dead of a whole war lack no second origin
        yield from _tolls(each)
    if not judged:
        yield from _bonds(each)
    for telling in each.tellings:
        event = telling.row.event
        if event.score < UNSURE and event.status in HAPPENED and not telling.row.decided and not judged:
            why = f"read with a certainty of {event.score:.2f}, and counted as having happened"
            yield Doubt(telling.id, "unsure reading", _UNSURE + (UNSURE - event.score), why, each.id, (telling.id,))


def _tolls(each: Incident) -> Iterator[Doubt]:
    harmed = sum(toll.high or toll.low or 0 for toll in each.tolls if toll.what in _HARM)
    if harmed >= HIGH_TOLL and not any(telling.row.decided for telling in each.tellings):
        why = f"{each.why}, and it counts {harmed} people killed, wounded or captured"
        first = each.tellings[0].id
        yield Doubt(each.id, "one origin, many harmed", _TOLL + math.log10(harmed), why, each.id, (first,))


def _bonds(each: Incident) -> Iterator[Doubt]:
    for bond in sorted(each.bonds, key=lambda one: one.score)[:1]:
        if bond.score < DOUBTFUL_BOND:
            why = f"held to be one happening with a certainty of {bond.score:.2f}: {_reasons(bond.reasons)}"
            weight = _BOND + _size(each) + (DOUBTFUL_BOND - bond.score)
            yield Doubt(each.id, "one happening or two", weight, why, each.id, (bond.one, bond.other))


def _reasons(reasons: Sequence[Reason]) -> str:
    return "; ".join(reason.words for reason in sorted(reasons, key=lambda one: one.weight)[:3])


def _size(each: Incident) -> float:
    """Give how much hangs on an incident: its origins, and tenfold numbers of people harmed."""
    harmed = sum(toll.high or toll.low or 0 for toll in each.tolls if toll.what in _HARM)
    return 0.1 * len(each.origins) + math.log10(1 + harmed)


def _is_judged(decided: Sequence[Decision]) -> bool:
    return any(each.kind in ("confirm", "reject", "merge", "split") for each in decided)
