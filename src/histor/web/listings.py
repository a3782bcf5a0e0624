"""The lists of the reading room: reports, claims, events, problems, incidents, contradictions, asked in one way."""

from collections.abc import Callable
from typing import Any

from histor.records.answer import ClaimRow, EventRow, ProblemRow, ReportRow, Source
from histor.records.answer import Page as Answer
from histor.records.answer_form import (
    form_of_claim_row,
    form_of_event_row,
    form_of_problem_row,
    form_of_report_row,
)
from histor.records.question import Question
from histor.store import amounts, questions
from histor.store.ledger import Ledger
from histor.web import wording
from histor.web.happenings import CONTRADICTIONS, INCIDENTS
from histor.web.listing import Flat, Listing, Point, Rows
from histor.web.room import Room
from histor.web.state import State


def _asking(question: Callable[[Ledger, Question], Answer[Any]]) -> Callable[[Room, State], Rows[Any]]:
    def ask(room: Room, state: State) -> Rows[Any]:
        with room.opened() as ledger:
            answer = question(ledger, state.question)
        return Rows(answer.items, answer.next)

    return ask


def _counting(question: Callable[[Ledger, Question], int]) -> Callable[[Room, State], int]:
    def count(room: Room, state: State) -> int:
        with room.opened() as ledger:
            return question(ledger, state.question)

    return count


def _source(source: Source) -> Flat:
    return {
        "outlet": source.outlet,
        "published": source.published.start,
        "title": source.title,
        "report": source.report_id,
        "url": source.url,
    }


def _claim(row: ClaimRow) -> Flat:
    claim = row.claim
    return {
        "id": claim.id,
        "speaker": claim.speaker.name if claim.speaker else None,
        "stance": claim.stance,
        "words": wording.flat(row.words),
        "said_by": wording.flat(row.said_by),
        "chain": " < ".join(row.chain),
        "said_from": claim.said.start if claim.said else None,
        "said_to": claim.said.end if claim.said else None,
        **_source(row.source),
    }


def _event(row: EventRow) -> Flat:
    event = row.event
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "certainty": event.certainty,
        "who": wording.parties(event.actors),
        "whom": wording.parties(event.recipients),
        "place": event.place.name if event.place else None,
        "day_from": event.when.start if event.when else None,
        "day_to": event.when.end if event.when else None,
        "counts": "; ".join(map(wording.count, event.quantities)),
        "words": row.words,
        "sentence": wording.flat(row.sentence),
        "chain": " < ".join(row.chain),
        "claim": event.claim,
        **_source(row.source),
    }


def _place(row: EventRow) -> Point | None:
    place = row.event.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return Point(place.longitude, place.latitude, place.precision or "unknown")


def _report(row: ReportRow) -> Flat:
    return {**_source(row.source), "claims": row.claims, "events": row.events, "problems": row.problems}


def _problem(row: ProblemRow) -> Flat:
    around = _source(row.source) if row.source else dict.fromkeys(("outlet", "published", "title", "report", "url"))
    told = {"code": row.problem.code, "message": row.problem.message, "key": row.problem.key}
    return {"id": row.id, **told, "recorded": row.recorded, **around}


def _count_problems(ledger: Ledger, question: Question) -> int:
    return len(questions.problems(ledger, Question(since=question.since, until=question.until, text=question.text,
                                                   as_of=question.as_of)).items)  # fmt: skip


REPORTS: Listing[ReportRow] = Listing(
    name="reports",
    noun="report",
    told="Reports published in the days asked for that hold such a claim or event, in order of publication.",
    ask=_asking(questions.reports),
    form=form_of_report_row,
    flat=_report,
    count=_counting(amounts.count_reports),
    examples=("", "?since=2016-03&until=2016-03", "?speaker=Ministry"),
)
CLAIMS: Listing[ClaimRow] = Listing(
    name="claims",
    noun="claim",
    told="Who says what: claims said in the days asked for, by such a speaker, that hold such an event.",
    ask=_asking(questions.claims),
    form=form_of_claim_row,
    flat=_claim,
    count=_counting(amounts.count_claims),
    examples=("?stance=denies", "?text=market&speaker=Colonel", "?since=2016-03-07&until=2016-03-09&limit=2"),
)
EVENTS: Listing[EventRow] = Listing(
    name="events",
    noun="event",
    told="Who did what to whom, on whose word: events on the days asked for.",
    ask=_asking(questions.events),
    form=form_of_event_row,
    flat=_event,
    count=_counting(amounts.count_events),
    point=_place,
    examples=("?type=ASSAULT&status=occurred", "?place=Palmyra", "?status=denied"),
)
PROBLEMS: Listing[ProblemRow] = Listing(
    name="problems",
    noun="problem",
    told="What could not be done: problems of reports, then inputs that gave no report.",
    ask=_asking(questions.problems),
    form=form_of_problem_row,
    flat=_problem,
    count=_counting(_count_problems),
)
LISTINGS: tuple[Listing[Any], ...] = (REPORTS, CLAIMS, EVENTS, INCIDENTS, CONTRADICTIONS, PROBLEMS)
