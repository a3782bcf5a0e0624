"""The events of a report: a report and its claims in, who did what to whom and with which status out."""

from histor.records.text import Report
from histor.steps.mark.rules.events.compose import compose
from histor.steps.mark.tags import ClaimTag, EventTag


def tag_events(report: Report, claims: tuple[ClaimTag, ...]) -> tuple[EventTag, ...]:
    """Give the events that the report's words describe, in order, each with the claim that it stands in."""
    return compose(report, claims)
