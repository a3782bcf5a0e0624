"""A claim: who says it, in which words, and what is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from histor.records.measures import Spans, When

Stance = Literal[
    "asserts",
    "denies",
    "doubts",
    "orders",
    "plans",
    "threatens",
    "predicts",
    "demands",
    "accuses",
    "approves",
    "condemns",
]
REFUTES: frozenset[Stance] = frozenset({"denies", "doubts"})  # stances of who says that it was not so
Manner = Literal["direct", "indirect", "mixed", "block", "headline"]
SpeakerKind = Literal["person", "body", "state", "group", "outlet", "document", "witness", "unnamed"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a claim's source is, as far as the words and the register tell."""

    name: str | None  # None: nobody is named ("it was reported")
    kind: SpeakerKind
    ref: str | None = None  # key of the register; None: not linked
    represents: str | None = None  # JSON `for`: on whose behalf; None: on their own, or not said


@dataclass(frozen=True, slots=True)
class Claim:
    """An attribution in the text: somebody says, denies, orders, demands … what the content says."""

    id: str
    source: Spans  # empty: no source is named, or the claim is a whole quoted block
    cue: Spans  # empty only for a whole quoted block
    content: Spans
    stance: Stance
    manner: Manner
    parent: str | None = None  # id of the claim in whose content this one stands; None: the report's own voice
    speaker: Speaker | None = None  # None: not linked yet
    said: When | None = None  # when it was said; None: not said
    score: float = 1.0


def chain(claim: Claim, claims: Mapping[str, Claim], outlet: str | None) -> tuple[str, ...]:
    """Name the voices from the report's outlet inward to the claim's own speaker.

    Derived from parents, never stored; quoted copy is a claim of its outlet, and the parent of what it says.
    A voice without a name is "unnamed".
    """
    voices: list[str] = []
    step: Claim | None = claim
    while step is not None:
        voices.append(step.speaker.name or "unnamed" if step.speaker else "unnamed")
        step = claims.get(step.parent) if step.parent else None
    outer = (outlet,) if outlet and voices[-1] != outlet else ()
    return (*outer, *reversed(voices))
