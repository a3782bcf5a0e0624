"""Events and bonds in, groups of events that are one happening out.

The strongest bonds are followed first. Two groups become one only if their events are likely to be one as a whole, and
no event of the one contradicts the identity of one of the other: a chain of likely bonds must not carry an event from
one town or day to the next.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from histor.records.incidents import Bond, Telling
from histor.steps.join.bonding import weigh
from histor.steps.join.identity import apart

TOGETHER = 0.5  # mean probability over all pairs of two groups, from which they are one (docs/fusion.md)

Group = tuple[str, ...]


def groups_of(tellings: Mapping[str, Telling], bonds: Iterable[Bond]) -> tuple[Group, ...]:
    """Give the groups, each in order of event id; every event is in one. The order of the bonds does not matter."""
    home: dict[str, str] = {event: event for event in tellings}
    members: dict[str, list[str]] = {event: [event] for event in tellings}
    likely = {(each.one, each.other): each.score for each in bonds}
    for _, one, other in sorted((-score, *ids) for ids, score in likely.items()):
        first, second = sorted((home[one], home[other]))
        if first != second and _are_one(members[first], members[second], tellings, likely):
            members[first] += members.pop(second)
            home.update(dict.fromkeys(members[first], first))
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))


def linked(bonds: Iterable[Bond]) -> Callable[[str], frozenset[str]]:
    """Give a function that finds all events that an event hangs together with over any number of bonds."""
    near: dict[str, set[str]] = {}
    for each in bonds:
        near.setdefault(each.one, set()).add(each.other)
        near.setdefault(each.other, set()).add(each.one)

    def reached(event: str) -> frozenset[str]:
        found, ahead = {event}, [event]
        while ahead:
            new = near.get(ahead.pop(), set()) - found
            found |= new
            ahead += new
        return frozenset(found)

    return reached


def _are_one(
    ones: Sequence[str],
    others: Sequence[str],
    tellings: Mapping[str, Telling],
    likely: Mapping[tuple[str, str], float],
) -> bool:
    total = 0.0
    for one in ones:
        for other in others:
            if apart(tellings[one], tellings[other]):
                return False
            total += _score(one, other, tellings, likely)
    return total >= TOGETHER * len(ones) * len(others)


def _score(one: str, other: str, tellings: Mapping[str, Telling], likely: Mapping[tuple[str, str], float]) -> float:
    kept = likely.get((min(one, other), max(one, other)))
    if kept is not None:
        return kept
    weighed = weigh(tellings[one], tellings[other])
    return weighed.score if weighed else 0.0
