"""A small record of our own: strikes of an invented war, with a truce after which they become fewer."""

import csv
import io
import random
from collections.abc import Mapping
from datetime import date, timedelta

from histor.monitors.choosing import AnyDefinition
from histor.monitors.definition import Definition
from histor.monitors.judging import judge
from histor.monitors.kinds.air import EXAMPLE
from histor.monitors.reading import read_definition
from histor.read.datasets import KNOWN
from histor.read.tables import read_table
from histor.records.dataset import Imported
from histor.records.watch import Board

FIRST, TRUCE = date(2031, 3, 1), date(2031, 3, 31)
DAYS = 60
HEADER = (
    "code", "url", "date", "date_end", "place_en", "governorate", "admin", "lat", "lon", "precision", "belligerent",
    "grading", "civ_killed_min", "civ_killed_max", "civ_injured_min", "civ_injured_max", "strike_type",
    "infrastructure",
)  # fmt: skip


def strikes(*, seed: int = 7, before: float = 6, after: float = 2, river: tuple[float, float] = (0.2, 0.2)) -> str:
    """Give a table of strikes: so many a day before and after the truce, such shares of them in the Lower Valley."""
    draws = random.Random(seed)
    rows = []
    for place in range(DAYS):
        day = FIRST + timedelta(days=place)
        level, share = (before, river[0]) if day < TRUCE else (after, river[1])
        for number in range(_drawn(draws, level)):
            lower = draws.random() < share
            rows.append(
                {
                    "code": f"S{place:02}-{number}",
                    "date": day.isoformat(),
                    "place_en": "Weir" if lower else "Highcross",
                    "governorate": "Lower Valley" if lower else "Uplands",
                    "belligerent": "Northern Air Force",
                    "grading": "Fair" if number % 2 else "Contested",
                    "infrastructure": "Education" if number == 0 else "",
                }
            )
        rows.append({"code": f"O{place:02}", "date": day.isoformat(), "belligerent": "Somebody Else"})
    return written(rows)


def written(rows: list[dict[str, str]]) -> str:
    """Write rows as a table with the columns of the profile airwars."""
    into = io.StringIO()
    writer = csv.DictWriter(into, HEADER, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return into.getvalue()


def imported(text: str) -> Imported:
    """Read such a table."""
    return read_table(text.encode(), KNOWN["airwars"], key="strikes.csv")


def defined(text: str = EXAMPLE) -> Definition:
    """Read a definition that is good."""
    found = read_definition(text, key="truce.toml")
    assert isinstance(found, Definition), found
    return found


def any_defined(text: str) -> AnyDefinition:
    """Read a definition of any monitor that is good."""
    found = read_definition(text, key="any.toml")
    assert not isinstance(found, tuple), found
    return found


def board(text: str, definition: str = EXAMPLE, beside: Mapping[str, Imported] | None = None) -> Board:
    """Give the board of the definition over the table."""
    return judge(defined(definition), imported(text), beside or {})


def _drawn(draws: random.Random, mean: float) -> int:
    """Draw a Poisson count (Knuth's way)."""
    number, left = 0, draws.expovariate(1)
    while left < mean:
        number, left = number + 1, left + draws.expovariate(1)
    return number
