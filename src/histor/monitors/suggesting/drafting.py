"""Sentences of a record in, drafts of every kind of monitor out, ceasefires first."""

from collections.abc import Sequence

from histor.monitors.suggesting import campaigns, forces, rounds, words
from histor.monitors.suggesting.truces import draft_truces
from histor.records.drafts import Draft
from histor.records.heard import Saying

_TELLING = (words.may_tell, forces.may_tell, rounds.may_tell, campaigns.may_tell)


def draft_all(sayings: Sequence[Saying]) -> tuple[Draft, ...]:
    """Give the drafts: ceasefires, forces that are to leave, talks, and air campaigns with the days of the others."""
    truces = draft_truces([saying for saying in sayings if words.may_tell(saying.line.sentence)])
    postures = forces.draft_postures(sayings)
    return (*truces, *postures, *rounds.draft_talks(sayings), *campaigns.draft_campaigns(sayings, (*truces, *postures)))


def may_tell(text: str) -> bool:
    """Tell whether a sentence may tell of anything that a draft is made from."""
    return any(may(text) for may in _TELLING)
