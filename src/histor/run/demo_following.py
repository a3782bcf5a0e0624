"""A joined ledger in, the number worth following in it out: the one on which its incident's origins differ most."""

from dataclasses import dataclass

from histor.records.incidents import Incident, Telling, Toll
from histor.records.question import Question
from histor.run import joining
from histor.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Followed:
    """A number and the way down from it."""

    incident: Incident
    toll: Toll
    telling: Telling  # that gives the latest number


def number_to_follow(ledger: Ledger) -> Followed | None:
    """Give the number of killed that moved most, else another; None if nothing is counted."""
    found = [(each, toll) for each in joining.incidents(ledger, Question()) for toll in each.tolls]
    if not found:
        return None
    incident, toll = max(found, key=_worth)
    latest = toll.course[-1][2]
    return Followed(incident, toll, next(each for each in incident.tellings if each.id == latest))


def _worth(counted: tuple[Incident, Toll]) -> tuple[bool, int, int, str]:
    incident, toll = counted
    return toll.what == "killed", len({number for _, number, _ in toll.course}), len(incident.origins), incident.id
