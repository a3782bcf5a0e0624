"""A definition of talks and sentences in, what is told of them out: kind, day, who, whom, where, on whose word."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from histor.monitors.hearing.sides import plain_names
from histor.monitors.talks import words
from histor.monitors.talks.definition import TalksDefinition
from histor.records.boards import Meeting, TalksKind
from histor.records.events import HAPPENED
from histor.records.heard import Line, Saying, Side
from histor.records.measures import Day
from histor.records.register import fold_name

_MEETING = frozenset({"CONSULT", "AGREE", "REQUEST", "REJECT", "SANCTION", "COOPERATE"})
_LEAVING = frozenset({"walk-out", "suspended"})
_LEAST_WORDS = 4  # a heading such as "Talks." tells nothing
_BOTH_ENDS = 2  # of a call: it is told of these talks only if two who belong to them are named
_FAR = 183  # days from a report to what it tells of talks: half a year
_AHEAD = frozenset({"planned", "hypothetical", "threatened"})


def meetings_of(definition: TalksDefinition, sayings: Iterable[Saying]) -> tuple[Meeting, ...]:
    """Give all that is told of these talks, in order of publication, each sentence once."""
    sayings = tuple(sayings)
    known = _Known(definition, sayings)
    found: dict[tuple[str, str], Meeting] = {}
    for saying in sayings:
        meeting = known.meeting(saying)
        if meeting and _better(meeting, found.get((saying.line.report, saying.line.sentence))):
            found[saying.line.report, saying.line.sentence] = meeting
    return tuple(sorted(found.values(), key=lambda each: (each.line.published or "", each.day or "")))


def _better(one: Meeting, other: Meeting | None) -> bool:
    """Prefer, of two readings of one sentence, the one that an event bears and that names more."""
    return other is None or _weight(one) > _weight(other)


def _weight(meeting: Meeting) -> tuple[bool, int]:
    return meeting.line.type in _MEETING, len(meeting.who) + len(meeting.whom)


class _Known:
    """Tells what belongs to the talks of one definition."""

    def __init__(self, definition: TalksDefinition, sayings: Iterable[Saying]) -> None:
        self._places = frozenset(map(fold_name, definition.places))
        self._spelt = {fold_name(name): name for name in definition.places}
        self._parties = plain_names(definition.parties)
        self._brokers = plain_names(definition.brokers)
        self._reports = {saying.line.report for saying in sayings if self._place(saying)}

    def meeting(self, saying: Saying) -> Meeting | None:
        """Give what a sentence tells of these talks; None if it tells nothing of them."""
        line = saying.line
        place = self._place(saying)
        parties = [name.side for name in saying.names if self._is_party(name.side)]
        brokers = [name.side for name in saying.names if self._is_broker(name.side) and not _speaks(name.side, line)]
        told = len(line.sentence.split()) >= _LEAST_WORDS and words.TALKS.search(line.sentence)
        if not told or not (place or parties or brokers or self._spoken_of(saying)):
            return None
        kind = kind_of(line)
        if kind is None or (kind == "call" and len({*_names(parties), *_names(brokers)}) < _BOTH_ENDS):
            return None
        who, whom = self._who(line, kind, parties)
        return Meeting(
            day=_day(saying), kind=kind, who=who, whom=whom, place=place,
            brokers=_names(brokers), direct=_direct(line.sentence), line=line,
        )  # fmt: skip

    def _place(self, saying: Saying) -> str | None:
        sentence = f" {fold_name(saying.line.sentence)} "
        return next((self._spelt[place] for place in self._places if f" {place} " in sentence), None)

    def _spoken_of(self, saying: Saying) -> bool:
        """Tell whether a round or talks are spoken of in a report that names where these are held."""
        return saying.line.report in self._reports and bool(words.ROUND.search(saying.line.sentence))

    def _who(self, line: Line, kind: TalksKind, parties: Iterable[Side]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if line.actors and (line.type in _MEETING or kind in _LEAVING):
            return _names(line.actors), _names(side for side in line.recipients if side.ref or side.sector)
        return _names(parties), ()

    def _is_party(self, side: Side) -> bool:
        return not self._parties.isdisjoint(side.keys)

    def _is_broker(self, side: Side) -> bool:
        return not self._brokers.isdisjoint(side.keys)


def _speaks(side: Side, line: Line) -> bool:
    """Tell whether somebody is named only as the one who says it."""
    return line.voice is not None and side.ref is not None and side.ref == line.voice.ref


def kind_of(line: Line) -> TalksKind | None:
    """Name what a sentence tells of talks; the first rule that holds decides."""
    return next((kind for kind in _kinds(line)), None)


def _kinds(line: Line) -> Iterator[TalksKind]:
    said, denied = line.sentence, line.status == "denied"
    if words.CALL.search(said):
        yield "call"
    if words.SUSPENDED.search(said):
        yield "suspended"
    if not denied and line.status not in _AHEAD and words.LEFT.search(said) and not _not_left(said):
        yield "walk-out"
    if words.POSTPONED.search(said):
        yield "postponed"
    if words.REFUSED.search(said):
        yield "refused"
    if words.NO_DATE.search(said):
        yield "scheduled"
    if words.OUTCOME.search(said):
        yield "outcome"
    if line.type == "CONSULT" and line.status in HAPPENED:
        yield "held"
    if words.ROUND.search(said) and words.OPENS.search(said):
        yield "scheduled" if line.status in _AHEAD or _lies_ahead(said) else "held"
    if line.type == "CONSULT" and line.status == "planned":
        yield "scheduled"
    if words.ASKED.search(said) and words.ROUND.search(said):
        yield "proposed"


def _not_left(said: str) -> bool:
    return " not " in said or "n't " in said or "whether to" in said


def _lies_ahead(said: str) -> bool:
    return any(f" {word} " in f" {said} " for word in ("will", "due", "plans", "planned", "would"))


def _day(saying: Saying) -> Day | None:
    """Give the one day that a sentence names for what it tells, that of its event first; no day far off."""
    line = saying.line
    days = [line.first] if line.first and line.type in _MEETING and line.first == line.last else []
    days = days or [when.start for when in saying.days if when.start and when.precision == "day"]
    near = [day for day in dict.fromkeys(days) if line.published is None or _apart(day, line.published) <= _FAR]
    return near[0] if len(near) == 1 else None


def _apart(one: Day, other: Day) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _direct(sentence: str) -> Literal["direct", "indirect"] | None:
    if words.INDIRECT.search(sentence):
        return "indirect"
    return "direct" if words.DIRECT.search(sentence) and not words.REFUSED.search(sentence) else None


def _names(sides: Iterable[Side]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(side.name for side in sides))
