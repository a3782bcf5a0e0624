"""An event: who did what to whom, where, when, how many, with which status, on whose word."""

from dataclasses import dataclass
from typing import Literal

from histor.records.measures import Count, Span, Spans, When

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "REJECT", "ACCUSE", "THREATEN",
    "SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["occurred", "ongoing", "planned", "threatened", "hypothetical", "denied"]
Certainty = Literal["author", "attributed", "accused", "possible"]
Target = Literal[
    "military", "government", "dwelling", "market", "hospital", "school", "energy", "transport", "aid", "religious",
    "agriculture", "other",
]  # fmt: skip
Posture = Literal["deploy", "reinforce", "reposition", "rotate", "withdraw-part", "withdraw-all", "base", "remain"]
Stage = Literal[
    "proposed", "accepted", "refused", "scheduled", "held", "suspended", "signed",
    "called-for", "offered", "agreed", "in-effect", "extended", "violated", "ended",
]  # fmt: skip
PlacePrecision = Literal["site", "town", "district", "region", "country"]

HAPPENED: frozenset[Status] = frozenset({"occurred", "ongoing"})
EXACT: frozenset[PlacePrecision | None] = frozenset({"site", "town", "district"})  # tells one happening from another


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who does or suffers the act."""

    spans: Spans
    name: str
    ref: str | None = None  # key of the register; None: none fits
    sector: str | None = None  # PLOVER agent code, such as MIL, GOV, REB, CVL
    country: str | None = None  # ISO 3166 alpha-3


@dataclass(frozen=True, slots=True)
class Place:
    """Where, no finer than the words."""

    span: Span
    name: str
    ref: str | None = None  # key of the register; None: none fits
    latitude: float | None = None  # degrees, WGS 84
    longitude: float | None = None  # degrees, WGS 84
    country: str | None = None  # ISO 3166 alpha-3
    admin1: str | None = None
    precision: PlacePrecision | None = None  # None: not linked


@dataclass(frozen=True, slots=True)
class Event:
    """One action that the words describe."""

    id: str
    claim: str | None  # id of the innermost claim whose content holds the trigger; None: the report's own statement
    trigger: Span
    type: EventType
    status: Status
    certainty: Certainty
    mode: str | None = None  # PLOVER mode; None where none fits
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Place | None = None
    when: When | None = None
    violation: bool = False  # the text calls it a breach of a ceasefire, truce or agreement
    target: Target | None = None  # class of the thing struck
    posture: Posture | None = None
    stage: Stage | None = None
    quantities: tuple[Count, ...] = ()
    score: float = 1.0
