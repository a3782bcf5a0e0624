"""A name or side in, the state that it stands for or belongs to out."""

from histor.codebook.countries import BY_CODE
from histor.records.heard import Side


def state_of(side: Side) -> str | None:
    """Give the key of the state that a side is, stands for or belongs to."""
    return next((key for key in sorted(side.keys) if key.startswith("state:") and "/" not in key), None)


def name_of_state(key: str | None) -> str | None:
    """Give the name of a state by its key."""
    country = BY_CODE.get((key or "").removeprefix("state:"))
    return country.name if country else None
