"""A question without days in, one that a large ledger can answer at once out: its last months, weeks or days."""

import datetime
from dataclasses import replace

from histor.records.question import Question
from histor.store.amounts import count_events
from histor.store.latest import latest_day
from histor.store.ledger import Ledger

MOST_EVENTS = 4_000  # gathered for one page: some two seconds on one core
_BACK = (365, 90, 30, 7, 1)  # days before the last report


def narrowed(ledger: Ledger, question: Question, *, most: int = MOST_EVENTS) -> Question:
    """Begin a question later if it asks for too many events and names no day; else give it back.

    A question that still asks for too many is given as it is with the shortest stretch. Raises LedgerError.
    """
    if question.since or question.until or count_events(ledger, question) <= most:
        return question
    latest = latest_day(ledger, as_of=question.as_of)
    if latest is None:
        return question
    for days in _BACK:
        since = datetime.date.fromisoformat(latest) - datetime.timedelta(days=days)
        question = replace(question, since=since.isoformat())
        if count_events(ledger, question) <= most:
            break
    return question
