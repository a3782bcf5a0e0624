"""All windows of one text in, its tags out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from histor.steps.mark.decode.claims import ClaimChoices, decode_claims
from histor.steps.mark.decode.events import EventChoices, decode_events
from histor.steps.mark.decode.numbers import Window
from histor.steps.mark.tags import Tags


@dataclass(frozen=True, slots=True)
class Choices:
    """Where the lines are drawn between marking and leaving out."""

    claims: ClaimChoices = field(default_factory=ClaimChoices)
    events: EventChoices = field(default_factory=EventChoices)


def decode(windows: Sequence[Window], choices: Choices | None = None) -> Tags:
    """Give the claims and events of one text from the marker's numbers for its windows."""
    chosen = choices or Choices()
    claims = decode_claims(windows, chosen.claims)
    return Tags(claims, decode_events(windows, claims, chosen.events))
