"""A question to the ledger: which days, acts, actors, places and words; every face asks in this one form."""

import datetime
from dataclasses import dataclass
from typing import get_args

from histor.errors import UsageError
from histor.records.claims import Stance
from histor.records.events import EventType, Status
from histor.records.measures import Day


@dataclass(frozen=True, slots=True)
class Question:
    """What to answer; a field that is None does not narrow the answer, fields that are set must all hold.

    Raises UsageError for a day, instant, type, status, stance or limit that cannot be.
    """

    since: Day | None = None  # included; compared with an event's days, a claim's said day, else the day of publication
    until: Day | None = None  # included
    type: str | None = None  # PLOVER type, in any case
    actor: str | None = None  # whole-word prefix of an actor's or recipient's name or ref, in any case
    place: str | None = None  # whole-word prefix of the place's name or ref
    status: str | None = None
    speaker: str | None = None  # whole-word prefix of the name or ref of the claim's own speaker
    stance: str | None = None
    text: str | None = None  # words that must all occur; "…" asks for a phrase, a trailing * for any ending
    as_of: str | None = None  # ISO instant; answers as the ledger stood then. A bare day means to its end, UTC
    limit: int | None = None  # at most so many rows; None: all
    after: str | None = None  # `next` of the page before

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            _check_day(name, getattr(self, name))
        _check_word("type", self.type and self.type.upper(), get_args(EventType))
        _check_word("status", self.status, get_args(Status))
        _check_word("stance", self.stance, get_args(Stance))
        if self.as_of is not None:
            instant(self.as_of)
        if self.limit is not None and self.limit < 1:
            raise UsageError(f"limit {self.limit}: ask for one row or more")


def instant(written: str) -> str:
    """Give an ISO instant as UTC text of one width, so that instants sort as text.

    A bare day is its last microsecond; an instant without a zone is UTC.
    Raises UsageError.
    """
    try:
        moment = datetime.datetime.fromisoformat(written)
        if len(written) <= len("2016-02-27"):
            moment = datetime.datetime.combine(moment, datetime.time.max)
        moment = moment.replace(tzinfo=datetime.UTC) if moment.tzinfo is None else moment.astimezone(datetime.UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{written!r} is no instant: write it as 2016-03-14 or 2016-03-14T18:30:00Z") from error
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _check_day(name: str, day: Day | None) -> None:
    if day is None:
        return
    try:
        canonical = datetime.date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise UsageError(f"{name} {day!r} is no day: write it as 2016-02-27") from error
    if canonical != day:
        raise UsageError(f"{name} {day!r}: write the day as {canonical}")


def _check_word(name: str, word: str | None, known: tuple[str, ...]) -> None:
    if word is not None and word not in known:
        raise UsageError(f"no {name} {word!r}: it is one of {', '.join(known)}")
