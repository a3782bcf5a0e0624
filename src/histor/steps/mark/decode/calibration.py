"""A raw score in, how often such a mark is right out: a logistic curve fitted on reports that the marker never saw."""

import math
from dataclasses import dataclass

LEAST, MOST = 1e-4, 1 - 1e-4  # shares outside are as good as certain


@dataclass(frozen=True, slots=True)
class Curve:
    """Right with probability 1 / (1 + exp(-(slope · logit(raw) + offset))), after Platt (1999)."""

    slope: float = 1.0
    offset: float = 0.0

    def at(self, raw: float) -> float:
        """Give the probability that a mark with this raw score is right, to four places."""
        share = min(max(raw, LEAST), MOST)
        return round(1 / (1 + math.exp(-(self.slope * math.log(share / (1 - share)) + self.offset))), 4)
