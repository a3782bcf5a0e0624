"""The events of one happening in, pairs of them that cannot both be so out; and two happenings that may be one.

A later word of the same origin that gives another number replaces the earlier one: that is a revision.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from histor.records.claims import REFUTES
from histor.records.decisions import Decision, Verdict
from histor.records.events import EXACT, Event
from histor.records.incidents import About, Contradiction, Telling
from histor.records.measures import Count, Day
from histor.steps.gather.origins import asserts, origin_of
from histor.steps.gather.values import number
from histor.steps.join.identity import days_apart, meet
from histor.steps.join.reasons import fits
from histor.steps.join.sides import doers_of
from histor.steps.join.themes import contradict

_ORDER: tuple[About, ...] = ("whether it happened", "who did it", "how many", "on which day", "where")
_COUNTED = frozenset({"killed", "wounded", "captured", "displaced"})


def disputes_of(tellings: Sequence[Telling], verdicts: Sequence[Verdict] = ()) -> tuple[Contradiction, ...]:
    """Give what cannot both be so within one happening, one pair for each question and two origins.

    Of pairs of which a person rejected one, none is left: the same two origins need not be judged pair by pair.
    """
    found: dict[tuple[About, str, str, bool], list[Contradiction]] = {}
    ordered = sorted(tellings, key=lambda each: (each.row.source.published.start or "9999", each.id))
    origins = {each.id: origin_of(each, tellings) for each in ordered}
    for one, other in combinations(map(_said, ordered), 2):
        first, second = sorted((origins[one.event.id], origins[other.event.id]))
        for each in _between(one, other, same_origin=first == second):
            found.setdefault((each.about, first, second, each.revision), []).append(each)
    left = [stands for alike in found.values() if (stands := judged(alike, verdicts))]
    return tuple(sorted(left, key=lambda each: (_ORDER.index(each.about), each.one, each.other)))


def judged(alike: Sequence[Contradiction], verdicts: Sequence[Verdict]) -> Contradiction | None:
    """Give the pair that stands for those that are alike: the one that a person confirmed, else the first.

    None if a person rejected one of them last.
    """
    pairs = {(str(each.about), frozenset((each.one, each.other))): each for each in reversed(alike)}
    last: tuple[Decision, Contradiction] | None = None
    for verdict in verdicts:
        pair = pairs.get((verdict.decision.field, frozenset(verdict.events)))
        if pair and verdict.decision.target == "contradiction" and verdict.decision.kind in ("confirm", "reject"):
            last = (verdict.decision, pair)
    if last is None:
        return alike[0]
    return None if last[0].kind == "reject" else replace(last[1], decided=last[0])


def denies(telling: Telling) -> bool:
    """Tell whether somebody denies it; a report that merely says what was not is no denial."""
    event, stance = telling.row.event, telling.setting.stance
    counts = any(count.low for count in event.quantities)  # whoever counts the dead denies nothing
    return event.status == "denied" and (stance in REFUTES or (stance == "asserts" and not counts))


def other_day(one: Telling, other: Telling) -> Contradiction | None:
    """Tell whether events of two happenings may be one that is told with another day; None: nothing says so.

    Only places and days of their own words are compared, a day apart, and the ways must not contradict each other.
    """
    mine, theirs = one.setting, other.setting
    if not (mine.days and theirs.days and mine.spots and theirs.spots) or _same_origin(one, other):
        return None
    own = {each.basis for each in (mine.days, theirs.days, mine.spots[0], theirs.spots[0])} == {"own"}
    together = meet(mine.spots[0], theirs.spots[0]) and mine.spots[0].precision in EXACT
    alike = not contradict(mine.ways, theirs.ways) and not contradict(mine.things, theirs.things)
    if own and together and alike and asserts(one) and asserts(other) and days_apart(mine.days, theirs.days) == 1:
        return Contradiction("on which day", one.id, other.id, mine.days.start, theirs.days.start)
    return None


def _same_origin(one: Telling, other: Telling) -> bool:
    return origin_of(one, (one, other)) == origin_of(other, (one, other))


class _Said(NamedTuple):
    """What of a telling is held against others, worked out once."""

    event: Event
    published: Day | None
    asserts: bool
    denies: bool
    doers: frozenset[str]
    counts: tuple[Count, ...]
    sums_up: bool


def _said(telling: Telling) -> _Said:
    event = telling.row.event
    counts = tuple(count for count in event.quantities if count.what in _COUNTED)
    published = telling.row.source.published.start
    sums_up = bool(telling.setting.summary)
    return _Said(event, published, asserts(telling), denies(telling), doers_of(telling), counts, sums_up)


def _between(one: _Said, other: _Said, *, same_origin: bool) -> Iterator[Contradiction]:
    """Compare two; the dead and the doers of many happenings are no others than those of one among them."""
    ends = one.event.id, other.event.id
    both = one.asserts and other.asserts and one.sums_up == other.sums_up
    if both and (counted := _counts_apart(one, other)) and (not same_origin or one.published != other.published):
        yield Contradiction("how many", *ends, *counted, revision=same_origin)
    if same_origin:
        return
    if (one.denies and other.asserts) or (other.denies and one.asserts):
        says = {True: "it happened", False: "it did not happen, or not so"}
        yield Contradiction("whether it happened", *ends, says[one.asserts], says[other.asserts])
    if both and one.doers and other.doers and not one.doers & other.doers:
        yield Contradiction("who did it", *ends, _doers(one.event), _doers(other.event))


def _counts_apart(one: _Said, other: _Said) -> tuple[str, str] | None:
    for mine in one.counts:
        for theirs in other.counts:
            if mine.what == theirs.what and not fits(mine, theirs):
                return f"{number(mine)} {mine.what}", f"{number(theirs)} {theirs.what}"
    return None


def _doers(event: Event) -> str:
    return ", ".join(party.name for party in event.actors)
