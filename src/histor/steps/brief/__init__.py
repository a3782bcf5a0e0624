"""Citations in, a brief out; and any text with its citations in, what is not in the cited words out."""

from histor.steps.brief.checking import check
from histor.steps.brief.composing import compose

__all__ = ("check", "compose")
