"""The score of any two events in, the mean score between two groups of them out.

Sums are kept while groups grow: that of two groups made one is the sum of both, and no pair is asked for twice.
"""

from collections.abc import Callable, Iterable


class Linkage:
    """Groups on their way, each known by its first event in order of id; at first every event is one by itself."""

    def __init__(self, events: Iterable[str], score: Callable[[str, str], float]) -> None:
        self.home = {event: event for event in events}
        self.members = {event: [event] for event in self.home}
        self._score = score
        self._sums: dict[str, dict[str, float]] = {event: {} for event in self.home}

    def mean(self, one: str, other: str) -> float:
        """Give the mean score over all pairs of two groups, by their homes."""
        return self._sum(one, other) / (len(self.members[one]) * len(self.members[other]))

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
        self.home.update(dict.fromkeys(self.members[first], first))

    def _sum(self, one: str, other: str) -> float:
        if other not in self._sums[one]:
            pairs = ((a, b) for a in self.members[one] for b in self.members[other])
            self._keep(one, other, sum(self._score(a, b) for a, b in pairs))
        return self._sums[one][other]

    def _keep(self, one: str, other: str, total: float) -> None:
        self._sums[one][other] = self._sums[other][one] = total
