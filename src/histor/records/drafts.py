"""Drafts of definitions that a record's own words suggest: every field with the words that it came from."""

from dataclasses import dataclass
from typing import Literal

from histor.records.heard import Line
from histor.records.measures import Day, Span


@dataclass(frozen=True, slots=True)
class Found:
    """One value of a field, and who says so in which words."""

    value: str
    lines: tuple[Line, ...]  # in order of publication
    also: tuple[str, ...] = ()  # other spellings in the words
    ref: str | None = None
    sectors: tuple[str, ...] = ()  # of a party without a name of its own: the kinds of actor that its words name
    since: Day | None = None  # of a party: the day of the first report that says that it joined

    @property
    def reports(self) -> int:
        """How many reports say so."""
        return len({line.report for line in self.lines})


@dataclass(frozen=True, slots=True)
class TruceDraft:
    """A ceasefire that a record speaks of."""

    key: str  # a short name that stays: kind, country and day
    name: str
    in_effect: tuple[Found, ...]  # days, the one that most reports give first
    declared: tuple[Found, ...]
    ends: tuple[Found, ...]  # a day, or what the words say of the end
    time_zone: tuple[Found, ...]
    brokers: tuple[Found, ...]
    parties: tuple[Found, ...]
    excluded: tuple[Found, ...]
    countries: tuple[Found, ...]
    missing: tuple[str, ...]  # fields that no words give


@dataclass(frozen=True, slots=True)
class KindDraft:
    """A force that is to leave, a round of talks or an air campaign that a record speaks of."""

    monitor: Literal["posture", "talks", "air"]
    key: str  # a short name that stays: kind, whose or where, and day
    name: str
    fields: tuple[tuple[str, tuple[Found, ...]], ...]  # key of the definition, its values
    missing: tuple[str, ...]  # what no words give, in words

    def values(self, field: str) -> tuple[Found, ...]:
        """Give the values of a field."""
        return next((values for name, values in self.fields if name == field), ())


Draft = TruceDraft | KindDraft


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that gives a value, where it stands, and which of its words say so."""

    line: Line
    at: Span | None  # of the report; None: not known
    marks: tuple[Span, ...]  # of the sentence, in order; empty: no single words of it give the value


@dataclass(frozen=True, slots=True)
class Given:
    """A value of a draft's field, and the sentences that it was read from."""

    field: str  # key of the definition
    found: Found
    quotes: tuple[Quote, ...]  # one for each report, the earliest first
