"""Talks to be watched as a person defines them, as values; their keys, and what does not fit together in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from histor.monitors.fields import LIMITS, MONITOR, NAME, Field, Table
from histor.monitors.lines import Path
from histor.monitors.posture.definition import faults_of_range
from histor.records.measures import Day


@dataclass(frozen=True, slots=True)
class TalksDefinition:
    """One process of talks."""

    name: str
    places: tuple[str, ...] = ()  # where they are held, every spelling
    parties: tuple[str, ...] = ()
    brokers: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    limits: tuple[str, ...] = ()
    monitor: Literal["talks"] = "talks"


FIELDS: Table = {
    "monitor": MONITOR,
    "name": NAME,
    "places": Field("where they are held, every spelling", "words"),
    "parties": Field("those who talk, every name", "words"),
    "brokers": Field("those who bring them together, every name", "words"),
    "since": Field("the first day of reports that count", "day"),
    "until": Field("the last day of reports that count", "day"),
    "limits": LIMITS,
}


def define(given: Mapping[str, Any]) -> TalksDefinition:
    """Give the definition of talks."""
    return TalksDefinition(
        name=given["name"],
        places=tuple(given.get("places", ())),
        parties=tuple(given.get("parties", ())),
        brokers=tuple(given.get("brokers", ())),
        limits=tuple(given.get("limits", ())),
        since=str(given["since"]) if "since" in given else None,
        until=str(given["until"]) if "until" in given else None,
    )


def faults(definition: TalksDefinition) -> Iterator[tuple[Path, str]]:
    """Find days that cannot be or stand out of order, and talks that would take in all talks there are."""
    if not definition.places and not definition.parties:
        yield ("places",), "talks are known by their `places` or their `parties`: name some"
    yield from faults_of_range(definition.since, definition.until)
