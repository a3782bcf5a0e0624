"""The name of a monitor in, the module that knows it out: its keys, its definition and its board."""

from collections.abc import Callable
from functools import cache, partial
from types import ModuleType

from histor.monitors.definition import Definition
from histor.monitors.posture.definition import PostureDefinition
from histor.monitors.talks.definition import TalksDefinition
from histor.monitors.truce.definition import TruceDefinition
from histor.monitors.truce.judging import days_asked
from histor.plugins import modules_of
from histor.records.measures import Day, Days

AnyDefinition = Definition | TruceDefinition | PostureDefinition | TalksDefinition


@cache
def monitors() -> dict[str, ModuleType]:
    """Give every monitor by its name."""
    return {module.NAME: module for module in modules_of("histor.monitors.kinds")}


def spanned_by(definition: AnyDefinition) -> Callable[[Day | None], Days] | None:
    """Give the days whose deeds a board rests on, by the day of the last report; None: it may rest on any."""
    if isinstance(definition, Definition):
        return lambda _: (definition.since, definition.until)
    return partial(days_asked, definition) if isinstance(definition, TruceDefinition) else None
