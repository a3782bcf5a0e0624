"""A template's name and what it shows in, HTML out; every text is escaped, and a name that is missing is an error."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from histor import __version__
from histor.records.heard import ONLY_SUMMED_UP
from histor.records.incidents import SUMS_UP
from histor.web import wording
from histor.web.people.visiting import visitor
from histor.web.room import now


def render(template: str, shown: Mapping[str, Any]) -> str:
    """Fill a template."""
    return _environment().get_template(template).render(shown)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("histor.web"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # templates do not change while the program runs
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(version=__version__, NOTHING=wording.NOTHING, several=wording.several, number=wording.number)
    made.globals.update(visitor=visitor, now=now, SUMS_UP=SUMS_UP, ONLY_SUMMED_UP=ONLY_SUMMED_UP)
    made.filters.update(
        acts=wording.acts, count=wording.count, dated=wording.dated, day=wording.day, days=wording.days,
        flat=wording.flat, instant=wording.instant, kind=wording.kind, parties=wording.parties,
        published=wording.published, safe_address=wording.safe_address,
    )  # fmt: skip
    return made
