"""Verdicts by ids and offsets in, the events that a ledger holds for them out."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from histor.records.incidents import Incident, Telling
from histor.steps.join.keys import kept_under, sought_under

JUDGED = Path(__file__).parent / "judged"

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with the two events; None: this reader does not find it."""

    one: Telling | None
    other: Telling | None
    same: bool
    held: bool
    kind: str
    ends: str

    @property
    def found(self) -> bool:
        """Tell whether both events are found."""
        return self.one is not None and self.other is not None


class Told:
    """The events of the ledger, by the report that tells them."""

    def __init__(self, incidents: Sequence[Incident]) -> None:
        self.events = [telling for each in incidents for telling in each.tellings]
        self._by_report: dict[str, list[Telling]] = {}
        for telling in self.events:
            self._by_report.setdefault(telling.row.source.key, []).append(telling)

    def judged(self, line: Line) -> Judged:
        """Find the events of a verdict."""
        one, other = self.at(line["one"]), self.at(line["other"])
        if one and other and one.id == other.id:
            other = None
        ends = f"{line['one']['report']} {line['one']['trigger']} {line['other']['report']} {line['other']['trigger']}"
        return Judged(one, other, line["verdict"] == "same", line["held"], line["kind"], ends)

    def at(self, end: Mapping[str, Any]) -> Telling | None:
        """Find the event of a report whose trigger touches the words; of a row, its event."""
        for telling in self._by_report.get(end["report"], ()):
            trigger = telling.row.event.trigger
            if end["trigger"] is None or (trigger.start < end["trigger"][1] and end["trigger"][0] < trigger.end):
                return telling
        return None

    def candidates(self) -> Iterator[tuple[Telling, Telling]]:
        """Give every pair that the keys bring together."""
        under: dict[str, list[Telling]] = {}
        for telling in self.events:
            for key in kept_under(telling.row.event, telling.setting):
                under.setdefault(key, []).append(telling)
        for telling in self.events:
            near = {
                each.id: each for key in sought_under(telling.row.event, telling.setting) for each in under.get(key, ())
            }
            yield from ((telling, each) for each in near.values() if telling.id < each.id)

    def retold(self, line: Line) -> Iterator[Judged]:
        """Give the pairs of acts of one kind that a report tells, and whether its readers take both for one act."""
        acts = [
            (each["first"], self.at({**each, "report": line["report"]})) for each in line["acts"] if "first" in each
        ]
        for (first, one), (again, other) in combinations(acts, 2):
            if one and other and one.id != other.id and one.type == other.type:
                yield Judged(one, other, first == again, line["held"], "retold", line["report"])


def lines_of(name: str) -> list[Line]:
    """Read a file of verdicts."""
    return [json.loads(line) for line in (JUDGED / name).read_text("utf-8").splitlines()]


def reports_in(lines: Iterable[Line]) -> set[str]:
    """Give the reports that verdicts of any kind are about."""
    found: set[str] = set()
    for line in lines:
        ends = line.get("events") or [line[end] for end in ("one", "other") if end in line] or [line]
        found |= {each["report"] for each in ends}
    return found


def is_clear(line: Line) -> bool:
    """Tell whether every reader who judged a pair gave it the same verdict, and one of the two that count."""
    return bool(line["verdict"] != "unclear" and line.get("again", line["verdict"]) == line["verdict"])
