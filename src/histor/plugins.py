"""Find plug-ins: every module of a package that holds one, and those that other packages offer by entry point."""

import importlib
import pkgutil
from importlib.metadata import entry_points
from types import ModuleType


def modules_of(package: str) -> tuple[ModuleType, ...]:
    """Import every public module of a package, in alphabetical order."""
    path = importlib.import_module(package).__path__
    names = sorted(found.name for found in pkgutil.iter_modules(path) if not found.name.startswith("_"))
    return tuple(importlib.import_module(f"{package}.{name}") for name in names)


def offered(group: str) -> tuple[object, ...]:
    """Load what other installed packages offer under an entry-point group, in order of name."""
    return tuple(point.load() for point in sorted(entry_points(group=group), key=lambda point: point.name))
