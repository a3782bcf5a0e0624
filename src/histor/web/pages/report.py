"""A report's id in, its text with claims and events marked out; and for one claim, who agrees and who disagrees."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from histor.errors import NotFoundError
from histor.records.decision_form import form_of_decision
from histor.records.events import Event
from histor.records.form import Form, form_of_record
from histor.records.incidents import Incident, Telling
from histor.records.measures import Span
from histor.records.record import Record
from histor.run import joining
from histor.store.decisions import decisions_on
from histor.store.ledger import Ledger
from histor.store.questions import record
from histor.web.happenings import Pair
from histor.web.page import Asked, Page, whole_ledger
from histor.web.reading import Told, blocks_of, own_events, told_in

_STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})")  # in figures; no report is longer


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What other reports say of the happening that an event of this report is part of."""

    event: Event
    incident: Incident | None  # None: the words tell too little to compare them with others
    others: tuple[Telling, ...] = ()  # in other reports
    against: tuple[Pair, ...] = ()  # that this event and another cannot both be so


def _show(asked: Asked) -> Mapping[str, Any]:
    with asked.room.joined(asked.as_of) as ledger:
        found = record(ledger, asked.ids["id"], as_of=asked.as_of)
        decided = decisions_on(ledger, found.report.id, as_of=asked.as_of)
        told = told_in(found)
        chosen = _chosen(told, asked.state.get("claim"), found)
        elsewhere = tuple(_elsewhere(ledger, event, found, asked.as_of) for event in (chosen.events if chosen else ()))
    sought = _sought(asked.state.get("words"), found)
    blocks = tuple(blocks_of(found, told, sought))
    return {
        "headed": any(shown.block.kind == "title" and not shown.repeats(found.report.title) for shown in blocks),
        "record": found,
        "report": found.report,
        "told": told,
        "blocks": blocks,
        "own": own_events(found),
        "chosen": chosen,
        "elsewhere": elsewhere,
        "decided": decided,
    }


def _form(asked: Asked) -> Form:
    with asked.room.opened() as ledger:
        found = record(ledger, asked.ids["id"], as_of=asked.as_of)
        decided = decisions_on(ledger, found.report.id, as_of=asked.as_of)
    return {**form_of_record(found), "decided": [form_of_decision(each) for each in decided]}


def _chosen(told: tuple[Told, ...], sought: str | None, found: Record) -> Told | None:
    """Give the claim that the address names; the beginning of its id will do. Raises NotFoundError."""
    if sought is None:
        return None
    fits = next((one for one in told if one.claim.id.startswith(sought)), None)
    if fits is None:
        raise NotFoundError(f"no claim {sought!r} is read in {found.report.id}")
    return fits


def _sought(written: str | None, found: Record) -> Span | None:
    """Find the words that the address names, by their code points, `120-164`, or as they are written.

    Raises NotFoundError.
    """
    if written is None:
        return None
    text, ends = found.report.text, _STRETCH.fullmatch(written)
    if ends is not None and int(ends[1]) < int(ends[2]) <= len(text):
        return Span(int(ends[1]), int(ends[2]))
    there = re.search(r"\s+".join(map(re.escape, written.split())), text) if ends is None else None
    if there is None:
        raise NotFoundError(f"{found.report.id} has no words {written[:60]!r}: name some, or their code points, 0-120")
    return Span(*there.span())


def _elsewhere(ledger: Ledger, event: Event, found: Record, as_of: str | None) -> Elsewhere:
    try:
        incident = joining.incident(ledger, event.id, as_of=as_of)
    except NotFoundError:
        return Elsewhere(event, None)
    others = tuple(each for each in incident.tellings if each.row.source.report_id != found.report.id)
    return Elsewhere(event, incident, others, tuple(_against(incident, event.id)))


def _against(incident: Incident, event: str) -> Iterator[Pair]:
    by_id = {telling.id: telling for telling in incident.tellings}
    for dispute in incident.contradictions:
        if event in (dispute.one, dispute.other):
            yield dispute, by_id[dispute.one], by_id[dispute.other]


PAGE = Page(
    name="report",
    path="/reports/{id}",
    title="Reader",
    show=_show,
    rests_on=whole_ledger,
    form=_form,
    told="The record of a report: its text, blocks, mentions, claims, events, problems, and what people decided on it.",
    more=("claim", "words"),
    parts=("others",),
    scripts=("report.js",),
    styles=("report.css",),
)
