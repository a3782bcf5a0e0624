"""What a rule hands on: a claim of one sentence, still in indices of words."""

from dataclasses import dataclass

from histor.records.claims import Stance
from histor.steps.mark.rules.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim of one sentence, in indices of words, both included."""

    source: Phrase | None
    cue: Phrase
    content: tuple[Phrase, ...]
    stance: Stance
