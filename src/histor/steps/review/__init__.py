"""Incidents in, what a person should look at first out, by how much a word on it would change."""

from histor.steps.review.doubts import Doubt, doubts_of

__all__ = ("Doubt", "doubts_of")
