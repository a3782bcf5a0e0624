"""A definition in, the monitor that it asks for out."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType

from histor.monitors.definition import Definition
from histor.monitors.lines import Path
from histor.plugins import modules_of
from histor.records.dataset import Imported
from histor.records.watch import Board


@cache
def monitors() -> dict[str, ModuleType]:
    """Give every monitor by its name."""
    return {module.NAME: module for module in modules_of("histor.monitors.kinds")}


def board_of(definition: Definition, record: Imported, beside: Mapping[str, Imported]) -> Board:
    """Give the board of a definition; `beside` holds the witnesses' records by their keys, as far as given."""
    board: Board = monitors()[definition.monitor].judge(definition, record, beside)
    return board


def faults_of(definition: Definition) -> Iterator[tuple[Path, str]]:
    """Find what does not fit the definition's own monitor."""
    yield from monitors()[definition.monitor].faults(definition)
