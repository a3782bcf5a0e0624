"""An id in, the words behind it out: the sentence with the words marked, the voices, the report, the bytes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from histor.records.answer import Quoted, Trace, TraceStep
from histor.records.answer_form import form_of_trace
from histor.records.form import Form
from histor.records.measures import Span
from histor.store.questions import record
from histor.store.tracing import trace
from histor.web.cutting import Mark, Piece, cut
from histor.web.page import Asked, Page, whole_ledger

Sentence = tuple[Piece[str], ...]


def _show(asked: Asked) -> Mapping[str, Any]:
    with asked.room.opened() as ledger:
        found = trace(ledger, asked.ids["id"], as_of=asked.as_of)
        text = record(ledger, found.source.report_id, as_of=asked.as_of).report.text if found.source else ""
    claim = next((step.id for step in found.steps if step.kind == "claim"), "")
    return {"trace": found, "steps": [(step, tuple(sentences(step, text))) for step in found.steps], "claim": claim}


def _form(asked: Asked) -> Form:
    return form_of_trace(_trace(asked))


def _trace(asked: Asked) -> Trace:
    with asked.room.opened() as ledger:
        return trace(ledger, asked.ids["id"], as_of=asked.as_of)


def sentences(step: TraceStep, text: str) -> Iterator[Sentence]:
    """Give each sentence that a step points at once, with the words of all its slots marked, in order of the text."""
    within: dict[Span, list[Quoted]] = {}
    for quoted in step.quoted:
        within.setdefault(_sentence_of(quoted, text), []).append(quoted)
    for stretch in sorted(within):
        yield tuple(cut(text, stretch, _marks(within[stretch])))


def _sentence_of(quoted: Quoted, text: str) -> Span:
    """Find where the sentence stands: it is the last one of these words that begins before the words quoted."""
    first = min(span.start for span in quoted.spans)
    start = max(0, text.rfind(quoted.sentence, 0, first + len(quoted.sentence)))
    return Span(start, start + len(quoted.sentence))


def _marks(them: Sequence[Quoted]) -> Iterator[Mark[str]]:
    return (Mark(span, quoted.slot) for quoted in them for span in quoted.spans)


PAGE = Page(
    name="trace",
    path="/trace/{id}",
    title="The words",
    show=_show,
    rests_on=whole_ledger,
    form=_form,
    told="The way from a report, claim, event, mention or problem down to its words and the bytes that were read.",
    parts=("evidence",),
)
