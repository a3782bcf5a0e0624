"""Ceasefire: an agreement and what was heard in, whether it holds, who accuses whom, and what stands apart out."""

from histor.monitors.truce.definition import define
from histor.monitors.truce.fields import FIELDS, faults
from histor.monitors.truce.judging import judge, wanted

__all__ = ["EXAMPLE", "FIELDS", "NAME", "define", "faults", "judge", "wanted"]

NAME = "ceasefire"
EXAMPLE = """\
# A ceasefire: whom it binds, whom it leaves out, and from which day. `histor monitor suggest` drafts one from reports.
monitor = "ceasefire"
name = "the truce in the Lower Valley"
declared = "2031-03-28"      # agreed or announced
in_effect = "2031-03-31"     # the first day on which it binds
time_zone = "Valley time"
brokers = ["Switzerland"]
class = 1                    # 1 cessation, 2 with verification, 3 definitive
written = "unclear"
limits = ["reports come from one side of the river only"]
# ends = "2031-05-30"        # the last day agreed; leave it out if none was
# ended = "2031-04-20"       # the day from which somebody says that it is over

[area]
countries = ["Jordan"]

# Every name by which a party goes. `sectors` takes in those who are named only by their kind: "the army", "rebels".
[[parties]]
name = "the Jordanian government"
also = ["Jordan"]
sectors = ["MIL", "GOV"]

[[parties]]
name = "the valley's rebels"
sectors = ["REB", "OPP"]
acceded = "2031-03-30"

[[excluded]]
name = "Islamic State"

[[terms]]
says = "the dam is to be handed over"
by = "the valley's rebels"
due = "2031-04-15"
words = ["dam"]
"""
