"""Rows and traces of an answer in, their JSON out: the contract's objects with their report and words beside them."""

from dataclasses import asdict

from histor.records.answer import ClaimRow, EventRow, ProblemRow, ReportRow, Source, Trace
from histor.records.decision_form import form_of_mark
from histor.records.form import Form, form_of_claim, form_of_event, form_of_problem


def form_of_source(source: Source) -> Form:
    """Give the JSON object of the report that a row was read from, without its text."""
    form = asdict(source)
    return {"id": form.pop("report_id"), **form}


def form_of_report_row(row: ReportRow) -> Form:
    """Give the JSON object of a report with how much was read out of it."""
    return {**form_of_source(row.source), "claims": row.claims, "events": row.events, "problems": row.problems}


def form_of_claim_row(row: ClaimRow) -> Form:
    """Give the JSON object of a claim, its chain as the ledger worked it out, with its words and report."""
    form = form_of_claim(row.claim, {}, row.source.outlet)
    form["chain"] = list(row.chain)
    decided = [form_of_mark(each) for each in row.decided]
    facts = {"words": row.words, "said_by": row.said_by, "decided": decided}
    return {**form, **facts, "report": form_of_source(row.source)}


def form_of_event_row(row: EventRow) -> Form:
    """Give the JSON object of an event with its words, sentence, chain and report."""
    return {
        **form_of_event(row.event),
        "chain": list(row.chain),
        "words": row.words,
        "sentence": row.sentence,
        "decided": [form_of_mark(each) for each in row.decided],
        "report": form_of_source(row.source),
    }


def form_of_problem_row(row: ProblemRow) -> Form:
    """Give the JSON object of a problem with its report, if there is one."""
    report = form_of_source(row.source) if row.source else None
    return {
        **form_of_problem(row.problem),
        "id": row.id,
        "words": row.words,
        "recorded": row.recorded,
        "report": report,
    }


def form_of_trace(trace: Trace) -> Form:
    """Give the JSON object of the way from a record down to the bytes."""
    return {
        "steps": [asdict(step) for step in trace.steps],
        "chain": list(trace.chain),
        "report": form_of_source(trace.source) if trace.source else None,
        "sha256": trace.sha256,
        "bytes_hold": trace.bytes_hold,
        "made_by": [str(step) for step in trace.made_by],
        "superseded": trace.superseded,
        "decided": [form_of_mark(each) for each in trace.decided],
    }
