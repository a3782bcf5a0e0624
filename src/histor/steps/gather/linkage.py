"""The scores of bonds and of pairs without one in, the mean score between two groups of events out.

Sums are kept while groups grow: that of two groups made one is the sum of both, and no pair is asked for twice. Events
that stand alike have one score with any other that they have no bond with, so those are counted and not listed.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from math import inf

DIGITS = 9  # of a mean; what stands behind them depends on the order in which numbers are added
Near = Mapping[str, Mapping[str, float]]  # event -> those that it is bonded to, and how probably


class Linkage:
    """Groups on their way, each known by its first event in order of id; at first every event is one by itself.

    `like` names, for each event, the first one that stands alike; `unbound` gives the score of two such without a bond.
    """

    def __init__(self, like: Mapping[str, str], near: Near, unbound: Callable[[str, str], float]) -> None:
        self.home = {event: event for event in like}
        self.members = {event: [event] for event in like}
        self._near, self._like, self._unbound = near, like, unbound
        self._kinds = {event: Counter((kind,)) for event, kind in like.items()}
        self._sums: dict[str, dict[str, float]] = {event: {} for event in like}

    def mean(self, one: str, other: str) -> float:
        """Give the mean score over all pairs of two groups, by their homes, whatever order it was added up in."""
        return round(self._sum(one, other) / (len(self.members[one]) * len(self.members[other])), DIGITS)

    def merge(self, one: str, other: str) -> None:
        """Make two groups one, by their homes."""
        first, second = sorted((one, other))
        mine, theirs = self._sums.pop(first), self._sums.pop(second)
        for home in (mine.keys() | theirs.keys()) - {first, second}:
            self._sums[home].pop(first, None)
            self._sums[home].pop(second, None)
        self._sums[first] = {}
        for home in (mine.keys() & theirs.keys()) - {first, second}:
            self._keep(first, home, mine[home] + theirs[home])
        self.members[first] += self.members.pop(second)
        self._kinds[first].update(self._kinds.pop(second))
        self.home.update(dict.fromkeys(self.members[first], first))

    def _sum(self, one: str, other: str) -> float:
        if other not in self._sums[one]:
            self._keep(one, other, self._added_up(one, other))
        return self._sums[one][other]

    def _added_up(self, one: str, other: str) -> float:
        total = 0.0
        for kind, number in self._kinds[one].items():
            for against, others in self._kinds[other].items():
                total += number * others * self._unbound(kind, against)
        return total if total == -inf else total + sum(self._beyond(one, other))

    def _beyond(self, one: str, other: str) -> Iterator[float]:
        """Give how much more likely each bond between two groups makes its pair than it would be without one."""
        like, home, theirs = self._like, self.home, self.members[other]
        for event in self.members[one]:
            near = self._near.get(event, {})
            bound = [each for each in near if home[each] == other] if len(near) < len(theirs) else near.keys() & theirs
            for each in bound:
                yield near[each] - self._unbound(like[event], like[each])

    def _keep(self, one: str, other: str, total: float) -> None:
        self._sums[one][other] = self._sums[other][one] = total
