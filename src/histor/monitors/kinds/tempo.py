"""Tempo: the counts of any filter by day or week in, whether their level changed at each date out."""

from collections.abc import Iterator

from histor.monitors.checking import check
from histor.monitors.defining import define
from histor.monitors.definition import Definition
from histor.monitors.fields import DEFINITION as FIELDS
from histor.monitors.judging import judge
from histor.monitors.lines import Path

__all__ = ["EXAMPLE", "FIELDS", "NAME", "define", "faults", "judge"]

NAME = "tempo"
EXAMPLE = """\
# Rows of anybody in one place, by the week.
monitor = "tempo"
name = "Incidents in the Lower Valley"
since = "2031-03-01"
until = "2031-04-29"
per = "week"

[area]
admins = ["Lower Valley"]

[[dates]]
name = "truce"
day = "2031-03-31"
"""


def faults(definition: Definition) -> Iterator[tuple[Path, str]]:
    """Find what does not belong into a tempo's definition."""
    yield from check(definition)
    if definition.groups:
        yield ("groups",), 'a tempo has no groups: write monitor = "air", or name the places under [area]'
    for place, claim in enumerate(definition.claims):
        if claim.test == "mix":
            yield ("claims", place, "test"), 'a tempo answers claims about the level only: write test = "tempo"'
