"""The record scorer that lies beside the shared data, as a module."""

import importlib.util
from types import ModuleType

from train.folders import shared_folder


def load_scorer() -> ModuleType:
    """Load the record scorer."""
    path = shared_folder().parent / "tools" / "score_record.py"
    spec = importlib.util.spec_from_file_location("score_record", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
