"""The scorers that lie beside the shared data, as modules."""

import importlib.util
from types import ModuleType

from train.folders import shared_folder


def load_scorer(name: str = "score_record") -> ModuleType:
    """Load a scorer by the name of its file."""
    path = shared_folder().parent / "tools" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
