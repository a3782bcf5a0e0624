"""Talks: where they are held and what was heard in, rounds, meetings, walk-outs and the next date out."""

from histor.monitors.talks.definition import FIELDS, define, faults
from histor.monitors.talks.judging import judge, wanted

__all__ = ["EXAMPLE", "FIELDS", "NAME", "define", "faults", "judge", "wanted"]

NAME = "talks"
EXAMPLE = """\
# Talks: where they are held, who talks, and who brings them together. Every name by which they go must stand here.
monitor = "talks"
name = "the talks in Oslo"
places = ["Oslo"]
parties = ["Jordan", "the valley's rebels"]
brokers = ["Norway"]
since = "2031-03-01"
limits = ["what is said behind closed doors is not reported"]
"""
