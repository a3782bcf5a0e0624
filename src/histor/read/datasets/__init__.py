"""Event tables that other people keep: one profile a dataset, all read by the same rule."""

from histor.read.datasets.known import KNOWN
from histor.read.datasets.mapping import read_mapping
from histor.read.datasets.profile import Profile

__all__ = ["KNOWN", "Profile", "read_mapping"]
