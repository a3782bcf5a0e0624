"""A ceasefire's days in, its state on each of them and the rule that named it out; the first rule that holds decides.

The figures are the project's own choice (docs/decisions/0012 and 0019); every board shows the rule.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from histor.monitors.truce.definition import TruceDefinition
from histor.records.boards import StateCourse, TruceDay, TruceState
from histor.records.measures import Day

WINDOW = 7  # days looked back on: one whole week
STRAINED = 3  # alleged violations in the window
STRAINED_DAYS = 2  # days on which they lie: three on one day are one clash
CONTESTED = 3  # violations in the window, at least half of them denied
COLLAPSED = 7  # alleged violations in the window: one a day
COLLAPSED_DAYS = 4  # of the window, on which some are borne out by two origins or admitted: most of its days
BACK_TO = 1 / 2  # of the level before: a truce under which half of the violence goes on has stopped no war
HEARD = 4  # days of the window that must have been heard from before anything is said to hold


@dataclass(frozen=True, slots=True)
class Named:
    """A state with its rule and the deeds that fired it."""

    state: TruceState
    rule: str
    deeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Week:
    """The window up to a day."""

    days: Sequence[TruceDay]
    level: float | None  # violence a day before it took effect; None: not known
    graded: bool  # whether the record tells what is borne out; else each row stands on the record's own word

    @property
    def alleged(self) -> tuple[str, ...]:
        return _ids(day.alleged for day in self.days)

    @property
    def firm(self) -> tuple[str, ...]:
        return _ids(day.corroborated for day in self.days)

    @property
    def firm_days(self) -> int:
        """On how many days something is borne out; in a record that grades nothing, on how many it tells of any."""
        return sum(bool(day.corroborated or (day.alleged and not self.graded)) for day in self.days)

    @property
    def denied(self) -> tuple[str, ...]:
        return _ids(day.denied for day in self.days)

    @property
    def heard(self) -> int:
        return sum(day.heard > 0 for day in self.days)


def name_states(
    definition: TruceDefinition, days: Sequence[TruceDay], level: float | None, *, graded: bool = True
) -> Iterator[Named]:
    """Name the state of every day, in order; `level` is the violence a day before it took effect.

    `graded` tells whether the record says of its deeds how well they are borne out.
    """
    before: TruceState | None = None
    for place, day in enumerate(days):
        window = _Week(days[max(0, place - WINDOW + 1) : place + 1], level, graded)
        named = _by_date(definition, day.day) or _by_week(window)
        if before == "collapsed" and named.state != "collapsed":
            named = _still_collapsed(window) or named
        before = named.state
        yield named


def courses(days: Sequence[TruceDay], named: Sequence[Named]) -> tuple[StateCourse, ...]:
    """Put days of one state together, with the rule and the deeds of the last of them."""
    found = []
    for _, group in groupby(zip(days, named, strict=True), key=lambda pair: pair[1].state):
        pairs = list(group)
        last = pairs[-1][1]
        found.append(StateCourse(last.state, pairs[0][0].day, pairs[-1][0].day, last.rule, last.deeds))
    return tuple(found)


def _by_date(definition: TruceDefinition, day: Day) -> Named | None:
    if definition.ended and day >= definition.ended:
        return Named("ended", f"the definition says that it was over from {definition.ended}")
    if day < definition.in_effect:
        return Named("announced", f"it takes effect on {definition.in_effect}")
    if definition.ends and day > definition.ends:
        if definition.extended_until and day <= definition.extended_until:
            return Named("extended", f"it ran to {definition.ends} and was extended to {definition.extended_until}")
        last = definition.extended_until or definition.ends
        return Named("expired", f"its last day was {last}, and the definition knows no extension after it")
    return None


def _by_week(week: _Week) -> Named:
    rules: tuple[Callable[[_Week], Named | None], ...] = (_unknown, _collapsed, _contested, _strained, _holding)
    return next(named for rule in rules if (named := rule(week)))


def _unknown(week: _Week) -> Named | None:
    if week.heard or week.alleged:
        return None
    days = "on this day" if len(week.days) == 1 else f"in {len(week.days)} days"
    return Named("unknown", f"no report was heard {days}: silence is not calm")


def _collapsed(week: _Week) -> Named | None:
    alleged, on = week.alleged, week.firm_days
    if len(alleged) < COLLAPSED or on < COLLAPSED_DAYS:
        return None
    rate = len(alleged) / len(week.days)
    if week.level is None or rate < BACK_TO * week.level:
        return None
    borne = f"some corroborated on {on}" if week.graded else f"told on {on} by a record that grades none"
    rule = (
        f"{len(alleged)} violations alleged in {len(week.days)} days ({COLLAPSED} or more), {borne} of them "
        f"({COLLAPSED_DAYS} or more), {rate:.1f} a day against {week.level:.1f} before it took effect (half or more)"
    )
    return Named("collapsed", rule, alleged)


def _still_collapsed(week: _Week) -> Named | None:
    """A truce that has collapsed is not merely strained again while one violation a day goes on."""
    alleged = week.alleged
    if len(alleged) < COLLAPSED:
        return None
    rule = f"it had collapsed, and {len(alleged)} violations alleged in {len(week.days)} days ({COLLAPSED} or more)"
    return Named("collapsed", rule, alleged)


def _contested(week: _Week) -> Named | None:
    alleged, denied = week.alleged, week.denied
    if len(alleged) < CONTESTED or 2 * len(denied) < len(alleged):
        return None
    rule = f"{len(denied)} of {_several(alleged)} alleged in {len(week.days)} days are denied (half or more)"
    return Named("contested", rule, alleged)


def _strained(week: _Week) -> Named | None:
    alleged, firm = week.alleged, week.firm
    on = sum(bool(day.alleged) for day in week.days)
    if firm:
        rule = f"{len(firm)} of {_several(alleged)} alleged in {len(week.days)} days corroborated (1 or more)"
        return Named("strained", rule, firm)
    if len(alleged) >= STRAINED and on >= STRAINED_DAYS:
        told = f"{_several(alleged)} alleged on {on} of {len(week.days)} days"
        rule = f"{told} ({STRAINED} on {STRAINED_DAYS} or more)"
        return Named("strained", rule, alleged)
    return None


def _holding(week: _Week) -> Named:
    told = f"{_several(week.alleged)} alleged in {len(week.days)} days, none corroborated"
    if week.heard >= HEARD:
        return Named("holding", f"{told}, with reports on {week.heard} of them ({HEARD} or more)", week.alleged)
    rule = f"{told}; with reports on {week.heard} of them (fewer than {HEARD}) nothing can be said to hold"
    return Named("in effect", rule, week.alleged)


def _ids(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))


def _several(violations: Sequence[str]) -> str:
    return f"{len(violations)} violation{'' if len(violations) == 1 else 's'}"
