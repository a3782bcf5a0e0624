"""Alleged violations and days of publication in, the days of a ceasefire and what was heard on each out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from histor.monitors.counting import days_between
from histor.records.boards import Outlet, TruceDay, Violation
from histor.records.measures import Day

Reports = Sequence[tuple[Day, str]]  # day of publication and outlet
Weight = Callable[[Violation], int]  # how many it stands for
NEWS = 1  # days after which a day is still reported on: a morning paper tells of the day before


def strip_of(
    violations: Sequence[Violation], reports: Reports, *, since: Day, until: Day, weight: Weight
) -> tuple[TruceDay, ...]:
    """Give the days from the first to the last, both included; their state is still unknown.

    A violation that stands for several is named as often.
    """
    heard = _heard(reports)
    by_day: dict[Day, list[Violation]] = {}
    for each in violations:
        by_day.setdefault(each.day, []).append(each)
    return tuple(_day(day, by_day.get(day, []), heard, weight) for day in days_between(since, until))


def heard_days(reports: Reports, days: Iterable[Day]) -> tuple[Day, ...]:
    """Give those of the days on which reports were heard: published then, or on the day after."""
    heard = _heard(reports)
    return tuple(day for day in days if any(near in heard for near in _near(day)))


def outlets_of(reports: Reports, *, until: Day) -> tuple[Outlet, ...]:
    """Tell how far each outlet was heard from up to a day, those longest silent first."""
    days: dict[str, list[Day]] = {}
    for day, outlet in reports:
        if day <= until:
            days.setdefault(outlet, []).append(day)
    found = [Outlet(name, len(on), min(on), max(on), _apart(max(on), until)) for name, on in days.items()]
    return tuple(sorted(found, key=lambda each: (-each.silent, each.name)))


def ids_of(violations: Iterable[Violation], weight: Weight) -> tuple[str, ...]:
    """Give the ids of the deeds, each as often as it counts."""
    return tuple(each.deed.id for each in violations for _ in range(weight(each)))


def _day(day: Day, violations: Sequence[Violation], heard: Mapping[Day, Sequence[str]], weight: Weight) -> TruceDay:
    outlets = [outlet for near in _near(day) for outlet in heard.get(near, ())]
    return TruceDay(
        day=day,
        alleged=ids_of(violations, weight),
        corroborated=ids_of((each for each in violations if each.corroborated), weight),
        denied=ids_of((each for each in violations if each.denied), weight),
        unattributed=ids_of((each for each in violations if not each.accused), weight),
        heard=len(outlets),
        outlets=tuple(sorted(set(outlets))),
        state="unknown",
    )


def _near(day: Day) -> tuple[Day, ...]:
    first = date.fromisoformat(day)
    return tuple((first + timedelta(days=after)).isoformat() for after in range(NEWS + 1))


def _heard(reports: Reports) -> dict[Day, list[str]]:
    found: dict[Day, list[str]] = {}
    for day, outlet in reports:
        found.setdefault(day, []).append(outlet)
    return found


def _apart(first: Day, last: Day) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
