"""A force to be watched as a person defines it, as values; its keys, and what does not fit together in it."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from histor.monitors.defining import tupled
from histor.monitors.fields import LIMITS, MONITOR, NAME, Field, Table
from histor.monitors.lines import Path
from histor.records.measures import Day


@dataclass(frozen=True, slots=True)
class Force:
    """Whose moves are watched."""

    names: tuple[str, ...]
    words: tuple[str, ...] = ()  # by which a sentence without a name is known to be about it


@dataclass(frozen=True, slots=True)
class Location:
    """A place where the force stands, with its spellings."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostureDefinition:
    """One force."""

    name: str
    force: Force
    sites: tuple[Location, ...] = ()  # none: any that is named
    since: Day | None = None
    until: Day | None = None
    limits: tuple[str, ...] = ()
    monitor: Literal["posture"] = "posture"


_FORCE: Table = {
    "names": Field("the force, and those it belongs to", "words", needed=True),
    "words": Field("words by which a sentence that names nobody is known to be about it", "words"),
}
_SITE: Table = {
    "name": Field("the place's name", needed=True),
    "also": Field("other spellings", "words"),
}
FIELDS: Table = {
    "monitor": MONITOR,
    "name": NAME,
    "since": Field("the first day of reports that count", "day"),
    "until": Field("the last day of reports that count", "day"),
    "limits": LIMITS,
    "force": Field("whose moves", "table", needed=True, table=_FORCE),
    "sites": Field("places where it stands", "tables", table=_SITE),
}


def define(given: Mapping[str, Any]) -> PostureDefinition:
    """Give the definition of a posture."""
    return PostureDefinition(
        name=given["name"],
        force=Force(**tupled(given["force"])),
        sites=tuple(Location(**tupled(item)) for item in given.get("sites", ())),
        since=str(given["since"]) if "since" in given else None,
        until=str(given["until"]) if "until" in given else None,
        limits=tuple(given.get("limits", ())),
    )


def faults(definition: PostureDefinition) -> Iterator[tuple[Path, str]]:
    """Find days that cannot be or stand out of order, and a force without a name."""
    if not definition.force.names:
        yield ("force", "names"), "a posture has a force: give its `names`"
    yield from faults_of_range(definition.since, definition.until)


def faults_of_range(since: Day | None, until: Day | None) -> Iterator[tuple[Path, str]]:
    """Find days that cannot be, or that stand out of order."""
    wrong = False
    for name, day in (("since", since), ("until", until)):
        try:
            datetime.date.fromisoformat(day) if day else None
        except ValueError:
            wrong = True
            yield (name,), f"{day!r} is no day of the calendar"
    if not wrong and since and until and until < since:
        yield ("until",), f"`until` {until} must not come before `since` {since}"
