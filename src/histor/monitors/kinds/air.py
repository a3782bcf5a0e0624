"""Air campaign: strikes by day, area and class in, whether the level or the mix changed at each date out."""

from collections.abc import Iterator

from histor.monitors.checking import check
from histor.monitors.defining import define
from histor.monitors.definition import Definition
from histor.monitors.fields import DEFINITION as FIELDS
from histor.monitors.judging import judge
from histor.monitors.lines import Path

__all__ = ["EXAMPLE", "FIELDS", "NAME", "define", "faults", "judge"]

NAME = "air"
EXAMPLE = """\
# Whose strikes, around which days, in whose places. Every spelling that the record has must be named.
monitor = "air"
name = "Strikes around the truce"
since = "2031-03-01"
until = "2031-04-29"
limits = ["the record lists harm that was alleged, not sorties"]

[attackers]
names = ["Northern Air Force"]
named = "any"                # any: among others; first: before others; alone: nobody else

[[dates]]
name = "truce"
day = "2031-03-31"           # the first day of the window after it
says = "the truce begins"

[[groups]]
name = "the river towns"
admins = ["Lower Valley"]
stands_for = "the river militia"

[[claims]]
by = "the ministry"
says = "strikes have shifted to the river towns since the truce"
test = "mix"
group = "the river towns"
at = "truce"
direction = "rise"
"""


def faults(definition: Definition) -> Iterator[tuple[Path, str]]:
    """Find what an air campaign's definition lacks."""
    yield from check(definition)
    if not definition.attackers.names:
        yield ("attackers",), "an air campaign has attackers: give [attackers] with their `names`"
