"""Events in, the groups that they stand in out; only what those groups depend on is asked of the ledger.

Which group an event stands in depends on the anchored events that it hangs together with, on the events without an
anchor that may join them, and on the groups that those may join instead: not on the rest of the ledger.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from histor.records.decisions import Ruling
from histor.records.standing import Stand
from histor.steps.gather.anchors import anchored, tied
from histor.steps.gather.groups import Group, groups_of
from histor.steps.join import JOINER
from histor.store import standing as store
from histor.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups that some events stand in."""

    groups: tuple[Group, ...]  # event ids
    numbers: tuple[int, ...]  # of the rows of all events in them
    rulings: tuple[Ruling, ...]  # of people, on events in them or on those that they might have stood with


def groups_around(ledger: Ledger, events: Sequence[int], *, as_of: str | None = None) -> Grouped:
    """Give the groups that hold these events, by the numbers of their rows."""
    seen = _Seen(ledger, as_of)
    seen.see(events)
    core = seen.grown(events)
    firm = seen.grown(seen.beside(core, anchored))
    loose = seen.beside(core | firm, lambda stand: not anchored(stand))
    seen.grown(seen.beside(loose, anchored))
    ids = {number: stand.id for number, stand in seen.stands.items()}
    rulings = store.rulings_on(ledger, ids, as_of=as_of)
    found = groups_of({stand.id: stand for stand in seen.stands.values()}, store.links_of(seen.near, ids), rulings)
    asked = {ids[number] for number in events if number in ids}
    groups = tuple(group for group in found if asked & {*group})
    held = {event for group in groups for event in group}
    return Grouped(groups, tuple(number for number, event in sorted(ids.items()) if event in held), rulings)


class _Seen:
    """Events that were looked up, with the bonds at them."""

    def __init__(self, ledger: Ledger, as_of: str | None) -> None:
        self.stands: dict[int, Stand] = {}
        self.near: dict[int, dict[int, float]] = {}  # what the events whose bonds were looked up are bonded to
        self._firm: dict[int, bool] = {}  # whether an event has an anchor, asked once for all its bonds
        self._ledger, self._as_of = ledger, as_of

    def see(self, events: Iterable[int]) -> None:
        """Look up where events stand."""
        new = {*events} - self.stands.keys()
        if new:
            self.stands |= store.standings(self._ledger, JOINER, sorted(new), as_of=self._as_of)

    def grown(self, events: Iterable[int]) -> frozenset[int]:
        """Give these events and all that bonds and merges lead to from them."""
        found, ahead = {*events} & self.stands.keys(), sorted({*events} & self.stands.keys())
        while ahead:
            self._look(ahead)
            merged = store.merged_with(self._ledger, ahead, as_of=self._as_of)
            self.see(merged)
            new = {other for one in ahead for other in self._led_to(one)}
            ahead = sorted((new | (merged & self.stands.keys())) - found)
            found.update(ahead)
        return frozenset(found)

    def beside(self, events: Iterable[int], wanted: Callable[[Stand], bool]) -> frozenset[int]:
        """Give the events of the kind wanted that are bonded to these."""
        self._look(sorted(events))
        near = {other for one in events for other in self.near[one]}
        return frozenset(other for other in near if wanted(self.stands[other]))

    def _led_to(self, one: int) -> Iterator[int]:
        """Give the events that bonds lead to from an event: from an anchored one to its like, else by a tie."""
        if self._is_firm(one):
            yield from filter(self._is_firm, self.near[one])
            return
        for other, score in self.near[one].items():
            if not self._is_firm(other) and tied(self.stands[one], self.stands[other], score):
                yield other

    def _is_firm(self, event: int) -> bool:
        if event not in self._firm:
            self._firm[event] = anchored(self.stands[event])
        return self._firm[event]

    def _look(self, events: Iterable[int]) -> None:
        """Look up the bonds at events."""
        new = [event for event in events if event not in self.near]
        if not new:
            return
        found = store.ties_at(self._ledger, JOINER, new)
        self.see(other for near in found.values() for other in near)
        for one, near in found.items():
            self.near[one] = {other: score for other, score in near.items() if other in self.stands}
