"""The record of one report: everything that was read out of it."""

from dataclasses import dataclass
from typing import Literal

from histor.records.claims import Claim
from histor.records.events import Event
from histor.records.made import Problem, Step
from histor.records.measures import Span
from histor.records.text import Report

MentionKind = Literal[
    "person",
    "body",
    "group",
    "state",
    "place",
    "facility",
    "weapon",
    "platform",
    "date",
    "count",
    "nationality",
    "outlet",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something."""

    id: str
    span: Span
    kind: MentionKind
    ref: str | None = None  # key of the register; None: none fits


@dataclass(frozen=True, slots=True)
class Record:
    """What one reader made of one report."""

    report: Report
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    made_by: tuple[Step, ...]  # the versions of the reader and steps whose work this is
