"""A ceasefire as a person defines it, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from histor.monitors.defining import area_of, tupled
from histor.monitors.definition import Area
from histor.records.boards import TruceState
from histor.records.measures import Day

_ANYWHERE = Area()
Written = Literal["yes", "no", "unclear"]


@dataclass(frozen=True, slots=True)
class Bound:
    """Somebody whom the agreement binds, or leaves out."""

    name: str
    also: tuple[str, ...] = ()  # other names
    sectors: tuple[str, ...] = ()  # PLOVER codes: whoever of these belongs to no state and is named by no other party
    acceded: Day | None = None  # None: when it took effect
    places: tuple[str, ...] = ()  # of an excluded group: places and divisions that it holds


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation, and the words by which reports of it are found."""

    says: str
    words: tuple[str, ...]  # one of them stands in a sentence that is about it
    by: str | None = None
    due: Day | None = None


@dataclass(frozen=True, slots=True)
class SetState:
    """A state that a person sets against the rule."""

    state: TruceState
    because: str
    by: str


@dataclass(frozen=True, slots=True)
class TruceDefinition:
    """One ceasefire."""

    name: str
    in_effect: Day
    parties: tuple[Bound, ...]
    excluded: tuple[Bound, ...] = ()
    brokers: tuple[str, ...] = ()
    declared: Day | None = None
    ends: Day | None = None  # the last day agreed; None: no end was agreed, or none is known
    extended_until: Day | None = None  # the last day of an extension
    ended: Day | None = None  # the day from which a party or the brokers say that it is over
    until: Day | None = None  # the last day on the board; None: the last on which anything was heard
    time_zone: str | None = None
    area: Area = _ANYWHERE
    mechanism: str | None = None
    truce_class: int | None = None  # ETH/PRIO: 1 cessation, 2 with verification, 3 definitive
    purpose: str | None = None
    written: Written | None = None
    terms: tuple[Duty, ...] = ()
    set_state: SetState | None = None
    count: Literal["rows", "number"] = "rows"  # whether a table's row is one violation, or as many as it tells
    limits: tuple[str, ...] = ()
    monitor: Literal["ceasefire"] = "ceasefire"


def define(given: Mapping[str, Any]) -> TruceDefinition:
    """Give the definition of a ceasefire."""
    state = given.get("state")
    return TruceDefinition(
        name=given["name"],
        in_effect=str(given["in_effect"]),
        time_zone=given.get("time_zone"),
        mechanism=given.get("mechanism"),
        purpose=given.get("purpose"),
        written=given.get("written"),
        declared=_day(given, "declared"),
        ends=_day(given, "ends"),
        extended_until=_day(given, "extended_until"),
        ended=_day(given, "ended"),
        until=_day(given, "until"),
        truce_class=int(given["class"]) if "class" in given else None,
        brokers=tuple(given.get("brokers", ())),
        parties=tuple(Bound(**tupled(item)) for item in given["parties"]),
        excluded=tuple(Bound(**tupled(item)) for item in given.get("excluded", ())),
        area=area_of(given),
        terms=tuple(Duty(**tupled(item)) for item in given.get("terms", ())),
        set_state=SetState(cast(TruceState, state["is"]), state["because"], state["by"]) if state else None,
        count=given.get("count", "rows"),
        limits=tuple(given.get("limits", ())),
    )


def _day(given: Mapping[str, Any], name: str) -> Day | None:
    """Give a day, which TOML can also write without quotes, as text."""
    return str(given[name]) if name in given else None
