"""A day or instant in, the SQL condition that a reading counted at that instant out.

What the ledger knew then is told by when things were recorded, not by the days that they speak of.
"""

from histor.records.question import instant

NOW = "~"  # sorts after every instant


def then(as_of: str | None) -> str:
    """Give the instant to compare with, as `:as_of`; None is now. Raises UsageError."""
    return NOW if as_of is None else instant(as_of)


def shown(reading: str) -> str:
    """Give the condition that a reading, by its number, was kept and in no other's shadow at `:as_of`."""
    return (
        f"(SELECT recorded FROM readings WHERE number = {reading}) <= :as_of AND NOT EXISTS"
        f" (SELECT 1 FROM superseded WHERE older = {reading} AND superseded.recorded <= :as_of)"
    )
