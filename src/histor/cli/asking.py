"""Filters or an id in, answers of the ledger out: as a table, a page or JSON lines."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from histor.cli import filters, options, screen, words
from histor.records.answer import Page
from histor.records.question import Question
from histor.settings import DEFAULT_LEDGER

if TYPE_CHECKING:  # loaded when a command runs, so that `--help` does not wait for the database
    from histor.store.ledger import Ledger

PAGE = 500  # rows asked for at a time, so that a long answer is never held whole
Id = Annotated[str, typer.Argument(metavar="ID", show_default=False, help="An id, or as much of it as is unique.")]


# A command's options are its parameters: that is how typer learns of them.
def claims(  # noqa: PLR0913
    since: filters.Since = None,
    until: filters.Until = None,
    speaker: filters.SpeakerOf = None,
    stance: filters.StanceOf = None,
    text: filters.TextOf = None,
    actor: filters.ActorOf = None,
    place: filters.PlaceOf = None,
    type: filters.TypeOf = None,  # noqa: A002 - the option's name
    status: filters.StatusOf = None,
    as_of: filters.AsOf = None,
    limit: filters.Limit = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """List who says what: claims of the ledger.

    Claims are said in the days asked for, by such a speaker; --actor, --place, --type and --status ask for claims
    that hold such an event.
    """
    from histor.cli import tables
    from histor.records.answer_form import form_of_claim_row
    from histor.store import questions

    asked = filters.question(
        limit=limit, since=since, until=until, speaker=speaker, stance=stance, text=text, actor=actor, place=place,
        type=type, status=status, as_of=as_of,
    )  # fmt: skip
    answer = _Answer("claim", questions.claims, form_of_claim_row, tables.claims)
    _answer(answer, asked, ledger, as_json=as_json, all_rows=limit == 0)


def events(  # noqa: PLR0913
    since: filters.Since = None,
    until: filters.Until = None,
    type: filters.TypeOf = None,  # noqa: A002 - the option's name
    status: filters.StatusOf = None,
    actor: filters.ActorOf = None,
    place: filters.PlaceOf = None,
    speaker: filters.SpeakerOf = None,
    stance: filters.StanceOf = None,
    text: filters.TextOf = None,
    as_of: filters.AsOf = None,
    limit: filters.Limit = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """List who did what to whom, and on whose word: events of the ledger."""
    from histor.cli import tables
    from histor.records.answer_form import form_of_event_row
    from histor.store import questions

    asked = filters.question(
        limit=limit, since=since, until=until, speaker=speaker, stance=stance, text=text, actor=actor, place=place,
        type=type, status=status, as_of=as_of,
    )  # fmt: skip
    answer = _Answer("event", questions.events, form_of_event_row, tables.events)
    _answer(answer, asked, ledger, as_json=as_json, all_rows=limit == 0)


def reports(  # noqa: PLR0913
    since: filters.Since = None,
    until: filters.Until = None,
    text: filters.TextOf = None,
    actor: filters.ActorOf = None,
    place: filters.PlaceOf = None,
    type: filters.TypeOf = None,  # noqa: A002 - the option's name
    status: filters.StatusOf = None,
    speaker: filters.SpeakerOf = None,
    stance: filters.StanceOf = None,
    as_of: filters.AsOf = None,
    limit: filters.Limit = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """List what was read: reports of the ledger, published in the days asked for, that hold such a claim or event."""
    from histor.cli import tables
    from histor.records.answer_form import form_of_report_row
    from histor.store import questions

    asked = filters.question(
        limit=limit, since=since, until=until, speaker=speaker, stance=stance, text=text, actor=actor, place=place,
        type=type, status=status, as_of=as_of,
    )  # fmt: skip
    answer = _Answer("report", questions.reports, form_of_report_row, tables.reports)
    _answer(answer, asked, ledger, as_json=as_json, all_rows=limit == 0)


def problems(
    since: filters.Since = None,
    until: filters.Until = None,
    as_of: filters.AsOf = None,
    limit: filters.Limit = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """List what could not be done: problems of reports, then inputs that gave no report."""
    from histor.cli import tables
    from histor.records.answer_form import form_of_problem_row
    from histor.store import questions

    asked = filters.question(limit=limit, since=since, until=until, as_of=as_of)
    answer = _Answer("problem", questions.problems, form_of_problem_row, tables.problems)
    _answer(answer, asked, ledger, as_json=as_json, all_rows=limit == 0)


def show(
    report_id: Annotated[
        str, typer.Argument(metavar="REPORT_ID", show_default=False, help="Its id, or as much of it as is unique.")
    ],
    as_of: filters.AsOf = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Show a report of the ledger with its claims and events marked in the words."""
    from histor.cli.decided import lines
    from histor.cli.marked import marked
    from histor.records.decision_form import form_of_decision
    from histor.records.form import form_of_record
    from histor.store import questions
    from histor.store.decisions import decisions_on
    from histor.store.ledger import open_to_read

    with open_to_read(ledger) as opened:
        record = questions.record(opened, report_id, as_of=as_of)
        decided = decisions_on(opened, record.report.id, as_of=as_of)
    if as_json:
        screen.show_json({**form_of_record(record), "decided": [form_of_decision(each) for each in decided]})
        return
    screen.show(marked(record))
    for line in lines(decided):
        screen.show(line)


def trace(
    id: Id,  # noqa: A002 - the argument's name
    as_of: filters.AsOf = None,
    ledger: options.LedgerAt = DEFAULT_LEDGER,
    as_json: options.AsJson = False,
) -> None:
    """Walk from a report, claim, event, mention or problem down to the words and the bytes they were read from."""
    from histor.cli.traced import traced
    from histor.records.answer_form import form_of_trace
    from histor.store import questions, tracing
    from histor.store.ledger import open_to_read

    with open_to_read(ledger) as opened:
        found = tracing.trace(opened, id, as_of=as_of)
        text = questions.record(opened, found.source.report_id).report.text if found.source else ""
    if as_json:
        screen.show_json(form_of_trace(found))
    else:
        screen.show(traced(found, text))


class _Answer:
    """How one kind of row is asked for, written and laid out."""

    def __init__(
        self,
        noun: str,
        ask: "Callable[[Ledger, Question], Page[Any]]",
        form: Callable[[Any], dict[str, Any]],
        table: Callable[..., Any],
    ) -> None:
        self.noun = noun
        self.ask = ask
        self.form = form
        self.table = table


def _answer(answer: _Answer, asked: Question, path: str, *, as_json: bool, all_rows: bool) -> None:
    from histor.store.ledger import open_to_read

    with open_to_read(path) as ledger:
        if as_json:
            for row in _rows(ledger, answer, asked):
                screen.show_json(answer.form(row))
            return
        limit = asked.limit or (None if all_rows else filters.TABLE_ROWS)
        page = answer.ask(ledger, replace(asked, limit=limit))
        if not page.items:
            screen.tell(_why_empty(ledger, answer.noun, asked))
            return
        screen.show(answer.table(page.items, columns=screen.columns()), wide=True)
        if page.next:
            screen.tell(
                f"The first {len(page.items)} are shown; --limit 0 shows all, filters narrow (--help).", "quiet"
            )


def _rows(ledger: "Ledger", answer: _Answer, asked: Question) -> Iterator[Any]:
    """Ask page after page, until there is no next one or the limit is reached."""
    left = asked.limit
    after = asked.after
    while True:
        page = answer.ask(ledger, replace(asked, after=after, limit=PAGE if left is None else min(PAGE, left)))
        yield from page.items
        left = None if left is None else left - len(page.items)
        after = page.next
        if after is None or left == 0:
            return


def _why_empty(ledger: "Ledger", noun: str, asked: Question) -> str:
    """Say why an answer is empty, and what would fill it."""
    from histor.store.questions import tally

    held = tally(ledger)
    if not held.reports and noun != "problem":
        return f"The ledger {ledger.path} holds no reports yet. Fill it: histor add --ledger {ledger.path} FILE"
    number = {"claim": held.claims, "event": held.events, "report": held.reports, "problem": held.problems}[noun]
    told = filters.told(asked)
    if not told or not number:
        return f"The ledger {ledger.path} holds {words.several(held.reports, 'report')} and no {noun}s."
    return (
        f"No {noun} fits {told}. The ledger {ledger.path} holds {words.several(number, noun)} in "
        f"{words.several(held.reports, 'report')}; leave a filter out to see more."
    )
