"""A counted monitor's tables, as TOML gives them and found good, in; the definition out."""

from collections.abc import Iterable, Mapping
from typing import Any

from histor.monitors.definition import (
    Area,
    Beside,
    Definition,
    Expectation,
    Group,
    Otherwise,
    Reference,
    Who,
)


def define(given: Mapping[str, Any]) -> Definition:
    """Give the definition of an air campaign or a tempo."""
    plain = ("monitor", "name", "count", "silent_days", "per", "seed")
    return Definition(
        **{name: given[name] for name in plain if name in given},
        since=str(given["since"]),
        until=str(given["until"]),
        attackers=_who(given.get("attackers", {})),
        area=area_of(given),
        types=tuple(given.get("types", ())),
        dates=tuple(Reference(**tupled(item)) for item in given.get("dates", ())),
        groups=_groups(given.get("groups", ())),
        targets=tuple((name, tuple(words)) for name, words in given.get("targets", {}).items()),
        claims=tuple(Expectation(**tupled(item)) for item in given.get("claims", ())),
        variants=tuple(_variant(item) for item in given.get("variants", ())),
        witnesses=tuple(_beside(item) for item in given.get("witnesses", ())),
        limits=tuple(given.get("limits", ())),
    )


def _variant(item: Mapping[str, Any]) -> Otherwise:
    groups = _groups(item["groups"]) if "groups" in item else None
    return Otherwise(item["name"], item.get("named"), groups)


def _beside(item: Mapping[str, Any]) -> Beside:
    rest = {name: value for name, value in item.items() if name not in ("attackers", "area", "types")}
    return Beside(
        **rest, types=tuple(item.get("types", ())), attackers=_who(item.get("attackers", {})), area=area_of(item)
    )


def area_of(given: Mapping[str, Any]) -> Area:
    """Give the area of a table that may have one."""
    return Area(**tupled(given.get("area", {})))


def _who(item: Mapping[str, Any]) -> Who:
    return Who(**tupled(item))


def _groups(items: Iterable[Mapping[str, Any]]) -> tuple[Group, ...]:
    return tuple(Group(**tupled(item)) for item in items)


def tupled(item: Mapping[str, Any]) -> dict[str, Any]:
    """Give lists as tuples, and days, which TOML can also write without quotes, as text."""
    return {name: tuple(value) if isinstance(value, list) else str(value) for name, value in item.items()}
