"""A brief: sentences that are put together from what was read, each with the claims and events that it stands on."""

from dataclasses import dataclass
from typing import Literal

from histor.records.answer import Source
from histor.records.measures import Span, When

Standing = Literal["happened", "said", "denied", "planned"]
Fault = Literal["name", "number", "day", "quotation", "standing", "uncited", "unknown-citation"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim or event that a sentence may stand on, with all that it lets a sentence say."""

    id: str  # of the claim or event
    number: int  # in the brief, from 1
    source: Source
    chain: tuple[str, ...]  # voices from the outlet inward
    words: str  # the sentences of the report that hold it
    standing: Standing  # how the words have it: as a fact, on somebody's word, denied, or planned and supposed
    names: tuple[str, ...] = ()  # that the record gives for these words: outlet, voices, parties, place
    days: tuple[When, ...] = ()  # worked out from these words


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a brief, or the heading of an incident."""

    text: str
    cites: tuple[str, ...]  # ids of citations; empty: none is given
    heading: bool = False
    note: str = ""  # how well it is borne out, by which rule; no part of the sentence


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences of one kind."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What is told of a period, question or monitor, word by word."""

    title: str
    asked: str  # the question in words; empty: not known any more
    as_of: str  # instant, ISO 8601, UTC
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]  # in order of number
    notes: tuple[str, ...] = ()  # what was worked out or left out; nobody says it


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a sentence that is not in the words that it cites."""

    fault: Fault
    words: str
    span: Span  # of the sentence
    message: str  # what is wrong and what to do
