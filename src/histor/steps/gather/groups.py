"""Events and bonds in, groups of events that are one happening out.

Anchored events come first: the strongest bonds are followed first, and two groups become one only if their events are
likely to be one as a whole. Two of which one may be misread, in its place or day, speak against it and no more. Then
the events without an anchor join the group that they fit best. So a group depends on few events around it, however many
there are.
"""

from collections.abc import Hashable, Iterable, Mapping
from math import inf

from histor.records.decisions import Ruling
from histor.records.standing import Standing, Tie
from histor.steps.gather.anchors import anchored, tied
from histor.steps.gather.linkage import Linkage
from histor.steps.gather.rulings import Settled, settle
from histor.steps.join.identity import apart, barred

TOGETHER = 0.22  # mean probability over all pairs of two groups, from which they are one (docs/fusion.md)
UNBOUND = 0.15  # what a pair without a bond adds to that mean; chosen on judged pairs (docs/fusion.md)
CONTRADICTING = 0.0  # what a pair adds that contradicts each other's place or day
NEVER = -inf  # of two that stand in no incident together

Group = tuple[str, ...]
Pair = tuple[str, str]


def groups_of(
    events: Mapping[str, Standing], bonds: Iterable[Tie], rulings: Iterable[Ruling] = ()
) -> tuple[Group, ...]:
    """Give the groups, each in order of event id; every event is in one. The order of bonds does not matter.

    What people hold together is one group, with all that either side is bonded to, whatever the machine thinks of the
    two; what they hold apart is never one.
    """
    likely = {(each.one, each.other): each.score for each in bonds if each.one in events and each.other in events}
    grouping = _Grouping(events, likely, settle(events, rulings))
    firm = {event for event, standing in events.items() if anchored(standing)}
    grouping.unite([pair for pair in grouping.likely if pair[0] in firm and pair[1] in firm])
    grouping.attach(firm)
    left = [pair for pair in grouping.likely if not firm & {*pair} and not grouping.attached & {*pair}]
    grouping.unite([pair for pair in left if tied(events[pair[0]], events[pair[1]], grouping.likely[pair])])
    return tuple(sorted(tuple(sorted(lot)) for lot in grouping.settled.lots.values()))


class _Grouping:
    """Groups on their way: `settled` holds them, with what people rule; `linkage` as the machine sees them."""

    def __init__(self, events: Mapping[str, Standing], likely: Mapping[Pair, float], settled: Settled) -> None:
        self.events = events
        self.likely = likely
        self.settled = settled
        self.attached: set[str] = set()
        self._near = _by_end(self.likely)
        first: dict[Hashable, str] = {}
        self._like = {event: first.setdefault(_told_apart_by(stand), event) for event, stand in events.items()}
        self._without: dict[Pair, float] = {}  # a bond: of two by which all that stand alike are known
        self.linkage = Linkage(self._like, self._near, self._unbound)

    def unite(self, pairs: Iterable[Pair]) -> None:
        """Follow these bonds, the strongest first."""
        home = self.linkage.home
        for one, other in sorted(pairs, key=lambda pair: (-self.likely[pair], pair)):
            if self.settled.home[one] == self.settled.home[other] or not self.settled.may_be_one(one, other):
                continue
            if self.linkage.mean(home[one], home[other]) >= TOGETHER:
                self.linkage.merge(home[one], home[other])
                self.settled.unite(one, other)

    def attach(self, firm: set[str]) -> None:
        """Put events without an anchor to the group that they fit best, those that fit best first."""
        found = [(*best, event) for event, fits in self._fits(firm).items() if (best := self._best(event, fits))]
        joined: dict[str, list[str]] = {}
        for _, home, event in sorted(found):
            held = joined.setdefault(home, [])
            may_be = self.settled.may_be_one(event, home)
            if may_be and not any(self._score(event, other) == NEVER for other in held):
                self.settled.unite(event, home)
                held.append(event)
                self.attached.add(event)

    def _fits(self, firm: set[str]) -> dict[str, set[str]]:
        """Give the groups that each event without an anchor is bonded to."""
        fits: dict[str, set[str]] = {}
        for one, other in self.likely:
            for event, anchor in ((one, other), (other, one)):
                if event not in firm and anchor in firm:
                    fits.setdefault(event, set()).add(self.linkage.home[anchor])
        return fits

    def _best(self, event: str, homes: Iterable[str]) -> tuple[float, str] | None:
        """Give the group that an event fits best, after its score below zero; None: it fits none."""
        score, home = min((-self.linkage.mean(event, home), home) for home in homes)
        return (score, home) if -score >= TOGETHER else None

    def _score(self, one: str, other: str) -> float:
        """Give how likely two events are one; without a bond, by what their kinds, places and days allow."""
        score = self._near.get(one, {}).get(other)
        return self._unbound(self._like[one], self._like[other]) if score is None else score

    def _unbound(self, one: str, other: str) -> float:
        """Give the score of two without a bond; one answer does for all that stand alike."""
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._without:
            self._without[pair] = _without_bond(self.events[one], self.events[other])
        return self._without[pair]


def _by_end(likely: Mapping[Pair, float]) -> dict[str, dict[str, float]]:
    """Give what each event is bonded to, and how probably."""
    near: dict[str, dict[str, float]] = {}
    for (one, other), score in likely.items():
        near.setdefault(one, {})[other] = near.setdefault(other, {})[one] = score
    return near


def _told_apart_by(event: Standing) -> Hashable:
    """Give all by which it is told apart."""
    return event.type, event.status, event.dataset, event.days, event.spots, event.killed


def _without_bond(one: Standing, other: Standing) -> float:
    if not apart(one, other):  # whatever is barred is apart, too
        return UNBOUND
    return NEVER if barred(one, other) else CONTRADICTING
