"""People's merges and splits in, which events they hold together and which apart out: the later word wins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from histor.records.decisions import Ruling, in_order


@dataclass(slots=True)
class Settled:
    """Lots of events that people hold together, and pairs that they hold apart."""

    home: dict[str, str]  # event -> name of its lot; at first each has its own
    lots: dict[str, set[str]]  # name -> events
    apart: set[tuple[str, str]] = field(default_factory=set)
    kept: list[Ruling] = field(default_factory=list)  # those that count

    def may_be_one(self, one: str, other: str) -> bool:
        """Tell whether nobody holds an event of the one's lot and one of the other's apart."""
        if not self.apart:
            return True
        ones, others = self.lots[self.home[one]], self.lots[self.home[other]]
        return not any(
            (mine, theirs) in self.apart or (theirs, mine) in self.apart for mine in ones for theirs in others
        )

    def unite(self, one: str, other: str) -> None:
        """Put the lots of two events together."""
        first, second = sorted((self.home[one], self.home[other]))
        if first != second:
            taken = self.lots.pop(second)
            self.lots[first] |= taken
            self.home.update(dict.fromkeys(taken, first))


def settle(events: Iterable[str], rulings: Iterable[Ruling]) -> Settled:
    """Put together and hold apart what people say, the latest first; what contradicts a later word does not count."""
    names = sorted(events)
    settled = Settled({event: event for event in names}, {event: {event} for event in names})
    known: Mapping[str, str] = settled.home
    for ruling in sorted(rulings, key=_latest_first, reverse=True):
        if ruling.one not in known or ruling.other not in known:
            continue
        if ruling.together:
            counts = settled.may_be_one(ruling.one, ruling.other)
            if counts:
                settled.unite(ruling.one, ruling.other)
        else:
            counts = settled.home[ruling.one] != settled.home[ruling.other]
            if counts:
                settled.apart.add((ruling.one, ruling.other))
        if counts:
            settled.kept.append(ruling)
    return settled


def overruled(rulings: Sequence[Ruling]) -> frozenset[str]:
    """Give the ids of the decisions of which nothing counts, since later ones say otherwise."""
    events = {event for ruling in rulings for event in (ruling.one, ruling.other)}
    kept = {ruling.decision.id for ruling in settle(events, rulings).kept}
    return frozenset({ruling.decision.id for ruling in rulings} - kept)


def _latest_first(ruling: Ruling) -> tuple[tuple[str, str], str, str]:
    return in_order(ruling.decision), ruling.one, ruling.other
