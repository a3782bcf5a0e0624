"""A request in, whose it is out: name, role, and the token that a form must bring back."""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

from histor.records.people import Role

Kind = Literal["alone", "stranger", "member"]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever asks."""

    kind: Kind  # alone: on one's own machine, without a login; stranger: in a team, not logged in
    name: str = ""
    role: Role = "reader"
    token: str = ""  # of forms that change something

    @property
    def may_decide(self) -> bool:
        """Tell whether decisions are taken from this visitor."""
        return self.role in ("analyst", "admin")


NOBODY = Visitor("stranger")
VISITOR: ContextVar[Visitor] = ContextVar("visitor", default=NOBODY)


def visitor() -> Visitor:
    """Give whose request is being answered."""
    return VISITOR.get()
