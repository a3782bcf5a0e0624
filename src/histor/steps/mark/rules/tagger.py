"""A report in, tags out, by rules and word lists: the same tags every time."""

from histor.records.made import Step
from histor.records.text import Report
from histor.steps.mark.rules.claims import tag_claims
from histor.steps.mark.rules.events import tag_events
from histor.steps.mark.tags import Tags

RULES = Step("mark-rules", "2")


def tag(report: Report) -> Tags:
    """Find the claims and events of a report by rules."""
    claims = tag_claims(report)
    return Tags(claims, tag_events(report, claims))
