"""What was typed behind `--since`, `--type` and their like in, a checked `Question` out."""

import calendar
import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, cast, get_args

import typer

from histor.errors import UsageError
from histor.records.claims import Stance
from histor.records.events import EventType, Status
from histor.records.incidents import Sums
from histor.records.question import Question

TABLE_ROWS = 50  # rows of a table unless `--limit` says otherwise: about two screens
WORDS: Mapping[str, tuple[str, ...]] = {
    "type": get_args(EventType),
    "status": get_args(Status),
    "stance": get_args(Stance),
    "sums": get_args(Sums),
}
_PANEL = "Which ones"


def _option(name: str, metavar: str, explained: str) -> Any:
    return typer.Option(name, metavar=metavar, help=explained, rich_help_panel=_PANEL, show_default=False)


Since = Annotated[str | None, _option("--since", "DAY", "From this day on: 2016-02-27, or a month 2016-02.")]
Until = Annotated[str | None, _option("--until", "DAY", "To this day or month, included.")]
TypeOf = Annotated[str | None, _option("--type", "TYPE", "Kind of act, such as ASSAULT or AGREE.")]
ActorOf = Annotated[str | None, _option("--actor", "NAME", "Who does or suffers it; the first words will do.")]
PlaceOf = Annotated[str | None, _option("--place", "NAME", "Where; the first words will do.")]
StatusOf = Annotated[str | None, _option("--status", "STATUS", f"One of {', '.join(WORDS['status'])}.")]
SpeakerOf = Annotated[str | None, _option("--speaker", "NAME", "Who says it; the first words will do.")]
StanceOf = Annotated[str | None, _option("--stance", "STANCE", "How it is said: asserts, denies, plans, orders …")]
TextOf = Annotated[str | None, _option("--text", "WORDS", 'All these words; "…" for a phrase, * for any ending.')]
SumsOf = Annotated[str | None, _option("--sums", "WHICH", "Of what sums up many happenings: without it, or only that.")]
AsOf = Annotated[str | None, _option("--as-of", "DAY", "As the ledger stood then: a day or an instant, UTC.")]
Limit = Annotated[int | None, _option("--limit", "N", f"At most so many; 0: all. Tables show {TABLE_ROWS}, JSON all.")]


def question(*, limit: int | None, **asked: str | None) -> Question:
    """Check what was typed and make the question of it.

    Raises UsageError that names the option, the words that are allowed and the nearest one.
    """
    if limit is not None and limit < 0:
        raise UsageError(f"--limit {limit}: ask for one row or more, or 0 for all.")
    checked = {name: _checked(name, value) for name, value in asked.items()}
    made = _made(checked, limit or None)
    if made.since and made.until and made.since > made.until:
        raise UsageError(f"--since {made.since} lies after --until {made.until}: no day is in both.")
    return made


def sums_of(typed: str | None) -> Sums | None:
    """Check what was typed behind `--sums`. Raises UsageError."""
    return cast(Sums | None, _checked("sums", typed))


def told(question: Question) -> str:
    """Give back the filters of a question as they are typed; nothing if there are none."""
    names = ("since", "until", "type", "actor", "place", "status", "speaker", "stance", "text", "as_of")
    asked = [(name, getattr(question, name)) for name in names]
    return " ".join(f"--{name.replace('_', '-')} {_quoted(value)}" for name, value in asked if value)


def nearest(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest known word was meant; nothing if none is near."""
    folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), folded, n=1)
    return f" Did you mean {folded[near[0]]}?" if near else ""


def _made(checked: Mapping[str, str | None], limit: int | None) -> Question:
    try:
        return Question(**checked, limit=limit)
    except UsageError as error:
        if checked.get("as_of") is None:
            raise
        raise UsageError(f"--as-of {checked['as_of']}: write it as 2016-03-14 or 2016-03-14T18:30:00Z.") from error


def _checked(name: str, value: str | None) -> str | None:
    if value is None:
        return None
    if not value.strip():
        raise UsageError(f"--{name.replace('_', '-')} is empty: say what to look for, or leave it out.")
    if name in ("since", "until"):
        return _day(name, value.strip())
    return _word(name, value.strip()) if name in WORDS else value.strip()


def _word(name: str, value: str) -> str:
    for known in WORDS[name]:
        if known.casefold() == value.casefold():
            return known
    raise UsageError(f"--{name} {value}: no such {name}.{nearest(value, WORDS[name])} Known: {', '.join(WORDS[name])}.")


def _day(name: str, value: str) -> str:
    """Give the first day of a month for `since`, the last for `until`; a whole day stays."""
    month = re.fullmatch(r"(\d{4})-(\d{2})", value)
    if month and 1 <= int(month[2]) <= 12 and int(month[1]) > 0:
        last = calendar.monthrange(int(month[1]), int(month[2]))[1]
        return f"{value}-01" if name == "since" else f"{value}-{last}"
    try:
        Question(since=value)
    except UsageError as error:
        raise UsageError(
            f"--{name} {value}: no day. Write a day as 2016-02-27, or a whole month as 2016-02."
        ) from error
    return value


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
