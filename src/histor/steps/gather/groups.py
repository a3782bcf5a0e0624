"""Events and bonds in, groups of events that are one happening out.

Anchored events come first: the strongest bonds are followed first, and two groups become one only if their events are
likely to be one as a whole, and no event of the one contradicts the identity of one of the other. Then the events
without an anchor join the group that they fit best. So a group depends on few events around it, however many there are.
"""

from collections.abc import Iterable, Mapping, Sequence

from histor.records.decisions import Ruling
from histor.records.incidents import Standing, Tie
from histor.steps.gather.anchors import anchored, chained
from histor.steps.gather.rulings import Settled, settle
from histor.steps.join.identity import apart

TOGETHER = 0.35  # mean probability over all pairs of two groups, from which they are one (docs/fusion.md)
UNBOUND = 0.2  # what a pair without a bond adds to that mean; chosen on judged pairs (docs/fusion.md)

Group = tuple[str, ...]
Pair = tuple[str, str]


def groups_of(
    events: Mapping[str, Standing], bonds: Iterable[Tie], rulings: Iterable[Ruling] = ()
) -> tuple[Group, ...]:
    """Give the groups, each in order of event id; every event is in one. The order of bonds does not matter.

    What people hold together is one group, with all that either side is bonded to, whatever the machine thinks of the
    two; what they hold apart is never one.
    """
    grouping = _Grouping(events, {(each.one, each.other): each.score for each in bonds}, settle(events, rulings))
    firm = {event for event, standing in events.items() if anchored(standing)}
    grouping.unite([pair for pair in grouping.likely if pair[0] in firm and pair[1] in firm])
    grouping.attach(firm)
    left = [pair for pair in grouping.likely if not firm & {*pair} and not grouping.attached & {*pair}]
    grouping.unite([pair for pair in left if chained(events[pair[0]], events[pair[1]], grouping.likely[pair])])
    return tuple(sorted(tuple(sorted(lot)) for lot in grouping.settled.lots.values()))


class _Grouping:
    """Groups on their way: `settled` holds them, with what people rule."""

    def __init__(self, events: Mapping[str, Standing], likely: Mapping[Pair, float], settled: Settled) -> None:
        self.events = events
        self.likely = {pair: score for pair, score in likely.items() if pair[0] in events and pair[1] in events}
        self.settled = settled
        self.attached: set[str] = set()
        self._members = {event: [event] for event in events}  # as the machine sees them: people's lots may be more
        self._home = {event: event for event in events}

    def unite(self, pairs: Iterable[Pair]) -> None:
        """Follow these bonds, the strongest first."""
        for one, other in sorted(pairs, key=lambda pair: (-self.likely[pair], pair)):
            first, second = sorted((self._home[one], self._home[other]))
            if self.settled.home[one] == self.settled.home[other] or not self.settled.may_be_one(one, other):
                continue
            if self._are_one(self._members[first], self._members[second]):
                self._members[first] += self._members.pop(second)
                self._home.update(dict.fromkeys(self._members[first], first))
                self.settled.unite(one, other)

    def attach(self, firm: set[str]) -> None:
        """Put events without an anchor to the group that they fit best, those that fit best first."""
        found = [(*best, event) for event, fits in self._fits(firm).items() if (best := self._best(event, fits))]
        groups = {home: self._members[home] for _, home, _ in found}
        for _, home, event in sorted(found):
            may_be = self.settled.may_be_one(event, home)
            if may_be and not any(self._apart(event, held) for held in groups[home]):
                self.settled.unite(event, home)
                groups[home].append(event)
                self.attached.add(event)

    def _fits(self, firm: set[str]) -> dict[str, set[str]]:
        """Give the groups that each event without an anchor is bonded to."""
        fits: dict[str, set[str]] = {}
        for one, other in self.likely:
            for event, anchor in ((one, other), (other, one)):
                if event not in firm and anchor in firm:
                    fits.setdefault(event, set()).add(self._home[anchor])
        return fits

    def _best(self, event: str, homes: Iterable[str]) -> tuple[float, str] | None:
        """Give the group that an event fits best, after its score below zero; None: it fits none."""
        score, home = min((-self._mean([event], self._members[home]), home) for home in homes)
        return (score, home) if -score >= TOGETHER else None

    def _are_one(self, ones: Sequence[str], others: Sequence[str]) -> bool:
        if any(self._apart(one, other) for one in ones for other in others):
            return False
        return self._mean(ones, others) >= TOGETHER

    def _apart(self, one: str, other: str) -> bool:
        """Tell whether two events cannot be one; a bond says that they can."""
        return _in_order(one, other) not in self.likely and apart(self.events[one], self.events[other]) is not None

    def _mean(self, ones: Sequence[str], others: Sequence[str]) -> float:
        scores = (self.likely.get(_in_order(one, other), UNBOUND) for one in ones for other in others)
        return sum(scores) / (len(ones) * len(others))


def _in_order(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)
