"""People of a team: accounts with their roles, and what was done by whom."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["reader", "analyst", "admin"]


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may log in."""

    name: str
    role: Role
    recorded: str  # instant, ISO 8601, UTC
    active: bool = True


@dataclass(frozen=True, slots=True)
class Trail:
    """One line of the audit: what was done at the door or with accounts; decisions have their own list."""

    recorded: str  # instant, ISO 8601, UTC
    who: str  # account; empty: a stranger
    what: str
    about: str  # the account, role or address concerned
