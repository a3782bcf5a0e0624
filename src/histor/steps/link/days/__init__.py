"""Days: words that say when, in; a range of days, out."""

from histor.steps.link.days.dateline import find_dateline as find_dateline
from histor.steps.link.days.grammar import needs_report_day as needs_report_day
from histor.steps.link.days.grammar import resolve_day as resolve_day
