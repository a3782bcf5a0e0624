"""The name of a monitor in, the module that knows it out: its keys, its definition and its board."""

from functools import cache
from types import ModuleType

from histor.monitors.definition import Definition
from histor.monitors.posture.definition import PostureDefinition
from histor.monitors.talks.definition import TalksDefinition
from histor.monitors.truce.definition import TruceDefinition
from histor.plugins import modules_of

AnyDefinition = Definition | TruceDefinition | PostureDefinition | TalksDefinition


@cache
def monitors() -> dict[str, ModuleType]:
    """Give every monitor by its name."""
    return {module.NAME: module for module in modules_of("histor.monitors.kinds")}
