"""A ledger and two collections in it in, what both have, only the one, and only the other out, each with why.

A collection is all that reports tell, or an event table that was imported. Both have what stands in one incident:
the joining's own reasons say why. What only one has is told with the nearest thing that the other has.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from histor.errors import UsageError
from histor.records.dataset import dataset_of
from histor.records.incidents import Incident, Reason, Telling
from histor.records.question import Question
from histor.run.joining import incidents
from histor.steps.join import JOINER
from histor.steps.join.bonding import weigh
from histor.steps.join.identity import apart
from histor.steps.join.keys import sought_under
from histor.store import incidents as kept
from histor.store import joining as store
from histor.store.ledger import Ledger

REPORTS = "reports"  # the collection of all that no event table tells

Side = Literal["shared", "only ours", "only theirs"]


@dataclass(frozen=True, slots=True)
class Compared:
    """One happening, and which collection has it."""

    side: Side
    incident: str  # id
    ours: tuple[Telling, ...]
    theirs: tuple[Telling, ...]
    score: float | None  # of the strongest bond between the two, or of the nearest thing that the other has
    reasons: tuple[Reason, ...]  # of that bond
    why: str  # in words


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two collections held against each other."""

    ours: str
    theirs: str
    found: tuple[Compared, ...]  # in order of the day first told

    def of(self, side: Side) -> tuple[Compared, ...]:
        """Give what is on one side."""
        return tuple(each for each in self.found if each.side == side)


def compare(ledger: Ledger, theirs: str, question: Question, *, ours: str = REPORTS) -> Comparison:
    """Hold two collections against each other; the question's filters count for both.

    Raises UsageError if the ledger has no such dataset.
    """
    known = datasets(ledger)
    for name in (ours, theirs):
        if name != REPORTS and name not in known:
            raise UsageError(f"the ledger has no dataset {name!r}; it has {', '.join(known) or 'none'}, and {REPORTS}")
    if ours == theirs:
        raise UsageError(f"{ours} compared with itself shares everything: name two collections")
    found = incidents(ledger, replace(question, limit=None))
    sides = [(each, _of(each, ours), _of(each, theirs)) for each in found]
    alone = {telling.id: telling for _, mine, other in sides if not (mine and other) for telling in (*mine, *other)}
    nearest = _Nearest(ledger, alone, (ours, theirs))
    made = (_compared(*side, names=(ours, theirs), nearest=nearest) for side in sides if side[1] or side[2])
    return Comparison(ours, theirs, tuple(made))


def datasets(ledger: Ledger) -> tuple[str, ...]:
    """Name the event tables whose rows a ledger holds."""
    return kept.datasets(ledger)


def _of(incident: Incident, collection: str) -> tuple[Telling, ...]:
    return tuple(each for each in incident.tellings if _belongs(each, collection))


def _belongs(telling: Telling, collection: str) -> bool:
    return (dataset_of(telling.row.source.key) or REPORTS) == collection


def _compared(
    incident: Incident,
    mine: tuple[Telling, ...],
    other: tuple[Telling, ...],
    *,
    names: tuple[str, str],
    nearest: "_Nearest",
) -> Compared:
    if mine and other:
        score, reasons, why = _bond_between(incident, mine, other)
        return Compared("shared", incident.id, mine, other, score, reasons, why)
    side: Side = "only ours" if mine else "only theirs"
    score, reasons, why = nearest.to(mine or other, names[1] if mine else names[0])
    return Compared(side, incident.id, mine, other, score, reasons, why)


def _bond_between(
    incident: Incident, mine: Sequence[Telling], other: Sequence[Telling]
) -> tuple[float | None, tuple[Reason, ...], str]:
    ours, theirs = {each.id for each in mine}, {each.id for each in other}
    across = [
        bond
        for bond in incident.bonds
        if (bond.one in ours and bond.other in theirs) or (bond.other in ours and bond.one in theirs)
    ]
    if not across:
        return None, (), "tied over what others tell, or by a person"
    best = max(across, key=lambda bond: (bond.score, bond.one, bond.other))
    return best.score, best.reasons, _told(best.reasons)


def _told(reasons: Iterable[Reason]) -> str:
    return "; ".join(reason.words for reason in sorted(reasons, key=lambda each: -each.weight) if reason.weight > 0)


class _Nearest:
    """What the other collection has that is nearest to events."""

    def __init__(self, ledger: Ledger, alone: dict[str, Telling], names: tuple[str, str]) -> None:
        self._ledger, self._names = ledger, names
        self._alone = alone

    def to(self, tellings: Sequence[Telling], collection: str) -> tuple[float | None, tuple[Reason, ...], str]:
        """Give the score and reasons of the nearest event of a collection, and why it is not the same in words."""
        mine = tellings[0]
        found = [each for each in self._beside(mine) if _belongs(each, collection)]
        weighed = [(bond.score, each.id, bond, each) for each in found if (bond := weigh(mine, each))]
        if weighed:
            score, _, bond, each = max(weighed, key=lambda entry: entry[:2])
            against = "; ".join(reason.words for reason in bond.reasons if reason.weight < 0)
            return (
                score,
                bond.reasons,
                f"nearest in {collection}: {_name(each)}, {score:.0%} likely" + (f" ({against})" if against else ""),
            )
        if found:
            return None, (), f"nearest in {collection}: {_name(found[0])}, but {apart(mine, found[0])}"
        return None, (), _nothing(mine, collection)

    def _beside(self, mine: Telling) -> tuple[Telling, ...]:
        number, _ = kept.row_of(self._ledger, mine.id)
        keys = sought_under(mine.row.event, mine.setting)
        near = store.neighbours(self._ledger, JOINER, {number: keys})[number]
        return tuple(kept.tellings(self._ledger, JOINER, sorted(near - {number})).values())


def _nothing(mine: Telling, collection: str) -> str:
    if not mine.spots:
        return "its place is not known"
    if mine.days is None:
        return "its day is not known"
    return f"{collection} has nothing of that kind, place and day"


def _name(telling: Telling) -> str:
    key = telling.row.source.key
    row = key.split(":", 2)[2] if dataset_of(key) else key
    return f"{row} ({telling.row.source.outlet or 'no outlet'})"
