"""What the ledger answers: rows that carry their report and the words quoted, pages of rows, and traces."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from histor.records.claims import Claim
from histor.records.decisions import Decision
from histor.records.events import Event
from histor.records.made import Problem, Step
from histor.records.measures import Spans
from histor.records.text import Published

RecordKind = Literal["report", "claim", "event", "mention", "problem"]


@dataclass(frozen=True, slots=True)
class Source:
    """The report that a row was read from."""

    report_id: str
    key: str
    outlet: str | None
    published: Published
    title: str | None
    url: str | None
    recorded: str  # when this reading of it was added, ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report with how much was read out of it."""

    source: Source
    claims: int
    events: int
    problems: int


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its words."""

    claim: Claim
    source: Source
    words: str  # the content; pieces joined by an ellipsis
    said_by: str  # the words that name the source; empty: none do
    chain: tuple[str, ...]
    decided: tuple[Decision, ...] = ()  # by people, on the claim itself; the values are as decided


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its words."""

    event: Event
    source: Source
    words: str  # the trigger
    sentence: str  # the sentence around the trigger
    chain: tuple[str, ...]  # on whose word: of its claim, or the outlet alone
    decided: tuple[Decision, ...] = ()  # by people, on the event itself; the values are as decided


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A problem of a report or of an input that gave none."""

    id: str
    problem: Problem
    source: Source | None  # None: the input gave no report
    recorded: str
    words: str  # the words concerned; empty: no words are


Row = TypeVar("Row", ReportRow, ClaimRow, EventRow, ProblemRow)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of an answer, and where the next ones begin."""

    items: tuple[Row, ...]
    next: str | None = None  # hand it back as `Question.after`; None: that was all


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words that one slot of a record points at, with the words around them."""

    slot: str  # the contract's name: source, cue, content, trigger, actors, place, killed …
    spans: Spans
    words: str
    sentence: str  # the whole sentence, or sentences, that hold the spans
    before: str  # words that come before the sentence
    after: str  # words that come after it


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One record on the way down to the words."""

    kind: RecordKind
    id: str
    says: str  # what it states, in a line
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The way from a record down to the bytes that were read."""

    steps: tuple[TraceStep, ...]  # the record asked for, then the claims it stands in, innermost first
    source: Source | None  # None: a problem of an input that gave no report
    chain: tuple[str, ...]  # voices from the outlet inward
    sha256: str | None  # of the bytes read
    bytes_hold: bool | None  # the kept bytes still hash to it; None: no bytes were kept
    made_by: tuple[Step, ...]
    superseded: bool  # a later reading of the same report counts now, or counted then
    decided: tuple[Decision, ...] = ()  # by people, on the record asked for or one that it stands in
