"""A question in, the SQL conditions that its answer must meet out."""

import json
import re
from collections.abc import Iterable, Sequence

from histor.errors import UsageError
from histor.records.judging import JUDGE
from histor.records.question import Question, instant
from histor.store.words import match_of, searchable

Parameters = dict[str, str | int | None]

# What people decide on a report makes a reading of it, but reads no input again.
BY_MACHINE = (
    "NOT EXISTS (SELECT 1 FROM made_by JOIN steps ON steps.number = made_by.step"
    f" WHERE made_by.reading = later.number AND steps.name = '{JUDGE}')"
)
_REF = re.compile(r"[a-z]+:\S+")
_EVENTS_OF_REPORT = "EXISTS (SELECT 1 FROM events WHERE events.reading = readings.number AND {})"
_CLAIMS_OF_REPORT = "EXISTS (SELECT 1 FROM claims WHERE claims.reading = readings.number AND {})"
_EVENTS_OF_CLAIM = (
    "EXISTS (SELECT 1 FROM events WHERE events.reading = claims.reading AND events.claim = claims.id AND {})"
)
_CLAIM_OF_EVENT = (
    "EXISTS (SELECT 1 FROM claims WHERE claims.reading = events.reading AND claims.id = events.claim AND {})"
)
_EVENT_OF_CLAIMS = "(events.claim, events.reading) IN (SELECT claims.id, claims.reading FROM claims WHERE {})"


def of_reports(question: Question) -> list[str]:
    """Give conditions on `readings`: published in these days, and holding such an event, such a claim."""
    conditions = [_shown(question), *_days(question, "readings.published_start", "readings.published_end")]
    on_event, on_claim = _on_event(question), _on_claim(question)
    if on_event:
        conditions.append(_EVENTS_OF_REPORT.format(_all([*on_event, *_in_claim(question)])))
    elif on_claim:
        conditions.append(_CLAIMS_OF_REPORT.format(_all(on_claim)))
    if question.text is not None:
        found = "SELECT rowid FROM report_words WHERE report_words MATCH :text"
        conditions.append(f"readings.report IN (SELECT id FROM reports WHERE number IN ({found}))")
    return conditions


def of_claims(question: Question) -> list[str]:
    """Give conditions on `readings` and `claims`: said in these days, and holding such an event."""
    on_event = _on_event(question)
    return [
        _shown(question),
        *_days(question, "claims.first_day", "claims.last_day"),
        *_on_claim(question),
        *([_EVENTS_OF_CLAIM.format(_all(on_event))] if on_event else []),
        *_words(question, "claims", "claim_words"),
    ]


def of_events(question: Question) -> list[str]:
    """Give conditions on `readings` and `events`: on these days, and told in such a claim."""
    return [
        _shown(question),
        *_days(question, "events.first_day", "events.last_day"),
        *_on_event(question),
        *_in_claim(question),
        *_words(question, "events", "event_words"),
    ]


def of_problems(question: Question) -> list[str]:
    """Give conditions on `problems` and, where the input gave a report, `readings`.

    A problem of an input that gave no report stands until the input is read.
    Raises UsageError for what a problem cannot be asked by.
    """
    for name in ("type", "actor", "place", "status", "speaker", "stance"):
        if getattr(question, name) is not None:
            raise UsageError(f"problems cannot be asked by {name}; ask by days, by text or as of an instant")
    later, by_then = "later.recorded > problems.recorded", "1"
    if question.as_of is not None:
        later, by_then = f"{later} AND later.recorded <= :as_of", "problems.recorded <= :as_of"
    read_since = f"EXISTS (SELECT 1 FROM readings AS later WHERE later.key = problems.key AND {later} AND {BY_MACHINE})"
    unread = f"problems.reading IS NULL AND {by_then} AND NOT {read_since}"
    conditions = [f"(({unread}) OR (problems.reading IS NOT NULL AND {_shown(question)}))"]
    if question.text is not None:
        conditions.append("(instr(lower(problems.message), lower(:words)) OR problems.code = :words)")
    return [*conditions, *_days(question, "readings.published_start", "readings.published_end")]


def parameters(question: Question) -> Parameters:
    """Give what the conditions of a question refer to.

    Raises UsageError for a name or words that hold nothing to look for.
    """
    return {
        "since": question.since,
        "until": question.until,
        "type": question.type and question.type.upper(),
        "status": question.status,
        "stance": question.stance,
        "words": question.text,
        "text": None if question.text is None else match_of(question.text),
        "as_of": None if question.as_of is None else instant(question.as_of),
        **{name: _sought(name, getattr(question, name)) for name in ("actor", "place", "speaker")},
    }


def beyond(question: Question, columns: Sequence[str]) -> tuple[list[str], Parameters]:
    """Give the condition that rows come after the page before, in the order of the columns.

    Raises UsageError if `after` was not given out as `next`.
    """
    if question.after is None:
        return [], {}
    try:
        day, report, position = json.loads(question.after)
        values: Parameters = {"after_day": str(day), "after_report": str(report), "after_position": int(position)}
    except (ValueError, TypeError) as error:
        raise UsageError(f"after {question.after!r}: hand back the `next` of the page before") from error
    bounds = ", ".join(f":{name}" for name in list(values)[: len(columns)])
    return [f"({', '.join(columns)}) > ({bounds})"], values


def mark_of(day: str, report: str, position: int) -> str:
    """Write where a page ends, as `beyond` reads it."""
    return json.dumps([day, report, position], separators=(",", ":"))


def _shown(question: Question) -> str:
    """Keep the newest reading of each report, now or as it was then."""
    if question.as_of is None:
        return "NOT EXISTS (SELECT 1 FROM superseded WHERE superseded.older = readings.number)"
    return (
        "readings.recorded <= :as_of AND NOT EXISTS (SELECT 1 FROM superseded"
        " WHERE superseded.older = readings.number AND superseded.recorded <= :as_of)"
    )


def _days(question: Question, first: str, last: str) -> list[str]:
    since = [f"{last} >= :since"] if question.since is not None else []
    until = [f"{first} <= :until"] if question.until is not None else []
    return [*since, *until]


def _on_claim(question: Question) -> list[str]:
    conditions = []
    if question.stance is not None:
        conditions.append("claims.stance = :stance")
    if question.speaker is not None:
        conditions.append(f"claims.number IN ({named('claims', 'number', 'speaker', question.speaker)})")
    return conditions


def _on_event(question: Question) -> list[str]:
    conditions = [f"events.{name} = :{name}" for name in ("type", "status") if getattr(question, name) is not None]
    if question.actor is not None:
        conditions.append(f"events.number IN ({named('parties', 'event', 'actor', question.actor)})")
    if question.place is not None:
        conditions.append(f"events.number IN ({named('events', 'number', 'place', question.place)})")
    return conditions


def _in_claim(question: Question) -> list[str]:
    """Give the condition that an event is told in such a claim."""
    on_claim = _on_claim(question)
    if not on_claim:
        return []
    # Few claims are a speaker's: they are listed first. Many are of a stance: each event looks up its own.
    template = _CLAIM_OF_EVENT if question.speaker is None else _EVENT_OF_CLAIMS
    return [template.format(_all(on_claim))]


def named(table: str, number: str, field: str, sought: str) -> str:
    """Select the numbers of what bears such a name or ref; two selections, because each has its own index."""
    prefix = "" if table == "parties" else f"{field}_"
    names = _names(field, sought)
    return " UNION ALL ".join(
        f"SELECT {number} FROM {table} AS named WHERE named.{prefix}{way} IN ({names})" for way in ("name", "ref")
    )


def _names(parameter: str, sought: str) -> str:
    """Select the names that match: a ref such as `actor:rus-mod` to the letter, anything else from a word's start."""
    if _REF.fullmatch(sought):
        return f"SELECT :{parameter}"
    return f"SELECT name FROM names WHERE instr(folded, :{parameter})"


def _sought(field: str, sought: str | None) -> str | None:
    if sought is None or _REF.fullmatch(sought):
        return sought
    folded = searchable(sought)
    if not folded:
        raise UsageError(f"{field} {sought!r} holds no letter or digit to look for")
    return folded


def _words(question: Question, table: str, words: str) -> list[str]:
    if question.text is None:
        return []
    return [f"{table}.number IN (SELECT rowid FROM {words} WHERE {words} MATCH :text)"]


def _all(conditions: Iterable[str]) -> str:
    return " AND ".join(conditions)
