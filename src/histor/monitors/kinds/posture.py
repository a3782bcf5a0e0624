"""Posture: a force and what was heard in, what was promised of it against what was reported since out."""

from histor.monitors.posture.definition import FIELDS, define, faults
from histor.monitors.posture.judging import judge, wanted

__all__ = ["EXAMPLE", "FIELDS", "NAME", "define", "faults", "judge", "wanted"]

NAME = "posture"
EXAMPLE = """\
# A force, where it stands, and what was promised of it.
monitor = "posture"
name = "Northern troops in the Lower Valley"
since = "2031-03-01"
limits = ["reports tell of departures that were seen, not of those that were not"]

# Whoever belongs to one of these is the force. `words` know a sentence that names nobody.
[force]
names = ["Norway", "Norwegian army"]
words = ["the contingent"]

# Sites with every spelling; without any, each place that is named counts.
[[sites]]
name = "Weir"
also = ["Weir air base", "Al-Weir"]
"""
