"""Where the shared data lie."""

import os
from pathlib import Path


def shared_folder() -> Path:
    """Give the folder of shared data: HISTOR_SHARED, else `../shared` beside the project."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    return Path(os.environ.get("HISTOR_SHARED", beside)) / "data"
