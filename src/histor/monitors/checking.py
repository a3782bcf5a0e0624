"""A definition in, what does not fit together in it out, each with the path of the key concerned."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from histor.monitors.definition import Definition, Group
from histor.monitors.lines import Path

Fault = tuple[Path, str]


def check(definition: Definition) -> Iterator[Fault]:
    """Find days that cannot be, dates out of order or out of range, and names that nothing has."""
    days = list(_days(definition))
    yield from days
    if not days:
        yield from _order(definition)
    yield from _doubled("dates", [date.name for date in definition.dates])
    yield from _doubled("groups", [group.name for group in definition.groups])
    yield from _doubled("witnesses", [witness.key for witness in definition.witnesses], "key")
    yield from _groups(definition.groups, ("groups",))
    for place, variant in enumerate(definition.variants):
        yield from _groups(variant.groups or (), ("variants", place, "groups"))
        if variant.groups is not None and {g.name for g in variant.groups} != {g.name for g in definition.groups}:
            yield ("variants", place), "a variant's groups must have the names of the definition's groups"
    yield from _claims(definition)
    for place, witness in enumerate(definition.witnesses):
        if (witness.profile == "generic") != (witness.mapping is not None):
            yield ("witnesses", place), "a generic profile needs a `mapping`, and no other profile takes one"


def _days(definition: Definition) -> Iterator[Fault]:
    named: list[tuple[Path, str | None]] = [(("since",), definition.since), (("until",), definition.until)]
    named += [(("dates", place, "day"), date.day) for place, date in enumerate(definition.dates)]
    for place, group in enumerate(definition.groups):
        named += [(("groups", place, "since"), group.since), (("groups", place, "until"), group.until)]
    for path, day in named:
        try:
            datetime.date.fromisoformat(day) if day else None
        except ValueError:
            yield path, f"{day!r} is no day of the calendar"


def _order(definition: Definition) -> Iterator[Fault]:
    if definition.until <= definition.since:
        yield ("until",), f"`until` {definition.until} must come after `since` {definition.since}"
    before = definition.since
    for place, date in enumerate(definition.dates):
        if not before < date.day <= definition.until:
            yield (
                ("dates", place, "day"),
                f"{date.day} must come after {before} and by {definition.until}: dates stand in order, in the range",
            )
        before = max(before, date.day)


def _doubled(table: str, names: Sequence[str], key: str = "name") -> Iterator[Fault]:
    for place, name in enumerate(names):
        if name in names[:place]:
            yield (table, place, key), f"{name!r} is used twice as `{key}` in [[{table}]]: choose another"


def _groups(groups: Iterable[Group], path: Path) -> Iterator[Fault]:
    for place, group in enumerate(groups):
        if not group.admins and not group.places:
            yield (*path, place), f"group {group.name!r} names neither `admins` nor `places`: it would always be empty"


def _claims(definition: Definition) -> Iterator[Fault]:
    dates = [date.name for date in definition.dates]
    groups = [group.name for group in definition.groups]
    for place, claim in enumerate(definition.claims):
        if claim.at not in dates:
            yield ("claims", place, "at"), f"no reference date is named {claim.at!r}; there are {_listed(dates)}"
        if claim.test == "mix" and claim.group not in groups:
            yield ("claims", place, "group"), f"no group is named {claim.group!r}; there are {_listed(groups)}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(repr, names)) or "none"
