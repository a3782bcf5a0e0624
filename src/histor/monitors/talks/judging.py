"""A definition of talks and what was heard in, their board out: rounds, what came of them, and what comes next."""

from collections.abc import Callable, Iterator, Sequence

from histor.monitors.talks import words
from histor.monitors.talks.definition import TalksDefinition
from histor.monitors.talks.meetings import meetings_of
from histor.records.boards import Meeting, Round, TalksBoard, TalksKind
from histor.records.heard import Heard
from histor.records.measures import Day

_OPENING = ("held", "scheduled", "outcome", "postponed")
_TELLING = ("walk-out", "suspended", "postponed", "outcome", "held", "refused", "scheduled")  # of a round's state


def wanted(definition: TalksDefinition) -> Callable[[str], bool]:
    """Give the test of whether a sentence may tell of talks: by its words, or because it names where they are held."""
    return lambda text: bool(words.TALKS.search(text)) or any(place in text for place in definition.places)


def judge(definition: TalksDefinition, heard: Heard) -> TalksBoard:
    """Give the board of talks."""
    until = definition.until or max((day for day, _ in heard.reports), default=definition.since or "")
    found = [
        meeting
        for meeting in meetings_of(definition, heard.sayings)
        if (definition.since or "") <= (meeting.line.published or "9999") <= until
    ]
    rounds, before = _rounds(found)
    coming = tuple(_next(found))
    return TalksBoard(
        name=definition.name,
        speaker=heard.speaker,
        until=until,
        answer=tuple(_answer(rounds, coming, until, definition)),
        rounds=rounds,
        before=before,
        next=coming,
        limits=definition.limits,
    )


def _rounds(found: Sequence[Meeting]) -> tuple[tuple[Round, ...], tuple[Meeting, ...]]:
    """Put what is told into the round that had opened last; what is told before any, or of none, stands apart."""
    openings = {each.day: each for each in found if each.day and _opens(each)}
    days = sorted(openings)
    held: dict[Day, list[Meeting]] = {day: [] for day in days}
    before: list[Meeting] = []
    for meeting in found:
        day = meeting.day if meeting.day in held and _opens(meeting) else _last(days, _told(meeting))
        (held[day] if day else before).append(meeting)
    rounds = (Round(day, _place(held[day]), _state(held[day]), tuple(held[day])) for day in days if held[day])
    return tuple(rounds), tuple(before)


def _opens(meeting: Meeting) -> bool:
    said = meeting.line.sentence
    return meeting.kind in _OPENING and bool(words.ROUND.search(said)) and bool(words.OPENS.search(said))


def _last(days: Sequence[Day], day: Day) -> Day | None:
    return max((opened for opened in days if opened <= day), default=None)


def _told(meeting: Meeting) -> Day:
    return meeting.day or meeting.line.published or ""


def _place(meetings: Sequence[Meeting]) -> str | None:
    return next((meeting.place for meeting in meetings if meeting.place), None)


def _state(meetings: Sequence[Meeting]) -> TalksKind:
    """Name how a round stands: by what was told last of it, not counting calls and proposals."""
    telling = [
        meeting.kind
        for meeting in meetings
        if meeting.kind in _TELLING and (meeting.day or meeting.kind != "scheduled")
    ]
    return telling[-1] if telling else meetings[-1].kind


def _next(found: Sequence[Meeting]) -> Iterator[Meeting]:
    """Give what is said of the next date, the latest report first: a day after the report, or that none is set."""
    for meeting in reversed(found):
        open_ = words.NO_DATE.search(meeting.line.sentence)
        ahead = meeting.kind == "scheduled" and meeting.day and meeting.day > (meeting.line.published or "9999")
        if open_ or ahead:
            yield meeting


def _answer(
    rounds: Sequence[Round], coming: Sequence[Meeting], until: Day, definition: TalksDefinition
) -> Iterator[str]:
    if not rounds:
        yield "No opening of a round is told with its day."
    for each in rounds:
        left = sum(meeting.kind in ("walk-out", "suspended") for meeting in each.meetings)
        where = f" in {each.place}" if each.place else ""
        tail = f", {left} told of a party that left or suspended its part" if left else ""
        yield f"A round{where} of {each.opened}: last told as {each.state} ({_several(len(each.meetings))}{tail})."
    ahead = [meeting for meeting in coming if meeting.day and meeting.day > until]
    if ahead:
        yield f"The next date that is stated is {ahead[0].day} (told on {ahead[0].line.published})."
    elif coming and coming[0].day is None:
        yield f"No next date is set, as told on {coming[0].line.published}."
    else:
        yield f"No date after {until} is stated."
    if definition.limits:
        yield f"What this record cannot show: {'; '.join(definition.limits)}."


def _several(number: int) -> str:
    return f"{number} sentence{'' if number == 1 else 's'}"
